// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/NoteActions.h"

#include "core/music/ScoreOrder.h"
#include "ui/kit/Icons.h"
#include "ui/pianoroll/QuantiseDialog.h"
#include "ui/pianoroll/RollClipboard.h"
#include "ui/pianoroll/RollEditor.h"
#include "ui/pianoroll/RollView.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QKeyEvent>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int velocityStep = 5;

int count(const NoteList& notes) { return static_cast<int>(notes.size()); }

Tick endOf(const Note& note) { return note.start + note.duration; }

}  // namespace

NoteActions::NoteActions(RollView& view, RollEditor& editor, QWidget* owner)
    : QObject(owner), view_(view), editor_(editor), owner_(owner) {
    makeModes();
    makeSelecting();
    makeClipboard();
    makeShaping();
    makeMoving();
    makeVelocities();
    auto* menu = new QAction(this);
    menu->setShortcuts({QKeySequence(Qt::Key_Menu), QKeySequence(Qt::SHIFT | Qt::Key_F10)});
    menu->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(menu, &QAction::triggered, this, [this] { showMenu(view_.rect().center()); });
    owner_->addAction(menu);
    view_.installEventFilter(this);
    connect(&editor_, &RollEditor::changed, this, &NoteActions::update);
    connect(&editor_, &RollEditor::modeChanged, this, &NoteActions::update);
    connect(&view_, &RollView::contentChanged, this, &NoteActions::update);
    connect(&view_, &RollView::viewChanged, this, &NoteActions::update);
    update();
}

QAction* NoteActions::add(const char* name, const QString& text, const QList<QKeySequence>& keys, const Reason& reason,
                          const std::function<void()>& act) {
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    owner_->addAction(action);
    entries_.push_back({action, reason});
    return action;
}

void NoteActions::tellShortcut(QAction* action, const QKeySequence& keys) {
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
}

void NoteActions::showMenu(QPointF at) {
    auto* menu = new QMenu(owner_);
    menu->setObjectName(QStringLiteral("noteMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillAll(*menu);
    emit menuOpening(menu);
    menu->popup(view_.mapToGlobal(at.toPoint()));
}

bool NoteActions::eventFilter(QObject* watched, QEvent* event) {
    const bool asked = event->type() == QEvent::ShortcutOverride;
    if ((!asked && event->type() != QEvent::KeyPress) || !loop_->isEnabled()) return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() != Qt::Key_L || key->modifiers() != Qt::ControlModifier) return QObject::eventFilter(watched, event);
    event->accept();
    if (!asked) loop_->trigger();
    return true;
}

void NoteActions::update() {
    for (const Entry& entry : entries_) {
        const QString reason = entry.reason();
        if (entry.action->isEnabled() != reason.isEmpty()) entry.action->setEnabled(reason.isEmpty());
        const QString tip = reason.isEmpty() ? entry.action->text().remove(QLatin1Char('&')) : reason;
        if (entry.action->toolTip() != tip) entry.action->setToolTip(tip);
    }
    for (std::size_t i = 0; i < modes_.size(); ++i) modes_[i]->setChecked(static_cast<std::size_t>(editor_.mode()) == i);
}

void NoteActions::makeModes() {
    const struct {
        const char* name;
        const char* picture;
        QString text;
        int key;
    } each[]{{"selectMode", "select", tr("&Select tool"), Qt::Key_1},
             {"pencilMode", "pencil", tr("&Pencil"), Qt::Key_2},
             {"eraserMode", "eraser", tr("&Eraser"), Qt::Key_3}};
    auto* group = new QActionGroup(this);
    int number = 0;
    for (const auto& one : each) {
        const auto mode = static_cast<EditMode>(number++);
        QAction* action = add(
            one.name, one.text, {QKeySequence(one.key)}, [] { return QString(); }, [this, mode] { editor_.setMode(mode); });
        action->setCheckable(true);
        action->setIcon(icon(QString::fromLatin1(one.picture)));
        group->addAction(action);
        modes_.push_back(action);
    }
}

void NoteActions::makeSelecting() {
    const auto music = [this] { return editor_.notes().empty() ? tr("There are no notes.") : QString(); };
    selectAll_ = add("selectAllNotes", tr("Select &all"), {}, music, [this] { editor_.choose(editor_.notes()); });
    tellShortcut(selectAll_, QKeySequence::SelectAll);
    selecting_.push_back(
        add("invertSelection", tr("&Invert the selection"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)}, music, [this] {
            NoteList others;
            const NoteList chosen = editor_.chosen();
            std::set_difference(editor_.notes().begin(), editor_.notes().end(), chosen.begin(), chosen.end(),
                                std::back_inserter(others), noteBefore);
            editor_.choose(others);
        }));
    selecting_.push_back(add(
        "selectPitches", tr("All of these &pitches"), {},
        [this] { return view_.content().selection.empty() ? tr("Select a note first.") : QString(); },
        [this] {
            std::bitset<128> pitches;
            for (const Note& note : editor_.chosen()) pitches.set(note.pitch);
            NoteList all;
            for (const Note& note : editor_.notes())
                if (pitches.test(note.pitch)) all.push_back(note);
            editor_.choose(all);
        }));
    selecting_.push_back(add(
        "selectLoop", tr("All in the &loop"), {},
        [this] { return view_.content().loop ? QString() : tr("Drag in the ruler to set a loop first."); },
        [this] {
            const auto loop = *view_.content().loop;
            const Tick from = editor_.scale().tick(loop.from), to = editor_.scale().tick(loop.to);
            NoteList all;
            for (const Note& note : editor_.notes())
                if (note.start >= from && note.start < to) all.push_back(note);
            editor_.choose(all);
        }));
}

void NoteActions::makeClipboard() {
    const auto some = [this] { return view_.content().selection.empty() ? tr("Select notes first.") : QString(); };
    const auto editable = [this, some] {
        const QString locked = editor_.locked();
        return locked.isEmpty() ? some() : locked;
    };
    copy_ = add("copyNotes", tr("&Copy"), {}, some, [this] { copyNow(); });
    cut_ = add("cutNotes", tr("Cu&t"), {}, editable, [this] {
        copyNow();
        const NoteList chosen = editor_.chosen();
        editor_.commit(tr("Cut %Ln notes", nullptr, count(chosen)), eraseNotes(editor_.notes(), chosen));
    });
    paste_ = add(
        "pasteNotes", tr("&Paste at the playhead"), {}, [this] { return editor_.locked(); }, [this] { pasteNow(); });
    tellShortcut(copy_, QKeySequence::Copy);
    tellShortcut(cut_, QKeySequence::Cut);
    tellShortcut(paste_, QKeySequence::Paste);
    shaping_.push_back(
        add("deleteNotes", tr("&Delete"), {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_Backspace)}, editable, [this] {
            const NoteList chosen = editor_.chosen();
            editor_.commit(tr("Delete %Ln notes", nullptr, count(chosen)), eraseNotes(editor_.notes(), chosen));
        }));
    shaping_.push_back(add("duplicateNotes", tr("D&uplicate"), {QKeySequence(Qt::CTRL | Qt::Key_D)}, editable, [this] {
        const NoteList chosen = editor_.chosen();
        Tick end = 0;
        for (const Note& note : chosen) end = std::max(end, endOf(note));
        const Tick grid = editor_.gridTicks(), length = end - chosen.front().start;
        editor_.commit(tr("Duplicate %Ln notes", nullptr, count(chosen)),
                       moveNotes(editor_.notes(), chosen, (length + grid - 1) / grid * grid, 0, true));
    }));
}

void NoteActions::makeShaping() {
    const auto editable = [this](std::size_t least) {
        return [this, least] {
            const QString locked = editor_.locked();
            if (!locked.isEmpty()) return locked;
            if (view_.content().selection.size() >= least) return QString();
            return least == 1 ? tr("Select notes first.") : tr("Select two notes of one pitch first.");
        };
    };
    shaping_.push_back(add("splitNotes", tr("&Split at the playhead or pointer"), {QKeySequence(Qt::Key_S)}, editable(1),
                           [this] { split(); }));
    shaping_.push_back(add("joinNotes", tr("&Join"), {QKeySequence(Qt::Key_J)}, editable(2), [this] {
        const NoteList chosen = editor_.chosen();
        editor_.commit(tr("Join %Ln notes", nullptr, count(chosen)), joinNotes(editor_.notes(), chosen));
    }));
    shaping_.push_back(add("quantiseNotes", tr("&Quantise"), {QKeySequence(Qt::Key_Q)}, editable(1), [this] {
        const NoteList chosen = editor_.chosen();
        const auto line = [this](Tick tick) { return editor_.nearest(editor_.scale().step(tick), false); };
        editor_.commit(tr("Quantise %Ln notes", nullptr, count(chosen)),
                       quantiseNotes(editor_.notes(), chosen, line, {true, false, 1.0, editor_.gridTicks()}));
    }));
    shaping_.push_back(
        add("quantiseHow", tr("Quantise …"), {QKeySequence(Qt::SHIFT | Qt::Key_Q)}, editable(1), [this] { askQuantise(); }));
    loop_ = add(
        "loopNotes", tr("&Loop the selection"), {},
        [this] { return view_.content().selection.empty() ? tr("Select notes first.") : QString(); },
        [this] {
            const NoteList chosen = editor_.chosen();
            const StepScale scale = editor_.scale();
            double from = 1e18, to = 0.0;
            for (const Note& note : chosen) {
                from = std::min(from, scale.step(note.start));
                to = std::max(to, scale.step(endOf(note)));
            }
            const int first = std::max(0, static_cast<int>(std::floor(from + 1e-6)));
            emit loopRequested(first, std::max(first + 1, static_cast<int>(std::ceil(to - 1e-6))));
        });
    tellShortcut(loop_, QKeySequence(Qt::CTRL | Qt::Key_L));
    shaping_.push_back(loop_);
}

void NoteActions::nudge(int gridSteps, int semitones) {
    const NoteList chosen = editor_.chosen();
    const NoteEdit edit = moveNotes(editor_.notes(), chosen, gridSteps * editor_.gridTicks(), semitones);
    editor_.commit(
        semitones == 0 ? tr("Move %Ln notes", nullptr, count(chosen)) : tr("Transpose %Ln notes", nullptr, count(chosen)), edit,
        semitones == 0 ? NudgeTime : NudgePitch);
    if (!edit.chosen.empty())
        view_.setCurrent(static_cast<NoteId>(
            std::lower_bound(editor_.notes().begin(), editor_.notes().end(), edit.chosen.front(), noteBefore) -
            editor_.notes().begin()));
}

void NoteActions::makeMoving() {
    const auto editable = [this] {
        const QString locked = editor_.locked();
        return !locked.isEmpty() ? locked : view_.content().selection.empty() ? tr("Select notes first.") : QString();
    };
    const auto move = [&](const char* name, const QString& text, const QKeySequence& keys, int steps, int semitones) {
        moving_.push_back(add(name, text, {keys}, editable, [this, steps, semitones] { nudge(steps, semitones); }));
    };
    move("nudgeLeft", tr("Earlier by a grid step"), Qt::Key_Left, -1, 0);
    move("nudgeRight", tr("Later by a grid step"), Qt::Key_Right, 1, 0);
    move("semitoneUp", tr("Semitone up"), Qt::Key_Up, 0, 1);
    move("semitoneDown", tr("Semitone down"), Qt::Key_Down, 0, -1);
    move("octaveUp", tr("Octave up"), Qt::SHIFT | Qt::Key_Up, 0, 12);
    move("octaveDown", tr("Octave down"), Qt::SHIFT | Qt::Key_Down, 0, -12);
    const auto scaled = [this, editable] {
        const QString reason = editable();
        return !reason.isEmpty() ? reason : view_.content().scale ? QString() : tr("Choose a scale to be lit first.");
    };
    const auto degree = [&](const char* name, const QString& text, const QKeySequence& keys, int degrees) {
        moving_.push_back(add(name, text, {keys}, scaled, [this, degrees] {
            const NoteList chosen = editor_.chosen();
            editor_.commit(tr("Transpose %Ln notes in the scale", nullptr, count(chosen)),
                           transposeInScale(editor_.notes(), chosen, degrees, view_.content().scale->pitchClasses()),
                           NudgePitch);
        }));
    };
    degree("degreeUp", tr("Up in the scale"), Qt::CTRL | Qt::Key_Up, 1);
    degree("degreeDown", tr("Down in the scale"), Qt::CTRL | Qt::Key_Down, -1);
    const auto length = [&](const char* name, const QString& text, const QKeySequence& keys, int steps) {
        moving_.push_back(add(name, text, {keys}, editable, [this, steps] {
            const NoteList chosen = editor_.chosen();
            editor_.commit(tr("Resize %Ln notes", nullptr, count(chosen)),
                           resizeEnds(editor_.notes(), chosen, steps * editor_.gridTicks(), editor_.gridTicks()), NudgeLength);
        }));
    };
    length("longer", tr("Longer by a grid step"), Qt::SHIFT | Qt::Key_Right, 1);
    length("shorter", tr("Shorter by a grid step"), Qt::SHIFT | Qt::Key_Left, -1);
}

void NoteActions::makeVelocities() {
    const auto loud = [this](std::size_t least) {
        return [this, least] {
            const QString locked = editor_.locked();
            if (!locked.isEmpty()) return locked;
            if (!view_.content().hasVelocities()) return tr("The grid has no velocities: show the notes.");
            return view_.content().selection.size() >= least ? QString() : tr("Select notes first.");
        };
    };
    const auto change = [&](const char* name, const QString& text, const QList<QKeySequence>& keys, int by) {
        velocities_.push_back(add(name, text, keys, loud(1), [this, by] {
            const NoteList chosen = editor_.chosen();
            editor_.commit(tr("Velocity of %Ln notes", nullptr, count(chosen)), changeVelocity(editor_.notes(), chosen, by),
                           NudgeVelocity);
        }));
    };
    change("louder", tr("&Louder"),
           {QKeySequence(Qt::Key_Plus), QKeySequence(Qt::SHIFT | Qt::Key_Plus), QKeySequence(Qt::Key_Equal)}, velocityStep);
    change("softer", tr("&Softer"), {QKeySequence(Qt::Key_Minus)}, -velocityStep);
    velocities_.push_back(add("setVelocity", tr("Set &velocity …"), {}, loud(1), [this] { askVelocity(); }));
    velocities_.push_back(add("rampVelocity", tr("&Ramp from the first to the last"), {}, loud(3), [this] {
        const NoteList chosen = editor_.chosen();
        editor_.commit(tr("Velocity ramp over %Ln notes", nullptr, count(chosen)),
                       rampVelocity(editor_.notes(), chosen, chosen.front().start, chosen.front().velocity, chosen.back().start,
                                    chosen.back().velocity));
    }));
}

void NoteActions::askVelocity() {
    const NoteList chosen = editor_.chosen();
    auto* dialog = new QInputDialog(owner_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Set velocity"));
    dialog->setLabelText(tr("Velocity, 1 to 127:"));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, 127);
    dialog->setIntValue(chosen.front().velocity);
    connect(dialog, &QInputDialog::intValueSelected, this, [this](int to) {
        const NoteList now = editor_.chosen();
        editor_.commit(tr("Velocity of %Ln notes", nullptr, count(now)), setVelocity(editor_.notes(), now, to));
    });
    dialog->open();
}

void NoteActions::askQuantise() {
    auto* dialog = new QuantiseDialog(owner_);
    connect(dialog, &QuantiseDialog::chosen, this, [this](const Quantising& how) {
        const NoteList now = editor_.chosen();
        Quantising grid = how;
        grid.shortest = editor_.gridTicks();
        const auto line = [this](Tick tick) { return editor_.nearest(editor_.scale().step(tick), false); };
        editor_.commit(tr("Quantise %Ln notes", nullptr, count(now)), quantiseNotes(editor_.notes(), now, line, grid));
    });
    dialog->open();
}

void NoteActions::split() {
    const NoteList chosen = editor_.chosen();
    const auto inside = [&](Tick at) {
        return std::any_of(chosen.begin(), chosen.end(), [at](const Note& n) { return n.start < at && endOf(n) > at; });
    };
    Tick at = editor_.nearest(view_.playhead(), false);
    if (!inside(at)) {
        const double x = view_.mapFromGlobal(QCursor::pos()).x();
        at = editor_.nearest(view_.geometryOfRoll().stepAt(x), false);
    }
    editor_.commit(tr("Split %Ln notes", nullptr, count(chosen)), splitNotes(editor_.notes(), chosen, at));
}

void NoteActions::copyNow() const { putOnClipboard(editor_.scoreWith(editor_.chosen()), editor_.chosen()); }

void NoteActions::pasteNow() {
    const Tick at = editor_.nearest(view_.playhead(), false);
    const NoteList notes = editor_.fitted(fromClipboard(editor_.ticksPerQuarter(), at));
    if (notes.empty()) return;
    editor_.commit(tr("Paste %Ln notes", nullptr, count(notes)), addNotes(editor_.notes(), notes));
}

void NoteActions::fill(QMenu& menu) const {
    menu.setToolTipsVisible(true);
    const auto sub = [&](const QString& title, const std::vector<QAction*>& actions) {
        QMenu* made = menu.addMenu(title);
        made->setToolTipsVisible(true);
        for (QAction* action : actions) made->addAction(action);
    };
    for (QAction* action : shaping_) menu.addAction(action);
    menu.addSeparator();
    sub(tr("&Move"), moving_);
    sub(tr("&Velocity"), velocities_);
    sub(tr("S&elect"), selecting_);
    sub(tr("&Tool"), modes_);
}

void NoteActions::fillAll(QMenu& menu) const {
    for (QAction* action : {cut_, copy_, paste_}) menu.addAction(action);
    menu.addSeparator();
    fill(menu);
    menu.addSeparator();
    menu.addAction(selectAll_);
}

}  // namespace ricercar
