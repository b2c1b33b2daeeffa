// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Dialogs.h"

#include "ui/kit/MutedLabel.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ricercar {
namespace {

struct Dialogs {
    Q_DECLARE_TR_FUNCTIONS(Dialogs)
};

QString key(const QKeySequence& sequence) { return sequence.toString(QKeySequence::NativeText); }

QDialog* dialog(QWidget* window, const QString& title, const char* name) {
    auto* made = new QDialog(window);
    made->setObjectName(QString::fromLatin1(name));
    made->setAttribute(Qt::WA_DeleteOnClose);
    made->setWindowTitle(title);
    return made;
}

void close(QDialog* of, QVBoxLayout* column) {
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, of, &QDialog::reject);
    column->addWidget(buttons);
}

}  // namespace

void showShortcuts(QWidget* window) {
    QDialog* sheet = dialog(window, Dialogs::tr("Keyboard and mouse"), "shortcuts");
    const auto of = [window](const char* name) {
        const auto* action = window->findChild<QAction*>(QLatin1String(name));
        return action ? key(action->shortcut()) : QString();
    };
    const struct {
        QString title;
        QList<std::pair<QString, QString>> rows;
    } groups[]{
        {Dialogs::tr("Transport"),
         {{of("play"), Dialogs::tr("Play, pause")},
          {Dialogs::tr("%1, in the roll").arg(key(Qt::Key_Return)), Dialogs::tr("Stop")},
          {Dialogs::tr("%1, %2, in the roll").arg(key(Qt::Key_Home), key(Qt::Key_End)),
           Dialogs::tr("Go to the start, to the end")},
          {of("loop"), Dialogs::tr("Loop on, off")},
          {of("record"), Dialogs::tr("Record, stop recording")},
          {of("metronome"), Dialogs::tr("Metronome on, off")},
          {of("panic"), Dialogs::tr("All notes off")},
          {of("preferences"), Dialogs::tr("Preferences")},
          {Dialogs::tr("Double-click in the ruler"), Dialogs::tr("Move the playhead")},
          {Dialogs::tr("%1, %2, in the roll").arg(key(Qt::Key_Comma), key(Qt::Key_Period)),
           Dialogs::tr("Go to the bar before, to the next")},
          {Dialogs::tr("Drag in the ruler"), Dialogs::tr("Choose the bars to loop")}}},
        {Dialogs::tr("Piano roll"),
         {{Dialogs::tr("Ctrl+wheel"), Dialogs::tr("Zoom in time")},
          {Dialogs::tr("Ctrl+Shift+wheel"), Dialogs::tr("Zoom in pitch")},
          {Dialogs::tr("Wheel, Shift+wheel"), Dialogs::tr("Scroll pitches, time")},
          {Dialogs::tr("Middle button or Space held, drag"), Dialogs::tr("Move the view")},
          {key(Qt::Key_F), Dialogs::tr("Show everything")},
          {QStringLiteral("%1, %2").arg(key(Qt::SHIFT | Qt::Key_F), key(Qt::CTRL | Qt::SHIFT | Qt::Key_L)),
           Dialogs::tr("Show the selection, the loop")},
          {Dialogs::tr("Arrow keys, page keys"), Dialogs::tr("Scroll")},
          {Dialogs::tr("Alt+arrow keys"), Dialogs::tr("Go from note to note; with Shift they are added")},
          {Dialogs::tr("Click on the keyboard"), Dialogs::tr("Hear the note")},
          {Dialogs::tr("Ctrl+click on the keyboard"), Dialogs::tr("Select every note of the pitch")}}},
        {Dialogs::tr("Notes"),
         {{key(Qt::Key_1) + QStringLiteral(", ") + key(Qt::Key_2) + QStringLiteral(", ") + key(Qt::Key_3) +
               QStringLiteral(", ") + key(Qt::Key_Escape),
           Dialogs::tr("Select, pencil, eraser; back to select")},
          {Dialogs::tr("Drag, with Shift, with Ctrl"),
           Dialogs::tr("Select, add, toggle; with Ctrl in the ruler: a time range")},
          {Dialogs::tr("Double-click, right drag"), Dialogs::tr("Draw a note, erase")},
          {Dialogs::tr("Drag a note or its edge"), Dialogs::tr("Move, resize; Alt leaves the grid, Shift locks, Ctrl copies")},
          {Dialogs::tr("Arrows, Shift+arrows, with notes selected"),
           Dialogs::tr("Nudge; an octave, the length; Ctrl: within the scale")},
          {Dialogs::tr("+, -, Alt+wheel"), Dialogs::tr("Velocity; in the lane: drag, with Shift a ramp")},
          {key(Qt::Key_S) + QStringLiteral(", ") + key(Qt::Key_J) + QStringLiteral(", ") + key(Qt::Key_Q),
           Dialogs::tr("Split, join, quantise")},
          {key(Qt::CTRL | Qt::Key_D) + QStringLiteral(", ") + key(Qt::Key_Delete), Dialogs::tr("Duplicate, delete")},
          {key(QKeySequence::Undo) + QStringLiteral(", ") + key(QKeySequence::Redo), Dialogs::tr("Undo, redo")},
          {key(Qt::CTRL | Qt::Key_L), Dialogs::tr("Loop the selection")}}},
        {Dialogs::tr("Takes"),
         {{Dialogs::tr("Click, %1").arg(key(Qt::Key_Space)), Dialogs::tr("Play a take, pause")},
          {of("swapTakesAction"), Dialogs::tr("The other of the last two, from here on")},
          {key(Qt::Key_L) + QStringLiteral(", ") + key(Qt::Key_F2) + QStringLiteral(", ") + key(Qt::Key_Delete),
           Dialogs::tr("Like, rename, remove")}}},
        {Dialogs::tr("Tensor"),
         {{Dialogs::tr("Drag, arrows"), Dialogs::tr("Turn; in 2D: move")},
          {Dialogs::tr("Middle button or Ctrl, drag"), Dialogs::tr("Move the view")},
          {Dialogs::tr("Wheel, + and -"), Dialogs::tr("Zoom")},
          {QStringLiteral("F, 1, 2, 3, D"), Dialogs::tr("Home, the three sides, 2D")},
          {Dialogs::tr("Ctrl+wheel, page keys"), Dialogs::tr("Move the slice; with Shift: its thickness")},
          {Dialogs::tr("Click, Shift+drag"), Dialogs::tr("Select a cell, a box")}}},
        {Dialogs::tr("Work"),
         {{of("openWorkspace"), Dialogs::tr("Open a workspace")},
          {of("newWorkspace"), Dialogs::tr("New workspace")},
          {of("importFiles"), Dialogs::tr("Import MIDI files")},
          {of("exportMidi"), Dialogs::tr("Export MIDI")},
          {of("exportWav"), Dialogs::tr("Export sound")},
          {of("trainAction"), Dialogs::tr("Train, stop training")},
          {of("generateAction"), Dialogs::tr("Generate, stop generating")},
          {of("duetAction"), Dialogs::tr("Play a duet")},
          {of("showShortcuts"), Dialogs::tr("This sheet")}}},
    };
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    int row = 0;
    for (const auto& group : groups) {
        auto* title = new QLabel(group.title);
        QFont bold = title->font();
        bold.setBold(true);
        title->setFont(bold);
        if (row > 0) grid->setRowMinimumHeight(row++, 8);
        grid->addWidget(title, row++, 0, 1, 2);
        for (const auto& [keys, words] : group.rows) {
            grid->addWidget(new MutedLabel(keys), row, 0);
            grid->addWidget(new QLabel(words), row++, 1);
        }
    }
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setColumnStretch(1, 1);
    auto* page = new QWidget;
    page->setLayout(grid);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->setMinimumWidth(page->sizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    column->addWidget(scroll, 1);
    close(sheet, column);
    const int rest = sheet->sizeHint().height() - scroll->sizeHint().height();
    const int most = window->screen()->availableGeometry().height() * 85 / 100;  // the sheet of a small screen is scrolled
    sheet->resize(sheet->sizeHint().width(), std::min(page->sizeHint().height() + rest, most));
    sheet->show();
}

}  // namespace ricercar
