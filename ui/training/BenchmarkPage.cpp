// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/BenchmarkPage.h"

#include "ui/kit/Heading.h"
#include "ui/kit/Icons.h"
#include "ui/kit/MutedLabel.h"
#include "ui/kit/ScrolledPage.h"
#include "ui/services/Benchmarking.h"
#include "ui/services/Training.h"
#include "ui/training/FigureTable.h"
#include "ui/training/RecordList.h"
#include "ui/words/Words.h"

#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace ricercar {
namespace {

QLabel* wrapped(QLabel* label, const char* name) {
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString splitWords(const QString& name, const std::vector<PianoRoll>& rolls) {
    std::int64_t frames = 0;
    for (const PianoRoll& roll : rolls) frames += roll.steps();
    return BenchmarkPage::tr("%1: %Ln pieces, %2 frames", nullptr, static_cast<int>(rolls.size())).arg(name, whole(frames));
}

/// "11.060 ✓ as known": they agree to the decimals that are known, or within a hundredth, as counts are smoothed in
/// more than one way.
QString testWords(std::optional<double> found, std::optional<double> known, int decimals) {
    const auto number = [](double value, int places) { return QLocale().toString(value, 'f', places); };
    if (!found) return known ? BenchmarkPage::tr("known: %1").arg(number(*known, decimals)) : QStringLiteral("–");
    if (!known) return number(*found, 3);
    const bool agree = number(*found, decimals) == number(*known, decimals);
    const bool near = std::abs(*found - *known) < 0.01 * *known;
    if (agree) return BenchmarkPage::tr("%1 ✓ as known").arg(number(*found, 3));
    return (near ? BenchmarkPage::tr("%1 ≈ known: %2") : BenchmarkPage::tr("%1 ✗ known: %2"))
        .arg(number(*found, 3), number(*known, decimals));
}

}  // namespace

BenchmarkPage::BenchmarkPage(Benchmarking& benchmarking, Training& training, QWidget* parent)
    : QWidget(parent), benchmarking_(benchmarking), training_(training) {
    setObjectName(QStringLiteral("benchmarkPage"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(formColumn());
    row->addWidget(tableSubset(), 1);
    connect(&benchmarking_, &Benchmarking::fileChanged, this, &BenchmarkPage::updateFile);
    connect(&benchmarking_, &Benchmarking::testsChanged, this, &BenchmarkPage::updateTests);
    connect(&benchmarking_, &Benchmarking::recordsChanged, this, [this] {
        updateTables();
        updateRun();
    });
    connect(&training_, &Training::runningChanged, this, &BenchmarkPage::updateRun);
    connect(&training_, &Training::curveChanged, this, &BenchmarkPage::updateRun);
    connect(&training_, &Training::curveGrew, this, &BenchmarkPage::updateRun);
    updateFile();
}

QWidget* BenchmarkPage::formColumn() {
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(12, 12, 12, 4);
    column->setSpacing(8);
    addSetPart(*column);
    addTestPart(*column);
    addRunPart(*column);
    score_ = new QPushButton;
    score_->setObjectName(QStringLiteral("scoreRun"));
    score_->setFocusPolicy(Qt::TabFocus);  // a click leaves Space to the transport
    connect(score_, &QPushButton::clicked, this, &BenchmarkPage::scorePressed);
    auto* subset = new QWidget;
    subset->setMaximumWidth(296);
    auto* outer = new QVBoxLayout(subset);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new ScrolledPage(form));
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 8, 12, 12);
    foot->addWidget(score_);
    outer->addLayout(foot);
    outer->addStretch(1);
    return subset;
}

void BenchmarkPage::addSetPart(QVBoxLayout& column) {
    path_ = new QLineEdit;
    path_->setObjectName(QStringLiteral("rollsPath"));
    path_->setPlaceholderText(tr("A roll file (JSON)"));
    path_->setToolTip(tr("A public set of piano rolls with train, valid and test, as JSON"));
    path_->setAccessibleName(path_->placeholderText());
    auto* choose = new QToolButton;
    choose->setObjectName(QStringLiteral("chooseRolls"));
    choose->setIcon(icon(QStringLiteral("folder")));
    choose->setToolTip(tr("Choose a roll file"));
    choose->setAccessibleName(choose->toolTip());
    facts_ = wrapped(new MutedLabel, "rollsFacts");
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(path_, 1);
    line->addWidget(choose);
    column.addWidget(heading(tr("Set")));
    column.addLayout(line);
    column.addWidget(facts_);
    connect(choose, &QToolButton::clicked, this, &BenchmarkPage::askFile);
    connect(path_, &QLineEdit::returnPressed, this, [this] {
        if (!path_->text().trimmed().isEmpty()) benchmarking_.choose(toPath(path_->text().trimmed()));
    });
}

void BenchmarkPage::addTestPart(QVBoxLayout& column) {
    unigram_ = wrapped(new QLabel, "unigram");
    bigram_ = wrapped(new QLabel, "bigram");
    bigram_->setToolTip(tr("≈ is within a hundredth: counts can be smoothed in more than one way"));
    test_ = new QPushButton;
    test_->setObjectName(QStringLiteral("selfTest"));
    test_->setFocusPolicy(Qt::TabFocus);
    auto* about =
        new MutedLabel(tr("Two simple models that others counted, too: where the figures agree, this program counts as "
                          "the published table does."));
    about->setWordWrap(true);
    auto* rows = new QFormLayout;
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    rows->addRow(tr("Each key alone"), unigram_);
    rows->addRow(tr("With its last state"), bigram_);
    column.addSpacing(4);
    column.addWidget(heading(tr("Self-tests")));
    column.addWidget(about);
    column.addLayout(rows);
    column.addWidget(test_);
    connect(test_, &QPushButton::clicked, this, [this] {
        if (benchmarking_.testing())
            benchmarking_.stopSelfTest();
        else
            benchmarking_.selfTest();
    });
}

void BenchmarkPage::addRunPart(QVBoxLayout& column) {
    minutes_ = new QDoubleSpinBox;
    minutes_->setObjectName(QStringLiteral("benchmarkMinutes"));
    minutes_->setDecimals(1);
    minutes_->setRange(0.1, 100'000);
    minutes_->setSingleStep(10);
    minutes_->setSuffix(tr(" min"));
    minutes_->setAlignment(Qt::AlignRight);
    minutes_->setToolTip(tr("How long to train in all; a run that goes on has that much less to go"));
    seed_ = new QSpinBox;
    seed_->setObjectName(QStringLiteral("benchmarkSeed"));
    seed_->setRange(0, 999'999'999);
    seed_->setAlignment(Qt::AlignRight);
    seed_->setToolTip(tr("Of weights and windows. Each seed is a run of its own"));
    if (const auto& recipe = benchmarking_.recipe()) {
        minutes_->setValue(recipe->minutes);
        seed_->setValue(static_cast<int>(recipe->seed));
    }
    state_ = wrapped(new QLabel, "benchmarkState");
    curve_ = new QPushButton(tr("See its curve"));
    curve_->setObjectName(QStringLiteral("benchmarkCurve"));
    curve_->setFocusPolicy(Qt::TabFocus);
    auto* about =
        new MutedLabel(tr("One recipe for all sets. It learns from train alone, validation chooses the checkpoint, and "
                          "test is read once, at the end."));
    about->setWordWrap(true);
    auto* rows = new QFormLayout;
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addRow(tr("Time"), minutes_);
    rows->addRow(tr("Seed"), seed_);
    column.addSpacing(4);
    column.addWidget(heading(tr("Train and score")));
    column.addWidget(about);
    column.addLayout(rows);
    column.addWidget(state_);
    column.addWidget(curve_);
    connect(seed_, &QSpinBox::valueChanged, this, &BenchmarkPage::updateRun);
    connect(curve_, &QPushButton::clicked, this, &BenchmarkPage::curveRequested);
}

QWidget* BenchmarkPage::tableSubset() {
    auto* subset = new QWidget;
    auto* column = new QVBoxLayout(subset);
    column->setContentsMargins(0, 12, 12, 12);
    column->setSpacing(8);
    figures_ = new FigureTable;
    records_ = new RecordList;
    noFigures_ = wrapped(new MutedLabel, "noFigures");
    auto* legend = new MutedLabel(tr("≈ in italics: a bound or an estimate, no exact likelihood, so not comparable"));
    legend->setWordWrap(true);
    column->addWidget(wrapped(heading(tr("Nats per frame, lower is better")), "figuresTitle"));
    column->addWidget(noFigures_);
    column->addWidget(figures_, 3);
    column->addWidget(legend);
    column->addWidget(wrapped(heading(tr("Benchmark runs of this workspace")), "recordsTitle"));
    column->addWidget(records_, 1);
    return subset;
}

void BenchmarkPage::askFile() {
    auto* dialog = new QFileDialog(this, tr("Choose a roll file"), path_->text(), tr("Published rolls (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { benchmarking_.choose(toPath(file)); });
    dialog->open();
}

void BenchmarkPage::scorePressed() {
    if (training_.running())
        benchmarking_.stop();
    else
        benchmarking_.score(minutes_->value(), static_cast<std::uint64_t>(seed_->value()));
}

void BenchmarkPage::updateFile() {
    const auto& file = benchmarking_.file();
    if (!benchmarking_.path().empty()) path_->setText(fromPath(benchmarking_.path()));
    if (file)
        facts_->setText(tr("“%1”, a frame is a %2\n").arg(fromUtf8(file->name), fromUtf8(file->step)) +
                        QStringList{splitWords(tr("train"), file->train), splitWords(tr("valid"), file->valid),
                                    splitWords(tr("test"), file->test)}
                            .join(QLatin1Char('\n')));
    else
        facts_->setText(benchmarking_.reading() ? tr("Reading …")
                                                : tr("Choose one of the public sets: JSB Chorales, Nottingham, "
                                                     "Piano-midi.de, MuseData."));
    updateTests();
    updateTables();
    updateRun();
}

void BenchmarkPage::updateTests() {
    const auto set = benchmarking_.set();
    const SelfTests known = set ? knownSelfTests(*set) : SelfTests{};
    unigram_->setText(testWords(benchmarking_.tests().unigram, known.unigram, 3));
    bigram_->setText(testWords(benchmarking_.tests().bigram, known.bigram, 2));
    test_->setText(benchmarking_.testing() ? tr("Stop") : tr("Run the self-tests"));
    test_->setEnabled(benchmarking_.file() != nullptr);
    test_->setToolTip(benchmarking_.file() ? tr("Counts train and scores test with two models that need no training")
                                           : tr("Choose a roll file first"));
}

void BenchmarkPage::updateTables() {
    const auto& file = benchmarking_.file();
    const auto set = benchmarking_.set();
    figures_->setFigures(set, file ? file->name : std::string(), benchmarking_.records());
    noFigures_->setVisible(!set);
    noFigures_->setText(file ? tr("Nothing was published for this set: your own runs stand alone.")
                             : tr("Choose a set to see what was published for it."));
    records_->setRecords(benchmarking_.records(), training_.runInTraining());
}

void BenchmarkPage::updateRun() {
    const bool running = training_.running(), ours = training_.benchmarking();
    const BenchmarkRecord* record = benchmarking_.recordOf(static_cast<std::uint64_t>(seed_->value()));
    const bool left = record && !record->result;
    const bool ready = benchmarking_.file() && benchmarking_.recipe();
    score_->setIcon(icon(ours ? QStringLiteral("stop") : QStringLiteral("train")));
    score_->setText(ours ? tr("Stop") : left ? tr("Go on and score") : tr("Train and score"));
    score_->setEnabled(ours || (!running && ready));
    score_->setToolTip(ours                       ? tr("Stops after this batch; it can go on later")
                       : running                  ? tr("A run is being trained already")
                       : !benchmarking_.recipe()  ? tr("The recipe that ships with the program cannot be read")
                       : !benchmarking_.file()    ? tr("Choose a roll file first")
                       : record && record->result ? tr("The run of this seed is scored already: it is scored anew, or trained "
                                                       "further where the time is longer")
                                                  : tr("Trains a model on this set and scores it"));
    minutes_->setEnabled(!running);
    seed_->setEnabled(!running);
    path_->setEnabled(!ours);
    findChild<QToolButton*>(QStringLiteral("chooseRolls"))->setEnabled(!ours);
    curve_->setVisible(ours);
    state_->setText(runWords());
    state_->setVisible(!state_->text().isEmpty());
}

QString BenchmarkPage::runWords() const {
    if (training_.benchmarking()) {
        const TrainingFigures& now = training_.figures();
        if (now.step == 0) return tr("Getting ready …");
        if (now.secondsLeft && *now.secondsLeft <= 0) return tr("Scoring the pieces …");
        QString words = tr("Epoch %1, loss %2").arg(QLocale().toString(now.epoch, 'f', 2), figure(now.loss));
        if (now.validation) words += tr(", validation %1").arg(figure(*now.validation));
        if (now.secondsLeft) words += tr(", %1 left").arg(duration(*now.secondsLeft));
        return words;
    }
    const BenchmarkRecord* record = benchmarking_.recordOf(static_cast<std::uint64_t>(seed_->value()));
    if (record && !record->result) return tr("A run of this set and seed was left before its end. It goes on from there.");
    return {};
}

}  // namespace ricercar
