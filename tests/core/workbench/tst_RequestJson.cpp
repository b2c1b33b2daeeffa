// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Random.h"
#include "core/music/MidiFile.h"
#include "core/workbench/RequestJson.h"
#include "core/workbench/ScaleNames.h"
#include "core/workbench/TakeFile.h"
#include "core/workbench/TakeOrigin.h"
#include "tests/core/learning/LearningFixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace ricercar;

namespace {

/// Every setting away from its default.
TakeRequest fullRequest() {
    TakeRequest request;
    request.modelHash = "0123abcd";
    request.modelName = "tiny";
    request.bars = 8;
    request.variations = 3;
    request.meter = Meter{3, 4};
    request.tempo = 96.5;
    request.primerBars = 2;
    request.form = "AA'BB'";
    request.looseness = 0.3;
    request.parent = "ffff";
    request.style = {19, Velocities::Profile, 70, 20, {90, 60, 70, 60}, 0.6, 0.8};
    SampleSettings& settings = request.settings;
    settings.seed = 18446744073709551615ULL;
    settings.temperatureCurve = {{0, 0.9}, {4.5, 1.2}};
    settings.conservativity = 1.0 / 3;
    settings.floor = 0.01;
    settings.density = 2.5;
    settings.densityGuard = settings.silenceGuard = true;
    settings.drawnFrom = 4;
    settings.particles = 32;
    settings.constraints = {PitchRange{50, 70}, Scale{2, Mode::Dorian}.pitchClasses(), 4, 2, 16};
    settings.forced = {{20, 60, 3}, {21, 60, 1, 3, 1}, {40, 48, 0, 8, 12}};
    settings.primer = PianoRoll(fullRange, 20, {3, 4}, 8);
    settings.primer->addNote(2, 5, 61);
    settings.primer->addNote(7, 3, 61);
    return request;
}

}  // namespace

class tst_RequestJson : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::filesystem::path file(const char* name) const { return folder_.filePath(QLatin1String(name)).toStdString(); }

    std::filesystem::path model() const {
        Checkpoint checkpoint = test::tinyCheckpoint(40);
        checkpoint.name = "tiny";
        saveCheckpoint(checkpoint, file("tiny.ricercar"));
        return file("tiny.ricercar");
    }

    static Message refusal(const std::string& text) {
        try {
            (void)takeRequestFromJson(text);
        } catch (const Error& error) {
            return error.message();
        }
        return {MessageId::Count, {}};
    }

private slots:
    void whatIsWrittenIsRead() {
        const TakeRequest request = fullRequest();
        const std::string text = toJson(request);
        const TakeRequest read = takeRequestFromJson(text);
        QCOMPARE(toJson(read), text);
        QVERIFY(read.settings == request.settings);
        QVERIFY(read.style == request.style);
        QCOMPARE(read.form, request.form);
        QCOMPARE(toJson(takeRequestFromJson(toJson(TakeRequest{}))), toJson(TakeRequest{}));
        TakeRequest free = fullRequest();
        free.form.clear();
        free.settings.returns = {{0, 2, 4, 0.25}};
        free.primerScale = true;
        const TakeRequest again = takeRequestFromJson(toJson(free));
        QVERIFY(again.settings.returns == free.settings.returns);
        QVERIFY(again.primerScale);
    }

    void scalesAreReadByName() {
        for (int mode = 0; mode < modeCount; ++mode)
            for (int tonic = 0; tonic < 12; ++tonic) {
                const Scale scale{tonic, static_cast<Mode>(mode)};
                QVERIFY(scaleFromText(scaleText(scale)) == scale);
            }
        QVERIFY(scaleFromText("c#") == (Scale{1, Mode::Major}));
        for (const char* text : {"", "H", "C ", "C  minor", "C foo", "##"}) QVERIFY(!scaleFromText(text));
        QCOMPARE(takeRequestFromJson(R"({"scale": "A minor"})").settings.constraints.pitchClasses,
                 Scale({9, Mode::Minor}).pitchClasses());
    }

    void wrongFieldsAreNamed() {
        const std::pair<const char*, const char*> cases[] = {
            {R"({"barz": 4})", "barz"},
            {R"({"bars": "4"})", "bars"},
            {R"({"bars": 4.5})", "bars"},
            {R"({"bars": 99999999999999})", "bars"},
            {R"({"bars": 0})", "bars"},
            {R"({"seed": -1})", "seed"},
            {R"({"temperature": "hot"})", "temperature"},
            {R"({"temperature": []})", "temperature"},
            {R"({"temperature": [[0, 1], [0, 2]]})", "temperature"},
            {R"({"temperature": 1e999})", ""},
            {R"({"meter": "4/3"})", "meter"},
            {R"({"meter": "37/32"})", "meter"},
            {R"({"scale": [12]})", "scale"},
            {R"({"scale": []})", "scale"},
            {R"({"range": [70, 60]})", "range"},
            {R"({"voices": 1000})", "voices"},
            {R"({"shortest": 8, "longest": 4})", "longest"},
            {R"({"particles": 0})", "particles"},
            {R"({"forced": [[1, 60]]})", "forced"},
            {R"({"forced": [[1, 60, 7]]})", "forced"},
            {R"({"forced": [[-1, 60, 1]]})", "forced"},
            {R"({"forced": [[1, 60, 1, 0, 1]]})", "forced"},
            {R"({"form": [{"from": 2, "to": 1}]})", "form"},
            {R"({"form": [{"form": 2}]})", "form"},
            {R"({"style": {"swing": 0.9}})", "swing"},
            {R"({"style": {"velocities": "loud"}})", "velocities"},
            {R"({"style": {"groove": 1}})", "groove"},
            {R"({"primer": {"steps": 4, "notes": [[4, 1, 60]]}})", "primer"},
            {R"({"primer": {"steps": 2000000000}})", "primer"},
            {R"({"primer": 3})", "primer"},
            {R"({"density": -2})", "density"},
            {R"({"looseness": 2})", "looseness"},
            {"[]", ""},
        };
        for (const auto& [text, name] : cases) {
            const Message why = refusal(text);
            QVERIFY2(why.id == MessageId::InvalidSetting || why.id == MessageId::RequestNotJson, text);
            QVERIFY2(english(why).find(name) != std::string::npos, (text + std::string(": ") + english(why)).c_str());
        }
        QCOMPARE(refusal("{\n\"bars\": }"), (Message{MessageId::RequestNotJson, {2, 11}}));
        QCOMPARE(refusal("{\"a\":" + std::string(500'000, '[')).id, MessageId::InvalidSetting);
    }

    // A text that was changed at random is read or refused, with no other end.
    void damagedTextsAreReadOrRefused() {
        const std::string text = toJson(fullRequest());
        Random random(5);
        int read = 0, refused = 0;
        for (int i = 0; i < 4000; ++i) {
            std::string damaged = text;
            for (std::uint64_t change = random.below(3) + 1; change > 0; --change) {
                const auto at = static_cast<std::size_t>(random.below(damaged.size()));
                static const std::string letters = "0123456789-.eE[]{},:\"ntfa \\\x80";
                if (random.below(2) == 0)
                    damaged[at] = letters[static_cast<std::size_t>(random.below(letters.size()))];
                else
                    damaged.erase(at, static_cast<std::size_t>(random.below(4)));
            }
            try {
                (void)takeRequestFromJson(damaged);
                ++read;
            } catch (const Error&) {
                ++refused;
            }
        }
        QVERIFY(read > 100 && refused > 1000);
    }

    // The exported file has the whole request: read again, it makes the same notes, and the same bytes.
    void aTakesFileMakesTheTakeAgain() {
        TakeRequest request = fullRequest();
        request.checkpoint = model();
        request.modelHash.clear();
        request.settings.constraints.shortest = 1;
        request.settings.constraints.longest = 0;
        request.settings.forced = {{20, 62, 3}, {21, 62, 1, 3, 1}, {40, 53, 0, 8, 12}};
        request.settings.constraints.pitchClasses = allPitchClasses;
        request.settings.particles = 5;
        request.variations = 2;
        const PreparedTake prepared = prepareTake(request);
        const std::vector<Take> takes = makeTakes(prepared);
        for (const Take& take : takes) {
            const auto bytes = writeMidi(takeScore(take));
            writeFile(file("take.mid"), bytes);
            const auto seen = readTakeFile(file("take.mid"));
            QVERIFY(seen.has_value());
            QCOMPARE(seen->roll.inRange(take.roll.range()), take.roll);  // swing and legato aside
            const TakeRequest back = readTakeRequest(file("take.mid"), request.checkpoint);
            const PreparedTake ready = prepareTake(back);
            QVERIFY(ready.remarks.empty());
            const Take again = makeTake(ready);
            QCOMPARE(again.roll, take.roll);
            QCOMPARE(again.settings, take.settings);
            QCOMPARE(writeMidi(takeScore(again)), bytes);
        }
        // by way of a file of the request
        writeFile(file("request.json"), toJson(request));
        TakeRequest loaded = readTakeRequest(file("request.json"));
        QCOMPARE(loaded.checkpoint, request.checkpoint);
        QCOMPARE(makeTakes(prepareTake(loaded)).back().settings, takes.back().settings);
        // another model is said
        loaded.modelHash = "00";
        const std::vector<Message> remarks = prepareTake(loaded).remarks;
        QVERIFY(std::ranges::count(remarks, MessageId::RequestOtherModel, &Message::id) == 1);
        loaded.checkpoint.clear();
        QVERIFY_EXCEPTION_THROWN(prepareTake(loaded), Error);
    }

    void aRegionIsDrawnAgain() {
        TakeRequest request;
        request.checkpoint = model();
        request.bars = 6;
        request.settings.seed = 4;
        request.style.program = 12;
        const Take take = makeTake(prepareTake(request));
        const TakeOrigin origin = *originOf(take);
        const TakeRegion region{2, 1, PitchRange{55, 64}};
        const Take rerolled = makeTake(prepareTake(rerollOf(take, origin, region, request.checkpoint, 77, 12)));
        QCOMPARE(rerolled.roll.steps(), take.roll.steps());
        QVERIFY(rerolled.roll.valid());
        int changed = 0;
        for (int step = 0; step < take.roll.steps(); ++step)
            for (int pitch = 48; pitch <= 71; ++pitch) {
                const bool inside = step >= 32 && step < 48 && region.pitches->contains(pitch);
                const bool same = rerolled.roll.plays(step, pitch) == take.roll.plays(step, pitch);
                if (inside)
                    changed += same ? 0 : 1;
                else
                    QVERIFY(same);
            }
        QVERIFY(changed > 0);
        QCOMPARE(originOf(rerolled)->style.program, 12);
        QCOMPARE(originOf(rerolled)->parent, takeMark(take));
        QCOMPARE(makeTake(prepareTake(requestOf(rerolled, request.checkpoint))).roll, rerolled.roll);
        QVERIFY_EXCEPTION_THROWN(rerollOf(take, origin, {5, 2, {}}, request.checkpoint, 1), Error);

        const Take longer = makeTake(prepareTake(continueOf(take, origin, 6, 2, request.checkpoint, 4)));
        request.bars = 8;
        QCOMPARE(longer.roll, makeTake(prepareTake(request)).roll);  // the same seed goes on as a longer take does
        const Take other = makeTake(prepareTake(continueOf(take, origin, 3, 2, request.checkpoint, 9)));
        QCOMPARE(other.roll.steps(), 80);
        QCOMPARE(other.roll.excerpt(0, 48), take.roll.excerpt(0, 48));
        QVERIFY_EXCEPTION_THROWN(continueOf(take, origin, 7, 1, request.checkpoint, 1), Error);
    }

    void formsAreMapsOfBars() {
        QCOMPARE(formReturns("AABA", 16, 2, 0.2), (std::vector<BarReturn>{{2, 4, 6, 0.0}, {2, 4, 14, 0.0}}));
        QCOMPARE(formReturns("AA'BB'", 8, 0, 0.2), (std::vector<BarReturn>{{0, 2, 2, 0.2}, {4, 2, 6, 0.2}}));
        for (const auto& [form, bars] : {std::pair{"AABA", 16}, {"AA'BB'", 8}, {"ABACA'", 10}, {"AB", 2}}) {
            const auto named = formOf(formReturns(form, bars, 3, 0.2), bars, 3);
            QCOMPARE(named.has_value(), std::string(form) != "AB");  // nothing returns
            if (named) QCOMPARE(named->form, std::string(form));
        }
        QCOMPARE(formOf(formReturns("AA'", 8, 0, 0.3), 8, 0)->looseness, 0.3);
        QVERIFY(!formOf({{0, 2, 3, 0.0}}, 8, 0));                  // not from part to part
        QVERIFY(!formOf({{0, 2, 2, 0.1}, {0, 2, 4, 0.2}}, 8, 0));  // as varied as no letters say
        for (const char* form : {"", "aab", "'A", "A B"}) QVERIFY_EXCEPTION_THROWN(formReturns(form, 16, 0, 0), Error);
        QVERIFY_EXCEPTION_THROWN(formReturns("AABA", 6, 0, 0), Error);
        TakeRequest request;
        request.checkpoint = model();
        request.bars = 4;
        request.form = "AABA";
        const PianoRoll roll = makeTake(prepareTake(request)).roll;
        for (int step = 1; step < 16; ++step)
            for (int pitch = 48; pitch <= 71; ++pitch) QCOMPARE(roll.plays(48 + step, pitch), roll.plays(step, pitch));
    }

    void styleIsHeardAndTakenBack() {
        PianoRoll roll(fullRange, 40, {3, 4}, 8);
        Random random(3);
        for (int i = 0; i < 40; ++i)
            roll.addNote(static_cast<int>(random.below(39)), 1 + static_cast<int>(random.below(6)),
                         50 + static_cast<int>(random.below(20)));
        const PlayingStyle style{5, Velocities::Accent, 70, 20, {}, 0.66, 0.5};
        Score score = styledScore(roll, 100, style);
        const Score even = toScore(roll, 100);
        QCOMPARE(score.notes.size(), even.notes.size());
        bool late = false;
        for (std::size_t i = 0; i < score.notes.size(); ++i) {
            const int place = roll.stepInBar(static_cast<int>(even.notes[i].start / 120));
            QCOMPARE(int{score.notes[i].velocity}, place == 0 ? 90 : place % 4 == 0 ? 80 : place % 2 != 0 ? 60 : 70);
            late = late || score.notes[i].start > even.notes[i].start;
            if (place % 4 == 2) QCOMPARE(score.notes[i].start - even.notes[i].start, Tick{77});  // 0.16 of a quarter
        }
        QVERIFY(late);
        makeEven(score, style, 12, 8);
        for (std::size_t i = 0; i < score.notes.size(); ++i) {
            QVERIFY(std::abs(score.notes[i].start - even.notes[i].start) <= 2);
            QVERIFY(std::abs(score.notes[i].duration - even.notes[i].duration) <= 6);
        }
        QCOMPARE(meanVelocities({styledScore(roll, 100, style)}, 12).size(), std::size_t{12});
        QVERIFY(meanVelocities({}, 12).empty());
    }

    void primersAndModelsOfEveryKind() {
        TakeRequest request;
        request.checkpoint = model();
        request.bars = 1;
        const auto remarks = [&] {
            std::vector<MessageId> ids;
            for (const Message& remark : prepareTake(request).remarks) ids.push_back(remark.id);
            return ids;
        };
        QVERIFY(remarks().empty());
        request.settings.primer = PianoRoll({48, 71}, 1);
        QCOMPARE(remarks(), std::vector{MessageId::PrimerSilent});
        QCOMPARE(makeTake(prepareTake(request)).roll.steps(), 1 + 15 + 16);
        request.primerScale = true;
        QCOMPARE(remarks(), (std::vector{MessageId::PrimerSilent, MessageId::PrimerNoKey}));
        request.primerScale = false;
        PianoRoll endless({48, 71}, 10'000 * 16);
        for (int bar = 0; bar < 10'000; ++bar) endless.addNote(bar * 16, 16, 50 + bar % 20);
        writeFile(file("endless.mid"), writeMidi(toScore(endless)));
        request.settings.primer.reset();
        request.primer = file("endless.mid");
        const PreparedTake cut = prepareTake(request);
        QCOMPARE(cut.remarks, (std::vector<Message>{{MessageId::PrimerCut, {mostPrimerBars, 10'000}}}));
        QCOMPARE(cut.request.settings.primer->steps(), mostPrimerBars * 16);
        request.primerBars = 3;
        QCOMPARE(prepareTake(request).request.settings.primer->steps(), 48);

        request.primer.clear();
        request.primerBars = 0;
        Checkpoint checkpoint = test::tinyCheckpoint(0);
        saveCheckpoint(checkpoint, request.checkpoint);
        QCOMPARE(remarks(), std::vector{MessageId::ModelUntrained});
        checkpoint = test::tinyCheckpoint(5);
        checkpoint.state.bestStep = 0;
        saveCheckpoint(checkpoint, request.checkpoint);
        QCOMPARE(remarks(), std::vector{MessageId::ModelFewBatches});
        checkpoint.state.bestStep = 5;
        checkpoint.state.bestValidation = 16;
        saveCheckpoint(checkpoint, request.checkpoint);
        QCOMPARE(remarks(), std::vector{MessageId::ModelLearntNothing});
        Bytes bytes = readFile(request.checkpoint);
        bytes[bytes.size() / 2] ^= 0x40;
        writeFile(request.checkpoint, bytes);
        try {
            prepareTake(request);
            QFAIL("a corrupted model was read");
        } catch (const Error& error) {
            QCOMPARE(error.message().id, MessageId::CheckpointDamaged);
        }
    }
};

QTEST_GUILESS_MAIN(tst_RequestJson)
#include "tst_RequestJson.moc"
