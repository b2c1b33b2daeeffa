// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/PrimerChooser.h"

#include "ui/services/Stage.h"

#include <QMenu>

#include <algorithm>

namespace ricercar {

PrimerChooser::PrimerChooser(Stage& stage, QWidget* parent) : QToolButton(parent), stage_(stage) {
    setObjectName(QStringLiteral("primer"));
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setToolTip(tr("Music to go on from"));
    setMenu(new QMenu(this));
    setText(tr("None"));
    connect(menu(), &QMenu::aboutToShow, this, &PrimerChooser::fillMenu);
}

void PrimerChooser::fillMenu() {
    menu()->clear();
    const StageContent& shown = stage_.shown();
    const bool music = shown.roll.steps() > 0 && shown.kind != StageContent::Kind::Draft;
    menu()->addAction(tr("None: from silence"), this, &PrimerChooser::clear);
    menu()
        ->addAction(music ? tr("What the roll shows: %1").arg(shown.title) : tr("What the roll shows"), this,
                    &PrimerChooser::useShown)
        ->setEnabled(music);
    menu()
        ->addAction(tr("What is selected in the roll"), this, &PrimerChooser::useSelected)
        ->setEnabled(music && selected_ && selected_());
    menu()->addAction(tr("A MIDI file …"), this, &PrimerChooser::fileRequested);
}

void PrimerChooser::set(PianoRoll roll, double tempo, const QString& title) {
    roll_ = std::move(roll);
    tempo_ = tempo;
    title_ = title;
    setText(title);
    emit changed();
}

void PrimerChooser::clear() {
    roll_.reset();
    tempo_ = 0;
    title_.clear();
    setText(tr("None"));
    emit changed();
}

void PrimerChooser::useShown() {
    const StageContent& shown = stage_.shown();
    if (shown.roll.steps() > 0) set(shown.roll, shown.tempo, shown.title);
}

void PrimerChooser::useSelected() {
    const StageContent& shown = stage_.shown();
    const auto steps = selected_ ? selected_() : std::nullopt;
    if (!steps || shown.roll.steps() == 0) return;
    const int first = std::clamp(steps->first, 0, shown.roll.steps() - 1);
    const int end = std::clamp(steps->second, first + 1, shown.roll.steps());
    set(shown.roll.slice(first, end - first), shown.tempo, tr("%1, a part").arg(shown.title));
}

std::optional<PianoRoll> PrimerChooser::cutTo(int bars) const {
    if (!roll_) return std::nullopt;
    const int steps = bars == 0 ? roll_->steps() : bars * roll_->barSteps() - roll_->barOffset();
    return roll_->slice(0, std::clamp(steps, 0, roll_->steps()));
}

}  // namespace ricercar
