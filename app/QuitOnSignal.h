// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace ricercar {

/// SIGINT, SIGTERM and SIGHUP (unless it is ignored) end the program as closing its window does: a training keeps its
/// checkpoint. One at a time, on the UI thread.
class QuitOnSignal : public QObject {
    Q_OBJECT

public:
    explicit QuitOnSignal(std::function<void()> quit, QObject* parent = nullptr);
    ~QuitOnSignal() override;

private:
    int readEnd_ = -1;
};

}  // namespace ricercar
