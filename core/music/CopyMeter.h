// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/music/PianoRoll.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace ricercar {

/// A passage that two pieces of music share.
struct SharedPassage {
    int steps = 0;          ///< 0: there is none
    int start = 0;          ///< its first step in the music that was asked about
    std::size_t piece = 0;  ///< by the order in which the pieces were added
    int pieceStart = 0;     ///< its first step there
    int semitones = 0;      ///< from the piece up to the music that was asked about
    friend bool operator==(const SharedPassage&, const SharedPassage&) = default;
};

/// Finds what music has in common with known pieces. A passage is shared where every one of its steps has the same cells, play
/// and articulate, in both, moved by one and the same interval; a note sounds in its first step and in its last, and silence
/// between them has to be silence in both. Exact: no hash decides.
class CopyMeter {
public:
    /// Call `finish` after the last one, in time linear in the steps.
    void add(const PianoRoll& piece);
    void finish();

    /// The longest one; of several, the first in `music`, then in the pieces. In time that hardly depends on the number of
    /// pieces. Any number of threads.
    [[nodiscard]] SharedPassage longest(const PianoRoll& music) const;

    [[nodiscard]] std::size_t pieces() const { return starts_.size(); }

    /// All of a finished one as bytes, and back; nothing where they are not of one. What is read may answer wrongly where a
    /// stranger wrote it, but never points outside.
    [[nodiscard]] Bytes packed() const;
    static std::optional<CopyMeter> unpacked(std::span<const std::uint8_t> bytes);

private:
    /// Music step by step, up to transposition.
    struct Sequence {
        std::vector<std::int32_t> shapes;   ///< what sounds, from the lowest pitch on
        std::vector<std::int32_t> symbols;  ///< the shape, and how far it is from the last one that sounded
        std::vector<std::int8_t> lowest;    ///< pitch; -1: silent
    };
    [[nodiscard]] Sequence known(const PianoRoll& music) const;
    /// Compares the steps after `place` of the pieces with those after `start` of the music, up to `steps` with the first:
    /// how many are the same, and whether the pieces come before, at once with or after the music (-1, 0, 1).
    struct Comparison {
        int same = 1;
        int order = 0;
    };
    [[nodiscard]] Comparison compare(const Sequence& music, int start, std::int32_t place, int steps) const;
    [[nodiscard]] int longestAt(const Sequence& music, int start) const;
    [[nodiscard]] std::int32_t firstPlace(const Sequence& music, int start, int steps) const;
    [[nodiscard]] std::span<const std::int32_t> placesOf(std::int32_t shape) const;
    void countShapes();
    void unpack(std::span<const std::uint8_t> bytes);

    std::unordered_map<std::string, std::int32_t> shapes_;
    std::unordered_map<std::uint64_t, std::int32_t> symbols_;
    Sequence all_;                      ///< the pieces one after the other, each ended by a step like no other
    std::vector<std::size_t> starts_;   ///< of the pieces
    std::vector<std::int32_t> order_;   ///< places that sound, by their shape, then by the symbols after them
    std::vector<std::size_t> ofShape_;  ///< where each shape begins there
};

}  // namespace ricercar
