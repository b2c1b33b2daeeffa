// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/Theme.h"

#include <QApplication>

namespace ricercar::bench {

/// The application a bench of widgets lives in: with a display, or offscreen.
class BenchWindow {
public:
    explicit BenchWindow(bool offscreen) : application_(argumentCount(offscreen), arguments_) {
        QApplication::setStyle(QStringLiteral("Fusion"));
        QApplication::setPalette(Theme::lightPalette());
    }

private:
    int& argumentCount(bool offscreen) {
        if (offscreen) qputenv("QT_QPA_PLATFORM", "offscreen");
        return argumentCount_;
    }

    int argumentCount_ = 1;
    char name_[15] = "ricercar-bench";
    char* arguments_[2]{name_, nullptr};
    QApplication application_;
};

}  // namespace ricercar::bench
