// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/StyleForm.h"

#include "ui/generation/Fields.h"
#include "ui/kit/MutedLabel.h"
#include "ui/words/ProgramNames.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace ricercar {

StyleForm::StyleForm(QWidget* parent)
    : QWidget(parent),
      program_(choiceField("program", tr("The MIDI program that takes are written with"))),
      velocities_(choiceField("velocities", tr("How strong notes are"))),
      source_(new MutedLabel),
      velocity_(wholeField("velocity", 1, 127, tr("The strength of notes, 1 to 127"))),
      accent_(wholeField("accent", 0, 127, tr("How much stronger a bar's first step is; its quarters by half of that"))),
      swing_(numberField("swing", 50.0, 75.0, 1.0, 1, tr("What the first of two eighths has of their quarter; 50 %: even"))),
      legato_(numberField("legato", 10.0, 100.0, 5.0, 1, tr("How much of its length a note sounds"))) {
    setObjectName(QStringLiteral("styleForm"));
    for (int program = 0; program < 128; ++program)
        program_->addItem(QStringLiteral("%1 %2").arg(program + 1).arg(programName(program)));
    velocities_->addItem(tr("all the same"));
    velocities_->addItem(tr("accents of the meter"));
    velocities_->addItem(tr("as in the dataset"));
    source_->setObjectName(QStringLiteral("velocitySource"));
    source_->setWordWrap(true);
    for (QDoubleSpinBox* share : {swing_, legato_}) share->setSuffix(tr(" %"));
    QFormLayout* rows = formRows(this);
    rows->addRow(tr("Instrument"), program_);
    rows->addRow(tr("Strengths"), velocities_);
    rows->addRow(source_);
    rows->addRow(tr("Velocity"), velocity_);
    rows->addRow(tr("Accent"), accent_);
    rows->addRow(tr("Swing"), swing_);
    rows->addRow(tr("Legato"), legato_);
    show({});
    for (QComboBox* box : {program_, velocities_}) connect(box, &QComboBox::currentIndexChanged, this, &StyleForm::update);
    for (QSpinBox* box : {velocity_, accent_}) connect(box, &QSpinBox::valueChanged, this, &StyleForm::changed);
    for (QDoubleSpinBox* box : {swing_, legato_}) connect(box, &QDoubleSpinBox::valueChanged, this, &StyleForm::changed);
}

Velocities StyleForm::velocities() const { return static_cast<Velocities>(std::max(0, velocities_->currentIndex())); }

void StyleForm::update() {
    velocity_->setEnabled(velocities() != Velocities::Profile || profile_.empty());
    accent_->setEnabled(velocities() == Velocities::Accent);
    source_->setVisible(velocities() == Velocities::Profile && !source_->text().isEmpty());
    emit changed();
}

void StyleForm::show(const PlayingStyle& style) {
    profile_ = style.profile;
    source_->setText(profile_.empty() ? QString() : tr("As in the take whose setup this is"));
    program_->setCurrentIndex(style.program);
    velocities_->setCurrentIndex(static_cast<int>(style.velocities));
    velocity_->setValue(style.velocity);
    accent_->setValue(style.accent);
    setExact(*swing_, style.swing * 100.0);
    setExact(*legato_, style.legato * 100.0);
    update();
}

PlayingStyle StyleForm::style() const {
    PlayingStyle style;
    style.program = std::max(0, program_->currentIndex());
    style.velocities = velocities();
    if (style.velocities == Velocities::Profile) style.profile = profile_;
    if (style.profile.empty() && style.velocities == Velocities::Profile) style.velocities = Velocities::Flat;
    style.velocity = velocity_->value();
    style.accent = accent_->value();
    style.swing = exact(*swing_) / 100.0;
    style.legato = exact(*legato_) / 100.0;
    return style;
}

bool StyleForm::wantsProfile(int barSteps) const {
    return velocities() == Velocities::Profile && profile_.size() != static_cast<std::size_t>(barSteps);
}

void StyleForm::setProfile(std::vector<int> profile, const QString& words) {
    profile_ = std::move(profile);
    source_->setText(words);
    update();
}

QString StyleForm::summary() const {
    const PlayingStyle now = style(), plain;
    QStringList words;
    if (now.program != plain.program) words << programName(now.program);
    if (velocities() != plain.velocities) words << velocities_->currentText();
    if (now.velocity != plain.velocity && velocities() != Velocities::Profile) words << tr("velocity %1").arg(now.velocity);
    if (now.swing != plain.swing) words << tr("swing %1").arg(swing_->text());
    if (now.legato != plain.legato) words << tr("legato %1").arg(legato_->text());
    return words.join(QStringLiteral(", "));
}

}  // namespace ricercar
