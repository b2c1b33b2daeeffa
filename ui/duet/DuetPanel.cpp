// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duet/DuetPanel.h"

#include "core/base/Error.h"
#include "core/learning/Checkpoint.h"
#include "ui/duet/ComputerKeys.h"
#include "ui/kit/Icons.h"
#include "ui/kit/MutedLabel.h"
#include "ui/kit/ScrolledPage.h"
#include "ui/services/Duetting.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace ricercar {
namespace {

constexpr int keyVelocity = 90;
constexpr std::array meters{Meter{4, 4}, Meter{3, 4}, Meter{2, 4}, Meter{6, 8}};

QComboBox* choices(const char* name, std::initializer_list<QString> words) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    for (const QString& word : words) box->addItem(word);
    return box;
}

QSpinBox* number(const char* name, int lowest, int highest, int value) {
    auto* box = new QSpinBox;
    box->setObjectName(QLatin1String(name));
    box->setRange(lowest, highest);
    box->setValue(value);
    box->setAlignment(Qt::AlignRight);
    return box;
}

}  // namespace

DuetPanel::DuetPanel(Duetting& duetting, WorkspaceStore& store, QWidget* parent)
    : QWidget(parent), duetting_(duetting), store_(store), keys_(new ComputerKeys(this)) {
    setObjectName(QStringLiteral("duetPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(new ScrolledPage(form()));
    turn_ = new QLabel;
    turn_->setObjectName(QStringLiteral("duetTurn"));
    QFont large = turn_->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    turn_->setFont(large);
    turn_->setWordWrap(true);
    figures_ = new MutedLabel;
    figures_->setObjectName(QStringLiteral("duetFigures"));
    figures_->setWordWrap(true);
    start_ = new QPushButton;
    start_->setObjectName(QStringLiteral("duetStart"));
    start_->setFocusPolicy(Qt::TabFocus);
    column->addWidget(turn_);
    column->addWidget(figures_);
    column->addWidget(start_);
    column->addStretch(1);

    connect(start_, &QPushButton::clicked, this, &DuetPanel::pressed);
    connect(&duetting_, &Duetting::runningChanged, this, &DuetPanel::showState);
    connect(&duetting_, &Duetting::moved, this, &DuetPanel::showState);
    connect(&duetting_, &Duetting::keyboardChanged, this, &DuetPanel::showKeyboard);
    connect(&store_, &WorkspaceStore::runsChanged, this, &DuetPanel::fillModels);
    connect(keys_, &ComputerKeys::pressed, this, [this](int pitch) { duetting_.keyDown(pitch, keyVelocity); });
    connect(keys_, &ComputerKeys::released, &duetting_, &Duetting::keyUp);
    connect(keys_, &ComputerKeys::octaveChanged, this, &DuetPanel::showKeyboard);
    fillModels();
    showKind();
    showKeyboard();
    showState();
}

void DuetPanel::makeFields() {
    model_ = choices("duetModel", {});
    kind_ = choices("duetKind", {tr("In turns"), tr("Together")});
    kind_->setToolTip(tr("In turns: you play some bars, and the model answers. Together: it plays along with what you hold"));
    bars_ = number("duetBars", 1, 16, 2);
    bars_->setToolTip(tr("How many bars you play before the model answers with as many"));
    voices_ = choices("duetVoices", {tr("Below your notes"), tr("Above your notes"), tr("On both sides")});
    meter_ = choices("duetMeter", {});
    for (const Meter& meter : meters) meter_->addItem(fromUtf8(meter.text()));
    tempo_ = number("duetTempo", 20, 300, 100);
    tempo_->setToolTip(tr("Quarter notes a minute"));
    temperature_ = number("duetTemperature", 10, 300, 100);
    temperature_->setSuffix(tr(" %"));
    temperature_->setToolTip(tr("Below 100 %: safer and plainer. Above: bolder and stranger"));
    metronome_ = new QCheckBox(tr("Metronome"));
    metronome_->setObjectName(QStringLiteral("duetMetronome"));
    metronome_->setChecked(true);
    metronome_->setToolTip(tr("One bar is counted in, in any case"));
    keyboard_ = new QLabel;
    keyboard_->setObjectName(QStringLiteral("duetKeyboard"));
    keyboard_->setWordWrap(true);
    keyboard_->setTextFormat(Qt::PlainText);
    choose_ = new QPushButton(tr("Choose a MIDI keyboard …"));
    choose_->setObjectName(QStringLiteral("duetChooseInput"));
    connect(choose_, &QPushButton::clicked, this, &DuetPanel::inputRequested);
    connect(model_, &QComboBox::currentIndexChanged, this, &DuetPanel::showModel);
    connect(kind_, &QComboBox::currentIndexChanged, this, &DuetPanel::showKind);
}

QWidget* DuetPanel::form() {
    makeFields();
    auto* box = new QWidget;
    rows_ = new QFormLayout(box);
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    rows_->addRow(tr("Model"), model_);
    rows_->addRow(tr("Play"), kind_);
    rows_->addRow(tr("Bars a turn"), bars_);
    rows_->addRow(tr("The model"), voices_);
    rows_->addRow(tr("Meter"), meter_);
    rows_->addRow(tr("Tempo"), tempo_);
    rows_->addRow(tr("Temperature"), temperature_);
    rows_->addRow(metronome_);
    rows_->addRow(keyboard_);
    rows_->addRow(choose_);
    return box;
}

void DuetPanel::fillModels() {
    const QString before = model_->currentData().toString();
    {
        const QSignalBlocker blocker(model_);
        model_->clear();
        for (const CheckpointChoice& choice : store_.checkpoints()) {
            model_->addItem(choice.name, fromPath(choice.path));
            model_->setItemData(model_->count() - 1, choice.detail, Qt::ToolTipRole);
        }
        if (model_->count() > 0) model_->setCurrentIndex(std::max(0, model_->findData(before)));
    }
    if (model_->currentData().toString() != before) showModel();
    showState();
}

/// Tempo, meter and temperature follow the model that is chosen.
void DuetPanel::showModel() {
    model_->setToolTip(model_->currentData(Qt::ToolTipRole).toString());
    if (model_->count() == 0) return;
    try {
        const Checkpoint header = loadCheckpointHeader(toPath(model_->currentData().toString()));
        if (header.facts.tempo > 0) tempo_->setValue(static_cast<int>(std::lround(header.facts.tempo)));
        const auto found = std::ranges::find(meters, header.facts.meter);
        if (found != meters.end()) meter_->setCurrentIndex(static_cast<int>(found - meters.begin()));
        temperature_->setValue(header.draw ? static_cast<int>(std::lround(header.draw->temperature * 100)) : 100);
    } catch (const Error&) {  // said when it begins
    }
}

void DuetPanel::showKind() {
    const bool turns = kind_->currentIndex() == 0;
    rows_->setRowVisible(bars_, turns);
    rows_->setRowVisible(voices_, !turns);
}

void DuetPanel::showKeyboard() {
    const QString port = duetting_.keyboardName();
    choose_->setVisible(port.isEmpty());
    keyboard_->setText(port.isEmpty()
                           ? tr("Play on the computer's keys: A to L are the white keys from %1 on, W to P the black "
                                "ones; Z and X move them by an octave.")
                                 .arg(pitchName(keys_->lowest()))
                           : tr("Play on %1, or on the computer's keys: A is %2.").arg(port, pitchName(keys_->lowest())));
}

DuetSettings DuetPanel::settings() const {
    DuetSettings settings;
    settings.kind = kind_->currentIndex() == 0 ? DuetKind::Answer : DuetKind::Accompany;
    settings.bars = bars_->value();
    settings.voices = static_cast<DuetVoices>(voices_->currentIndex());
    settings.meter = meters[static_cast<std::size_t>(std::max(0, meter_->currentIndex()))];
    settings.tempo = tempo_->value();
    settings.metronome = metronome_->isChecked();
    settings.draw.temperature = temperature_->value() / 100.0;
    settings.draw.seed = QRandomGenerator::global()->bounded(1U, 1'000'000U);
    return settings;
}

void DuetPanel::pressed() {
    if (duetting_.running()) {
        duetting_.stop();
        return;
    }
    setFocus();  // letters are keys now
    duetting_.start(toPath(model_->currentData().toString()), settings());
}

void DuetPanel::showState() {
    const bool running = duetting_.running();
    keys_->setOn(running);
    for (QWidget* field :
         std::initializer_list<QWidget*>{model_, kind_, bars_, voices_, meter_, tempo_, temperature_, metronome_})
        field->setEnabled(!running);
    start_->setEnabled(running || model_->count() > 0);
    start_->setText(running ? tr("End the duet") : tr("Begin the duet"));
    start_->setIcon(icon(running ? QStringLiteral("stop") : QStringLiteral("play")));
    turn_->setVisible(running);
    figures_->setVisible(running);
    if (!running) return;
    const DuetView view = duetting_.view();
    const DuetSettings& settings = duetting_.settings();
    const int barSteps = settings.meter.barSteps().value_or(16);
    const int bar = view.step / barSteps;
    if (view.counting)
        turn_->setText(tr("Counting in …"));
    else if (settings.kind == DuetKind::Accompany)
        turn_->setText(tr("Bar %L1").arg(bar + 1));
    else
        turn_->setText((view.modelTurn ? tr("The model plays: bar %1 of %2") : tr("You play: bar %1 of %2"))
                           .arg(bar % settings.bars + 1)
                           .arg(settings.bars));
    figures_->setText(tr("The model needs %1 ms a step. Steps more than 30 ms late: %L2 of %L3.")
                          .arg(QLocale().toString(view.thinking * 1e3, 'f', 1))
                          .arg(view.late)
                          .arg(view.answers));
}

}  // namespace ricercar
