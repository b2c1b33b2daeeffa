// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/TrainForm.h"

#include "core/learning/Trainer.h"
#include "ui/kit/Icons.h"
#include "ui/kit/MutedLabel.h"
#include "ui/kit/Suggested.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPoint>
#include <QRandomGenerator>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace ricercar {
namespace {

constexpr int usualEpochs = 20;

struct PresetWords {
    const char* name;
    const char* title;
    const char* explanation;
};

constexpr PresetWords presetWords[]{
    {"ricercar", QT_TRANSLATE_NOOP("ricercar::TrainForm", "Ricercar: it remembers"),
     QT_TRANSLATE_NOOP("ricercar::TrainForm",
                       "Sees what came next where the piece went the same way before, so that themes and bars return. "
                       "Layers of 128, 128 over time and 64, 32 over notes. The best music for the time it takes.")},
    {"small", QT_TRANSLATE_NOOP("ricercar::TrainForm", "Small: a first listen"),
     QT_TRANSLATE_NOOP("ricercar::TrainForm",
                       "LSTM layers of 64, 64 over time and 32, 16 over notes. The quickest to learn; good "
                       "enough to hear what your music does to it.")},
    {"seed", QT_TRANSLATE_NOOP("ricercar::TrainForm", "Medium: clearer music"),
     QT_TRANSLATE_NOOP("ricercar::TrainForm",
                       "Layers of 200, 200 over time and 100, 50 over notes. Clearly better music, for "
                       "about ten times the work.")},
    {"johnson", QT_TRANSLATE_NOOP("ricercar::TrainForm", "Large: as Johnson 2015"),
     QT_TRANSLATE_NOOP("ricercar::TrainForm",
                       "Layers of 300, 300 over time and 100, 50 over notes, the size of the published "
                       "model. Wants hundreds of pieces and patience.")},
};

template <class Box>
Box* spin(double low, double high, double step, int decimals = 0) {
    auto* box = new Box;
    if constexpr (std::is_same_v<Box, QDoubleSpinBox>) {
        box->setDecimals(decimals);
        box->setRange(low, high);
        box->setSingleStep(step);
    } else {
        box->setRange(static_cast<int>(low), static_cast<int>(high));
        box->setSingleStep(static_cast<int>(step));
    }
    box->setAlignment(Qt::AlignRight);
    return box;
}

QComboBox* choice() {
    auto* box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

}  // namespace

TrainForm::TrainForm(QWidget* parent)
    : QWidget(parent),
      preset_(choice()),
      explanation_(new MutedLabel),
      estimate_(new QLabel),
      epochs_(spin<QSpinBox>(0, 100'000, 1)),
      minutes_(spin<QDoubleSpinBox>(0, 100'000, 1, 1)),
      seed_(spin<QSpinBox>(0, 999'999'999, 1)),
      fold_(new QToolButton),
      advanced_(new QWidget),
      rate_(spin<QDoubleSpinBox>(0.000001, 1.0, 0.0005, 6)),
      batch_(spin<QSpinBox>(1, 1024, 1)),
      window_(spin<QSpinBox>(16, 1024, 16)),
      patience_(spin<QSpinBox>(0, 1000, 1)),
      featureLayout_(choice()),
      schedule_(choice()),
      warmup_(spin<QSpinBox>(0, 1'000'000, 10)),
      weightDecay_(spin<QDoubleSpinBox>(0, 100, 0.005, 3)),
      inputDropout_(spin<QDoubleSpinBox>(0, 0.95, 0.05, 2)),
      pitches_(choice()),
      threads_(spin<QSpinBox>(0, 256, 1)),
      precision_(new QComboBox) {
    setObjectName(QStringLiteral("trainForm"));
    preset_->setObjectName(QStringLiteral("preset"));
    epochs_->setObjectName(QStringLiteral("epochs"));
    minutes_->setObjectName(QStringLiteral("minutes"));
    seed_->setObjectName(QStringLiteral("trainSeed"));
    rate_->setObjectName(QStringLiteral("learningRate"));
    patience_->setObjectName(QStringLiteral("patience"));
    threads_->setObjectName(QStringLiteral("threads"));
    window_->setObjectName(QStringLiteral("window"));
    batch_->setObjectName(QStringLiteral("batch"));
    fold_->setObjectName(QStringLiteral("advanced"));
    featureLayout_->setObjectName(QStringLiteral("featureLayout"));
    schedule_->setObjectName(QStringLiteral("schedule"));
    warmup_->setObjectName(QStringLiteral("warmup"));
    weightDecay_->setObjectName(QStringLiteral("weightDecay"));
    inputDropout_->setObjectName(QStringLiteral("inputDropout"));
    pitches_->setObjectName(QStringLiteral("pitchRange"));
    precision_->setObjectName(QStringLiteral("precision"));
    estimate_->setObjectName(QStringLiteral("estimate"));
    explanation_->setWordWrap(true);
    estimate_->setWordWrap(true);
    fillChoices();
    explain();
    explainAdvanced();
    layOut();

    connect(fold_, &QToolButton::toggled, this, [this](bool open) {
        fold_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        advanced_->setVisible(open);
    });
    connect(preset_, &QComboBox::currentIndexChanged, this, &TrainForm::applyPreset);
    connect(schedule_, &QComboBox::currentIndexChanged, this, &TrainForm::updateWarmup);
    for (QComboBox* box : {pitches_, featureLayout_, schedule_})
        connect(box, &QComboBox::currentIndexChanged, this, &TrainForm::changed);
    for (QSpinBox* box : {epochs_, seed_, batch_, window_, patience_, threads_, warmup_})
        connect(box, &QSpinBox::valueChanged, this, &TrainForm::changed);
    for (QDoubleSpinBox* box : {minutes_, rate_, weightDecay_, inputDropout_})
        connect(box, &QDoubleSpinBox::valueChanged, this, &TrainForm::changed);
    connect(epochs_, &QSpinBox::valueChanged, this, [this] {
        if (!suggesting_) epochs_->setProperty(suggestedProperty, false);
    });
    applyPreset();
}

void TrainForm::fillChoices() {
    for (const auto& words : presetWords) preset_->addItem(tr(words.title), QString::fromLatin1(words.name));
    pitches_->addItem(tr("those of the music"));
    for (const auto& [range, words] :
         {std::pair{pianoRange, tr("piano")}, {johnsonRange, tr("as Johnson 2015")}, {fullRange, tr("all")}})
        pitches_->addItem(tr("%1: %2 to %3").arg(words, pitchName(range.lowest), pitchName(range.highest)),
                          QPoint(range.lowest, range.highest));
    featureLayout_->addItem(tr("the moment alone"), static_cast<int>(FeatureLayout::Seed));
    featureLayout_->addItem(tr("also like places"), static_cast<int>(FeatureLayout::Remembering));
    schedule_->addItem(tr("stays the same"), static_cast<int>(Schedule::Constant));
    schedule_->addItem(tr("falls to the end"), static_cast<int>(Schedule::Cosine));
    precision_->addItem(tr("float32"));
    precision_->addItem(tr("bfloat16, quicker"));
    precision_->setEnabled(bfloat16Available());
}

void TrainForm::explain() {
    epochs_->setSpecialValueText(tr("no limit"));
    epochs_->setToolTip(tr("Once through the whole set is an epoch. Training ends after this many"));
    minutes_->setSpecialValueText(tr("no limit"));
    minutes_->setSuffix(tr(" min"));
    minutes_->setToolTip(tr("Training ends after this time, or after the epochs, whichever comes first"));
    seed_->setToolTip(tr("The same seed and dataset give the same run"));
    rate_->setToolTip(tr("How far each step goes (Adam). Lower it where the loss jumps"));
    batch_->setToolTip(tr("Stretches of music learnt from at a time"));
    window_->setToolTip(tr("Length of each stretch, in 16ths"));
    window_->setSuffix(tr(" steps"));
    patience_->setSpecialValueText(tr("never"));
    patience_->setToolTip(tr("Stop when validation has not improved for this many epochs"));
    pitches_->setToolTip(
        tr("What the model hears and plays. Fewer pitches train faster; those of the music leave room for moving it up "
           "and down"));
    precision_->setToolTip(bfloat16Available()
                               ? tr("What factors are rounded to before they are multiplied. Sums and weights stay float32")
                               : tr("This processor multiplies bfloat16 no quicker than float32"));
    threads_->setSpecialValueText(tr("automatic"));
    threads_->setToolTip(
        tr("Automatic: as many as the preferences say. A run is the same to the bit on any number of threads"));
}

void TrainForm::explainAdvanced() {
    featureLayout_->setToolTip(
        tr("What the model is shown (%1 or %2 features). With like places it also sees what came next where the piece went the "
           "same way before, and all notes chosen below: themes and bars can return")
            .arg(whole(shownFeatures(FeatureLayout::Seed)), whole(shownFeatures(FeatureLayout::Remembering))));
    schedule_->setToolTip(tr(
        "The learning rate over the run. Falling along half a cosine, large steps find the way and small ones settle it; the "
        "run needs an end, in epochs or minutes"));
    warmup_->setSuffix(tr(" batches"));
    warmup_->setSpecialValueText(tr("none"));
    weightDecay_->setSpecialValueText(tr("none"));
    weightDecay_->setToolTip(
        tr("Pulls the weights gently towards zero, so that the model learns habits of the style rather "
           "than single pieces by heart"));
    inputDropout_->setSpecialValueText(tr("none"));
    inputDropout_->setToolTip(
        tr("The share of what it is shown that is hidden at random while it learns, so that it does not "
           "lean on one sign alone"));
}

void TrainForm::updateWarmup() {
    const bool used = schedule_->currentData().toInt() == static_cast<int>(Schedule::Cosine);
    warmup_->setEnabled(used);
    warmup_->setToolTip(used ? tr("The learning rate rises from nothing over the first batches, so that the first steps do not "
                                  "throw the weights about")
                             : tr("Only where the learning rate falls to the end"));
}

void TrainForm::layOut() {
    fold_->setText(tr("Advanced"));
    fold_->setCheckable(true);
    fold_->setAutoRaise(true);
    fold_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    fold_->setArrowType(Qt::RightArrow);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* main = new QFormLayout;
    main->setRowWrapPolicy(QFormLayout::WrapLongRows);
    main->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    main->addRow(tr("Preset"), preset_);
    main->addRow(explanation_);
    main->setVerticalSpacing(8);
    main->addRow(tr("Epochs"), epochs_);
    main->addRow(tr("Time"), minutes_);
    main->addRow(tr("Seed"), seed_);
    auto* more = new QFormLayout(advanced_);
    more->setContentsMargins(0, 0, 0, 0);
    more->setRowWrapPolicy(QFormLayout::WrapLongRows);
    more->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    more->addRow(tr("It sees"), featureLayout_);
    more->addRow(tr("Learning rate"), rate_);
    more->addRow(tr("Schedule"), schedule_);
    more->addRow(tr("Warm-up"), warmup_);
    more->addRow(tr("Weight decay"), weightDecay_);
    more->addRow(tr("Input dropout"), inputDropout_);
    more->addRow(tr("Batch"), batch_);
    more->addRow(tr("Window"), window_);
    more->addRow(tr("Early stop after"), patience_);
    more->addRow(tr("Pitches"), pitches_);
    more->addRow(tr("Threads"), threads_);
    more->addRow(tr("Arithmetic"), precision_);
    advanced_->hide();
    column->addLayout(main);
    column->addWidget(fold_);
    column->addWidget(advanced_);
    column->addWidget(estimate_);
}

void TrainForm::setPreset(const QString& name) { preset_->setCurrentIndex(std::max(0, preset_->findData(name))); }

TrainConfig TrainForm::preset() const { return scaledTo(presetConfig(toUtf8(preset_->currentData().toString())), trainSteps_); }

void TrainForm::setTrainSteps(std::int64_t steps) {
    if (steps == trainSteps_) return;
    trainSteps_ = steps;
    if (epochs_->property(suggestedProperty).toBool()) suggestEpochs();
}

void TrainForm::suggestEpochs() {
    const TrainConfig config = preset();
    suggesting_ = true;
    epochs_->setValue(config.epochs > 0 ? static_cast<int>(config.epochs) : usualEpochs);
    suggesting_ = false;
    epochs_->setProperty(suggestedProperty, true);
}

void TrainForm::applyPreset() {
    const TrainConfig config = preset();
    explanation_->setText(tr(presetWords[preset_->currentIndex()].explanation));
    seed_->setValue(static_cast<int>(config.seed));
    rate_->setValue(config.learningRate);
    batch_->setValue(config.batch);
    window_->setValue(config.window);
    patience_->setValue(config.patience);
    featureLayout_->setCurrentIndex(featureLayout_->findData(static_cast<int>(config.model.layout)));
    schedule_->setCurrentIndex(schedule_->findData(static_cast<int>(config.schedule)));
    warmup_->setValue(config.warmup);
    weightDecay_->setValue(config.weightDecay);
    inputDropout_->setValue(config.inputDropout);
    updateWarmup();
    suggestEpochs();
    pitches_->setCurrentIndex(0);
    emit changed();
}

TrainConfig TrainForm::config() const {
    TrainConfig config = preset();
    config.epochs = epochs_->value();
    config.minutes = minutes_->value();
    config.seed = static_cast<std::uint64_t>(seed_->value());
    config.learningRate = rate_->value();
    config.batch = batch_->value();
    config.window = window_->value();
    config.patience = patience_->value();
    config.model.layout = static_cast<FeatureLayout>(featureLayout_->currentData().toInt());
    config.schedule = static_cast<Schedule>(schedule_->currentData().toInt());
    config.warmup = warmup_->value();
    config.weightDecay = weightDecay_->value();
    config.inputDropout = inputDropout_->value();
    config.threads = threads_->value();
    config.precision = precision_->currentIndex() == 1 ? Precision::BFloat16 : Precision::Float32;
    config.autoRange = pitches_->currentIndex() == 0;
    if (!config.autoRange) {
        const QPoint ends = pitches_->currentData().toPoint();
        config.model.range = {ends.x(), ends.y()};
    }
    return config;
}

void TrainForm::setEstimate(const QString& words) { estimate_->setText(words); }

void TrainForm::setEditable(bool on) {
    for (QWidget* widget : std::initializer_list<QWidget*>{preset_, epochs_, minutes_, seed_, advanced_})
        widget->setEnabled(on);
}

}  // namespace ricercar
