// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Curation.h"

#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <algorithm>
#include <utility>

namespace ricercar {
namespace {

struct DatasetsRead {
    std::vector<Dataset> datasets;
    std::int64_t current = 0;
    std::unordered_map<std::int64_t, Subset> byHand;
};

const Dataset* find(const std::vector<Dataset>& datasets, std::int64_t id) {
    const auto at = std::find_if(datasets.begin(), datasets.end(), [id](const Dataset& d) { return d.id == id; });
    return at == datasets.end() ? nullptr : &*at;
}

template <typename Value>
const Value* valueOf(const std::unordered_map<std::int64_t, Value>& map, std::int64_t id) {
    const auto at = map.find(id);
    return at == map.end() ? nullptr : &at->second;
}

bool in(const std::unordered_map<std::int64_t, Membership>& plan, std::int64_t id) {
    const Membership* const membership = valueOf(plan, id);
    return membership != nullptr && membership->subset != Subset::Off;
}

}  // namespace

Curation::Curation(Jobs& jobs, WorkspaceStore& store, Notices& notices, Changes& changes, QObject* parent)
    : QObject(parent), jobs_(jobs), store_(store), notices_(notices), changes_(changes) {
    calm_.setSingleShot(true);
    calm_.setInterval(250);
    connect(&calm_, &QTimer::timeout, this, &Curation::readKinships);
    connect(&store_, &WorkspaceStore::datasetsChangedElsewhere, this, &Curation::readDatasets);
    connect(&store_, &WorkspaceStore::opened, this, &Curation::opened);
    connect(&store_, &WorkspaceStore::piecesChanged, this, &Curation::piecesChanged);
}

void Curation::opened() {
    ++generation_;
    calm_.stop();
    reading_ = outdated_ = false;
    chosen_ = 0;
    datasets_.clear();
    dataset_ = {};
    facts_ = {};
    plan_.clear();
    summary_ = {};
    setDraft({});
    emit datasetsChanged();
    emit planChanged();
    readDatasets();
}

void Curation::piecesChanged() {
    const std::vector<Piece>& now = store_.pieces();
    // a remedy changes no kinship: that is found between the pieces as they were imported
    const bool same = now.size() == facts_.pieces.size() &&
                      std::equal(now.begin(), now.end(), facts_.pieces.begin(),
                                 [](const Piece& a, const Piece& b) { return a.id == b.id && a.fileHash == b.fileHash; });
    if (same && !outdated_) {
        facts_.pieces = now;
        planAnew();
        return;
    }
    outdated_ = true;
    calm_.start();
}

void Curation::readKinships() {
    if (reading_ || !store_.isOpen()) return;
    reading_ = true;
    outdated_ = false;
    jobs_.ask(
        this,
        [path = store_.path(), dataset = dataset_.id](const Task& task) {
            Workspace workspace = Workspace::existing(path);
            return readFacts(workspace, dataset, task);
        },
        [this, generation = generation_](DatasetFacts facts) {
            if (generation != generation_) return;
            reading_ = false;
            notices_.withdraw(About::Dataset);
            facts_.kinships = std::move(facts.kinships);
            if (outdated_) {
                calm_.start();
            } else {
                facts_.pieces = store_.pieces();
                planAnew();
            }
        },
        [this, generation = generation_](const Message& problem) {
            if (generation == generation_) reading_ = false;
            notices_.post(About::Dataset, Severity::Error, text(problem));
        });
}

void Curation::readDatasets() {
    jobs_.ask(
        this,
        [path = store_.path(), wanted = chosen_](const Task&) {
            const Workspace workspace = Workspace::existing(path);
            DatasetsRead read{workspace.datasets().all(), wanted, {}};
            if (!find(read.datasets, wanted)) read.current = read.datasets.empty() ? 0 : read.datasets.front().id;
            read.byHand = workspace.datasets().subsets(read.current);
            return read;
        },
        [this, generation = generation_, asked = ++asked_](DatasetsRead read) {
            if (generation != generation_ || asked <= answered_) return;
            answered_ = asked;
            notices_.withdraw(About::Dataset);
            datasets_ = std::move(read.datasets);
            const Dataset* current = find(datasets_, read.current);
            dataset_ = current ? *current : Dataset();
            chosen_ = read.current;
            facts_.byHand = std::move(read.byHand);
            if (draft_ && (draft_->id != dataset_.id || *draft_ == dataset_)) setDraft({});
            emit datasetsChanged();
            if (!outdated_) planAnew();
        },
        [this](const Message& problem) { notices_.post(About::Dataset, Severity::Error, text(problem)); });
}

void Curation::choose(std::int64_t datasetId) {
    if (datasetId == chosen_) return;
    chosen_ = datasetId;
    setDraft({});
    readDatasets();
}

void Curation::planAnew() {
    plan_ = planDataset(facts_, dataset_);
    summary_ = summaryOf(facts_, plan_);
    emit planChanged();
    if (draft_) previewAnew();
}

void Curation::previewAnew() {
    preview_.reset();
    if (draft_) preview_ = preview(*draft_);
    emit draftChanged();
}

void Curation::setDraft(const std::optional<Dataset>& draft) {
    std::optional<Dataset> now = draft;
    if (now && *now == dataset_) now.reset();
    if (now == draft_) return;
    draft_ = std::move(now);
    previewAnew();
}

void Curation::applyDraft() {
    if (!draft_) return;
    const Dataset changed = *draft_;
    const bool rules = changed.rules != dataset_.rules,
               split = changed.shares != dataset_.shares || changed.seed != dataset_.seed;
    updateDataset(changed, rules && split ? tr("Change rules and split")
                           : rules        ? tr("Change the rules")
                                          : tr("Change the split"));
}

const Membership* Curation::membership(std::int64_t pieceId) const { return valueOf(plan_, pieceId); }

const Membership* Curation::tried(std::int64_t pieceId) const { return preview_ ? valueOf(preview_->plan, pieceId) : nullptr; }

const DuplicateRelation* Curation::kinship(std::int64_t pieceId) const { return valueOf(facts_.kinships, pieceId); }

DatasetPreview Curation::preview(const Dataset& changed) const {
    DatasetPreview preview;
    preview.plan = planDataset(facts_, changed);
    preview.summary = summaryOf(facts_, preview.plan);
    for (const Piece& piece : facts_.pieces) {
        const bool now = in(plan_, piece.id), then = in(preview.plan, piece.id);
        preview.taken += now && !then ? 1 : 0;
        preview.given += !now && then ? 1 : 0;
    }
    return preview;
}

bool Curation::settled() const { return asked_ == answered_ && !outdated_ && !reading_ && !calm_.isActive(); }

}  // namespace ricercar
