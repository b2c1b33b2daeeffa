// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/DatasetExportMenu.h"
#include "ui/dataset/SetPage.h"
#include "ui/kit/Icons.h"
#include "ui/pianoroll/NoteActions.h"
#include "ui/pianoroll/RollPanel.h"
#include "ui/pianoroll/RollView.h"
#include "ui/services/AppServices.h"
#include "ui/shell/About.h"
#include "ui/shell/Dialogs.h"
#include "ui/shell/ExportDialogs.h"
#include "ui/shell/FloatingTab.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Workspaces.h"
#include "ui/training/BenchmarkPage.h"
#include "ui/training/TrainingPanel.h"
#include "ui/transport/TransportBar.h"
#include "ui/words/Words.h"

#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>

namespace ricercar {
namespace {

/// What an edit command of the menu does with the text field that has the focus.
void editFocus(const char* method) {
    if (QWidget* focus = QApplication::focusWidget()) QMetaObject::invokeMethod(focus, method);
}

}  // namespace

void MainWindow::makeMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&New workspace …"), QKeySequence::New, this, [this] { workspaces_->askNew(); });
    file->addAction(icon(QStringLiteral("folder")), tr("&Open workspace …"), QKeySequence::Open, this,
                    [this] { workspaces_->askOpen(); });
    QMenu* recent = file->addMenu(tr("Open &recent"));
    recent->setObjectName(QStringLiteral("recentWorkspaces"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { workspaces_->fillRecent(recent); });
    file->addAction(tr("Save a &copy as …"), this, [this] { workspaces_->askCopy(); });
    file->addSeparator();
    file->addAction(icon(QStringLiteral("note")), tr("Add the &demo dataset"), &services_.importing, &Importing::startDemo);
    file->addSeparator();
    file->addAction(icon(QStringLiteral("file")), tr("&Import MIDI files …"), QKeySequence(Qt::CTRL | Qt::Key_I), this,
                    [this] { askImport(false); });
    file->addAction(tr("Import a &folder …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), this,
                    [this] { askImport(true); });
    file->addSeparator();
    QAction* midi = file->addAction(icon(QStringLiteral("export")), tr("&Export MIDI …"), QKeySequence(Qt::CTRL | Qt::Key_E),
                                    this, [this] { exportDialogs_->askMidi(); });
    midi->setObjectName(QStringLiteral("exportMidi"));
    QAction* wav = file->addAction(tr("Export &sound …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), this,
                                   [this] { exportDialogs_->askSound(); });
    wav->setObjectName(QStringLiteral("exportWav"));
    new DatasetExportMenu(services_.datasetExport, services_.store, services_.curation,
                          *file->addMenu(tr("Export the da&taset")), *this);
    QAction* picture = file->addAction(tr("Export &picture of the roll …"), this,
                                       [this] { exportDialogs_->askPicture(roll_->representation()); });
    picture->setObjectName(QStringLiteral("exportPicture"));
    const auto exportable = [this, midi, wav, picture] {
        const StageContent& shown = services_.stage.shown();
        const bool music = shown.roll.steps() > 0 && shown.kind != StageContent::Kind::Draft;
        for (QAction* action : {midi, wav, picture}) action->setEnabled(music);
    };
    connect(&services_.stage, &Stage::shownChanged, this, exportable);
    exportable();
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = services_.changes.stack().createUndoAction(this, tr("Undo"));
    undo->setObjectName(QStringLiteral("undo"));
    undo->setShortcuts(QKeySequence::Undo);
    QAction* redo = services_.changes.stack().createRedoAction(this, tr("Redo"));
    redo->setObjectName(QStringLiteral("redo"));
    redo->setShortcuts(QKeySequence::Redo);
    edit->addActions({undo, redo});
    edit->addSeparator();
    // of the roll's notes where it has the focus, else of the text that has it
    const NoteActions& notes = roll_->actions();
    const auto forFocus = [this](QAction* ofNotes, const char* ofText) {
        return [this, ofNotes, ofText] {
            if (roll_->view().hasFocus())
                ofNotes->trigger();
            else
                editFocus(ofText);
        };
    };
    edit->addAction(tr("Cu&t"), QKeySequence::Cut, this, forFocus(notes.cut(), "cut"));
    edit->addAction(tr("&Copy"), QKeySequence::Copy, this, forFocus(notes.copy(), "copy"));
    edit->addAction(tr("&Paste"), QKeySequence::Paste, this, forFocus(notes.paste(), "paste"));
    edit->addAction(tr("Select &all"), QKeySequence::SelectAll, this, forFocus(notes.selectAll(), "selectAll"));
    edit->addSeparator();
    notes.fill(*edit);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addAction(tr("&Roll"), QKeySequence(Qt::CTRL | Qt::Key_1), this, [this] { tabs_->setCurrentWidget(roll_); });
    view->addAction(tr("T&ensor"), QKeySequence(Qt::CTRL | Qt::Key_2), this, [this] { tensorTab_->bring(); });
    view->addAction(tr("&Training"), QKeySequence(Qt::CTRL | Qt::Key_3), this, [this] { tabs_->setCurrentWidget(training_); });
    view->addAction(tr("&Dataset"), QKeySequence(Qt::CTRL | Qt::Key_4), this, [this] { tabs_->setCurrentWidget(set_); });
    view->addSeparator();
    RollView& roll = roll_->view();
    view->addAction(icon(QStringLiteral("plus")), tr("Zoom &in"), QKeySequence::ZoomIn, &roll,
                    [&roll] { roll.zoomTime(1.25); });
    view->addAction(icon(QStringLiteral("minus")), tr("Zoom &out"), QKeySequence::ZoomOut, &roll,
                    [&roll] { roll.zoomTime(0.8); });
    QAction* fit = new QAction(icon(QStringLiteral("fit")), tr("&Show everything"), this);
    fit->setShortcut(QKeySequence(Qt::Key_F));
    fit->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(fit, &QAction::triggered, &roll, &RollView::fit);
    roll_->addAction(fit);
    view->addAction(fit);
    const auto inRoll = [this, view](const QString& text, const QKeySequence& keys, auto&& then) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, roll_, then);
        roll_->addAction(action);
        view->addAction(action);
    };
    inRoll(tr("Show the &selection"), Qt::SHIFT | Qt::Key_F, [&roll] { roll.navigator().fitSelection(); });
    inRoll(tr("Show the &loop"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, [&roll] { roll.navigator().fitLoop(); });
    inRoll(tr("&Higher rows"), Qt::CTRL | Qt::SHIFT | Qt::Key_Up, [&roll] { roll.zoomPitch(1.25); });
    inRoll(tr("Lo&wer rows"), Qt::CTRL | Qt::SHIFT | Qt::Key_Down, [&roll] { roll.zoomPitch(0.8); });
    view->addSeparator();
    for (QDockWidget* panel : docks_) view->addAction(panel->toggleViewAction());
    view->addAction(tracks_->toggleViewAction());
    view->addSeparator();
    view->addAction(tr("Reset &layout"), this, &MainWindow::resetLayout);

    QMenu* transport = menuBar()->addMenu(tr("&Transport"));
    transport->addActions(transport_->transportActions());
    transport->addSeparator();
    transport->addAction(transport_->recordAction());
    transport->addAction(transport_->metronomeAction());
    transport->addMenu(transport_->countInMenu());
    transport->addAction(transport_->listenAction());
    transport->addSeparator();
    transport->addAction(transport_->panicAction());
    transport->addAction(transport_->settingsAction());

    QMenu* make = menuBar()->addMenu(tr("&Model"));
    make->addAction(icon(QStringLiteral("train")), tr("&Train, stop training"), QKeySequence(Qt::CTRL | Qt::Key_T), this,
                    [this] { findChild<QPushButton*>(QStringLiteral("train"))->click(); });
    make->addAction(icon(QStringLiteral("generate")), tr("&Generate, stop generating"), QKeySequence(Qt::CTRL | Qt::Key_G),
                    this, [this] { findChild<QPushButton*>(QStringLiteral("generate"))->click(); });
    make->addSeparator();
    QAction* benchmark = make->addAction(icon(QStringLiteral("chart")), tr("Public &benchmark"), this, [this] {
        training_->showSection(benchmark_);
        tabs_->setCurrentWidget(training_);
    });
    benchmark->setObjectName(QStringLiteral("showBenchmark"));

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Keyboard and mouse"), QKeySequence(Qt::Key_Question), this, [this] { showShortcuts(this); });
    help->addAction(tr("About &Qt"), this, &QApplication::aboutQt);
    help->addAction(tr("&About Ricercar"), this, [this] { showAbout(this); });
}

}  // namespace ricercar
