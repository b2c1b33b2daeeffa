// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace ricercar {

enum class Severity { Info, Warning, Error };

/// What a notice is about: one notice at a time for each, which stands until it is withdrawn. Those of the program outlive the
/// open workspace.
enum class About {
    Event,  ///< something that happened and is over; never withdrawn
    // the program
    Sound,
    SoundFont,
    MidiInput,
    OpenedFiles,
    // the open workspace
    Workspace,
    WorkspaceFile,
    WorkspaceCopy,
    Lists,
    Changes,
    Edits,
    UnsavedTakes,
    Shown,
    Import,
    Export,
    Dataset,
    DatasetPlots,
    Grid,
    Beats,
    Training,         ///< why the last one failed
    TrainingRemarks,  ///< of the run that is trained
    Benchmark,
    Generation,
    Reading,  ///< of the piece by a model
    Insight,
    WhatIf,
    Tensor,
};

/// What can be done about a notice, at a click.
struct NoticeAction {
    QString text;
    std::function<void()> run;
};

/// Something a person should read; not modal.
struct Notice {
    Severity severity = Severity::Info;
    QString text;
    std::optional<NoticeAction> action{};
    About about = About::Event;
};

/// Where everything that a person should read is posted, and withdrawn by the same place when its cause ends: a new try, or
/// what was missing is there. The window's thread.
class Notices : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    void post(Severity severity, const QString& text) { emit posted({severity, text, std::nullopt}); }
    void post(Severity severity, const QString& text, const NoticeAction& action) { emit posted({severity, text, action}); }
    void post(About about, Severity severity, const QString& text) { emit posted({severity, text, std::nullopt, about}); }
    void post(About about, Severity severity, const QString& text, const NoticeAction& action) {
        emit posted({severity, text, action, about});
    }
    void withdraw(About about) { emit withdrawn(about); }

signals:
    void posted(const ricercar::Notice& notice);
    void withdrawn(ricercar::About about);
};

}  // namespace ricercar
