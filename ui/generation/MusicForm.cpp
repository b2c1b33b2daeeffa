// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/MusicForm.h"

#include "ui/generation/Fields.h"
#include "ui/generation/PrimerChooser.h"
#include "ui/kit/Icons.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int highestSeed = 999'999'999;

int shownSeed(std::uint64_t seed) { return static_cast<int>(std::min<std::uint64_t>(seed, highestSeed)); }

}  // namespace

MusicForm::MusicForm(WorkspaceStore& store, Stage& stage, QWidget* parent)
    : QWidget(parent), store_(store), primer_(new PrimerChooser(stage)) {
    makeFields();
    layOut();
    connect(checkpoint_, &QComboBox::currentIndexChanged, this, &MusicForm::modelChanged);
    connect(dice_, &QToolButton::clicked, this, [this] { seed_->setValue(QRandomGenerator::global()->bounded(1, 1'000'000)); });
    connect(primer_, &PrimerChooser::changed, this, [this] {
        showPrimer();
        emit primerChanged();
        emit changed();
    });
    connect(primerBars_, &QSpinBox::valueChanged, this, [this] {
        emit primerChanged();
        emit changed();
    });
    for (QSpinBox* box : {bars_, variations_, seed_}) connect(box, &QSpinBox::valueChanged, this, &MusicForm::changed);
    connect(temperature_, &QDoubleSpinBox::valueChanged, this, &MusicForm::changed);
    connect(&store_, &WorkspaceStore::runsChanged, this, &MusicForm::fillModels);
    fillModels();
    showPrimer();
}

void MusicForm::makeFields() {
    checkpoint_ = choiceField("checkpoint", {});
    checkpoint_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    primerBars_ = wholeField("primerBars", 0, 999, tr("How many bars of the primer are given"));
    primerBars_->setSpecialValueText(tr("all of it"));
    primerBars_->setValue(4);
    primerBarsLabel_ = new QLabel(tr("Primer bars"));
    bars_ = wholeField("bars", 1, 4096, tr("New bars to generate"));
    bars_->setValue(16);
    variations_ =
        wholeField("variations", 1, 16,
                   tr("Takes to generate at once, each with a seed of its own. The roll shows the first as it grows"));
    seed_ = wholeField("seed", 0, highestSeed, tr("The same checkpoint, seed and settings give the same music"));
    seed_->setValue(1);
    dice_ = new QToolButton;
    dice_->setObjectName(QStringLiteral("dice"));
    dice_->setIcon(icon(QStringLiteral("dice")));
    dice_->setToolTip(tr("Another seed"));
    newSeed_ = new QCheckBox(tr("New seed for each take"));
    newSeed_->setObjectName(QStringLiteral("newSeed"));
    newSeed_->setChecked(true);
    temperature_ = numberField("temperature", 0.01, 10.0, 0.05, 2, {});
    temperature_->setValue(1.0);
    setCurved(false);
}

void MusicForm::layOut() {
    auto* seedRow = new QHBoxLayout;
    seedRow->setSpacing(4);
    seedRow->addWidget(seed_, 1);
    seedRow->addWidget(dice_);
    auto* rows = formRows(this);
    rows->setRowWrapPolicy(QFormLayout::DontWrapRows);
    rows->addRow(tr("Model"), checkpoint_);
    rows->addRow(tr("Primer"), primer_);
    rows->addRow(primerBarsLabel_, primerBars_);
    rows->addRow(tr("Bars"), bars_);
    rows->addRow(tr("Variations"), variations_);
    auto* seedLabel = new QLabel(tr("Seed"));
    seedLabel->setBuddy(seed_);
    rows->addRow(seedLabel, seedRow);
    rows->addRow(newSeed_);
    rows->addRow(tr("Temperature"), temperature_);
}

void MusicForm::fillModels() {
    {
        const QSignalBlocker blocker(checkpoint_);
        const QString before = checkpoint_->currentData().toString();
        checkpoint_->clear();
        for (const CheckpointChoice& choice : store_.checkpoints()) {
            checkpoint_->addItem(choice.name, fromPath(choice.path));
            checkpoint_->setItemData(checkpoint_->count() - 1, choice.detail, Qt::ToolTipRole);
        }
        if (!otherModel_.empty() && checkpoint_->findData(fromPath(otherModel_)) < 0)
            checkpoint_->addItem(fromPath(otherModel_.stem()), fromPath(otherModel_));
        const int kept = checkpoint_->findData(before);
        if (checkpoint_->count() > 0) checkpoint_->setCurrentIndex(std::max(0, kept));
        if (checkpoint_->count() == 0) checkpoint_->setPlaceholderText(tr("none yet"));
    }
    emit modelChanged();
}

void MusicForm::chooseModel(const std::filesystem::path& file) {
    if (checkpoint_->findData(fromPath(file)) < 0) {
        otherModel_ = file;
        fillModels();
    }
    checkpoint_->setCurrentIndex(checkpoint_->findData(fromPath(file)));
}

void MusicForm::showPrimer() {
    primerBars_->setVisible(primer_->roll().has_value());
    primerBarsLabel_->setVisible(primer_->roll().has_value());
}

void MusicForm::show(const TakeRequest& request) {
    bars_->setValue(request.bars);
    variations_->setValue(request.variations);
    wideSeed_ = request.settings.seed;
    seed_->setValue(shownSeed(wideSeed_));
    newSeed_->setChecked(false);
    setExact(*temperature_, request.settings.temperature);
}

void MusicForm::applyTo(TakeRequest& request) const {
    request.checkpoint = toPath(checkpoint_->currentData().toString());
    request.bars = bars_->value();
    request.variations = variations_->value();
    const bool wide = seed_->value() == shownSeed(wideSeed_);
    request.settings.seed = wide ? wideSeed_ : static_cast<std::uint64_t>(seed_->value());
    request.settings.temperature = exact(*temperature_);
    request.settings.primer = primer_->cutTo(primerBars_->value());
}

int MusicForm::bars() const { return bars_->value(); }
void MusicForm::setBars(int bars) { bars_->setValue(bars); }
void MusicForm::setPrimerBars(int bars) { primerBars_->setValue(bars); }
int MusicForm::variations() const { return variations_->value(); }
double MusicForm::temperature() const { return temperature_->value(); }
int MusicForm::seed() const { return seed_->value(); }
void MusicForm::setNewSeeds(bool on) { newSeed_->setChecked(on); }

void MusicForm::followTemperature(double before, double now) {
    if (std::abs(exact(*temperature_) - before) < 1e-6) setExact(*temperature_, now);
}

void MusicForm::setCurved(bool curved) {
    temperature_->setEnabled(!curved);
    temperature_->setToolTip(curved
                                 ? tr("The curve below “How it draws” holds instead")
                                 : tr("Below 1: safer and plainer. Above 1: bolder and stranger. 1 is what the model learnt"));
}

void MusicForm::freshSeed() {
    if (newSeed_->isChecked() && usedSeed_ == seed_->value()) dice_->click();
    usedSeed_ = seed_->value();
}

}  // namespace ricercar
