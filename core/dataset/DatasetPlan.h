// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Task.h"
#include "core/dataset/Dataset.h"
#include "core/dataset/Duplicates.h"
#include "core/dataset/Workspace.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace ricercar {

/// What becomes of a piece in a dataset.
struct Membership {
    Subset subset = Subset::Off;
    bool byHand = false;           ///< the subset was chosen by a person
    bool ruledOut = false;         ///< a rule took it out
    std::vector<Message> reasons;  ///< why it is off, where that was not chosen by hand
};

/// All that a plan is made from; kinships take a while to find, the rest is quick.
struct DatasetFacts {
    std::vector<Piece> pieces;  ///< by id
    std::unordered_map<std::int64_t, DuplicateRelation> kinships;
    std::unordered_map<std::int64_t, Subset> byHand;
};
DatasetFacts readFacts(Workspace& workspace, std::int64_t datasetId, const Task& task = {});

/// Each piece of a workspace in a dataset, by id. What was chosen by hand counts most (but a rejected piece stays off), then
/// the rules, then a published subset, then that of the group: what was chosen or published for one of it, else drawn for its
/// leader's file (subsetOf), so that adding pieces moves none. A piece near to two subsets is off, with SplitTwoSides. The
/// first group is trained on and the second validates, unless the shares leave nothing for it. Pure and quick: 10,000 pieces in
/// some milliseconds, for a live preview of rules and shares.
std::unordered_map<std::int64_t, Membership> planDataset(const DatasetFacts& facts, const Dataset& dataset);

/// A set as a whole.
struct DatasetSummary {
    struct Total {
        int pieces = 0;
        std::int64_t bars = 0;
        std::int64_t steps = 0;
        std::int64_t notes = 0;
        double hours = 0.0;  ///< at the pieces' tempos
    };
    std::array<Total, 4> subsets;       ///< by Subset
    int rejected = 0;                   ///< pieces that no rule was asked for; not in `subsets`
    int ruledOut = 0;                   ///< by the rules; in subsets[Off]
    int split = 0;                      ///< off because they resemble pieces on two subsets
    std::map<MessageId, int> reasons;   ///< how many pieces each kind of reason took out
    std::map<std::string, int> meters;  ///< pieces in the set, by meter
    std::array<int, 24> keys{};         ///< tonic + 12 where minor
    std::array<int, 51> gridErrors{};   ///< pieces by mean error, in hundredths of a step
    std::map<int, int> bars;            ///< pieces by bars
    std::int64_t largest = 0;           ///< the longest piece that is trained on; 0: none
    double largestShare = 0;            ///< its part of the steps that are trained on

    [[nodiscard]] Total total() const;  ///< train, validation and test together
};
/// Whether one piece weighs so much in what is trained on that the set is called after it: more than a tenth, of ten at least.
bool isLopsided(const DatasetSummary& summary);
DatasetSummary summaryOf(const DatasetFacts& facts, const std::unordered_map<std::int64_t, Membership>& plan);
/// Over the pieces in the set, from their current versions.
RollHistograms histogramsOf(const std::vector<PieceProfile>& profiles,
                            const std::unordered_map<std::int64_t, Membership>& plan);
/// Windows of `window` steps that the training pieces are cut into, the last of each padded.
std::int64_t windowsOf(const DatasetFacts& facts, const std::unordered_map<std::int64_t, Membership>& plan, int window);

}  // namespace ricercar
