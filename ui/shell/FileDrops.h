// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <filesystem>
#include <vector>

namespace ricercar {

/// Files and folders dropped anywhere on a window, its floating panels and its text fields included.
class FileDrops : public QObject {
    Q_OBJECT

public:
    explicit FileDrops(QWidget* window);

signals:
    void dropped(const std::vector<std::filesystem::path>& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* window_;
};

}  // namespace ricercar
