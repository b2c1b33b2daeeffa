// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/TakeFigures.h"

#include "core/dataset/Workspace.h"
#include "core/workbench/RequestJson.h"
#include "ui/services/Curation.h"
#include "ui/services/Generation.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ricercar {
namespace {

constexpr std::size_t takesAtOnce = 16;
constexpr int barsOfPassages = 32;

/// Figures of some takes, as far as they came.
struct Worked {
    std::vector<std::pair<std::int64_t, TakeFacts>> facts;
    std::set<std::string> unknownModels;
};

/// A range's half, never nothing: a figure may be the same in all passages.
double half(const FigureRange& range) { return std::max({(range.high - range.low) / 2.0, 0.05 * std::abs(range.high), 1e-3}); }

void workOut(const std::vector<TakeRow>& takes, ModelShelf& shelf, const std::vector<std::filesystem::path>& models,
             const Task& task, Worked& worked) {
    for (const TakeRow& take : takes) {
        TakeFacts facts = take.facts;
        const PianoRoll roll = take.roll();
        if (!facts.figures) facts.figures = passageFigures(roll, barsOfPassages);
        if (!facts.nats && !worked.unknownModels.contains(take.modelHash)) {
            const auto model = shelf.find(take.modelHash, models, task);
            if (model) facts.nats = natsPerStep(*model, roll, take.primerSteps, task);
            if (task.stopped()) return;
            if (!model || !facts.nats) worked.unknownModels.insert(take.modelHash);
        }
        worked.facts.emplace_back(take.id, facts);
    }
}

}  // namespace

TakeFigures::TakeFigures(Jobs& jobs, WorkspaceStore& store, Stage& stage, Curation& curation, QObject* parent)
    : QObject(parent), jobs_(jobs), store_(store), stage_(stage), curation_(curation), shelf_(std::make_shared<ModelShelf>()) {
    calm_.setSingleShot(true);
    calm_.setInterval(300);
    connect(&calm_, &QTimer::timeout, this, &TakeFigures::readIndex);
    connect(&curation_, &Curation::planChanged, this, [this] {
        if (wanted_) calm_.start();
    });
    connect(&stage_, &Stage::shownChanged, this, [this] { makeReport(); });
    connect(&stage_, &Stage::shownEdited, this, [this] { makeReport(); });
    connect(&store_, &WorkspaceStore::takesMarked, this, [this](const std::vector<std::int64_t>& takes) {
        if (std::ranges::find(takes, report_.take) != takes.end()) makeReport();
    });
    connect(&store_, &WorkspaceStore::takesChanged, this, &TakeFigures::fillIn);
    connect(&store_, &WorkspaceStore::runsChanged, this, [this] {
        unknownModels_.clear();
        withoutRange_.clear();
        fillIn();
    });
    connect(&store_, &WorkspaceStore::opened, this, [this] {
        failed_ = false;
        indexHash_.clear();
        index_.reset();
        nats_.clear();
        emit indexChanged();
        if (wanted_) calm_.start();
    });
}

void TakeFigures::setWanted(bool wanted) {
    if (std::exchange(wanted_, wanted) == wanted || !wanted) return;
    calm_.start();
    makeReport();
    fillIn();
}

DatasetPieces TakeFigures::trainedOn() const {
    return trainingPieces(store_.pieces(), [this](std::int64_t piece) {
        const Membership* membership = curation_.membership(piece);
        return membership ? membership->subset : Subset::Off;
    });
}

void TakeFigures::readIndex() {
    if (!wanted_ || !store_.isOpen()) return;
    DatasetPieces dataset = trainedOn();
    if (dataset.hash == indexHash_) return;
    jobs_.stop(std::exchange(indexJob_, 0));
    indexHash_ = dataset.hash;
    nats_.clear();
    withoutRange_.clear();
    const auto take = [this, hash = dataset.hash](std::shared_ptr<const DatasetIndex> index) {
        if (hash != indexHash_) return;
        indexJob_ = 0;
        index_ = std::move(index);
        emit indexChanged();
        makeReport();
    };
    if (dataset.pieces.empty()) {
        take(nullptr);
        return;
    }
    indexJob_ = jobs_.ask(
        this,
        [path = store_.path(), dataset = std::move(dataset)](const Task& task) {
            return datasetIndex(Workspace::existing(path), dataset, barsOfPassages, task);
        },
        take, [take](const Message&) { take(nullptr); });  // a piece that went meanwhile: the plan changes, too
}

void TakeFigures::makeReport() {
    const StageContent& shown = stage_.shown();
    const TakeRow* row = shown.kind == StageContent::Kind::Take ? store_.takeRow(shown.id) : nullptr;
    const int question = reports_.ask();
    if (!row || !wanted_) {
        report_ = {};
        emit reportChanged();
        return;
    }
    if (report_.take != row->id) report_ = {};
    report_.take = row->id;
    report_.figures = row->facts.figures;
    report_.nats = row->facts.nats;
    report_.barSteps = std::max(1, shown.roll.barSteps());
    report_.ranges = index_ ? index_->comparison.ranges() : std::nullopt;
    const auto nats = nats_.find(row->modelHash);
    report_.natsRange = nats == nats_.end() ? std::nullopt : std::optional(nats->second);
    if (!report_.natsRange) askNatsRange(row->modelHash);
    emit reportChanged();
    jobs_.ask(
        this,
        [roll = shown.roll, given = row->primerSteps, index = index_](const Task&) {
            Likeness likeness{passageFigures(roll, barsOfPassages), {}, {}};
            if (index) likeness = index->comparison.compare(roll, given);
            return likeness;
        },
        [this, question, index = index_](const Likeness& likeness) {
            if (!reports_.isLast(question)) return;
            report_.figures = likeness.figures;
            if (index) {
                report_.copied = likeness.copied;
                const DatasetPieces::One* piece =
                    likeness.copied.steps > 0 ? &index->dataset.pieces[likeness.copied.piece] : nullptr;
                report_.piece = piece ? piece->id : 0;
                report_.pieceTitle = piece ? fromUtf8(piece->title) : QString();
            }
            emit reportChanged();
        },
        [](const Message&) {});
}

void TakeFigures::askNatsRange(const std::string& modelHash) {
    if (rangeJob_ != 0 || !index_ || withoutRange_.contains(modelHash)) return;
    rangeJob_ = jobs_.ask(
        this,
        [path = store_.path(), index = index_, shelf = shelf_, modelHash, models = models()](const Task& task) {
            const auto model = shelf->find(modelHash, models, task);
            return model ? natsRangeOf(path, index->dataset, *model, task) : std::nullopt;
        },
        [this, modelHash, index = index_](std::optional<FigureRange> range) {
            rangeJob_ = 0;
            if (index != index_) return;
            if (range)
                nats_[modelHash] = *range;
            else
                withoutRange_.insert(modelHash);
            makeReport();
        },
        [this, modelHash](const Message&) {
            rangeJob_ = 0;
            withoutRange_.insert(modelHash);
        });
}

void TakeFigures::sweep(Generation& generation, Notices& notices, const Take& take, const std::vector<double>& temperatures) {
    const std::optional<TakeOrigin> origin = originOf(take);
    if (!origin) {
        notices.post(Severity::Warning, tr("This take does not say how it was made."));
        return;
    }
    jobs_.ask(
        this,
        [shelf = shelf_, hash = origin->modelHash, models = models(), take](const Task& task) {
            const auto model = shelf->find(hash, models, task);
            return model ? std::optional(requestOf(take, model->path)) : std::nullopt;
        },
        [&generation, &notices, name = origin->modelName, temperatures](const std::optional<TakeRequest>& request) {
            if (request)
                generation.sweep(*request, temperatures, tr("A row of temperatures"));
            else
                notices.post(Severity::Warning, tr("The model that made this take is not here: %1.").arg(fromUtf8(name)));
        },
        [&notices](const Message& problem) { notices.post(Severity::Error, text(problem)); });
}

std::vector<std::filesystem::path> TakeFigures::models() const {
    std::vector<std::filesystem::path> paths;
    for (const CheckpointChoice& choice : store_.checkpoints()) paths.push_back(choice.path);
    return paths;
}

std::vector<std::int64_t> TakeFigures::missing() const {
    std::vector<std::int64_t> ids;
    const auto& takes = store_.takes();
    for (auto take = takes.rbegin(); take != takes.rend() && ids.size() < takesAtOnce; ++take) {
        const bool nats = !take->facts.nats && !unknownModels_.contains(take->modelHash) && take->steps > take->primerSteps;
        if (!WorkspaceStore::isUnsaved(take->id) && (!take->facts.figures || nats)) ids.push_back(take->id);
    }
    return ids;
}

void TakeFigures::fillIn() {
    if (!wanted_ || batch_ != 0 || failed_) return;
    std::vector<TakeRow> takes;
    for (const std::int64_t id : missing())
        if (const TakeRow* row = store_.takeRow(id)) takes.push_back(*row);
    if (takes.empty()) return;
    batch_ = jobs_.ask(
        this,
        [path = store_.path(), takes = std::move(takes), shelf = shelf_, models = models(),
         unknown = unknownModels_](const Task& task) {
            Worked worked{{}, unknown};
            workOut(takes, *shelf, models, task, worked);
            if (!worked.facts.empty()) Workspace::existing(path).takes().setFacts(worked.facts);
            return worked;
        },
        [this, workspace = store_.openings()](const Worked& worked) {
            batch_ = 0;
            if (workspace == store_.openings()) {
                unknownModels_.insert(worked.unknownModels.begin(), worked.unknownModels.end());
                store_.putFacts(worked.facts);
                if (worked.facts.empty()) return;
            }
            fillIn();
        },
        [this](const Message&) {  // said where it matters; asked again for the next workspace
            batch_ = 0;
            failed_ = true;
        });
}

std::optional<double> TakeFigures::distance(const TakeFacts& facts) const {
    if (!facts.figures || !index_ || !index_->comparison.ranges()) return std::nullopt;
    double sum = 0.0;
    for (std::size_t i = 0; i < figureCount; ++i) {
        const FigureRange& range = (*index_->comparison.ranges())[i];
        sum += std::abs((*facts.figures)[i] - (range.low + range.high) / 2.0) / half(range);
    }
    return sum / figureCount;
}

std::optional<double> TakeFigures::distance(const TakeFacts& one, const TakeFacts& other) const {
    if (!one.figures || !other.figures) return std::nullopt;
    constexpr Figures plain{4.0, 1.0, 0.1, 0.4, 0.1, 12.0, 0.1, 0.2, 1.0};  // without a dataset
    const auto& ranges = index_ ? index_->comparison.ranges() : std::nullopt;
    double sum = 0.0;
    for (std::size_t i = 0; i < figureCount; ++i)
        sum += std::abs((*one.figures)[i] - (*other.figures)[i]) / (ranges ? half((*ranges)[i]) : plain[i]);
    return sum / figureCount;
}

}  // namespace ricercar
