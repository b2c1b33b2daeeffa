// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/SetPlots.h"

#include "ui/dataset/PieceColumns.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/MutedLabel.h"
#include "ui/services/Curation.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/PieceWords.h"
#include "ui/words/Words.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace ricercar {
namespace {

constexpr int columnGap = 8;

using Bars = std::vector<BarPlot::Bar>;

Bars pitchBars(const RollHistograms& sum) {
    int first = 127, last = 0;
    for (int pitch = 0; pitch < 128; ++pitch)
        if (sum.pitches[static_cast<std::size_t>(pitch)] > 0) {
            first = std::min(first, pitch);
            last = std::max(last, pitch);
        }
    Bars bars;
    for (int pitch = first; pitch <= last; ++pitch)
        bars.push_back({pitch % 12 == 0 ? pitchName(pitch) : QString(), pitchName(pitch),
                        static_cast<double>(sum.pitches[static_cast<std::size_t>(pitch)])});
    return bars;
}

Bars classBars(const RollHistograms& sum) {
    Bars bars;
    for (int tone = 0; tone < 12; ++tone) {
        QString name = pitchName(60 + tone);
        name.chop(1);
        bars.push_back({name, name, 0.0});
    }
    for (std::size_t pitch = 0; pitch < 128; ++pitch) bars[pitch % 12].value += static_cast<double>(sum.pitches[pitch]);
    return bars;
}

/// A histogram over whole numbers from `first`, without its empty end; the last of all stands for "or more".
template <class Counts>
Bars countBars(const Counts& counts, std::size_t first, int every) {
    std::size_t last = counts.size();
    while (last > first && counts[last - 1] == 0) --last;
    Bars bars;
    for (std::size_t i = first; i < last; ++i) {
        const QString number = whole(static_cast<std::int64_t>(i));
        const QString name = i + 1 == counts.size() ? SetPlots::tr("%1 or more").arg(number) : number;
        bars.push_back(
            {static_cast<int>(i) % every == 0 || i == first ? number : QString(), name, static_cast<double>(counts[i])});
    }
    return bars;
}

Bars lengthBars(const std::map<int, int>& bars) {
    int all = 0, covered = 0, most = 0;
    for (const auto& [count, pieces] : bars) all += pieces;
    for (const auto& [count, pieces] : bars) {
        if (covered < all * 0.98) most = count;
        covered += pieces;
    }
    if (all == 0) return {};
    int width = 1;
    while (most / width >= 32) width *= 2;
    const int last = most / width + (bars.rbegin()->first / width > most / width ? 1 : 0);  // a few long pieces share a bar
    Bars result;
    for (int i = 0; i <= last; ++i) {
        const int from = i * width;
        const QString name = from > most  ? SetPlots::tr("%1 or more").arg(whole(from))
                             : width == 1 ? whole(from)
                                          : SetPlots::tr("%1 to %2").arg(whole(from), whole(from + width - 1));
        result.push_back({whole(from), name, 0.0});
    }
    for (const auto& [count, pieces] : bars)
        if (count >= 0) result[static_cast<std::size_t>(std::min(count / width, last))].value += pieces;
    return result;
}

Bars meterBars(const std::map<std::string, int>& meters) {
    Bars bars;
    for (const auto& [meter, pieces] : meters) bars.push_back({fromUtf8(meter), fromUtf8(meter), static_cast<double>(pieces)});
    std::stable_sort(bars.begin(), bars.end(), [](const auto& a, const auto& b) { return a.value > b.value; });
    return bars;
}

Bars keyBars(const std::array<int, 24>& keys) {
    Bars bars;
    for (int key = 0; key < 24; ++key) {
        const QString name = keyName({key % 12, key >= 12, 1.0, 0.0});
        bars.push_back({key % 12 == 0 ? name : QString(), name, static_cast<double>(keys[static_cast<std::size_t>(key)])});
    }
    return bars;
}

Bars errorBars(const std::array<int, 51>& errors) {
    Bars bars;
    for (int percent = 0; percent <= 50; ++percent)
        bars.push_back({percent % 10 == 0 ? SetPlots::tr("%1 %").arg(percent) : QString(), SetPlots::tr("%1 %").arg(percent),
                        static_cast<double>(errors[static_cast<std::size_t>(percent)])});
    return bars;
}

}  // namespace

SetPlots::SetPlots(Jobs& jobs, WorkspaceStore& store, Notices& notices, Curation& curation, QWidget* parent)
    : QWidget(parent), jobs_(jobs), store_(store), notices_(notices), curation_(curation), grid_(new QGridLayout) {
    setObjectName(QStringLiteral("setPlots"));
    auto* totals = new QGridLayout;
    totals->setHorizontalSpacing(columnGap);
    totals->setVerticalSpacing(4);
    const std::array<QString, 5> heads{tr("Pieces"), tr("Bars"), tr("Steps"), tr("Notes"), tr("Hours")};
    const std::array<QString, 5> rows{subsetName(Subset::Train), subsetName(Subset::Validation), subsetName(Subset::Test),
                                      subsetName(Subset::Off), tr("In the set")};
    for (int column = 0; column < 5; ++column) {
        heads_[static_cast<std::size_t>(column)] = new MutedLabel(heads[static_cast<std::size_t>(column)]);
        totals->addWidget(heads_[static_cast<std::size_t>(column)], 0, column + 1, Qt::AlignRight);
    }
    for (std::size_t row = 0; row < 5; ++row) {
        auto* name = new ElidedLabel(rows[row]);
        nameWidth_ = std::max(nameWidth_, name->sizeHint().width());
        totals->addWidget(name, static_cast<int>(row) + 1, 0);
        for (std::size_t column = 0; column < 5; ++column) {
            auto* label = totals_[row][column] = new QLabel;
            label->setObjectName(QStringLiteral("total%1%2").arg(row).arg(column));
            label->setAccessibleName(tr("%1, %2").arg(rows[row], heads[column]));
            totals->addWidget(label, static_cast<int>(row) + 1, static_cast<int>(column) + 1, Qt::AlignRight);
        }
    }
    totals->setColumnStretch(6, 1);

    const QString notes = tr("notes", "unit of a plot"), pieces = tr("pieces", "unit of a plot");
    plots_ = {new BarPlot(tr("Pitches"), notes),
              new BarPlot(tr("Pitch classes"), notes),
              new BarPlot(tr("Notes at once"), tr("steps", "unit of a plot")),
              new BarPlot(tr("Note lengths in steps"), notes),
              new BarPlot(tr("Bars"), pieces),
              new BarPlot(tr("Meters"), pieces),
              new BarPlot(tr("Keys"), pieces),
              new BarPlot(tr("Off the grid, in % of a step"), pieces)};
    const std::array<const char*, PlotCount> names{"plotPitches", "plotClasses", "plotPolyphony", "plotLengths",
                                                   "plotBars",    "plotMeters",  "plotKeys",      "plotGridErrors"};
    for (std::size_t i = 0; i < PlotCount; ++i) {
        plots_[i]->setParent(this);  // they are laid out when the width is known
        plots_[i]->setObjectName(QLatin1String(names[i]));
    }
    grid_->setSpacing(8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 12, 8, 12);
    column->setSpacing(12);
    column->addLayout(totals);
    column->addLayout(grid_, 1);

    calm_.setSingleShot(true);
    calm_.setInterval(60);
    connect(&calm_, &QTimer::timeout, this, &SetPlots::read);
    connect(&curation_, &Curation::planChanged, this, &SetPlots::outdated);
    connect(&curation_, &Curation::draftChanged, this, &SetPlots::outdated);
}

void SetPlots::outdated() {
    outdated_ = true;
    if (isVisible() && !calm_.isActive()) calm_.start();
}

void SetPlots::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (outdated_) calm_.start();
}

void SetPlots::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showColumns();
    const int columns = std::clamp(width() / 260, 1, 4);
    if (columns == columns_) return;
    columns_ = columns;
    for (int i = 0; i < PlotCount; ++i) grid_->addWidget(plots_[static_cast<std::size_t>(i)], i / columns, i % columns);
}

/// Narrower than all its figures: those that are asked for least are left out, and names of rows are elided.
QSize SetPlots::minimumSizeHint() const { return {150, QWidget::minimumSizeHint().height()}; }

void SetPlots::showColumns() {
    enum : std::size_t { Pieces, BarsOfPieces, Steps, Notes, Hours };
    int room = contentsRect().width() - layout()->contentsMargins().left() * 2 - nameWidth_;
    for (const std::size_t column : {Pieces, BarsOfPieces, Notes, Steps, Hours}) {
        int wide = heads_[column]->sizeHint().width();
        for (const auto& row : totals_) wide = std::max(wide, row[column]->sizeHint().width());
        room -= wide + columnGap;
        const bool shown = room >= 0 || column == Pieces;
        heads_[column]->setVisible(shown);
        for (auto& row : totals_) row[column]->setVisible(shown);
    }
}

void SetPlots::read() {
    outdated_ = false;
    const auto& preview = curation_.draftPreview();
    const DatasetSummary& summary = preview ? preview->summary : curation_.summary();
    showSummary(summary);
    if (!store_.isOpen()) return;
    jobs_.ask(
        this,
        [path = store_.path(), plan = preview ? preview->plan : curation_.plan()](const Task& task) {
            Workspace workspace = Workspace::existing(path);
            return histogramsOf(workspace.versions().profiles(false, task), plan);
        },
        [this, asked = ++asked_](const RollHistograms& sum) {
            notices_.withdraw(About::DatasetPlots);
            if (asked == asked_) showHistograms(sum);
        },
        [this](const Message& problem) { notices_.post(About::DatasetPlots, Severity::Error, text(problem)); });
}

void SetPlots::showSummary(const DatasetSummary& summary) {
    for (std::size_t row = 0; row < 5; ++row) {
        const DatasetSummary::Total total = row < 4 ? summary.subsets[row] : summary.total();
        const std::array<QString, 5> figures{whole(total.pieces), whole(total.bars), whole(total.steps), whole(total.notes),
                                             QLocale().toString(total.hours, 'f', 1)};
        for (std::size_t column = 0; column < 5; ++column) totals_[row][column]->setText(figures[column]);
    }
    showColumns();
    plots_[Bars]->setBars(lengthBars(summary.bars));
    plots_[Meters]->setBars(meterBars(summary.meters));
    plots_[Keys]->setBars(keyBars(summary.keys));
    plots_[GridErrors]->setBars(errorBars(summary.gridErrors));
}

void SetPlots::showHistograms(const RollHistograms& sum) {
    plots_[Pitches]->setBars(pitchBars(sum));
    plots_[Classes]->setBars(classBars(sum));
    plots_[Polyphony]->setBars(countBars(sum.polyphony, 0, 2));
    plots_[Lengths]->setBars(countBars(sum.lengths, 1, 4));
}

}  // namespace ricercar
