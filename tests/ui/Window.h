// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/AppServices.h"
#include "ui/shell/MainWindow.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace ricercar::test {

/// The whole window over a workspace in a temporary folder, without synthesizer; nothing of the user is touched.
class Window {
public:
    /// Waits until the workspace is open and was looked at.
    Window();
    ~Window();

    [[nodiscard]] QString path(const QString& name) const { return folder_.filePath(name); }
    [[nodiscard]] bool ready() const { return folder_.isValid() && services->store.isOpen(); }
    /// A widget by object name.
    template <class Widget>
    Widget* find(const char* name) const {
        return window->findChild<Widget*>(QLatin1String(name));
    }
    /// Drops files on a widget, as a file manager does.
    static void drop(QWidget* on, const QStringList& files);
    /// MIDI files of `count` short random pieces in a folder of their own; the folder.
    QString writePieces(int count, int steps = 64) const;
    /// Imports them and waits; the import is no step that could be undone.
    bool importPieces(int count, int steps = 64);
    /// Trains a tiny number of steps on what is there and waits; the run, 0: it failed.
    std::int64_t train(std::int64_t steps = 3, FeatureLayout layout = FeatureLayout::Seed);
    /// Open, with three pieces and a run trained on them.
    bool trained() { return ready() && importPieces(3) && train() != 0; }

private:
    QTemporaryDir folder_;

public:
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<AppServices> services;
    std::unique_ptr<MainWindow> window;
};

}  // namespace ricercar::test
