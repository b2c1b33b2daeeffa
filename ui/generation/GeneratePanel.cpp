// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/GeneratePanel.h"

#include "core/base/Error.h"
#include "core/workbench/Primer.h"
#include "ui/kit/Icons.h"
#include "ui/kit/ScrolledPage.h"
#include "ui/services/Generation.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int leastField = 76;  // pixels: six digits

}  // namespace

GeneratePanel::GeneratePanel(WorkspaceStore& store, Stage& stage, Notices& notices, Generation& generation, Jobs& jobs,
                             QWidget* parent)
    : QWidget(parent), store_(store), stage_(stage), notices_(notices), generation_(generation), jobs_(jobs) {
    setObjectName(QStringLiteral("generatePanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(new ScrolledPage(form()));
    generate_ = new QPushButton;
    generate_->setObjectName(QStringLiteral("generate"));
    generate_->setFocusPolicy(Qt::TabFocus);  // a click leaves Space to the transport
    generate_->setDefault(true);
    progress_ = new QProgressBar;
    progress_->setRange(0, 1000);
    progress_->setTextVisible(false);
    progress_->setMaximumHeight(6);
    QSizePolicy keep = progress_->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    progress_->setSizePolicy(keep);
    column->addWidget(generate_);
    column->addWidget(progress_);
    column->addStretch(1);

    connect(generate_, &QPushButton::clicked, this, &GeneratePanel::generatePressed);
    connect(&generation_, &Generation::runningChanged, this, &GeneratePanel::update);
    connect(&generation_, &Generation::progressed, this,
            [this] { progress_->setValue(static_cast<int>(std::lround(generation_.progress() * 1000.0))); });
    connect(&store_, &WorkspaceStore::runsChanged, this, &GeneratePanel::fillCheckpoints);
    connect(&store_, &WorkspaceStore::opened, this, &GeneratePanel::clearPrimer);
    connect(&stage_, &Stage::shownChanged, this, [this] {
        const StageContent& shown = stage_.shown();
        if (primerAwaited_ != 0 && shown.kind == StageContent::Kind::Piece && shown.id == primerAwaited_) useShownAsPrimer();
        primerAwaited_ = 0;
    });
    fillCheckpoints();
    clearPrimer();
    update();
}

void GeneratePanel::makeMusicFields() {
    checkpoint_ = new QComboBox;
    checkpoint_->setObjectName(QStringLiteral("checkpoint"));
    checkpoint_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    checkpoint_->setMinimumContentsLength(8);
    primer_ = new QToolButton;
    primer_->setObjectName(QStringLiteral("primer"));
    primer_->setPopupMode(QToolButton::InstantPopup);
    primer_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    primer_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    primer_->setToolTip(tr("Music to go on from"));
    primer_->setMenu(new QMenu(primer_));
    primerBars_ = new QSpinBox;
    primerBars_->setObjectName(QStringLiteral("primerBars"));
    primerBars_->setRange(0, 999);
    primerBars_->setSpecialValueText(tr("all of it"));
    primerBars_->setValue(4);
    primerBars_->setToolTip(tr("How many bars of the primer are given"));
    primerBarsLabel_ = new QLabel(tr("Primer bars"));
    bars_ = new QSpinBox;
    bars_->setObjectName(QStringLiteral("bars"));
    bars_->setRange(1, 4096);
    bars_->setValue(16);
    bars_->setToolTip(tr("New bars to generate"));
    variations_ = new QSpinBox;
    variations_->setObjectName(QStringLiteral("variations"));
    variations_->setRange(1, 16);
    variations_->setToolTip(tr("Takes to generate at once, each with a seed of its own. The roll shows the first as it grows"));
    seed_ = new QSpinBox;
    seed_->setObjectName(QStringLiteral("seed"));
    seed_->setRange(0, 999'999'999);
    seed_->setValue(1);
    seed_->setToolTip(tr("The same checkpoint, seed and settings give the same music"));
    dice_ = new QToolButton;
    dice_->setObjectName(QStringLiteral("dice"));
    dice_->setIcon(icon(QStringLiteral("dice")));
    dice_->setToolTip(tr("Another seed"));
    newSeed_ = new QCheckBox(tr("New seed for each take"));
    newSeed_->setObjectName(QStringLiteral("newSeed"));
    newSeed_->setChecked(true);
}

void GeneratePanel::makeDrawFields() {
    temperature_ = new QDoubleSpinBox;
    temperature_->setObjectName(QStringLiteral("temperature"));
    temperature_->setRange(0.1, 5.0);
    temperature_->setSingleStep(0.05);
    temperature_->setValue(1.0);
    temperature_->setToolTip(tr("Below 1: safer and plainer. Above 1: bolder and stranger. 1 is what the model learnt"));
    conservativity_ = new QDoubleSpinBox;
    conservativity_->setObjectName(QStringLiteral("conservativity"));
    conservativity_->setRange(0.1, 5.0);
    conservativity_->setSingleStep(0.05);
    conservativity_->setValue(1.0);
    conservativity_->setToolTip(tr("Above 1: fewer notes. Below 1: more. 1 is what the model learnt"));
    floor_ = new QDoubleSpinBox;
    floor_->setObjectName(QStringLiteral("floor"));
    floor_->setRange(0.0, 0.5);
    floor_->setDecimals(3);
    floor_->setSingleStep(0.005);
    floor_->setToolTip(tr("Where a note sounds, pitches less likely than this are not drawn. 0: any pitch may be"));
    density_ = new QCheckBox(tr("Fill out thin places"));
    density_->setObjectName(QStringLiteral("densityGuard"));
    density_->setToolTip(tr("While fewer notes sound than in the training set, notes are made likelier (Johnson 2015)"));
    silence_ = new QCheckBox(tr("Wake up after silence"));
    silence_->setObjectName(QStringLiteral("silenceGuard"));
    silence_->setToolTip(tr("After a bar of silence the temperature rises until something sounds (DeepJ)"));
}

QWidget* GeneratePanel::form() {
    makeMusicFields();
    makeDrawFields();
    for (QAbstractSpinBox* spin : std::initializer_list<QAbstractSpinBox*>{primerBars_, bars_, variations_, seed_, temperature_,
                                                                           conservativity_, floor_}) {
        spin->setAlignment(Qt::AlignRight);
        spin->setMinimumWidth(leastField);
    }

    auto* seedRow = new QHBoxLayout;
    seedRow->setSpacing(4);
    seedRow->addWidget(seed_, 1);
    seedRow->addWidget(dice_);
    auto* box = new QWidget;
    auto* rows = new QFormLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
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
    rows->addRow(tr("Conservativity"), conservativity_);
    rows->addRow(tr("Floor"), floor_);
    rows->addRow(density_);
    rows->addRow(silence_);

    connect(checkpoint_, &QComboBox::currentIndexChanged, this, &GeneratePanel::showModel);
    connect(dice_, &QToolButton::clicked, this, [this] { seed_->setValue(QRandomGenerator::global()->bounded(1, 1'000'000)); });
    connect(primer_->menu(), &QMenu::aboutToShow, this, &GeneratePanel::fillPrimerMenu);
    return box;
}

void GeneratePanel::fillCheckpoints() {
    const QSignalBlocker blocker(checkpoint_);
    const QString before = checkpoint_->currentData().toString();
    checkpoint_->clear();
    for (const CheckpointChoice& choice : store_.checkpoints()) {
        checkpoint_->addItem(choice.name, fromPath(choice.path));
        checkpoint_->setItemData(checkpoint_->count() - 1, choice.detail, Qt::ToolTipRole);
    }
    const int kept = checkpoint_->findData(before);
    if (checkpoint_->count() > 0) checkpoint_->setCurrentIndex(std::max(0, kept));
    if (wantedRun_ != 0) chooseRun(wantedRun_);
    if (checkpoint_->count() == 0) checkpoint_->setPlaceholderText(tr("none yet"));
    showModel();
    update();
}

void GeneratePanel::showModel() {
    checkpoint_->setToolTip(checkpoint_->currentData(Qt::ToolTipRole).toString());
    SampleSettings usual;
    const QString file = checkpoint_->currentData().toString();
    try {
        if (checkpoint_->count() > 0) useDefaults(usual, loadCheckpointHeader(toPath(file)));
    } catch (const Error&) {  // said when it generates
    }
    const auto number = [](QDoubleSpinBox* box, double before, double now) {
        if (std::abs(box->value() - before) < 1e-6) box->setValue(now);
    };
    const auto mark = [](QCheckBox* box, bool before, bool now) {
        if (box->isChecked() == before) box->setChecked(now);
    };
    number(temperature_, usual_.temperature, usual.temperature);
    number(conservativity_, usual_.conservativity, usual.conservativity);
    number(floor_, usual_.floor, usual.floor);
    mark(density_, usual_.densityGuard, usual.densityGuard);
    mark(silence_, usual_.silenceGuard, usual.silenceGuard);
    usual_ = usual;
    if (file != usualOf_) unshown_ = usual;
    usualOf_ = file;
}

void GeneratePanel::chooseRun(std::int64_t run) {
    const auto& choices = store_.checkpoints();
    wantedRun_ = run;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (choices[i].run == run) {
            checkpoint_->setCurrentIndex(static_cast<int>(i));
            wantedRun_ = 0;
            return;
        }
}

void GeneratePanel::chooseFile(const std::filesystem::path& file) {
    if (const int found = checkpoint_->findData(fromPath(file)); found >= 0) checkpoint_->setCurrentIndex(found);
}

void GeneratePanel::fillPrimerMenu() {
    QMenu* menu = primer_->menu();
    menu->clear();
    const StageContent& shown = stage_.shown();
    const bool music = shown.roll.steps() > 0 && shown.kind != StageContent::Kind::Draft;
    menu->addAction(tr("None: from silence"), this, &GeneratePanel::clearPrimer);
    menu->addAction(music ? tr("What the roll shows: %1").arg(shown.title) : tr("What the roll shows"), this,
                    &GeneratePanel::useShownAsPrimer)
        ->setEnabled(music);
    menu->addAction(tr("A MIDI file …"), this, &GeneratePanel::primerFileRequested);
}

void GeneratePanel::setPrimer(PianoRoll roll, double tempo, const QString& title) {
    primerRoll_ = std::move(roll);
    primerTempo_ = tempo;
    primerTitle_ = title;
    primer_->setText(title);
    primerBars_->setVisible(true);
    primerBarsLabel_->setVisible(true);
}

void GeneratePanel::clearPrimer() {
    primerRoll_.reset();
    primerTempo_ = 0;
    primerTitle_.clear();
    primer_->setText(tr("None"));
    primerBars_->setVisible(false);
    primerBarsLabel_->setVisible(false);
}

void GeneratePanel::useShownAsPrimer() {
    const StageContent& shown = stage_.shown();
    if (shown.roll.steps() > 0) setPrimer(shown.roll, shown.tempo, shown.title);
}

void GeneratePanel::usePieceAsPrimer(std::int64_t piece) {
    if (stage_.shown().kind == StageContent::Kind::Piece && stage_.shown().id == piece) {
        useShownAsPrimer();
        return;
    }
    stage_.showPiece(piece);
    primerAwaited_ = piece;
}

void GeneratePanel::useFileAsPrimer(const std::filesystem::path& file) {
    jobs_.ask(
        this, [file](const Task&) { return readPrimer(file); },
        [this, title = fromPath(file.filename())](Primer primer) { setPrimer(std::move(primer.roll), primer.tempo, title); },
        [this](const Message& problem) { notices_.post(Severity::Error, text(problem)); });
}

void GeneratePanel::useSetupOf(const Take& take) {
    const std::optional<TakeOrigin> origin = originOf(take);
    if (!origin) {
        notices_.post(Severity::Warning, tr("This take does not say how it was made."));
        return;
    }
    std::vector<std::filesystem::path> models{toPath(checkpoint_->currentData().toString())};  // the likeliest first
    for (const CheckpointChoice& choice : store_.checkpoints()) models.push_back(choice.path);
    jobs_.ask(
        this,
        [models, hash = origin->modelHash](const Task& task) {
            for (const auto& model : models) {
                if (task.stopped()) break;
                try {
                    if (loadCheckpoint(model).modelHash() == hash) return model;
                } catch (const Error&) {  // not this one
                }
            }
            return std::filesystem::path();
        },
        [this, take, origin = *origin](const std::filesystem::path& model) {
            if (model.empty())
                notices_.post(Severity::Warning, tr("The model that made this take is not here: %1. The form shows the rest of "
                                                    "its setup.")
                                                     .arg(fromUtf8(origin.modelName)));
            else
                chooseFile(model);
            showSetup(take, origin);
        },
        [this](const Message& problem) { notices_.post(Severity::Error, text(problem)); });
}

void GeneratePanel::showSetup(const Take& take, const TakeOrigin& origin) {
    const SampleSettings& settings = origin.settings;
    bars_->setValue(origin.bars);
    variations_->setValue(1);
    seed_->setValue(static_cast<int>(std::min<std::uint64_t>(settings.seed, static_cast<std::uint64_t>(seed_->maximum()))));
    newSeed_->setChecked(false);
    temperature_->setValue(settings.temperature);
    conservativity_->setValue(settings.conservativity);
    floor_->setValue(settings.floor);
    density_->setChecked(settings.densityGuard);
    silence_->setChecked(settings.silenceGuard);
    unshown_ = settings;
    unshown_.primer.reset();
    unshown_.drawnFrom.reset();
    if (take.primerSteps > 0) {
        setPrimer(take.roll.slice(0, take.primerSteps), take.tempo, fromUtf8(take.name));
        primerBars_->setValue(0);
    } else {
        clearPrimer();
    }
    emit setupShown();
}

TakeRequest GeneratePanel::request() const {
    TakeRequest request;
    request.checkpoint = toPath(checkpoint_->currentData().toString());
    request.bars = bars_->value();
    request.variations = variations_->value();
    request.settings = unshown_;
    request.settings.seed = static_cast<std::uint64_t>(seed_->value());
    if (request.settings.seed != unshown_.seed || request.variations > 1) request.settings.opening.seed.reset();
    request.settings.temperature = temperature_->value();
    request.settings.conservativity = conservativity_->value();
    request.settings.floor = floor_->value();
    request.settings.densityGuard = density_->isChecked();
    request.settings.silenceGuard = silence_->isChecked();
    if (primerRoll_) {
        const int bars = primerBars_->value();
        const int steps = bars == 0 ? primerRoll_->steps() : bars * primerRoll_->barSteps() - primerRoll_->barOffset();
        request.settings.primer = primerRoll_->slice(0, std::clamp(steps, 0, primerRoll_->steps()));
        request.tempo = primerTempo_;
    }
    return request;
}

void GeneratePanel::generatePressed() {
    if (generation_.running()) {
        generation_.stop();
        return;
    }
    if (newSeed_->isChecked() && usedSeed_ == seed_->value()) dice_->click();
    usedSeed_ = seed_->value();
    generation_.start(request(), tr("Take with seed %1").arg(seed_->value()));
}

void GeneratePanel::update() {
    const bool running = generation_.running();
    const bool model = checkpoint_->count() > 0;
    generate_->setText(running ? tr("Stop generating") : tr("Generate"));
    generate_->setIcon(icon(running ? QStringLiteral("stop") : QStringLiteral("generate")));
    generate_->setEnabled(running || model);
    generate_->setToolTip(running ? tr("Stops now; the bars so far are kept")
                          : model ? tr("Generates a take; the notes appear in the roll as they are drawn")
                                  : tr("There is no model yet: train one first, in the Training tab"));
    checkpoint_->setEnabled(model && !running);
    progress_->setVisible(running);
}

}  // namespace ricercar
