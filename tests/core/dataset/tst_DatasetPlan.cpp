// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/DatasetPlan.h"
#include "core/dataset/Importer.h"
#include "core/dataset/Rules.h"
#include "core/dataset/Splits.h"
#include "tests/support/TestData.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

using namespace ricercar;

namespace {

struct Made {
    std::vector<Piece> pieces;
    std::vector<PieceProfile> profiles;

    Piece& add(const PianoRoll& roll, const std::string& file = {}) {
        Piece piece;
        piece.id = static_cast<std::int64_t>(pieces.size()) + 1;
        piece.fileHash = file.empty() ? "file " + std::to_string(piece.id) : file;
        piece.title = "piece " + std::to_string(piece.id);
        piece.steps = roll.steps();
        piece.statistics = statisticsOf(roll);
        profiles.push_back({piece.id, profileOf(roll)});
        pieces.push_back(piece);
        return pieces.back();
    }
    [[nodiscard]] DatasetFacts facts() const { return {pieces, findKinships(pieces, profiles), {}}; }
};

PianoRoll music(std::uint64_t seed) { return test::randomRoll(seed, 256, {40, 90}, 2.0); }

/// One roll after the other.
PianoRoll joined(const std::vector<PianoRoll>& rolls) {
    PianoRoll all = rolls.front();
    for (std::size_t i = 1; i < rolls.size(); ++i) {
        const int start = all.steps();
        all.resize(start + rolls[i].steps());
        for (const RollNote& note : notesOf(rolls[i])) all.addNote(start + note.start, note.length, note.pitch);
    }
    return all;
}

std::vector<MessageId> idsOf(const std::vector<Message>& messages) {
    std::vector<MessageId> ids;
    for (const Message& message : messages) ids.push_back(message.id);
    return ids;
}

}  // namespace

class tst_DatasetPlan : public QObject {
    Q_OBJECT
private slots:
    void eachRuleTakesOutWhatItSays() {
        Piece piece;
        piece.meter = {3, 4};
        piece.report.meanError = 0.12;
        piece.statistics = {100, 40, 80, 2.5, 5, 2.0, 0, 12};
        piece.tags = {"waltz"};
        const auto reasons = [&](const DatasetRules& rules) { return idsOf(takenOut(rules, piece)); };
        const std::vector<MessageId> none;
        QCOMPARE(reasons({}), none);
        DatasetRules rules;
        rules.meters = {{4, 4}, {2, 4}};
        QCOMPARE(takenOut(rules, piece).at(0), (Message{MessageId::PieceMeterExcluded, {"3/4", "4/4 or 2/4"}}));
        rules.meters.push_back({3, 4});
        QCOMPARE(reasons(rules), none);
        rules = {};
        rules.minBars = 13;
        QCOMPARE(takenOut(rules, piece).at(0), (Message{MessageId::RuleBars, {12, 13}}));
        rules.minBars = 12;
        QCOMPARE(reasons(rules), none);
        rules.maxGridError = 0.11;
        QCOMPARE(takenOut(rules, piece).at(0), (Message{MessageId::RuleGridError, {"12", "11"}}));
        rules.maxGridError = 0.12;
        QCOMPARE(reasons(rules), none);
        rules.minPolyphony = 2.6;
        QCOMPARE(takenOut(rules, piece).at(0), (Message{MessageId::RulePolyphony, {"2.5", "2.6", "128.0"}}));
        rules.minPolyphony = 2.5;
        rules.maxPolyphony = 2.5;
        QCOMPARE(reasons(rules), none);
        rules.lowestPitch = 41;
        QCOMPARE(reasons(rules), std::vector<MessageId>{MessageId::RulePitch});
        rules.lowestPitch = 40;
        rules.highestPitch = 80;
        QCOMPARE(reasons(rules), none);
        rules.highestPitch = 79;
        rules.tags = {"jig", "reel"};
        QCOMPARE(reasons(rules), (std::vector<MessageId>{MessageId::RulePitch, MessageId::RuleTags}));
        rules.tags = {"jig", "waltz"};
        rules.highestPitch.reset();
        QCOMPARE(reasons(rules), none);
    }

    void aPieceThatIsNextToSilentIsOutUnlessThatIsWanted() {
        Piece piece;
        piece.statistics = {2, 60, 64, 1.0, 1, 1.0, 12'498, 12'500};  // what is left of a damaged file
        QCOMPARE(idsOf(takenOut({}, piece)), (std::vector<MessageId>{MessageId::RuleEmptyBars, MessageId::RuleNotesPerBar}));
        QCOMPARE(takenOut({}, piece).at(1), (Message{MessageId::RuleNotesPerBar, {2, 12'500, "0.5"}}));
        QVERIFY(takenOut(noRules(), piece).empty());
        piece.fixedSubset = Subset::Train;
        QVERIFY(takenOut({}, piece).empty());
        QVERIFY(rulesFromJson("{}") == DatasetRules());
        QVERIFY(rulesFromJson(toJson(noRules())) == noRules());
        DatasetRules half;
        half.maxEmpty = 0.25;
        half.minNotes.reset();
        QVERIFY(rulesFromJson(toJson(half)) == half);
    }

    void aPieceThatWeighsTooMuchIsFound() {
        DatasetFacts facts;
        std::unordered_map<std::int64_t, Membership> plan;
        for (std::int64_t id = 1; id <= 12; ++id) {
            Piece piece;
            piece.id = id;
            piece.steps = id == 7 ? 900 : 100;
            facts.pieces.push_back(piece);
            plan[id].subset = Subset::Train;
        }
        const DatasetSummary summary = summaryOf(facts, plan);
        QCOMPARE(summary.largest, std::int64_t{7});
        QCOMPARE(summary.largestShare, 0.45);
        QVERIFY(isLopsided(summary));
        facts.pieces[6].steps = 100;
        QVERIFY(!isLopsided(summaryOf(facts, plan)));
    }

    void whatWasRefusedForItsMeterComesInWhereThatIsNamed() {
        Piece piece;
        piece.state = PieceState::Rejected;
        piece.steps = 100;
        piece.meter = {6, 8};
        piece.remarks = {{MessageId::PieceMeterExcluded, {"6/8", "4/4"}}};
        DatasetRules rules;
        QVERIFY(!isCandidate(rules, piece));
        rules.meters = {{6, 8}};
        QVERIFY(isCandidate(rules, piece));
        piece.remarks[0].id = MessageId::PieceSetAside;
        QVERIFY(!isCandidate(rules, piece));
    }

    void relativesAreFound() {
        Made made;
        made.add(music(1));
        made.add(music(2));
        made.add(music(1));                                    // the same
        made.add(music(2).inRange(fullRange).transposed(-3));  // nearly
        made.add(music(3), "album");
        made.add(music(1).inRange(fullRange).transposed(2), "album");  // a part of the same file
        made.add(music(5));
        auto kin = findKinships(made.pieces, made.profiles);
        QCOMPARE(kin[1].group, std::int64_t{1});
        QCOMPARE(kin[2].group, std::int64_t{2});
        QCOMPARE(kin[3].group, std::int64_t{1});
        QCOMPARE(kin[3].same, std::int64_t{1});
        QCOMPARE(kin[3].near, std::int64_t{0});
        QCOMPARE(kin[4].group, std::int64_t{2});
        QCOMPARE(kin[4].same, std::int64_t{0});
        QCOMPARE(kin[4].near, std::int64_t{2});
        QCOMPARE(kin[5].group, std::int64_t{1});
        QCOMPARE(kin[6].group, std::int64_t{1});
        QCOMPARE(kin[7].group, std::int64_t{7});
        for (const auto& [id, kinship] : kin) QVERIFY(kinship.otherGroups.empty());
    }

    void whatAFileRepeatsIsNoDuplicate() {
        Made made;
        made.add(music(1), "file");
        made.add(music(1), "file");
        made.add(music(1), "corpus").fixedSubset = Subset::Train;
        made.add(music(1), "corpus").fixedSubset = Subset::Test;
        made.pieces.back().part = 1;
        auto kin = findKinships(made.pieces, made.profiles);
        QCOMPARE(kin[2].same, std::int64_t{0});
        QCOMPARE(kin[2].group, std::int64_t{1});
        QCOMPARE(kin[3].same, std::int64_t{1});
        QCOMPARE(kin[4].same, std::int64_t{1});
        QCOMPARE(kin[4].group, std::int64_t{4});
    }

    void addingPiecesMovesNone() {
        Made made;
        Dataset dataset;
        dataset.shares = {0.2, 0.1};
        std::unordered_map<std::int64_t, Subset> before;
        for (std::uint64_t i = 0; i < 200; ++i) {
            // now and then a relative of an earlier one
            made.add(i % 5 == 4 ? music(i / 2).transposed(1) : music(i));
            const auto plan = planDataset(made.facts(), dataset);
            for (const auto& [id, subset] : before) QVERIFY2(plan.at(id).subset == subset, std::to_string(id).c_str());
            int validation = 0;
            for (const auto& [id, membership] : plan) {
                before[id] = membership.subset;
                validation += membership.subset == Subset::Validation ? 1 : 0;
            }
            QVERIFY(i == 0 || validation > 0);
        }
        auto kin = findKinships(made.pieces, made.profiles);
        for (const Piece& piece : made.pieces) QVERIFY(before[piece.id] == before[kin[piece.id].group]);
        std::map<Subset, int> counts;
        for (const auto& [id, subset] : before) ++counts[subset];
        QVERIFY(counts[Subset::Validation] > 20 && counts[Subset::Validation] < 70);
        QVERIFY(counts[Subset::Test] > 5 && counts[Subset::Test] < 45);
        dataset.seed = 2;
        int moved = 0;
        for (const auto& [id, membership] : planDataset(made.facts(), dataset))
            moved += membership.subset != before[id] ? 1 : 0;
        QVERIFY(moved > 20);
    }

    void whoResemblesTwoSidesIsSetOff() {
        // two groups on different subsets, and a piece made of both
        Dataset dataset;
        dataset.shares = {0.5, 0.0};
        int apart = 0;
        for (std::uint64_t seed = 0; seed < 40; ++seed) {
            const auto part = [&](std::uint64_t number, int steps) { return music(seed * 10 + number).slice(0, steps); };
            const PianoRoll common = part(1, 200), left = part(2, 75), right = part(3, 75);
            Made made;
            made.add(joined({common, left, part(4, 75)}), "a" + std::to_string(seed));
            made.add(joined({common, right, part(5, 75)}), "b" + std::to_string(seed));
            made.add(joined({common, left, right}));
            const DatasetFacts facts = made.facts();
            if (facts.kinships.at(3).otherGroups.empty()) continue;  // by chance not near enough to both
            const auto plan = planDataset(facts, dataset);
            QVERIFY(plan.at(1).subset != Subset::Off && plan.at(2).subset != Subset::Off);
            if (plan.at(1).subset == plan.at(2).subset) {
                QVERIFY(plan.at(3).subset == plan.at(1).subset);
                continue;
            }
            ++apart;
            QVERIFY(plan.at(3).subset == Subset::Off);
            QVERIFY(!plan.at(3).ruledOut);
            QCOMPARE(plan.at(3).reasons.at(0), (Message{MessageId::SplitTwoSides, {"piece 1", "piece 2"}}));
            QCOMPARE(summaryOf(facts, plan).split, 1);
        }
        QVERIFY(apart > 0);
    }

    /// What is nearly a published test piece must not be trained on, nor what stands between two published subsets.
    void relativesOfSettledPiecesFollowThem() {
        Made made;
        made.add(music(1), "corpus").fixedSubset = Subset::Test;
        made.add(music(2), "corpus").fixedSubset = Subset::Train;
        made.pieces.back().part = 1;
        made.add(music(1).inRange(fullRange).transposed(2));
        made.add(music(2).inRange(fullRange).transposed(-1));
        made.add(music(3));
        made.add(music(3).inRange(fullRange).transposed(1));
        DatasetFacts facts = made.facts();
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            Dataset dataset;
            dataset.seed = seed;
            dataset.shares = {0.3, 0.3};
            const auto plan = planDataset(facts, dataset);
            QVERIFY(plan.at(3).subset == Subset::Test);
            QVERIFY(plan.at(4).subset == Subset::Train);
            QVERIFY(plan.at(5).subset == plan.at(6).subset);
        }
        facts.byHand = {{6, Subset::Validation}};  // its relative follows
        QVERIFY(planDataset(facts, Dataset()).at(5).subset == Subset::Validation);
        facts.byHand = {{5, Subset::Test}, {6, Subset::Validation}};
        QVERIFY(planDataset(facts, Dataset()).at(5).subset == Subset::Test);
        facts.kinships[3].otherGroups = {2};
        const auto plan = planDataset(facts, Dataset());
        QVERIFY(plan.at(3).subset == Subset::Off);
        QCOMPARE(plan.at(3).reasons.at(0).id, MessageId::SplitTwoSides);
    }

    void handsRulesAndPublishedSides() {
        Made made;
        for (std::uint64_t i = 0; i < 10; ++i) made.add(music(i));
        made.add(music(3));  // 11: the same as 4
        made.pieces[5].state = PieceState::Rejected;
        made.pieces[5].remarks = {{MessageId::GridNoNotes, {}}};
        made.pieces[6].fixedSubset = Subset::Test;
        made.pieces[7].statistics.bars = 1;
        DatasetFacts facts = made.facts();
        facts.byHand = {{1, Subset::Test}, {8, Subset::Train}, {6, Subset::Train}, {2, Subset::Off}};
        Dataset dataset;
        dataset.rules.minBars = 2;
        dataset.rules.withoutDuplicates = true;
        const auto plan = planDataset(facts, dataset);
        QCOMPARE(plan.size(), std::size_t{11});
        QVERIFY(plan.at(1).subset == Subset::Test && plan.at(1).byHand);
        QVERIFY(plan.at(2).subset == Subset::Off && plan.at(2).byHand && plan.at(2).reasons.empty());
        QVERIFY(plan.at(6).subset == Subset::Off);
        QCOMPARE(idsOf(plan.at(6).reasons), std::vector<MessageId>{MessageId::GridNoNotes});
        QVERIFY(plan.at(7).subset == Subset::Test && !plan.at(7).byHand);
        QVERIFY(plan.at(8).subset == Subset::Train);  // by hand, against the rule
        QVERIFY(plan.at(11).subset == Subset::Off && plan.at(11).ruledOut);
        QCOMPARE(plan.at(11).reasons.at(0), (Message{MessageId::RuleDuplicate, {"piece 4"}}));

        const DatasetSummary summary = summaryOf(facts, plan);
        QCOMPARE(summary.rejected, 1);
        QCOMPARE(summary.ruledOut, 1);
        QCOMPARE(summary.total().pieces, 8);
        QCOMPARE(summary.subsets[3].pieces, 2);
        QCOMPARE(summary.total().steps, std::int64_t{8 * 256});
        QVERIFY(std::abs(summary.total().hours - 8 * 256 / (120.0 * 4 * 60)) < 1e-9);
        QCOMPARE(summary.reasons.at(MessageId::RuleDuplicate), 1);
        const RollHistograms histograms = histogramsOf(made.profiles, plan);
        std::int64_t notes = 0;
        for (const auto count : histograms.pitches) notes += count;
        QCOMPARE(notes, summary.total().notes);
        const auto train = summary.subsets[0].pieces;
        QCOMPARE(windowsOf(facts, plan, 100), std::int64_t{3} * train);
        QCOMPARE(windowsOf(facts, plan, 0), std::int64_t{0});
    }

    void thePreviewIsLive() {
        Made made;
        const PianoRoll roll = music(1);
        const Profile profile = profileOf(roll);
        for (int i = 0; i < 10'000; ++i) {
            Piece piece;
            piece.id = i + 1;
            piece.fileHash = std::to_string(i);
            piece.statistics = statisticsOf(roll);
            piece.statistics.bars = i % 40;
            made.pieces.push_back(piece);
            made.profiles.push_back({piece.id, profile});
            made.profiles.back().profile.fingerprint.exact = static_cast<std::uint64_t>(i);
            for (auto& value : made.profiles.back().profile.fingerprint.sketch) value += static_cast<std::uint32_t>(i);
            made.profiles.back().profile.fingerprint.shape += static_cast<std::uint64_t>(i);
        }
        QElapsedTimer timer;
        timer.start();
        const DatasetFacts facts = made.facts();
        const auto found = timer.restart();
        Dataset dataset;
        dataset.rules.minBars = 8;
        dataset.rules.maxPolyphony = 10;
        const auto plan = planDataset(facts, dataset);
        const auto planned = timer.elapsed();
        qInfo("10,000 pieces: %lld ms to find relatives, %lld ms to plan", static_cast<long long>(found),
              static_cast<long long>(planned));
        QCOMPARE(summaryOf(facts, plan).ruledOut, 2000);
        QVERIFY(planned < 500);
    }

    /// The published sets have a few tunes twice, and nearly all of them once.
    void realDuplicatesAreFew() {
        const auto shared = test::sharedData();
        if (shared.empty()) QSKIP("no shared data");
        QTemporaryDir folder;
        Workspace workspace(folder.path().toStdString() + "/w.ricercar");
        importFiles(workspace, {shared / "midi/nottingham/train", shared / "midi/piano_midi_de"});
        const DatasetFacts facts = readFacts(workspace, workspace.datasets().all().at(0).id);
        int same = 0, near = 0, others = 0;
        for (const Piece& piece : facts.pieces) {
            const DuplicateRelation& kinship = facts.kinships.at(piece.id);
            same += kinship.same != 0 ? 1 : 0;
            near += kinship.near != 0 ? 1 : 0;
            others += kinship.otherGroups.empty() ? 0 : 1;
        }
        const auto plan = planDataset(facts, workspace.datasets().all().at(0));
        const DatasetSummary summary = summaryOf(facts, plan);
        qInfo("%d pieces: %d the same as another, %d nearly, %d near to several; %d train, %d validation",
              static_cast<int>(facts.pieces.size()), same, near, others, summary.subsets[0].pieces, summary.subsets[1].pieces);
        QVERIFY(near >= 1);
        QVERIFY(near < static_cast<int>(facts.pieces.size()) / 10);
        QVERIFY(summary.subsets[1].pieces > 0);
    }
};

QTEST_APPLESS_MAIN(tst_DatasetPlan)
#include "tst_DatasetPlan.moc"
