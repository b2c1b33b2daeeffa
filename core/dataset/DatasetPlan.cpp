// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/DatasetPlan.h"

#include "core/dataset/Rules.h"
#include "core/dataset/Splits.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace ricercar {
namespace {

class Planner {
public:
    Planner(const DatasetFacts& facts, const Dataset& dataset) : facts_(facts), dataset_(dataset) {
        for (const Piece& piece : facts.pieces) byId_.emplace(piece.id, &piece);
    }

    std::unordered_map<std::int64_t, Membership> plan() {
        for (const Piece& piece : facts_.pieces) admit(piece);
        drawSubsets();
        for (const Piece& piece : facts_.pieces)
            if (Membership& membership = plan_[piece.id]; drawn_.contains(piece.id)) place(piece, membership);
        return std::move(plan_);
    }

private:
    [[nodiscard]] DuplicateRelation kinshipOf(const Piece& piece) const {
        const auto found = facts_.kinships.find(piece.id);
        return found != facts_.kinships.end() && found->second.group != 0 ? found->second
                                                                          : DuplicateRelation{piece.id, 0, 0, {}};
    }
    [[nodiscard]] std::string titleOf(std::int64_t id) const {
        const auto piece = byId_.find(id);
        return piece == byId_.end() ? std::to_string(id) : piece->second->title;
    }

    /// What needs no draw; the others are remembered.
    void admit(const Piece& piece) {
        Membership& membership = plan_[piece.id];
        if (!isCandidate(dataset_.rules, piece)) {
            if (!piece.remarks.empty()) membership.reasons.push_back(piece.remarks.front());
            return;
        }
        if (const auto chosen = facts_.byHand.find(piece.id); chosen != facts_.byHand.end()) {
            membership.subset = chosen->second;
            membership.byHand = true;
            settle(piece, membership.subset);
            return;
        }
        membership.reasons = takenOut(dataset_.rules, piece);
        if (dataset_.rules.withoutDuplicates && membership.reasons.empty()) {
            const std::int64_t same = kinshipOf(piece).same;
            const auto [first, added] = seen_.try_emplace(same == 0 ? piece.id : same, piece.id);
            if (!added) membership.reasons.push_back({MessageId::RuleDuplicate, {titleOf(first->second)}});
        }
        membership.ruledOut = !membership.reasons.empty();
        if (membership.ruledOut) return;
        if (piece.fixedSubset) {
            membership.subset = *piece.fixedSubset;
            settle(piece, membership.subset);
            return;
        }
        drawn_.insert(piece.id);
        subsets_.emplace(kinshipOf(piece).group, Subset::Train);
    }

    /// A subset that is not drawn holds for all of the group.
    void settle(const Piece& piece, Subset subset) {
        if (subset != Subset::Off) settled_[kinshipOf(piece).group].emplace(subset, piece.id);
    }

    void drawSubsets() {
        std::erase_if(subsets_, [this](const auto& group) { return settled_.contains(group.first); });
        for (auto& [leader, subset] : subsets_) {
            const auto piece = byId_.find(leader);
            const std::string hash = piece == byId_.end() ? std::to_string(leader) : piece->second->fileHash;
            subset = subsetOf(hash, dataset_.seed, dataset_.shares);
        }
        // However few there are, there is something to train on and something to validate with; the first two groups settle
        // it alone, so that a third moves none.
        const SplitShares& shares = dataset_.shares;
        if (!subsets_.empty() && shares.validation + shares.test < 1) subsets_.begin()->second = Subset::Train;
        if (subsets_.size() > 1 && shares.validation > 0) std::next(subsets_.begin())->second = Subset::Validation;
    }

    void place(const Piece& piece, Membership& membership) {
        const DuplicateRelation kinship = kinshipOf(piece);
        std::map<Subset, std::int64_t> relatives = subsetsOf(kinship.group);
        for (const std::int64_t other : kinship.otherGroups) relatives.merge(subsetsOf(other));
        membership.subset = relatives.begin()->first;
        if (relatives.size() == 1) return;
        membership.subset = Subset::Off;
        membership.reasons.push_back(
            {MessageId::SplitTwoSides, {titleOf(relatives.begin()->second), titleOf(relatives.rbegin()->second)}});
    }

    /// The subsets of a group, each with a piece that is there; empty: nothing of it is in the dataset.
    [[nodiscard]] std::map<Subset, std::int64_t> subsetsOf(std::int64_t group) const {
        if (const auto settled = settled_.find(group); settled != settled_.end()) return settled->second;
        const auto subset = subsets_.find(group);
        if (subset == subsets_.end()) return {};
        return {{subset->second, group}};
    }

    const DatasetFacts& facts_;
    const Dataset& dataset_;
    std::unordered_map<std::int64_t, const Piece*> byId_;
    std::unordered_map<std::int64_t, Membership> plan_;
    std::set<std::int64_t> drawn_;                                              ///< pieces whose subset is drawn
    std::map<std::int64_t, Subset> subsets_;                                    ///< of groups with such pieces alone, by leader
    std::unordered_map<std::int64_t, std::map<Subset, std::int64_t>> settled_;  ///< of the others: subsets, and a piece of each
    std::unordered_map<std::int64_t, std::int64_t> seen_;                       ///< of exact duplicates: the one that is in
};

}  // namespace

DatasetFacts readFacts(Workspace& workspace, std::int64_t datasetId, const Task& task) {
    DatasetFacts facts;
    const auto profiles = workspace.versions().profiles(true, task);
    facts.pieces = workspace.pieces().all();
    facts.kinships = findKinships(facts.pieces, profiles, task);
    facts.byHand = workspace.datasets().subsets(datasetId);
    return facts;
}

std::unordered_map<std::int64_t, Membership> planDataset(const DatasetFacts& facts, const Dataset& dataset) {
    return Planner(facts, dataset).plan();
}

DatasetSummary::Total DatasetSummary::total() const {
    Total sum;
    for (const Subset subset : {Subset::Train, Subset::Validation, Subset::Test}) {
        const Total& one = subsets[static_cast<std::size_t>(subset)];
        sum.pieces += one.pieces;
        sum.bars += one.bars;
        sum.steps += one.steps;
        sum.notes += one.notes;
        sum.hours += one.hours;
    }
    return sum;
}

bool isLopsided(const DatasetSummary& summary) {
    return summary.largestShare > 0.1 && summary.subsets[static_cast<std::size_t>(Subset::Train)].pieces >= 10;
}

DatasetSummary summaryOf(const DatasetFacts& facts, const std::unordered_map<std::int64_t, Membership>& plan) {
    DatasetSummary summary;
    std::int64_t most = 0;  // steps of the largest piece
    for (const Piece& piece : facts.pieces) {
        const auto found = plan.find(piece.id);
        if (found == plan.end()) continue;
        const Membership& membership = found->second;
        if (membership.subset == Subset::Off && !membership.byHand && !membership.ruledOut &&
            piece.state == PieceState::Rejected) {
            ++summary.rejected;
            continue;
        }
        auto& total = summary.subsets[static_cast<std::size_t>(membership.subset)];
        ++total.pieces;
        total.bars += piece.statistics.bars;
        total.steps += piece.steps;
        if (membership.subset == Subset::Train && piece.steps > most) {
            most = piece.steps;
            summary.largest = piece.id;
        }
        total.notes += piece.statistics.notes;
        if (piece.tempo > 0) total.hours += piece.steps / (piece.tempo * stepsPerQuarter * 60.0);
        if (membership.subset == Subset::Off) {
            summary.ruledOut += membership.ruledOut ? 1 : 0;
            for (const Message& reason : membership.reasons) {
                ++summary.reasons[reason.id];
                summary.split += reason.id == MessageId::SplitTwoSides ? 1 : 0;
            }
            continue;
        }
        ++summary.meters[piece.meter.text()];
        if (piece.key.correlation > 0 && piece.key.tonic >= 0 && piece.key.tonic < 12)
            ++summary.keys[static_cast<std::size_t>(piece.key.tonic + (piece.key.minor ? 12 : 0))];
        const double error = std::isfinite(piece.report.meanError) ? std::clamp(piece.report.meanError, 0.0, 0.5) : 0.5;
        ++summary.gridErrors[static_cast<std::size_t>(std::lround(error * 100))];
        ++summary.bars[piece.statistics.bars];
    }
    if (most > 0)
        summary.largestShare =
            static_cast<double>(most) / static_cast<double>(summary.subsets[static_cast<std::size_t>(Subset::Train)].steps);
    return summary;
}

RollHistograms histogramsOf(const std::vector<PieceProfile>& profiles,
                            const std::unordered_map<std::int64_t, Membership>& plan) {
    RollHistograms sum;
    for (const auto& [id, profile] : profiles)
        if (const auto found = plan.find(id); found != plan.end() && found->second.subset != Subset::Off)
            sum += profile.histograms;
    return sum;
}

std::int64_t windowsOf(const DatasetFacts& facts, const std::unordered_map<std::int64_t, Membership>& plan, int window) {
    std::int64_t windows = 0;
    for (const Piece& piece : facts.pieces)
        if (const auto found = plan.find(piece.id); window > 0 && found != plan.end() && found->second.subset == Subset::Train)
            windows += (piece.steps + window - 1) / window;
    return windows;
}

}  // namespace ricercar
