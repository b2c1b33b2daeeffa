// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/BeatTrack.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace ricercar {

namespace {

constexpr double version = 1.0;
constexpr std::size_t headNumbers = 7;
constexpr int mostBeatsPerBar = 16;

int wrapped(std::int64_t value, int modulus) { return static_cast<int>(((value % modulus) + modulus) % modulus); }

Beat byHand(double seconds) { return {seconds, 1.0}; }

/// Puts beats between every two, evenly; false where there is no room.
bool divide(std::vector<Beat>& beats, int parts) {
    std::vector<Beat> result;
    result.reserve(beats.size() * static_cast<std::size_t>(parts));
    for (std::size_t i = 0; i < beats.size(); ++i) {
        result.push_back(beats[i]);
        if (i + 1 == beats.size()) break;
        const double gap = (beats[i + 1].seconds - beats[i].seconds) / parts;
        if (gap < shortestBeat) return false;
        const double confidence = std::min(beats[i].confidence, beats[i + 1].confidence);
        for (int p = 1; p < parts; ++p) result.push_back({beats[i].seconds + gap * p, confidence});
    }
    beats = std::move(result);
    return true;
}

void keepEvery(std::vector<Beat>& beats, std::size_t nth, int from) {
    std::vector<Beat> kept;
    kept.reserve(beats.size() / nth + 1);
    for (auto i = static_cast<std::size_t>(from); i < beats.size(); i += nth) kept.push_back(beats[i]);
    beats = std::move(kept);
}

}  // namespace

BeatTrack movedBeat(BeatTrack track, std::size_t beat, double seconds) {
    if (beat >= track.beats.size() || !std::isfinite(seconds)) return track;
    if (beat > 0) seconds = std::max(seconds, track.beats[beat - 1].seconds + shortestBeat);
    if (beat + 1 < track.beats.size()) seconds = std::min(seconds, track.beats[beat + 1].seconds - shortestBeat);
    // Between neighbours that leave no room it stays.
    if (beat > 0 && seconds <= track.beats[beat - 1].seconds) return track;
    track.beats[beat] = byHand(std::max(seconds, 0.0));
    return track;
}

BeatTrack insertedBeat(BeatTrack track, double seconds) {
    if (!std::isfinite(seconds) || seconds < 0.0) return track;
    const auto after = std::ranges::lower_bound(track.beats, seconds, {}, &Beat::seconds);
    if (after != track.beats.end() && after->seconds - seconds < shortestBeat) return track;
    if (after != track.beats.begin() && seconds - (after - 1)->seconds < shortestBeat) return track;
    const auto index = after - track.beats.begin();
    track.beats.insert(after, byHand(seconds));
    if (index <= track.firstDownbeat && index < static_cast<std::ptrdiff_t>(track.beats.size()) - 1) {
        track.firstDownbeat = wrapped(track.firstDownbeat + 1, track.beatsPerBar);
    }
    return track;
}

BeatTrack removedBeat(BeatTrack track, std::size_t beat) {
    if (beat >= track.beats.size()) return track;
    track.beats.erase(track.beats.begin() + static_cast<std::ptrdiff_t>(beat));
    if (beat < static_cast<std::size_t>(track.firstDownbeat)) {
        track.firstDownbeat = wrapped(track.firstDownbeat - 1, track.beatsPerBar);
    }
    return track;
}

BeatTrack doubledTempo(BeatTrack track) {
    if (!divide(track.beats, 2)) return track;
    if (track.beatsPerBar * 2 <= mostBeatsPerBar && track.beatsPerBar % 2 != 0) {
        track.beatsPerBar *= 2;
    }
    track.firstDownbeat = wrapped(2 * track.firstDownbeat, track.beatsPerBar);
    return track;
}

BeatTrack halvedTempo(BeatTrack track) {
    keepEvery(track.beats, 2, track.firstDownbeat % 2);
    // A bar of four beats stays one of four beats, twice as long; one of six becomes one of three.
    if (track.beatsPerBar % 2 == 0 && track.beatsPerBar > 4) track.beatsPerBar /= 2;
    track.firstDownbeat = wrapped(track.firstDownbeat / 2, track.beatsPerBar);
    return track;
}

BeatTrack tripledTempo(BeatTrack track) {
    if (!divide(track.beats, 3)) return track;
    track.compound = false;
    track.beatsPerBar = 3;
    track.firstDownbeat = 0;
    return track;
}

BeatTrack thirdOfTempo(BeatTrack track) {
    keepEvery(track.beats, 3, track.firstDownbeat % 3);
    track.compound = true;
    track.beatsPerBar = 2;
    track.firstDownbeat = wrapped(track.firstDownbeat / 3, 2);
    return track;
}

BeatTrack shiftedDownbeat(BeatTrack track, int beats) {
    track.firstDownbeat = wrapped(std::int64_t{track.firstDownbeat} + beats, track.beatsPerBar);
    return track;
}

BeatTrack shiftedHalfBeat(BeatTrack track) {
    if (track.beats.size() < 2) return track;
    const std::size_t last = track.beats.size() - 1;
    const double lastGap = track.beats[last].seconds - track.beats[last - 1].seconds;
    for (std::size_t i = 0; i < last; ++i) {
        const double gap = track.beats[i + 1].seconds - track.beats[i].seconds;
        track.beats[i].seconds += gap / 2.0;
    }
    track.beats[last].seconds += lastGap / 2.0;
    return track;
}

BeatTrack withMeter(BeatTrack track, int beatsPerBar, bool compound) {
    if (beatsPerBar < 1 || beatsPerBar > mostBeatsPerBar) return track;
    track.beatsPerBar = beatsPerBar;
    track.compound = compound;
    track.firstDownbeat = wrapped(track.firstDownbeat, beatsPerBar);
    return track;
}

std::vector<double> toNumbers(const BeatTrack& track) {
    std::vector<double> numbers{version,
                                track.compound ? 1.0 : 0.0,
                                static_cast<double>(track.beatsPerBar),
                                static_cast<double>(track.firstDownbeat),
                                track.confidence,
                                track.meterConfidence,
                                static_cast<double>(track.beats.size())};
    for (const Beat& beat : track.beats) {
        numbers.push_back(beat.seconds);
        numbers.push_back(beat.confidence);
    }
    return numbers;
}

std::optional<BeatTrack> beatTrackOf(std::span<const double> numbers) {
    if (numbers.size() < headNumbers || numbers[0] != version) return std::nullopt;
    if (!std::ranges::all_of(numbers, [](double x) { return std::isfinite(x); })) return std::nullopt;
    const auto share = [](double x) { return x >= 0.0 && x <= 1.0; };
    const auto whole = [](double x, double least, double most) { return x >= least && x <= most && x == std::floor(x); };
    if ((numbers[1] != 0.0 && numbers[1] != 1.0) || !whole(numbers[2], 1.0, mostBeatsPerBar)) return std::nullopt;
    if (!whole(numbers[3], 0.0, numbers[2] - 1.0) || !share(numbers[4]) || !share(numbers[5])) return std::nullopt;
    if (numbers[6] * 2.0 != static_cast<double>(numbers.size() - headNumbers)) return std::nullopt;
    BeatTrack track;
    track.compound = numbers[1] == 1.0;
    track.beatsPerBar = static_cast<int>(numbers[2]);
    track.firstDownbeat = static_cast<int>(numbers[3]);
    track.confidence = numbers[4];
    track.meterConfidence = numbers[5];
    for (std::size_t i = headNumbers; i + 1 < numbers.size(); i += 2) {
        const double before = track.beats.empty() ? 0.0 : std::nextafter(track.beats.back().seconds, INFINITY);
        if (numbers[i] < before || !share(numbers[i + 1])) return std::nullopt;
        track.beats.push_back({numbers[i], numbers[i + 1]});
    }
    return track;
}

}  // namespace ricercar
