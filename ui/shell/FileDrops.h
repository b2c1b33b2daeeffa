// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <filesystem>
#include <functional>
#include <vector>

namespace ricercar {

/// Files and folders dropped anywhere on a window, its floating panels and its text fields included. While they are held over
/// it, a veil says what will happen.
class FileDrops : public QObject {
    Q_OBJECT

public:
    using Paths = std::vector<std::filesystem::path>;

    /// `words`: what letting go of such files would do.
    FileDrops(QWidget* window, std::function<QString(const Paths&)> words);

signals:
    void dropped(const std::vector<std::filesystem::path>& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class Veil;

    QWidget* window_;
    std::function<QString(const Paths&)> words_;
    Veil* veil_;
    QTimer leave_;
};

}  // namespace ricercar
