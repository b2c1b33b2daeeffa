// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/ConstraintsForm.h"

#include "core/music/Scale.h"
#include "ui/generation/Fields.h"
#include "ui/generation/PitchBox.h"
#include "ui/generation/ScaleKeys.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardItemModel>

#include <array>

namespace ricercar {
namespace {

enum Choice { AllPitches, OfPrimer, Painted, FirstMode };

}  // namespace

ConstraintsForm::ConstraintsForm(QWidget* parent)
    : QWidget(parent),
      lowest_(new PitchBox("lowest", tr("The lowest pitch of new notes, by its name or number"))),
      highest_(new PitchBox("highest", tr("The highest pitch of new notes, by its name or number"))),
      mode_(choiceField("scaleMode", tr("The scale of new notes; or paint it on the keys"))),
      tonic_(choiceField("scaleTonic", tr("The first note of the scale"))),
      keys_(new ScaleKeys),
      voices_(wholeField("voices", 0, fullRange.size(), tr("Notes that sound at once, at most"))),
      shortest_(wholeField("shortest", 1, longestRuledNote, tr("The shortest new note, in 16ths"))),
      longest_(wholeField("longest", 0, longestRuledNote, tr("The longest new note, in 16ths"))) {
    setObjectName(QStringLiteral("constraintsForm"));
    fillScales();
    for (QSpinBox* any : {voices_, longest_}) any->setSpecialValueText(tr("any"));
    shortest_->setSpecialValueText(tr("any"));
    for (QSpinBox* length : {shortest_, longest_}) length->setSuffix(tr("/16", "note length"));
    const auto pair = [](QWidget* one, QWidget* other, const QString& between) {
        auto* line = new QHBoxLayout;
        line->setSpacing(4);
        line->addWidget(one, 1);
        line->addWidget(new QLabel(between));
        line->addWidget(other, 1);
        return line;
    };
    QFormLayout* rows = formRows(this);
    auto* pitches = new QLabel(tr("Pitches"));
    pitches->setBuddy(lowest_);
    rows->addRow(pitches, pair(lowest_, highest_, QStringLiteral("–")));
    auto* scale = new QLabel(tr("Scale"));
    scale->setBuddy(mode_);
    tonic_->setMinimumContentsLength(2);
    auto* scaleLine = new QHBoxLayout;
    scaleLine->setSpacing(4);
    scaleLine->addWidget(tonic_, 1);
    scaleLine->addWidget(mode_, 2);
    rows->addRow(scale, scaleLine);
    rows->addRow(keys_);
    rows->addRow(tr("Voices, at most"), voices_);
    rows->addRow(tr("Shortest note"), shortest_);
    rows->addRow(tr("Longest note"), longest_);

    for (QComboBox* box : {mode_, tonic_}) connect(box, &QComboBox::currentIndexChanged, this, &ConstraintsForm::chooseScale);
    connect(keys_, &ScaleKeys::changed, this, [this] {
        nameScale();
        emit changed();
    });
    for (QSpinBox* box : std::initializer_list<QSpinBox*>{lowest_, highest_, voices_, shortest_, longest_})
        connect(box, &QSpinBox::valueChanged, this, &ConstraintsForm::changed);
    nameScale();
}

void ConstraintsForm::fillScales() {
    mode_->addItem(tr("All pitches"));
    mode_->addItem(tr("Key of the primer"));
    mode_->addItem(tr("As painted"));
    for (int mode = 0; mode < modeCount; ++mode) mode_->addItem(modeName(static_cast<Mode>(mode)));
    for (int tonic = 0; tonic < 12; ++tonic) tonic_->addItem(pitchClassName(tonic));
    setPrimer(false);
}

void ConstraintsForm::setPrimer(bool there) {
    auto* item = static_cast<QStandardItemModel*>(mode_->model())->item(OfPrimer);
    item->setEnabled(there);
    item->setToolTip(there ? QString() : tr("There is no primer"));
}

bool ConstraintsForm::fromPrimer() const { return mode_->currentIndex() == OfPrimer; }

void ConstraintsForm::chooseScale() {
    const int choice = mode_->currentIndex();
    if (choice == AllPitches) keys_->setPitchClasses(allPitchClasses);
    if (choice >= FirstMode)
        keys_->setPitchClasses(Scale{tonic_->currentIndex(), static_cast<Mode>(choice - FirstMode)}.pitchClasses());
    keys_->setEnabled(choice != OfPrimer);
    tonic_->setEnabled(choice >= FirstMode);
    emit changed();
}

void ConstraintsForm::nameScale() {
    const std::uint16_t classes = keys_->pitchClasses();
    int choice = classes == allPitchClasses ? AllPitches : Painted, tonic = tonic_->currentIndex();
    for (int turn = 0; turn < 12 && choice == Painted; ++turn)
        for (int mode = 0; mode < modeCount && choice == Painted; ++mode) {
            const int from = (tonic_->currentIndex() + turn) % 12;
            if (Scale{from, static_cast<Mode>(mode)}.pitchClasses() != classes) continue;
            choice = FirstMode + mode;
            tonic = from;
        }
    const int now = mode_->currentIndex();
    if (now >= FirstMode && Scale{tonic_->currentIndex(), static_cast<Mode>(now - FirstMode)}.pitchClasses() == classes) {
        choice = now;  // of several names the one that was chosen
        tonic = tonic_->currentIndex();
    }
    const QSignalBlocker a(mode_), b(tonic_);
    mode_->setCurrentIndex(choice);
    tonic_->setCurrentIndex(tonic);
    tonic_->setEnabled(choice >= FirstMode);
    keys_->setEnabled(true);
}

void ConstraintsForm::show(const TakeRequest& request) {
    const Constraints& constraints = request.settings.constraints;
    lowest_->setValue(constraints.range ? constraints.range->lowest : -1);
    highest_->setValue(constraints.range ? constraints.range->highest : -1);
    keys_->setPitchClasses(constraints.pitchClasses);
    nameScale();
    if (request.primerScale) mode_->setCurrentIndex(OfPrimer);
    voices_->setValue(constraints.voices);
    shortest_->setValue(constraints.shortest);
    longest_->setValue(constraints.longest);
}

void ConstraintsForm::applyTo(TakeRequest& request) const {
    Constraints& constraints = request.settings.constraints;
    constraints.range.reset();
    if (lowest_->value() >= 0 || highest_->value() >= 0)
        constraints.range = PitchRange{std::max(0, lowest_->value()), highest_->value() < 0 ? 127 : highest_->value()};
    request.primerScale = fromPrimer();
    constraints.pitchClasses = fromPrimer() ? allPitchClasses : keys_->pitchClasses();
    constraints.voices = voices_->value();
    constraints.shortest = shortest_->value();
    constraints.longest = longest_->value();
}

QString ConstraintsForm::scaleWords() const {
    switch (mode_->currentIndex()) {
        case AllPitches: return {};
        case OfPrimer: return tr("key of the primer");
        case Painted: {
            QString names;
            for (int pitch = 0; pitch < 12; ++pitch)
                if (((keys_->pitchClasses() >> pitch) & 1) != 0) names += QLatin1Char(' ') + pitchClassName(pitch);
            return names.trimmed();
        }
        default: return tonic_->currentText() + QLatin1Char(' ') + mode_->currentText();
    }
}

QString ConstraintsForm::summary() const {
    QStringList words;
    if (const QString scale = scaleWords(); !scale.isEmpty()) words << scale;
    if (lowest_->value() >= 0 || highest_->value() >= 0)
        words << (highest_->value() < 0  ? tr("from %1").arg(lowest_->text())
                  : lowest_->value() < 0 ? tr("up to %1").arg(highest_->text())
                                         : QStringLiteral("%1–%2").arg(lowest_->text(), highest_->text()));
    if (voices_->value() > 0) words << tr("%Ln voices", nullptr, voices_->value());
    if (shortest_->value() > 1) words << tr("at least %1").arg(shortest_->text());
    if (longest_->value() > 0) words << tr("at most %1").arg(longest_->text());
    return words.join(QStringLiteral(", "));
}

}  // namespace ricercar
