// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/TrainingPanel.h"

#include "ui/kit/ElidedLabel.h"
#include "ui/kit/FoldingRow.h"
#include "ui/kit/Icons.h"
#include "ui/kit/MutedLabel.h"
#include "ui/kit/ScrolledPage.h"
#include "ui/services/Curation.h"
#include "ui/services/Training.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/training/LossPlot.h"
#include "ui/training/TrainForm.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ricercar {

TrainingPanel::TrainingPanel(WorkspaceStore& store, Training& training, Curation& curation, QWidget* parent)
    : QWidget(parent), store_(store), training_(training), curation_(curation) {
    setObjectName(QStringLiteral("trainingPanel"));
    auto* pieces = new QWidget;
    auto* row = new QHBoxLayout(pieces);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(formColumn());
    row->addWidget(plotColumn(), 1);
    sections_ = new QTabWidget;
    sections_->setObjectName(QStringLiteral("trainingSections"));
    sections_->setDocumentMode(true);
    sections_->addTab(pieces, tr("Your music"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(sections_);
    connect(&training_, &Training::runningChanged, this, &TrainingPanel::updateButtons);
    connect(&training_, &Training::curveChanged, this, &TrainingPanel::updateCurve);
    connect(&training_, &Training::curveGrew, this, &TrainingPanel::growCurve);
    ask_ = new QTimer(this);
    ask_->setSingleShot(true);
    ask_->setInterval(500);
    connect(ask_, &QTimer::timeout, this, [this] { training_.consider(selectedRun_); });
    connect(&curation_, &Curation::planChanged, this, [this] {
        updateButtons();
        updateEstimate();
        if (selectedRun_ != 0) ask_->start();
    });
    connect(&store_, &WorkspaceStore::runsChanged, this, [this] {
        updateButtons();
        if (selectedRun_ != 0 && !training_.running()) ask_->start();
    });
    connect(&training_, &Training::prospectChanged, this, &TrainingPanel::prospectCame);
    updateButtons();
    updateEstimate();
    updateCurve();
}

QWidget* TrainingPanel::formColumn() {
    auto* subset = new QWidget;
    subset->setMaximumWidth(296);
    auto* column = new QVBoxLayout(subset);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    form_ = new TrainForm;
    train_ = new QPushButton;
    train_->setObjectName(QStringLiteral("train"));
    train_->setFocusPolicy(Qt::TabFocus);  // a click leaves Space to the transport
    resume_ = new QPushButton(icon(QStringLiteral("resume")), {});
    resume_->setObjectName(QStringLiteral("resume"));
    resume_->setFocusPolicy(Qt::TabFocus);  // a click leaves Space to the transport
    fineTune_ = new QPushButton(icon(QStringLiteral("train")), tr("Fine-tune the selected run"));
    fineTune_->setObjectName(QStringLiteral("fineTune"));
    fineTune_->setFocusPolicy(Qt::TabFocus);
    column->addWidget(new ScrolledPage(form_));
    column->addWidget(train_);
    column->addWidget(resume_);
    column->addWidget(fineTune_);
    column->addStretch(1);
    connect(form_, &TrainForm::changed, this, &TrainingPanel::updateEstimate);
    connect(train_, &QPushButton::clicked, this, &TrainingPanel::trainPressed);
    connect(resume_, &QPushButton::clicked, this, [this] { resume(selectedRun_); });
    connect(fineTune_, &QPushButton::clicked, this, [this] { fineTune(selectedRun_); });
    return subset;
}

QWidget* TrainingPanel::plotColumn() {
    auto* subset = new QWidget;
    auto* column = new QVBoxLayout(subset);
    column->setContentsMargins(0, 12, 12, 12);
    column->setSpacing(8);

    auto* numbers = new QGridLayout;
    numbers->setHorizontalSpacing(20);
    numbers->setVerticalSpacing(0);
    numbers->setRowMinimumHeight(2, 8);
    const QString names[]{tr("Epoch"), tr("Step"), tr("Time left"), tr("Loss"), tr("Validation"), tr("Steps a second")};
    for (int i = 0; i < 6; ++i) {
        figures_[i] = new QLabel(QStringLiteral("–"));
        QFont big = figures_[i]->font();
        big.setPointSizeF(big.pointSizeF() * 1.25);
        big.setBold(true);
        figures_[i]->setFont(big);
        figures_[i]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        figures_[i]->setObjectName(QStringLiteral("figure%1").arg(i));
        auto* name = new ElidedLabel(names[i]);
        name->setMuted(true);
        name->setBuddy(figures_[i]);
        name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        numbers->addWidget(name, i / 3 * 3, i % 3);
        numbers->addWidget(figures_[i], i / 3 * 3 + 1, i % 3);
        numbers->setColumnStretch(i % 3, 1);
    }

    auto* tools = new FoldingRow;
    tools->setSpacing(8);
    runName_ = new ElidedLabel;
    runName_->setTextFormat(Qt::PlainText);
    QFont bold = runName_->font();
    bold.setBold(true);
    runName_->setFont(bold);
    auto* axis = new QComboBox;
    axis->setObjectName(QStringLiteral("axis"));
    axis->addItems({tr("by step"), tr("by epoch"), tr("by time")});
    axis->setToolTip(tr("What the horizontal axis counts"));
    axis->setAccessibleName(tr("Axis"));
    auto* logarithmic = new QCheckBox(tr("Log scale"));
    logarithmic->setObjectName(QStringLiteral("logScale"));
    auto* smoothing = new QSlider(Qt::Horizontal);
    smoothing->setRange(0, 100);
    smoothing->setValue(50);
    smoothing->setFixedWidth(96);
    smoothing->setToolTip(tr("How strongly the training curve is smoothed"));
    smoothing->setAccessibleName(tr("Smoothing"));
    auto* save = new QToolButton;
    save->setIcon(icon(QStringLiteral("export")));
    save->setToolTip(tr("Export the curve"));
    save->setAccessibleName(tr("Export the curve"));
    save->setAutoRaise(true);
    save->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(save);
    menu->addAction(tr("As a table (CSV) …"), this, &TrainingPanel::exportCsvRequested);
    menu->addAction(tr("As a picture (PNG) …"), this, &TrainingPanel::exportPngRequested);
    save->setMenu(menu);
    tools->add(runName_, 0, 1);
    tools->add(axis, 3);
    tools->add(logarithmic, 2);
    tools->add(smoothing);
    tools->add(save, 1);

    plot_ = new LossPlot;
    pages_ = new QStackedWidget;
    auto* empty =
        new MutedLabel(tr("Press Train: the loss on your pieces, and on those set aside to check it, is drawn here as it "
                          "falls. Choose a run in the list of models to see its curve again."));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setMargin(48);
    pages_->addWidget(empty);
    pages_->addWidget(plot_);

    note_ = new MutedLabel;
    note_->setObjectName(QStringLiteral("runNote"));
    note_->setTextFormat(Qt::PlainText);
    note_->setWordWrap(true);
    note_->hide();

    column->addLayout(numbers);
    column->addWidget(tools);
    column->addWidget(note_);
    column->addWidget(pages_, 1);

    connect(axis, &QComboBox::currentIndexChanged, this,
            [this](int index) { plot_->setAxis(static_cast<LossPlot::Axis>(index)); });
    connect(logarithmic, &QCheckBox::toggled, plot_, &LossPlot::setLogarithmic);
    const auto smooth = [this](int value) { plot_->setSmoothing(value == 0 ? 0.0 : 1.0 - std::pow(10.0, -value / 40.0)); };
    connect(smoothing, &QSlider::valueChanged, this, smooth);
    smooth(smoothing->value());
    return subset;
}

void TrainingPanel::addSection(QWidget* page, const QString& title) { sections_->addTab(page, title); }

void TrainingPanel::showSection(QWidget* page) { sections_->setCurrentIndex(page ? sections_->indexOf(page) : 0); }

void TrainingPanel::setSelectedRun(std::int64_t run) {
    selectedRun_ = run;
    training_.consider(run);
    updateButtons();
}

void TrainingPanel::resume(std::int64_t run) {
    if (run == 0 || training_.running()) return;
    wanted_ = run;
    if (training_.prospect().run == run)
        goOn();
    else
        setSelectedRun(run);
}

void TrainingPanel::prospectCame() {
    updateButtons();
    if (wanted_ != 0) goOn();
}

void TrainingPanel::goOn() {
    const RunProspect& prospect = training_.prospect();
    const std::int64_t run = std::exchange(wanted_, 0);
    if (prospect.run != run) return;
    training_.start(limitsToGoOn(prospect, form_->config()), run);
}

void TrainingPanel::fineTune(std::int64_t run) {
    const auto& choices = store_.checkpoints();  // the best one of a run comes first
    const auto from =
        std::find_if(choices.begin(), choices.end(), [run](const CheckpointChoice& choice) { return choice.run == run; });
    if (run == 0 || training_.running() || from == choices.end()) return;
    const auto& runs = store_.runs();
    const auto of = std::find_if(runs.begin(), runs.end(), [run](const Run& one) { return one.id == run; });
    training_.fineTune(form_->config(), from->path,
                       of == runs.end() ? QString() : tr("%1, fine-tuned", "name of a run").arg(fromUtf8(of->name)));
}

void TrainingPanel::trainPressed() {
    if (training_.running())
        training_.stop();
    else
        training_.start(form_->config());
}

std::int64_t TrainingPanel::trainSteps() const {
    const auto& subsets = curation_.summary().subsets;
    return subsets[static_cast<std::size_t>(Subset::Train)].steps;
}

QString TrainingPanel::setWords() const {
    const DatasetSummary& summary = curation_.summary();
    const auto& train = summary.subsets[static_cast<std::size_t>(Subset::Train)];
    const auto& validation = summary.subsets[static_cast<std::size_t>(Subset::Validation)];
    const std::int64_t windows = windowsOf(curation_.facts(), curation_.plan(), form_->config().window);
    QString words = tr("“%1”: %2 windows from %Ln pieces, %3 to validate on.", nullptr, train.pieces)
                        .arg(fromUtf8(curation_.dataset().name), whole(windows), whole(validation.pieces));
    const int all = summary.total().pieces + summary.subsets[static_cast<std::size_t>(Subset::Off)].pieces;
    if (summary.ruledOut > 0 && all > 0)
        words +=
            QLatin1Char(' ') + tr("Its rules take out %1 % of the pieces (%2).")
                                   .arg(QLocale().toString(100.0 * summary.ruledOut / all, 'f', 0), whole(summary.ruledOut));
    return words;
}

std::optional<PitchRange> TrainingPanel::sounding() const {
    std::optional<PitchRange> range;
    for (const Piece& piece : store_.pieces()) {
        const RollStatistics& is = piece.statistics;
        const Membership* membership = curation_.membership(piece.id);
        if (!membership || membership->subset == Subset::Off || membership->subset == Subset::Test || is.notes == 0) continue;
        range = {std::min(range ? range->lowest : is.lowestPitch, is.lowestPitch),
                 std::max(range ? range->highest : is.highestPitch, is.highestPitch)};
    }
    return range;
}

void TrainingPanel::updateButtons() {
    const bool running = training_.running();
    const bool music = trainSteps() > 0;
    train_->setIcon(icon(running ? QStringLiteral("stop") : QStringLiteral("train")));
    train_->setText(running ? tr("Stop training") : tr("Train"));
    train_->setEnabled(running || music);
    train_->setToolTip(running ? tr("Stops after this batch; the checkpoint is kept and the run can go on later")
                       : music ? tr("Trains a new model on the dataset “%1”").arg(fromUtf8(curation_.dataset().name))
                               : tr("There is nothing to learn from yet: add MIDI files to the dataset first"));
    updateRunButtons(music);
    form_->setEditable(!running);
}

void TrainingPanel::updateRunButtons(bool music) {
    const bool running = training_.running();
    const RunProspect& prospect = training_.prospect();
    const bool known = selectedRun_ != 0 && prospect.run == selectedRun_ && prospect.checkpoint;
    const bool own = known && prospect.setChanged && prospect.setKept;
    resume_->setText(own ? tr("Go on with its own pieces") : tr("Go on with the selected run"));
    resume_->setEnabled(!running && known && prospect.canGoOn() && !prospect.roll);
    fineTune_->setEnabled(!running && known && music);
    if (running) {
        resume_->setToolTip(tr("A run is being trained already"));
        fineTune_->setToolTip(resume_->toolTip());
    } else if (!known) {
        resume_->setToolTip(tr("Select a run with a checkpoint in the list of models first"));
        fineTune_->setToolTip(resume_->toolTip());
    } else {
        resume_->setToolTip(
            prospect.owner  ? noteWords()
            : prospect.roll ? tr("It learns from a public benchmark: start that again, and it goes on from there")
            : !prospect.canGoOn()
                ? tr("Its pieces were not kept with it, and the dataset is another one now. Fine-tune it instead")
            : prospect.reached ? tr("Trains the selected run for as many more epochs or minutes as are set above")
                               : tr("Trains the selected run on to the end that it was given"));
        fineTune_->setToolTip(
            tr("Trains a new model on the dataset “%1” that starts from this one's weights; what it hears and "
               "plays stays the same")
                .arg(fromUtf8(curation_.dataset().name)));
    }
    const QString words = noteWords();
    note_->setVisible(!words.isEmpty());
    note_->setText(words);
}

QString TrainingPanel::noteWords() const {
    const std::int64_t shown = training_.curve().run;
    if (shown == 0 || (training_.running() && shown == training_.runInTraining())) return {};
    const auto& runs = store_.runs();
    const auto run = std::find_if(runs.begin(), runs.end(), [shown](const Run& one) { return one.id == shown; });
    if (run != runs.end() && run->owner)
        return tr("Trained by %1 since %2.").arg(text(run->owner->who), timeWords(run->owner->since));
    const RunProspect& prospect = training_.prospect();
    if (training_.running() || prospect.run != shown || !prospect.checkpoint) return {};
    QStringList words;
    if (prospect.setChanged)
        words << (prospect.setKept ? tr("The dataset has changed since. The run can go on with the pieces of then, or be "
                                        "fine-tuned on those of now.")
                                   : tr("The dataset has changed since, and the pieces of then are not there any more: the run "
                                        "cannot go on, but it can be fine-tuned."));
    if (prospect.lost > 0)
        words << tr("It would go on from step %1; %Ln steps after it are gone.", nullptr, static_cast<int>(prospect.lost))
                     .arg(whole(prospect.step));
    return words.join(QLatin1Char(' '));
}

void TrainingPanel::updateEstimate() {
    const std::int64_t steps = trainSteps();
    form_->setTrainSteps(steps);
    TrainConfig config = form_->config();
    config.model.range = runRange(config, sounding());
    estimate_.clear();
    if (steps <= 0) {
        showEstimate();
        return;
    }
    const TrainEstimate will = estimate(config, steps);
    const PitchRange range = config.model.range;
    estimate_ = setWords() + QLatin1Char('\n') +
                tr("%1 parameters, %2 batches an epoch, about %3 of memory.")
                    .arg(whole(will.parameters), whole(will.batchesPerEpoch), megabytes(will.megabytes));
    estimate_ += QLatin1Char(' ') +
                 tr("Pitches %1 to %2 (%3).").arg(pitchName(range.lowest), pitchName(range.highest), whole(range.size()));
    showEstimate();
}

void TrainingPanel::showEstimate() {
    if (estimate_.isEmpty()) {
        form_->setEstimate({});
        return;
    }
    QString words = estimate_;
    const TrainingFigures& now = training_.figures();
    if (now.live && now.secondsPerEpoch)
        words += QLatin1Char(' ') + tr("An epoch takes %1.").arg(duration(*now.secondsPerEpoch));
    else
        words += QLatin1Char(' ') + tr("The time an epoch takes is shown after the first batches.");
    form_->setEstimate(words);
}

void TrainingPanel::updateCurve() {
    updateFigures();
    if (isVisible()) plot_->setCurve(training_.curve());
    if (training_.figures().live) updateEstimate();
}

void TrainingPanel::growCurve() {
    updateFigures();
    if (isVisible()) plot_->growCurve(training_.curve());
    showEstimate();
}

void TrainingPanel::updateFigures() {
    const Curve& curve = training_.curve();
    const TrainingFigures& now = training_.figures();
    const bool any = now.step > 0;
    const QString none = QStringLiteral("–");
    figures_[0]->setText(any ? QLocale().toString(now.epoch, 'f', 2) : none);
    figures_[1]->setText(!any                 ? none
                         : now.totalSteps > 0 ? QStringLiteral("%1 / %2").arg(whole(now.step), whole(now.totalSteps))
                                              : whole(now.step));
    figures_[3]->setText(any ? figure(now.loss) : none);
    figures_[4]->setText(now.validation ? figure(*now.validation) : none);
    figures_[5]->setText(now.stepsPerSecond > 0 ? QLocale().toString(now.stepsPerSecond, 'f', now.stepsPerSecond < 100 ? 1 : 0)
                                                : none);
    figures_[2]->setText(now.secondsLeft ? duration(*now.secondsLeft) : none);
    const auto& runs = store_.runs();
    const auto run = std::find_if(runs.begin(), runs.end(), [&](const Run& r) { return r.id == curve.run; });
    runName_->setText(fromUtf8(run != runs.end() ? run->name : curve.name));
    const QString note = noteWords();
    note_->setVisible(!note.isEmpty());
    note_->setText(note);
    const bool drawn = !curve.loss.empty() || now.live;
    pages_->setCurrentIndex(drawn ? 1 : 0);
}

void TrainingPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    plot_->setCurve(training_.curve());
    training_.setWatched(true);
}

void TrainingPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    training_.setWatched(false);
}

}  // namespace ricercar
