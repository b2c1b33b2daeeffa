// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/MidiMaker.h"

#include "core/dataset/MidiFinder.h"
#include "core/music/MidiFile.h"
#include "core/workbench/Resources.h"

#include <stdlib.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>

namespace ricercar::bench {

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ricercar-bench-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("cannot make a folder " + pattern);
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::vector<Score> demoScores() {
    std::vector<Score> scores;
    for (const auto& file : findMidiFiles({demoFolder()})) {
        MidiFile midi = readMidi(file);
        Score& score = midi.sequences.front();
        const bool common = std::ranges::all_of(score.meters, [](const MeterChange& change) {
            return change.meter == Meter{4, 4};
        });
        if (common && !score.notes.empty()) scores.push_back(std::move(score));
    }
    if (scores.empty()) throw std::runtime_error("no demo pieces in " + displayPath(demoFolder()));
    return scores;
}

Bytes variedFile(const std::vector<Score>& demos, std::size_t bytes, Random& random) {
    constexpr std::size_t noteBytes = 8, controllerBytes = 4;
    const Score& demo = demos[random.below(demos.size())];
    Score score = demo;
    score.notes.clear();
    score.events.clear();
    const Tick bar = Tick{4} * std::max(demo.division.ticksPerQuarter, 1);
    Tick start = 0;
    for (std::size_t size = 200; size < bytes;) {
        const int shift = static_cast<int>(random.below(9)) - 4;
        for (Note note : demo.notes) {
            if (size >= bytes) break;
            note.start += start;
            note.pitch = static_cast<std::uint8_t>(std::clamp(note.pitch + shift, 21, 108));
            note.velocity = static_cast<std::uint8_t>(40 + random.below(80));
            score.notes.push_back(note);
            size += noteBytes;
            if (random.below(3) != 0) continue;
            score.events.push_back({note.start, static_cast<std::uint8_t>(0xB0 | note.channel), 11,
                                    static_cast<std::uint8_t>(random.below(128)), note.track});
            size += controllerBytes;
        }
        start += (demo.end + bar - 1) / bar * bar;
    }
    for (const Note& note : score.notes) score.end = std::max(score.end, note.start + note.duration);
    return writeMidi(score);
}

}  // namespace ricercar::bench
