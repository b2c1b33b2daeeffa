// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/music/BeatFinder.h"
#include "core/music/MidiFile.h"
#include "core/music/TempoMap.h"
#include "tests/support/TestData.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <functional>
#include <numbers>
#include <stop_token>
#include <string>

using namespace ricercar;

namespace {

struct Agreement {
    double recall = 0.0;
    double f = 0.0;
};

/// The standard measure: a beat is found where an estimate lies within 70 ms, each estimate counting once.
Agreement agreement(const std::vector<double>& truth, const std::vector<double>& found) {
    std::size_t at = 0;
    double hits = 0.0;
    for (const double beat : truth) {
        while (at < found.size() && found[at] < beat - 0.07) ++at;
        if (at == found.size() || found[at] > beat + 0.07) continue;
        hits += 1.0;
        ++at;
    }
    if (truth.empty() || found.empty()) return {};
    return {hits / static_cast<double>(truth.size()), 2.0 * hits / static_cast<double>(truth.size() + found.size())};
}

std::vector<double> everyNth(const std::vector<double>& beats, std::size_t n, std::size_t from) {
    std::vector<double> result;
    for (std::size_t i = from; i < beats.size(); i += n) result.push_back(beats[i]);
    return result;
}

std::vector<double> divided(const std::vector<double>& beats, int parts) {
    std::vector<double> result;
    for (std::size_t i = 0; i + 1 < beats.size(); ++i) {
        for (int p = 0; p < parts; ++p) result.push_back(beats[i] + (beats[i + 1] - beats[i]) * p / parts);
    }
    if (!beats.empty()) result.push_back(beats.back());
    return result;
}

/// The best agreement when half, twice, a third and three times the tempo are right, too.
Agreement agreementAtAnyLevel(const std::vector<double>& truth, const std::vector<double>& found) {
    Agreement best = agreement(truth, found);
    const auto consider = [&](const std::vector<double>& beats) {
        const Agreement other = agreement(truth, beats);
        if (other.f > best.f) best = other;
    };
    for (const int n : {2, 3}) {
        consider(divided(found, n));
        for (int from = 0; from < n; ++from)
            consider(everyNth(found, static_cast<std::size_t>(n), static_cast<std::size_t>(from)));
    }
    return best;
}

std::vector<double> times(const BeatTrack& track) {
    std::vector<double> result;
    for (const Beat& beat : track.beats) result.push_back(beat.seconds);
    return result;
}

/// A piece made up for a test: bass and chords under a tune, in beats; `when` says when a beat is played.
struct Performance {
    Score score;
    std::vector<double> beats;
};

struct Plan {
    int bars = 24;
    int beatsPerBar = 4;
    bool compound = false;
    int pickup = 0;        ///< beats of the tune before the first bar
    double jitter = 0.0;   ///< seconds, standard deviation
    double missing = 0.0;  ///< share of beats on which nothing is struck
    int restFrom = -1;     ///< a bar; four bars of silence from there
    std::function<double(double)> when = [](double beat) { return 1.0 + beat * 0.6; };
};

Performance perform(const Plan& plan, std::uint64_t seed) {
    Random random(seed);
    Performance result;
    const auto gauss = [&] {
        const double r = std::sqrt(-2.0 * std::log(1.0 - random.uniform()));
        return r * std::cos(2.0 * std::numbers::pi * random.uniform());
    };
    const auto strike = [&](double beat, double length, int pitch, int velocity) {
        const double start = std::max(plan.when(beat) + plan.jitter * gauss(), 0.0);
        const double end = plan.when(beat + length);
        Note note;
        note.start = std::llround(start * 960.0);
        note.duration = std::max<Tick>(std::llround((end - start) * 960.0), 1);
        note.pitch = static_cast<std::uint8_t>(pitch);
        note.velocity = static_cast<std::uint8_t>(velocity + static_cast<int>(random.below(9)));
        result.score.notes.push_back(note);
        result.score.end = std::max(result.score.end, note.start + note.duration);
    };
    const int parts = plan.compound ? 3 : 2;
    int pitch = 72;
    const int beats = plan.pickup + plan.bars * plan.beatsPerBar;
    for (int beat = 0; beat < beats; ++beat) {
        result.beats.push_back(plan.when(beat));
        const int inBar = (beat - plan.pickup + plan.beatsPerBar) % plan.beatsPerBar;
        const int bar = (beat - plan.pickup) / plan.beatsPerBar;
        if (plan.restFrom >= 0 && bar >= plan.restFrom && bar < plan.restFrom + 4) continue;
        const bool last = beat == beats - 1;
        const bool silent = !last && beat > 0 && random.uniform() < plan.missing;
        if (beat >= plan.pickup && !silent) {
            if (inBar == 0) {
                strike(beat, 1.0, 36 + static_cast<int>(random.below(8)), 84);
            } else {
                for (const int chord : {52, 55, 60}) strike(beat, 0.5, chord + static_cast<int>(random.below(3)), 60);
            }
        }
        for (int part = 0; part < (last ? 1 : parts); ++part) {
            if (part == 0 ? silent || random.below(8) == 0 : random.below(3) == 0) continue;
            pitch = std::clamp(pitch + static_cast<int>(random.below(9)) - 4, 62, 88);
            strike(beat + static_cast<double>(part) / parts, 1.0 / parts, pitch, part == 0 ? 80 : 66);
            if (!plan.compound && random.below(4) == 0) strike(beat + (part + 0.5) / parts, 0.25, pitch + 2, 60);
        }
    }
    std::ranges::sort(result.score.notes, {}, [](const Note& note) { return std::pair(note.start, note.pitch); });
    return result;
}

/// Mean agreement over ten pieces.
Agreement over(const Plan& plan) {
    Agreement sum;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const Performance performance = perform(plan, seed);
        const Agreement one = agreement(performance.beats, times(findBeats(performance.score)));
        sum.recall += one.recall / 10.0;
        sum.f += one.f / 10.0;
    }
    return sum;
}

#define CHECK_OVER(plan, least)                                                 \
    do {                                                                        \
        const Agreement found = over(plan);                                     \
        qInfo("F %.3f, recall %.3f", found.f, found.recall);                    \
        QVERIFY2(found.f >= (least), qPrintable(QString("F %1").arg(found.f))); \
    } while (false)

/// The beats that the file's own tempo events tell: quarters, dotted quarters in compound meters, eighths in 5/8.
std::vector<double> notatedBeats(const Score& score) {
    const TempoMap map(score);
    std::vector<double> beats;
    Tick last = 0;
    for (const Note& note : score.notes) last = std::max(last, note.start);
    const double quarter = score.division.ticksPerQuarter;
    for (std::size_t i = 0; i < score.meters.size(); ++i) {
        const Meter meter = score.meters[i].meter;
        const auto from = static_cast<double>(score.meters[i].tick);
        const auto to = static_cast<double>(i + 1 < score.meters.size() ? score.meters[i + 1].tick : last + 1);
        double unit = quarter;
        if (meter.denominator >= 8) unit = quarter * 4.0 / meter.denominator * (meter.numerator % 3 == 0 ? 3.0 : 1.0);
        for (double tick = from; tick < to - 0.5; tick += unit) {
            if (tick > static_cast<double>(last) + 0.5) break;
            if (tick >= static_cast<double>(score.notes.front().start) - 0.5) beats.push_back(map.seconds(std::llround(tick)));
        }
    }
    return beats;
}

/// The score as a recording without a click has it: seconds on a constant 120 quarters a minute, no meter, no tempo.
Score recorded(const Score& score) {
    const TempoMap map(score);
    Score result;
    result.division.ticksPerQuarter = 480;
    for (Note note : score.notes) {
        const double start = map.seconds(note.start);
        const double length = map.seconds(note.start + note.duration) - start;
        note.start = std::llround(start * 960.0);
        note.duration = std::max<Tick>(std::llround(length * 960.0), 1);
        result.notes.push_back(note);
        result.end = std::max(result.end, note.start + note.duration);
    }
    return result;
}

Score scoreAt(const std::vector<Tick>& starts) {
    Score score;
    for (const Tick start : starts) {
        score.notes.push_back({start, 10, 60, 80, 0, 0});
        score.end = start + 10;
    }
    return score;
}

}  // namespace

class tst_BeatFinder : public QObject {
    Q_OBJECT
private slots:
    void constantTempo() {
        CHECK_OVER(Plan{}, 0.95);
        Plan waltz;
        waltz.beatsPerBar = 3;
        CHECK_OVER(waltz, 0.9);
    }

    void accelerando() {
        Plan plan;  // from 75 to 150 beats a minute
        plan.when = [](double beat) { return 1.0 + 138.5 * (1.0 - std::exp(-beat * 0.8 / 138.5)); };
        CHECK_OVER(plan, 0.9);
    }

    void rubatoWithJitter() {
        Plan plan;  // the tempo swings by 20 % within two bars
        plan.jitter = 0.02;
        plan.when = [](double beat) {
            return 1.0 + 0.65 * (beat + 0.2 * 8.0 / (2.0 * std::numbers::pi) * std::sin(beat / 8.0 * 2.0 * std::numbers::pi));
        };
        CHECK_OVER(plan, 0.85);
    }

    void missingBeats() {
        Plan plan;
        plan.missing = 0.25;
        plan.jitter = 0.01;
        CHECK_OVER(plan, 0.9);
    }

    void rests() {
        Plan plan;
        plan.restFrom = 10;
        plan.jitter = 0.01;
        CHECK_OVER(plan, 0.85);
    }

    void pickup() {
        Plan plan;
        plan.pickup = 1;
        CHECK_OVER(plan, 0.9);
        int right = 0;
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const BeatTrack track = findBeats(perform(plan, seed).score);
            right += track.meter() == Meter{4, 4} && track.firstDownbeat == 1 ? 1 : 0;
        }
        qInfo("meter and bar line found in %d of 10", right);
        QVERIFY(right >= 7);
    }

    void compoundMeter() {
        Plan plan;
        plan.compound = true;
        plan.beatsPerBar = 2;
        plan.when = [](double beat) { return beat * 0.75; };
        CHECK_OVER(plan, 0.8);
    }

    /// Long bass notes weigh so much that a bar could pass for the beat: music seldom goes so slowly.
    void theBarIsNotTakenForTheBeat() {
        int right = 0;
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            Plan plan;
            plan.when = [](double beat) { return beat * 60.0 / 116.0; };
            plan.jitter = 0.01;
            Performance performance = perform(plan, seed);
            for (Note& note : performance.score.notes)
                if (note.pitch < 48) note.velocity = 110;
            const BeatTrack track = findBeats(performance.score);
            const double tempo =
                60.0 * static_cast<double>(track.beats.size() - 1) / (track.beats.back().seconds - track.beats.front().seconds);
            QVERIFY2(tempo > 55.0 && tempo < 240.0, qPrintable(QString::number(tempo)));
            right += std::abs(tempo - 116.0) < 3.0 ? 1 : 0;
        }
        QVERIFY(right >= 8);
    }

    void thereMayBeNoBeatAtAll() {
        QCOMPARE(findBeats({}), BeatTrack{});
        QCOMPARE(findBeats(scoreAt({480})), BeatTrack{});
        QCOMPARE(findBeats(scoreAt(std::vector<Tick>(1000, 480))), BeatTrack{});
        QVERIFY(findBeats(scoreAt({0, 480})).beats.size() >= 1);
        QVERIFY(findBeats(scoreAt({0, 30})).beats.size() < 3);
        // silences of a minute, a day and more years than there are
        for (const Tick far : {Tick{57'600}, Tick{82'944'000}, Tick{1} << 55}) {
            const BeatTrack track = findBeats(scoreAt({0, 480, 960, 1440, far, far + 480, far + 960}));
            QVERIFY(track.beats.size() < 10'000);
            QVERIFY(std::ranges::is_sorted(track.beats, {}, &Beat::seconds));
        }
        Random random(5);
        for (int i = 0; i < 30; ++i) {
            std::vector<Tick> starts;
            for (int n = 0; n < 200; ++n) starts.push_back(static_cast<Tick>(random.below(1ULL << (8 + random.below(12)))));
            std::ranges::sort(starts);
            const BeatTrack track = findBeats(scoreAt(starts));
            QVERIFY(track.confidence >= 0.0 && track.confidence <= 1.0);
            QVERIFY(beatTrackOf(toNumbers(track)).has_value());
        }
    }

    void aLongPieceIsQuickAndCanBeStopped() {
        Plan plan;
        plan.bars = 7000;
        plan.jitter = 0.01;
        const Performance performance = perform(plan, 4);
        QVERIFY(performance.score.notes.size() >= 100'000);
        const std::clock_t before = std::clock();
        const Agreement found = agreement(performance.beats, times(findBeats(performance.score)));
        const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
        qInfo("%zu notes: %.2f s, F %.3f", performance.score.notes.size(), seconds, found.f);
        QVERIFY(found.f > 0.9);
        QVERIFY(seconds < 20.0);  // sanitizers included

        std::stop_source source;
        int reports = 0;
        const Task task(source.get_token(), [&](std::uint64_t done, std::uint64_t total) {
            QVERIFY(done <= total);
            if (++reports == 2) source.request_stop();
        });
        QCOMPARE(findBeats(performance.score, {}, task), BeatTrack{});
        QCOMPARE(reports, 2);
    }

    /// Performed piano pieces with their tempo events removed, against the beats that those events tell.
    void performedPieces() {
        const std::filesystem::path shared = test::sharedData();
        if (shared.empty()) QSKIP("no shared data: RICERCAR_SHARED_DATA is not set and there is no ../shared/data");
        // The weights were fitted on train: test and valid are held out.
        double sure = 0.0;
        double right = 0.0;
        double pieces = 0.0;
        std::array<double, 2> rightOfHalf{};  // of those said to be less sure, and surer, than one in two
        std::array<double, 2> half{};
        for (const std::string split : {"test", "valid"}) {
            std::vector<std::filesystem::path> files;
            for (const auto& entry : std::filesystem::directory_iterator(shared / "midi/piano_midi_de" / split)) {
                if (entry.path().extension() == ".mid") files.push_back(entry.path());
            }
            std::ranges::sort(files);
            Agreement strict;
            Agreement any;
            for (const auto& file : files) {
                const Score score = readMidi(file).sequences.at(0);
                const std::vector<double> truth = notatedBeats(score);
                const BeatTrack track = findBeats(recorded(score));
                const Agreement one = agreement(truth, times(track));
                const Agreement levels = agreementAtAnyLevel(truth, times(track));
                qInfo("%-28s %5zu beats: F %.3f, recall %.3f; at any level F %.3f, recall %.3f; %s, sure by %.2f",
                      file.stem().string().c_str(), truth.size(), one.f, one.recall, levels.f, levels.recall,
                      track.meter().text().c_str(), track.confidence);
                const std::size_t surer = track.confidence >= 0.5 ? 1 : 0;
                const double isRight = one.f >= 0.8 ? 1.0 : 0.0;
                sure += track.confidence;
                right += isRight;
                pieces += 1.0;
                half[surer] += 1.0;
                rightOfHalf[surer] += isRight;
                const auto count = static_cast<double>(files.size());
                strict.f += one.f / count;
                strict.recall += one.recall / count;
                any.f += levels.f / count;
                any.recall += levels.recall / count;
            }
            qInfo("%s, mean of %zu: F %.3f, recall %.3f; at any level F %.3f, recall %.3f", split.c_str(), files.size(),
                  strict.f, strict.recall, any.f, any.recall);
            QVERIFY(strict.f >= 0.70);
            QVERIFY(any.f >= (split == "test" ? 0.86 : 0.80));
        }
        qInfo("said to be right: %.2f of %.0f, are: %.2f; less sure than one in two: %.2f, surer: %.2f", sure / pieces, pieces,
              right / pieces, rightOfHalf[0] / half[0], rightOfHalf[1] / half[1]);
        QVERIFY(std::abs(sure - right) / pieces < 0.12);
        QVERIFY(rightOfHalf[1] / half[1] > rightOfHalf[0] / half[0] + 0.1);
    }
};

QTEST_APPLESS_MAIN(tst_BeatFinder)
#include "tst_BeatFinder.moc"
