// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/workbench/GivenNotes.h"
#include "core/workbench/TakeFile.h"
#include "core/workbench/TakeOrigin.h"
#include "core/workbench/Takes.h"
#include "tests/core/learning/LearningFixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <cmath>

using namespace ricercar;

class tst_Takes : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path file(const char* name) const { return folder_.filePath(name).toStdString(); }

    TakeRequest request() {
        Checkpoint checkpoint = test::tinyCheckpoint(40);
        checkpoint.name = "tiny";
        saveCheckpoint(checkpoint, file("tiny.ricercar"));
        TakeRequest made;
        made.checkpoint = file("tiny.ricercar");
        made.bars = 4;
        made.settings.seed = 11;
        return made;
    }

private slots:
    void theSameRequestTheSameBytes() {
        const Take one = makeTake(prepareTake(request())), two = makeTake(prepareTake(request()));
        QCOMPARE(one.roll.steps(), 64);
        QCOMPARE(one.tempo, 102.0);  // the training set's median
        QCOMPARE(writeMidi(takeScore(one)), writeMidi(takeScore(two)));
    }

    void aFileSaysHowItWasMade() {
        const Take take = makeTake(prepareTake(request()));
        const MidiFile read = readMidi(writeMidi(takeScore(take)), "take.mid");
        QVERIFY(read.warnings.empty());
        const auto settings = nlohmann::json::parse(takeSettings(read.sequences.front()));
        QCOMPARE(settings.at("seed").get<int>(), 11);
        QCOMPARE(settings.at("model").get<std::string>(), take.modelHash);
        QuantizeOptions options;
        options.range = take.roll.range();
        options.detectPickup = false;
        QCOMPARE(quantize(read.sequences.front(), options).front().roll, take.roll);
        QVERIFY(takeSettings(toScore(take.roll)).empty());
    }

    void aTakesFileIsKnownAndBecomesTheTake() {
        TakeRequest wanted = request();
        wanted.settings.temperature = 1.3;
        const Take take = makeTake(prepareTake(wanted));
        writeFile(file("take.mid"), writeMidi(takeScore(take)));
        const std::optional<Take> read = readTakeFile(file("take.mid"));
        QVERIFY(read.has_value());
        QCOMPARE(read->roll.inRange(take.roll.range()), take.roll);
        QCOMPARE(read->name, take.name);
        QCOMPARE(read->modelHash, take.modelHash);
        QCOMPARE(read->settings, take.settings);
        QVERIFY(read->score.empty());
        const auto origin = originOf(*read);
        QCOMPARE(origin->settings.temperature, 1.3);
        QCOMPARE(origin->bars, 4);
        QCOMPARE(origin->modelName, std::string("tiny"));
        // other music is none, nor is a file that is broken or not there
        writeFile(file("music.mid"), writeMidi(toScore(take.roll)));
        writeFile(file("broken.mid"), std::string("MThd and no more"));
        for (const char* other : {"music.mid", "broken.mid", "none.mid", "tiny.ricercar"}) QVERIFY(!readTakeFile(file(other)));
    }

    void aBranchGoesOnFromAChangedDraw() {
        TakeRequest wanted = request();
        wanted.settings.temperature = 1.2;
        wanted.settings.densityGuard = true;
        wanted.settings.floor = 0.02;
        const Take take = makeTake(prepareTake(wanted));
        const auto origin = originOf(take);
        QVERIFY(origin.has_value());
        QCOMPARE(origin->modelHash, take.modelHash);
        QCOMPARE(origin->drawnFrom, 0);
        QCOMPARE(origin->settings.temperature, 1.2);
        QVERIFY(origin->settings.densityGuard);
        QCOMPARE(origin->settings.floor, 0.02);
        Take old = take;
        auto described = nlohmann::json::parse(take.settings);
        described.erase("floor");
        old.settings = described.dump();
        QCOMPARE(originOf(old)->settings.floor, 0.0);

        // The cell that was drawn, forced: the same music. Another one: the same up to it, and as long.
        const Cell there = take.roll.at(37, 60);
        QCOMPARE(makeTake(prepareTake(branchOf(take, *origin, {37, 60, there}, wanted.checkpoint))).roll, take.roll);
        const Cell other = (there & playBit) != 0 ? Cell{0} : Cell{playBit};
        const Take branch = makeTake(prepareTake(branchOf(take, *origin, {37, 60, other}, wanted.checkpoint)));
        QCOMPARE(branch.roll.steps(), take.roll.steps());
        QCOMPARE(branch.roll.excerpt(0, 37), take.roll.excerpt(0, 37));
        QVERIFY(branch.roll.at(37, 60) != there);
        // A branch of the branch knows where drawing began.
        const auto second = originOf(branch);
        QVERIFY(second.has_value());
        QCOMPARE(second->drawnFrom, 0);
        QCOMPARE(second->settings.forced.size(), std::size_t{1});
        const Cell late = branch.roll.at(50, 55);
        QCOMPARE(makeTake(prepareTake(branchOf(branch, *second, {50, 55, late}, wanted.checkpoint))).roll, branch.roll);
        QVERIFY(!originOf({}));
        Take deep;
        deep.settings = R"({"model": "m", "seed": 1, "forced": )" + std::string(500'000, '[') + std::string(500'000, ']') + "}";
        QVERIFY(!originOf(deep));
    }

    void aPrimerFileComesFirstAndItsBarIsFilled() {
        TakeRequest primed = request();
        PianoRoll primer({48, 71}, 24);
        for (int step = 0; step < 24; step += 4) primer.addNote(step, 4, 50 + step / 2);
        writeFile(file("primer.mid"), writeMidi(toScore(primer, 90.0)));
        primed.primer = file("primer.mid");
        const Take take = makeTake(prepareTake(primed));
        QCOMPARE(take.primerSteps, 24);
        QCOMPARE(take.roll.steps(), 32 + 4 * 16);
        QCOMPARE(take.roll.excerpt(0, 24), primer);
        QVERIFY(std::abs(take.tempo - 90.0) < 1e-3);  // a file holds whole microseconds
    }

    void notesThatTheModelDoesNotKnowAreSaid() {
        TakeRequest primed = request();
        PianoRoll primer(fullRange, 16);
        for (const int pitch : {10, 47, 48, 60, 71, 72, 120}) primer.addNote(0, 16, pitch);
        const PianoRoll heard = primer.inRange({48, 71});
        const Message left{MessageId::PrimerNotesOutside, {"4", "48", "71"}};
        writeFile(file("wide.mid"), writeMidi(toScore(primer)));
        primed.primer = file("wide.mid");
        QCOMPARE(prepareTake(primed).remarks, std::vector<Message>{left});
        QCOMPARE(makeTake(prepareTake(primed)).roll.excerpt(0, 16), heard);
        primed.primer.clear();
        primed.settings.primer = primer;
        QCOMPARE(prepareTake(primed).remarks, std::vector<Message>{left});
        primed.settings.primer = heard;
        QVERIFY(prepareTake(primed).remarks.empty());
    }

    void musicIsInTheTrainingSetsMeter() {
        TakeRequest waltz = request();
        Checkpoint checkpoint = loadCheckpoint(waltz.checkpoint);
        checkpoint.facts.meter = {3, 4};
        saveCheckpoint(checkpoint, waltz.checkpoint);
        QCOMPARE(makeTake(prepareTake(waltz)).roll.meter(), (Meter{3, 4}));
        QCOMPARE(makeTake(prepareTake(waltz)).roll.steps(), 4 * 12);
        waltz.meter = Meter{2, 4};
        QCOMPARE(makeTake(prepareTake(waltz)).roll.steps(), 4 * 8);
    }

    void eachVariationIsATakeOfItsOwn() {
        TakeRequest several = request();
        several.variations = 5;
        std::vector<std::string> told(5);
        const std::vector<Take> takes = makeTakes(prepareTake(several), {}, {}, [&](int variation, const Take& take) {
            told.at(static_cast<std::size_t>(variation)) = take.settings;
        });
        QCOMPARE(takes.size(), std::size_t{5});
        for (std::size_t i = 0; i < takes.size(); ++i) {
            QCOMPARE(told[i], takes[i].settings);
            // its own seed makes it again, alone
            TakeRequest alone = request();
            alone.settings.seed = nlohmann::json::parse(takes[i].settings).at("seed").get<std::uint64_t>();
            const Take again = makeTake(prepareTake(alone));
            QCOMPARE(again.roll, takes[i].roll);
            QCOMPARE(again.settings, takes[i].settings);
            QCOMPARE(again.name, takes[i].name);
        }
        QVERIFY(takes[0].roll != takes[1].roll);
        several.variations = 0;
        QVERIFY_EXCEPTION_THROWN(prepareTake(several), Error);
    }

    void wrongRequestsAreRefused() {
        TakeRequest wrong = request();
        wrong.bars = 0;
        QVERIFY_EXCEPTION_THROWN(makeTake(prepareTake(wrong)), Error);
        wrong = request();
        wrong.checkpoint = file("none");
        QVERIFY_EXCEPTION_THROWN(makeTake(prepareTake(wrong)), Error);
        wrong = request();
        writeFile(file("silent.mid"), writeMidi(toScore(PianoRoll(pianoRange, 16))));
        wrong.primer = file("silent.mid");
        QVERIFY_EXCEPTION_THROWN(makeTake(prepareTake(wrong)), Error);
    }

    /// By the model's header, without drawing anything.
    void requestsAreCheckedBeforehand() {
        TakeRequest wanted = request();
        const Checkpoint model = loadCheckpointHeader(wanted.checkpoint);
        QVERIFY(checkTake(wanted, model).empty());
        const auto refused = [&] {
            try {
                (void)checkTake(wanted, model);
            } catch (const Error& error) {
                try {
                    (void)prepareTake(wanted);
                } catch (const Error& same) {
                    return english(same.message()) == english(error.message());
                }
            }
            return false;
        };
        wanted.form = "AAB";
        QVERIFY(refused());
        wanted.form.clear();
        PianoRoll melody(model.config.model.range, 32);
        melody.addNote(4, 6, model.config.model.range.lowest + 3);
        harmonise(melody, 90, wanted);
        QCOMPARE(wanted.bars, 2);
        QCOMPARE(wanted.settings.forced, (std::vector<ForcedCell>{{4, model.config.model.range.lowest + 3, 3},
                                                                  {5, model.config.model.range.lowest + 3, 1, 5, 1}}));
        QVERIFY(checkTake(wanted, model).empty());
        const PianoRoll made = makeTake(prepareTake(wanted)).roll;
        QCOMPARE(made.at(4, model.config.model.range.lowest + 3), Cell{3});
        wanted.settings.constraints.range = PitchRange{model.config.model.range.lowest + 4, model.config.model.range.highest};
        QVERIFY(refused());
    }

    void anEditedCopyKeepsItsSettingsAndItsPlaceInTheBar() {
        Take take = makeTake(prepareTake(request()));
        take.roll = PianoRoll({40, 80}, 30, {3, 4}, 8);
        take.roll.addNote(4, 3, 60);
        take.id = 7;
        const Score before = takeScore(take);
        QCOMPARE(editedTake(take, before).roll, take.roll);
        Score score = before;
        score.notes.push_back({score.notes[0].start + 50, 100, 62, 33, 0, 0});
        const Take edited = editedTake(take, score);
        QCOMPARE(edited.name, take.name + " (edited)");
        QCOMPARE(edited.settings, take.settings);
        QCOMPARE(edited.roll.steps(), 30);
        QCOMPARE(edited.roll.barOffset(), 8);
        QVERIFY(edited.roll.articulates(4, 60) && edited.roll.articulates(4, 62));
        QCOMPARE(takeScore(edited).notes, score.notes);  // the ticks and velocities as they are
        QCOMPARE(takeSettings(readMidi(writeMidi(takeScore(edited)), "x").sequences.front()), take.settings);
        QCOMPARE(takeScore(edited).texts.size(), before.texts.size());
        QCOMPARE(editedTake(edited, score).name, edited.name);
        score.notes.clear();
        QCOMPARE(editedTake(take, score).roll, PianoRoll({40, 80}, 30, {3, 4}, 8));

        Workspace workspace(file("takes.ricercar"));
        Take stored = edited;
        stored.id = workspace.takes().add(edited);
        QCOMPARE(workspace.takes().find(stored.id)->score, edited.score);
        stored.score.clear();
        stored.name = "plain";
        workspace.takes().update(stored);
        QCOMPARE(workspace.takes().find(stored.id)->name, std::string("plain"));
        QVERIFY(workspace.takes().all().at(0).score.empty());
        stored.id = 99;
        QVERIFY_EXCEPTION_THROWN(workspace.takes().update(stored), Error);
    }

    void aStopKeepsTheStepsSoFar() {
        std::stop_source stop;
        const Take take = makeTake(prepareTake(request()), Task(stop.get_token()), [&](int step, std::span<const Cell>) {
            if (step == 20) stop.request_stop();
        });
        QCOMPARE(take.roll.steps(), 21);
    }
};

QTEST_GUILESS_MAIN(tst_Takes)
#include "tst_Takes.moc"
