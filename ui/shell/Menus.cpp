// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/DatasetExportMenu.h"
#include "ui/dataset/SetPage.h"
#include "ui/generation/RollAsking.h"
#include "ui/kit/Icons.h"
#include "ui/pianoroll/NoteActions.h"
#include "ui/pianoroll/RollPanel.h"
#include "ui/pianoroll/RollView.h"
#include "ui/services/AppServices.h"
#include "ui/settings/Shortcuts.h"
#include "ui/shell/About.h"
#include "ui/shell/Dialogs.h"
#include "ui/shell/ExportDialogs.h"
#include "ui/shell/FloatingTab.h"
#include "ui/shell/Helping.h"
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

/// Its name in the settings of the shortcuts.
QAction* named(QAction* action, const char* name) {
    action->setObjectName(QLatin1String(name));
    return action;
}

/// What an edit command of the menu does with the text field that has the focus.
void editFocus(const char* method) {
    if (QWidget* focus = QApplication::focusWidget()) QMetaObject::invokeMethod(focus, method);
}

}  // namespace

void MainWindow::makeMenus() {
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeOtherMenus();
    for (QAction* menu : menuBar()->actions()) shortcuts_->addMenu(*menu->menu());
    shortcuts_->restore();
}

void MainWindow::makeFileMenu() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    named(file->addAction(tr("&New workspace …"), QKeySequence::New, this, [this] { workspaces_->askNew(); }), "newWorkspace");
    named(file->addAction(icon(QStringLiteral("folder")), tr("&Open workspace …"), QKeySequence::Open, this,
                          [this] { workspaces_->askOpen(); }),
          "openWorkspace");
    QMenu* recent = file->addMenu(tr("Open &recent"));
    recent->setObjectName(QStringLiteral("recentWorkspaces"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { workspaces_->fillRecent(recent); });
    named(file->addAction(tr("Sa&ve edited notes now"), QKeySequence::Save, &services_.editing, &Editing::flush), "saveEdits");
    named(file->addAction(tr("Save a &copy as …"), this, [this] { workspaces_->askCopy(); }), "copyWorkspace");
    file->addSeparator();
    named(
        file->addAction(icon(QStringLiteral("note")), tr("Add the &demo dataset"), &services_.importing, &Importing::startDemo),
        "addDemo");
    file->addSeparator();
    named(file->addAction(icon(QStringLiteral("file")), tr("&Import MIDI files …"), QKeySequence(Qt::CTRL | Qt::Key_I), this,
                          [this] { askImport(false); }),
          "importFiles");
    named(file->addAction(tr("Import a &folder …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), this,
                          [this] { askImport(true); }),
          "importFolder");
    file->addSeparator();
    QAction* midi = file->addAction(icon(QStringLiteral("export")), tr("&Export MIDI …"), QKeySequence(Qt::CTRL | Qt::Key_E),
                                    this, [this] { exportDialogs_->askMidi(); });
    midi->setObjectName(QStringLiteral("exportMidi"));
    QAction* wav = file->addAction(tr("Export &sound …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), this,
                                   [this] { exportDialogs_->askSound(); });
    wav->setObjectName(QStringLiteral("exportWav"));
    QAction* sheet = file->addAction(tr("Export sheet &music …"), this, [this] { exportDialogs_->askSheet(); });
    sheet->setObjectName(QStringLiteral("exportSheet"));
    new DatasetExportMenu(services_.datasetExport, services_.store, services_.curation,
                          *file->addMenu(tr("Export the da&taset")), *this);
    QAction* picture = file->addAction(tr("Export &picture of the roll …"), this,
                                       [this] { exportDialogs_->askPicture(roll_->representation()); });
    picture->setObjectName(QStringLiteral("exportPicture"));
    const auto exportable = [this, midi, wav, sheet, picture] {
        const StageContent& shown = services_.stage.shown();
        const bool music = shown.roll.steps() > 0 && shown.kind != StageContent::Kind::Draft;
        for (QAction* action : {midi, wav, sheet, picture}) action->setEnabled(music);
    };
    connect(&services_.stage, &Stage::shownChanged, this, exportable);
    exportable();
    file->addSeparator();
    named(file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close), "quit");
}

void MainWindow::makeEditMenu() {
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
    named(edit->addAction(tr("Cu&t"), QKeySequence::Cut, this, forFocus(notes.cut(), "cut")), "cut");
    named(edit->addAction(tr("&Copy"), QKeySequence::Copy, this, forFocus(notes.copy(), "copy")), "copy");
    named(edit->addAction(tr("&Paste"), QKeySequence::Paste, this, forFocus(notes.paste(), "paste")), "paste");
    named(edit->addAction(tr("Select &all"), QKeySequence::SelectAll, this, forFocus(notes.selectAll(), "selectAll")),
          "selectAll");
    edit->addSeparator();
    notes.fill(*edit);
    edit->addSeparator();
    named(edit->addAction(icon(QStringLiteral("settings")), tr("Pre&ferences …"), QKeySequence(Qt::CTRL | Qt::Key_Comma), this,
                          [this] { showPreferences("generalPage"); }),
          "preferences");
}

void MainWindow::makeViewMenu() {
    QMenu* view = menuBar()->addMenu(tr("&View"));
    const auto page = [this, view](const QString& text, Qt::Key key, const char* name, auto&& then) {
        named(view->addAction(text, QKeySequence(Qt::CTRL | key), this, then), name);
    };
    page(tr("&Roll"), Qt::Key_1, "showRoll", [this] { tabs_->setCurrentWidget(roll_); });
    page(tr("T&ensor"), Qt::Key_2, "showTensor", [this] { tensorTab_->bring(); });
    page(tr("&Training"), Qt::Key_3, "showTraining", [this] { tabs_->setCurrentWidget(training_); });
    page(tr("S&et"), Qt::Key_4, "showSet", [this] { tabs_->setCurrentWidget(set_); });
    view->addSeparator();
    RollView& roll = roll_->view();
    named(view->addAction(icon(QStringLiteral("plus")), tr("Zoom &in"), QKeySequence::ZoomIn, &roll,
                          [&roll] { roll.zoomTime(1.25); }),
          "zoomRollIn");
    named(view->addAction(icon(QStringLiteral("minus")), tr("Zoom &out"), QKeySequence::ZoomOut, &roll,
                          [&roll] { roll.zoomTime(0.8); }),
          "zoomRollOut");
    QAction* fit = named(new QAction(icon(QStringLiteral("fit")), tr("&Show everything"), this), "showEverything");
    fit->setShortcut(QKeySequence(Qt::Key_F));
    fit->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(fit, &QAction::triggered, &roll, &RollView::fit);
    roll_->addAction(fit);
    view->addAction(fit);
    const auto inRoll = [this, view](const QString& text, const QKeySequence& keys, const char* name, auto&& then) {
        QAction* action = named(new QAction(text, this), name);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, roll_, then);
        roll_->addAction(action);
        view->addAction(action);
    };
    inRoll(tr("Show the &selection"), Qt::SHIFT | Qt::Key_F, "showSelection", [&roll] { roll.navigator().fitSelection(); });
    inRoll(tr("Show the &loop"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, "showLoop", [&roll] { roll.navigator().fitLoop(); });
    inRoll(tr("&Higher rows"), Qt::CTRL | Qt::SHIFT | Qt::Key_Up, "higherRows", [&roll] { roll.zoomPitch(1.25); });
    inRoll(tr("Lo&wer rows"), Qt::CTRL | Qt::SHIFT | Qt::Key_Down, "lowerRows", [&roll] { roll.zoomPitch(0.8); });
    view->addSeparator();
    for (QDockWidget* panel : docks_ + QList{tracks_, duet_})
        view->addAction(named(panel->toggleViewAction(), qPrintable(panel->objectName() + QStringLiteral("Shown"))));
    view->addSeparator();
    named(view->addAction(tr("Reset &layout"), this, &MainWindow::resetLayout), "resetLayout");
}

void MainWindow::makeOtherMenus() {
    QMenu* transport = menuBar()->addMenu(tr("&Transport"));
    transport->addActions(transport_->transportActions());
    transport->addSeparator();
    named(transport->addAction(icon(QStringLiteral("swap")), tr("The &other of the last two takes"), QKeySequence(Qt::Key_B),
                               &services_.audition, &Audition::swap),
          "swapTakesAction");
    transport->addSeparator();
    transport->addAction(transport_->recordAction());
    transport->addAction(transport_->metronomeAction());
    transport->addMenu(transport_->countInMenu());
    transport->addAction(transport_->listenAction());
    transport->addSeparator();
    transport->addAction(transport_->panicAction());
    transport->addAction(transport_->settingsAction());

    QMenu* make = menuBar()->addMenu(tr("&Model"));
    named(make->addAction(icon(QStringLiteral("train")), tr("&Train, stop training"), QKeySequence(Qt::CTRL | Qt::Key_T), this,
                          [this] { findChild<QPushButton*>(QStringLiteral("train"))->click(); }),
          "trainAction");
    named(
        make->addAction(icon(QStringLiteral("generate")), tr("&Generate, stop generating"), QKeySequence(Qt::CTRL | Qt::Key_G),
                        this, [this] { findChild<QPushButton*>(QStringLiteral("generate"))->click(); }),
        "generateAction");
    named(make->addAction(icon(QStringLiteral("record")), tr("Play a &duet …"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
                          this,
                          [this] {
                              duet_->show();
                              duet_->raise();
                          }),
          "duetAction");
    make->addSeparator();
    make->setToolTipsVisible(true);
    for (QAction* action : asking_->actions()) make->addAction(action);
    make->addSeparator();
    QAction* benchmark = make->addAction(icon(QStringLiteral("chart")), tr("Public &benchmark"), this, [this] {
        training_->showSection(benchmark_);
        tabs_->setCurrentWidget(training_);
    });
    benchmark->setObjectName(QStringLiteral("showBenchmark"));

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    helping_->fill(*help);
    named(help->addAction(tr("&Keyboard and mouse"), QKeySequence(Qt::Key_Question), this, [this] { showShortcuts(this); }),
          "showShortcuts");
    help->addAction(tr("About &Qt"), this, &QApplication::aboutQt);
    named(help->addAction(tr("&About Ricercar"), this, [this] { showAbout(this); }), "about");
}

}  // namespace ricercar
