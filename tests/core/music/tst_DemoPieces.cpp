// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/music/Statistics.h"
#include "tests/core/music/AbcTune.h"
#include "tests/support/TestData.h"

#include <QTest>
#include <cmath>
#include <numeric>
#include <set>

using namespace ricercar;

namespace {

std::set<std::string> stems(const std::filesystem::path& folder, const std::string& extension) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == extension) names.insert(entry.path().stem().string());
    return names;
}

/// "Bb" -> 10, "Em" -> 4 and minor; nothing for modes.
std::optional<std::pair<int, bool>> tonicOf(const std::string& key) {
    static const std::map<char, int> letters{{'C', 0}, {'D', 2}, {'E', 4}, {'F', 5}, {'G', 7}, {'A', 9}, {'B', 11}};
    int tonic = letters.at(key.at(0));
    std::string rest = key.substr(1);
    if (rest.starts_with('b') || rest.starts_with('#')) {
        tonic += rest[0] == 'b' ? 11 : 1;
        rest = rest.substr(1);
    }
    if (!rest.empty() && rest != "m") return std::nullopt;
    return std::pair{tonic % 12, rest == "m"};
}

}  // namespace

class tst_DemoPieces : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        for (const std::string& name : stems(abc_, ".abc")) tunes_[name] = test::readAbc(abc_ / (name + ".abc"));
    }

    void notationAndMidiGoTogether() { QCOMPARE(stems(abc_, ".abc"), stems(midi_, ".mid")); }

    void readmeListsThemAll() {
        const Bytes bytes = readFile(abc_ / "../README.md");
        const std::string readme(bytes.begin(), bytes.end());
        for (const auto& [name, tune] : tunes_) {
            const std::string row = "| " + tune.fields.at('T') + " | " + tune.fields.at('C') + " | " + tune.meter.text() + " |";
            QVERIFY2(readme.find(row) != std::string::npos, row.c_str());
            QVERIFY2(readme.find("| `" + name + "` |") != std::string::npos, name.c_str());
        }
    }

    void thereIsEnoughOfEach() {
        int two = 0;
        int three = 0;
        std::set<std::string> keys;
        std::set<std::string> titles;
        int written = 0;
        for (const auto& [name, tune] : tunes_) {
            const std::string meter = tune.meter.text();
            if (meter == "4/4" || meter == "2/2" || meter == "2/4") ++two;
            if (meter == "3/4" || meter == "6/8") ++three;
            keys.insert(tune.fields.at('K'));
            titles.insert(tune.fields.at('T'));
            if (tune.voices.size() > 1) ++written;
        }
        QVERIFY(tunes_.size() >= 48);
        QVERIFY(two >= 40);
        QVERIFY(three >= 7);
        QVERIFY(keys.size() >= 6);
        QVERIFY(written >= 20);
        QCOMPARE(titles.size(), tunes_.size());
    }

    void barsAddUp_data() { eachTune(); }
    void barsAddUp() {
        const test::AbcTune& tune = current();
        for (const char field : std::string("XTCMLQK")) QVERIFY2(tune.fields.contains(field), std::string(1, field).c_str());
        QVERIFY2(tune.faults.empty(), tune.faults.empty() ? "" : tune.faults.front().c_str());
        const int bar = tune.barUnits();
        const int pickup = tune.pickupUnits();
        for (const auto& [name, voice] : tune.voices) {
            QVERIFY(!voice.bars.empty());
            for (std::size_t i = 0; i < voice.bars.size(); ++i) {
                const bool first = i == 0 && pickup > 0;
                const bool last = i + 1 == voice.bars.size() && pickup > 0;
                const bool right =
                    first ? voice.bars[i] == pickup : voice.bars[i] == bar || (last && voice.bars[i] + pickup == bar);
                const std::string where = "voice " + name + ", bar " + std::to_string(i + (pickup > 0 ? 0 : 1));
                QVERIFY2(right, where.c_str());
            }
            QCOMPARE(voice.bars, tune.voices.begin()->second.bars);
        }
    }

    void midiSaysWhatTheNotationSays_data() { eachTune(); }
    void midiSaysWhatTheNotationSays() {
        const test::AbcTune& tune = current();
        const auto path = midi_ / (std::string(QTest::currentDataTag()) + ".mid");
        const Bytes bytes = readFile(path, 1 << 20);
        QVERIFY(bytes.size() > 14);
        QCOMPARE(std::string(bytes.begin(), bytes.begin() + 4), std::string("MThd"));

        const MidiFile file = readMidi(path);
        QVERIFY(file.warnings.empty());
        QCOMPARE(file.sequences.size(), std::size_t{1});
        const Score& score = file.sequences.front();

        const auto parts = quantize(score);
        QCOMPARE(parts.size(), std::size_t{1});
        const QuantizedPart& part = parts.front();
        QVERIFY(!part.rejection);
        QVERIFY(part.remarks.empty());
        QVERIFY(part.meter == tune.meter);
        QCOMPARE(part.report.pickupSteps * test::AbcTune::unitsPerStep, tune.pickupUnits());
        QVERIFY(!part.report.pickupDetected);
        QVERIFY(part.report.p95Error < 0.01);
        QCOMPARE(part.report.lengthened, 0);
        QCOMPARE(part.report.outOfRange, 0);
        QCOMPARE(part.report.drums, 0);
        QVERIFY(part.report.merged * 20 < part.report.notes);  // unisons of two voices

        const int bar = part.roll.barSteps();
        QVERIFY(part.roll.steps() > 15 * bar && part.roll.steps() <= 48 * bar);
        const Tick step = score.division.ticksPerQuarter / stepsPerQuarter;
        for (const Note& note : score.notes) QVERIFY(note.start % step == 0 && note.duration % step == 0 && note.duration > 0);
        QCOMPARE(score.end % step, Tick{0});

        if (tune.repeats || (tune.chordSymbols && tune.voices.size() == 1)) return;
        // Nothing is played but what is written, and all of it.
        std::int64_t notes = 0;
        std::int64_t sound = 0;
        for (const auto& [name, voice] : tune.voices) {
            notes += voice.notes;
            sound += voice.sound;
        }
        QCOMPARE(std::ssize(score.notes), notes);
        Tick sounding = 0;
        for (const Note& note : score.notes) sounding += note.duration;
        QCOMPARE(sounding / step * test::AbcTune::unitsPerStep, sound);
        const auto& bars = tune.voices.begin()->second.bars;
        QCOMPARE(score.end / step * test::AbcTune::unitsPerStep, std::accumulate(bars.begin(), bars.end(), Tick{0}));
    }

    void keysAreHeardAsWritten() {
        int heard = 0;
        int asked = 0;
        for (const auto& [name, tune] : tunes_) {
            const auto written = tonicOf(tune.fields.at('K'));
            if (!written) continue;
            const auto parts = quantize(readMidi(midi_ / (name + ".mid")).sequences.front());
            const KeyEstimate key = estimateKey(parts.front().roll);
            ++asked;
            if (std::pair{key.tonic, key.minor} == *written)
                ++heard;
            else
                qInfo("%s: written in %s", name.c_str(), tune.fields.at('K').c_str());
        }
        QVERIFY(asked > 40);
        QVERIFY(heard * 10 >= asked * 9);
    }

private:
    void eachTune() {
        QTest::addColumn<bool>("asked");
        for (const auto& [name, tune] : tunes_) QTest::newRow(name.c_str()) << true;
    }
    [[nodiscard]] const test::AbcTune& current() const { return tunes_.at(QTest::currentDataTag()); }

    std::filesystem::path abc_ = test::sourceFolder() / "resources/demo/abc";
    std::filesystem::path midi_ = test::sourceFolder() / "resources/demo/midi";
    std::map<std::string, test::AbcTune> tunes_;
};

QTEST_APPLESS_MAIN(tst_DemoPieces)
#include "tst_DemoPieces.moc"
