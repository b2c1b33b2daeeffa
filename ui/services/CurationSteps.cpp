// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/music/Remedies.h"
#include "ui/services/Changes.h"
#include "ui/services/Curation.h"
#include "ui/services/Jobs.h"
#include "ui/services/Mailbox.h"
#include "ui/services/Notices.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/PieceWords.h"
#include "ui/words/RemedyWords.h"
#include "ui/words/Words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace ricercar {
namespace {

using Versions = std::vector<std::pair<std::int64_t, int>>;

std::vector<std::int64_t> idsOf(const Versions& versions) {
    std::vector<std::int64_t> ids;
    for (const auto& version : versions) ids.push_back(version.first);
    return ids;
}

struct TagStep {
    std::vector<std::int64_t> pieces;  ///< those that it changes
    bool known = false;
};

}  // namespace

void Curation::pushRemedy(const QString& name, const std::vector<std::int64_t>& pieces, RemedyWork work) {
    if (pieces.empty()) return;
    struct State {
        bool made = false, told = false;
        RemedyReport report;
        Mailbox<Piece> fresh;
        std::unique_ptr<QObject> drain = std::make_unique<QObject>();
    };
    auto state = std::make_shared<State>();
    connect(&jobs_, &Jobs::tick, state->drain.get(), [this, state = state.get(), generation = generation_] {
        std::vector<Piece> fresh = state->fresh.take();
        if (generation == generation_) store_.putPieces(std::move(fresh));
    });
    Change change;
    change.name = tr("%1 (%Ln pieces)", nullptr, static_cast<int>(pieces.size())).arg(name);
    change.listed = true;
    change.redo = [state, work = std::move(work)](Workspace& workspace, const Task& task) {
        if (state->made) {
            goToVersions(workspace, state->report.after);
            return true;
        }
        state->report = work(workspace, task, [&state](const std::vector<NewPiece>& made) {
            for (const auto& version : made) state->fresh.put(version.piece);
        });
        state->made = true;
        return state->report.changed > 0;
    };
    change.undo = [state](Workspace& workspace) { goToVersions(workspace, state->report.before); };
    change.done = [this, state, generation = generation_] {
        state->drain.reset();
        if (generation != generation_) return;
        if (!state->told && state->made) say(state->report);
        state->told = true;
        store_.reloadPieces(idsOf(state->report.before));
    };
    changes_.push(std::move(change));
}

void Curation::say(const RemedyReport& report) {
    QStringList parts;
    if (!report.problems.empty())
        parts << tr("%Ln pieces could not be changed.", nullptr, static_cast<int>(report.problems.size())) + QLatin1Char(' ') +
                     text(report.problems.front().second);
    if (report.rejected > 0) parts << tr("%Ln pieces are left without music; the list says why.", nullptr, report.rejected);
    if (report.stopped) parts << tr("Stopped: %Ln pieces were changed, the others are as they were.", nullptr, report.changed);
    if (!parts.isEmpty()) notices_.post(Severity::Warning, parts.join(QLatin1Char(' ')));
}

void Curation::applyRemedy(const std::vector<std::int64_t>& pieces, const Remedy& remedy) {
    pushRemedy(remedyName(remedy), pieces, [pieces, remedy](Workspace& workspace, const Task& task, const auto& changed) {
        return ricercar::applyRemedy(workspace, pieces, remedy, {}, task, changed);
    });
}

void Curation::removeRemedy(const std::vector<std::int64_t>& pieces, const Remedy& kind) {
    pushRemedy(remedyUndoing(kind), pieces, [pieces, kind](Workspace& workspace, const Task& task, const auto& changed) {
        return ricercar::removeRemedy(workspace, pieces, kind, {}, task, changed);
    });
}

void Curation::removeRemedies(const std::vector<std::int64_t>& pieces) {
    pushRemedy(tr("Take all remedies back"), pieces, [pieces](Workspace& workspace, const Task& task, const auto& changed) {
        return ricercar::removeRemedies(workspace, pieces, {}, task, changed);
    });
}

void Curation::shiftToGrid(const std::vector<std::int64_t>& pieces) {
    pushRemedy(tr("Shift to the nearest grid"), pieces, [pieces](Workspace& workspace, const Task& task, const auto& changed) {
        return ricercar::shiftToGrid(workspace, pieces, {}, task, changed);
    });
}

std::shared_ptr<Curation::Series> Curation::newSeries(const std::vector<std::int64_t>& pieces) {
    auto series = std::make_shared<Series>();
    series->pieces = pieces;
    return series;
}

bool Curation::goesOn(const Series& series) const { return series.number == 0 || changes_.isLast(series.number); }

void Curation::change(const std::shared_ptr<Series>& series, const QString& name, std::function<Recipe(Recipe)> recipe) {
    Changes& changes = changes_;
    if (series->number == 0) series->number = changes.newNumber();
    auto report = std::make_shared<RemedyReport>();
    Change change;
    change.name = tr("%1 (%Ln pieces)", nullptr, static_cast<int>(series->pieces.size())).arg(name);
    change.replaces = series->number;
    change.redo = [series, report, recipe = std::move(recipe), made = std::make_shared<bool>(false)](Workspace& workspace,
                                                                                                     const Task& task) {
        if (*made) {
            goToVersions(workspace, series->after);
            return true;
        }
        *made = true;
        goToVersions(workspace, series->before);
        *report = changeRecipes(
            workspace, series->pieces, [&](const Piece&, const Recipe& now) { return recipe(now); }, {}, task);
        const bool begun = !series->before.empty();
        if (!begun) series->before = report->before;
        series->after = series->before;
        for (auto& [piece, version] : series->after)
            for (const auto& [changed, number] : report->after)
                if (changed == piece) version = number;
        return begun || report->changed > 0;
    };
    change.undo = [series](Workspace& workspace) { goToVersions(workspace, series->before); };
    change.done = [this, series, report, generation = generation_] {
        if (generation != generation_) return;
        say(std::exchange(*report, {}));
        store_.reloadPieces(series->pieces);
    };
    changes.push(std::move(change));
}

void Curation::addTag(const std::vector<std::int64_t>& pieces, const QString& tag) {
    if (pieces.empty() || tag.trimmed().isEmpty()) return;
    const std::string word = toUtf8(tag.trimmed());
    auto step = std::make_shared<TagStep>();
    Change change;
    change.name = tr("Tag “%1” (%Ln pieces)", nullptr, static_cast<int>(pieces.size())).arg(tag.trimmed());
    change.redo = [pieces, word, step](Workspace& workspace, const Task&) {
        if (!std::exchange(step->known, true))
            for (const std::int64_t id : pieces)
                if (const auto piece = workspace.pieces().find(id);
                    piece && std::find(piece->tags.begin(), piece->tags.end(), word) == piece->tags.end())
                    step->pieces.push_back(id);
        workspace.pieces().addTag(step->pieces, word);
        return !step->pieces.empty();
    };
    change.undo = [word, step](Workspace& workspace) { workspace.pieces().removeTag(step->pieces, word); };
    change.done = [this] { store_.reloadPieces(); };
    changes_.push(std::move(change));
}

void Curation::removeTag(const std::vector<std::int64_t>& pieces, const QString& tag) {
    if (pieces.empty()) return;
    const std::string word = toUtf8(tag);
    auto step = std::make_shared<TagStep>();
    Change change;
    change.name = tr("Remove tag “%1” (%Ln pieces)", nullptr, static_cast<int>(pieces.size())).arg(tag);
    change.redo = [pieces, word, step](Workspace& workspace, const Task&) {
        if (!std::exchange(step->known, true))
            for (const std::int64_t id : pieces)
                if (const auto piece = workspace.pieces().find(id);
                    piece && std::find(piece->tags.begin(), piece->tags.end(), word) != piece->tags.end())
                    step->pieces.push_back(id);
        workspace.pieces().removeTag(step->pieces, word);
        return !step->pieces.empty();
    };
    change.undo = [word, step](Workspace& workspace) { workspace.pieces().addTag(step->pieces, word); };
    change.done = [this] { store_.reloadPieces(); };
    changes_.push(std::move(change));
}

void Curation::setSubset(const std::vector<std::int64_t>& pieces, std::optional<Subset> subset) {
    if (pieces.empty()) return;
    auto before = std::make_shared<std::map<std::optional<Subset>, std::vector<std::int64_t>>>();
    Change change;
    const QString where = subset ? subsetName(*subset) : tr("automatic");
    change.name = tr("Split: %1 (%Ln pieces)", nullptr, static_cast<int>(pieces.size())).arg(where);
    change.redo = [pieces, subset, before, id = dataset_.id](Workspace& workspace, const Task&) {
        const auto subsets = workspace.datasets().subsets(id);
        before->clear();
        bool changes = false;
        for (const std::int64_t piece : pieces) {
            const auto had = subsets.find(piece);
            const std::optional<Subset> was = had == subsets.end() ? std::nullopt : std::optional(had->second);
            (*before)[was].push_back(piece);
            changes = changes || was != subset;
        }
        if (changes) workspace.datasets().setSubsets(id, pieces, subset);
        return changes;
    };
    change.undo = [before, id = dataset_.id](Workspace& workspace) {
        for (const auto& [was, those] : *before) workspace.datasets().setSubsets(id, those, was);
    };
    change.done = [this] { readDatasets(); };
    changes_.push(std::move(change));
}

void Curation::updateDataset(const Dataset& dataset, const QString& step) {
    auto before = std::make_shared<Dataset>();
    Change change;
    change.name = step;
    change.redo = [dataset, before](Workspace& workspace, const Task&) {
        const auto was = workspace.datasets().find(dataset.id);
        if (!was || *was == dataset) return false;
        *before = *was;
        workspace.datasets().update(dataset);
        return true;
    };
    change.undo = [before](Workspace& workspace) { workspace.datasets().update(*before); };
    change.done = [this] { readDatasets(); };
    changes_.push(std::move(change));
}

void Curation::addDataset(const Dataset& dataset, std::int64_t copyOf) {
    auto added = std::make_shared<Dataset>(dataset);
    added->id = 0;
    auto subsets = std::make_shared<std::unordered_map<std::int64_t, Subset>>();
    Change change;
    change.name = copyOf == 0 ? tr("New dataset “%1”").arg(fromUtf8(dataset.name))
                              : tr("Copy of a dataset: “%1”").arg(fromUtf8(dataset.name));
    change.redo = [added, subsets, copyOf](Workspace& workspace, const Task&) {
        if (copyOf != 0) *subsets = workspace.datasets().subsets(copyOf);
        if (added->id == 0) {
            added->id = workspace.datasets().add(*added);
            std::map<Subset, std::vector<std::int64_t>> bySubset;
            for (const auto& [piece, subset] : *subsets) bySubset[subset].push_back(piece);
            for (const auto& [subset, pieces] : bySubset) workspace.datasets().setSubsets(added->id, pieces, subset);
        } else {
            workspace.datasets().restore(*added, *subsets);
        }
        return true;
    };
    change.undo = [added](Workspace& workspace) { workspace.datasets().remove(added->id); };
    change.done = [this, added, generation = generation_] {
        if (generation == generation_ && added->id != 0) chosen_ = added->id;
        readDatasets();
    };
    changes_.push(std::move(change));
}

void Curation::removeDataset(std::int64_t id) {
    if (datasets_.size() < 2) return;
    auto removed = std::make_shared<Dataset>();
    auto subsets = std::make_shared<std::unordered_map<std::int64_t, Subset>>();
    Change change;
    change.name = tr("Delete the dataset “%1”").arg(fromUtf8(dataset_.name));
    change.redo = [id, removed, subsets](Workspace& workspace, const Task&) {
        const auto there = workspace.datasets().find(id);
        if (!there || workspace.datasets().all().size() < 2) return false;
        *removed = *there;
        *subsets = workspace.datasets().subsets(id);
        workspace.datasets().remove(id);
        return true;
    };
    change.undo = [removed, subsets](Workspace& workspace) { workspace.datasets().restore(*removed, *subsets); };
    change.done = [this, id, generation = generation_] {
        if (generation == generation_) chosen_ = id;
        readDatasets();
    };
    changes_.push(std::move(change));
}

QString Curation::freeName(const QString& wanted) const {
    const auto taken = [this](const QString& name) {
        return std::any_of(datasets_.begin(), datasets_.end(),
                           [&](const Dataset& dataset) { return fromUtf8(dataset.name) == name; });
    };
    QString name = wanted;
    for (int i = 2; taken(name); ++i) name = QStringLiteral("%1 %2").arg(wanted).arg(i);
    return name;
}

}  // namespace ricercar
