// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/dataset/Subset.h"
#include "core/music/Quantizer.h"
#include "core/music/Statistics.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

enum class PieceState { Accepted, Warned, Rejected };

/// A source file, or a part of one where its meter changes. What is said of the music is said of its current version.
struct Piece {
    std::int64_t id = 0;
    std::string fileHash;  ///< SHA-256 of the file's bytes; with `part` the identity of a piece
    int part = 0;
    int parts = 1;
    std::string path;   ///< where it was imported from, UTF-8; in an archive: its path, then the name inside
    std::string title;  ///< from the file's first track name, or the file's name
    PieceState state = PieceState::Accepted;
    std::vector<Message> remarks;  ///< why it was rejected, what was repaired or left out
    Meter meter;
    double tempo = 120;    ///< quarter notes a minute
    double slowest = 120;  ///< of its tempos
    double fastest = 120;
    std::uint16_t channels = 0;  ///< with notes, bit by bit
    int voices = 0;              ///< pairs of track and channel with notes; 0: not known
    int steps = 0;
    int barOffset = 0;
    int tracks = 0;              ///< MTrk chunks of the file
    std::int64_t fileNotes = 0;  ///< note-ons of the whole file
    QuantizeReport report;
    RollStatistics statistics;
    KeyEstimate key;
    std::optional<Subset> fixedSubset;  ///< published with its corpus
    int version = 0;                    ///< the current one; 0: as it was imported
    int versions = 1;                   ///< how many there are, numbered from 0
    std::string recipe = "[]";          ///< of the current version, JSON
    std::int64_t score = 0;  ///< what the recipe begins with: an edited score (VersionStore::score); 0: the imported file
    std::vector<std::string> tags;  ///< sorted

    friend bool operator==(const Piece&, const Piece&) = default;
};

/// The channels with notes, from 1, as people count them.
inline std::vector<int> channelsOf(const Piece& piece) {
    std::vector<int> channels;
    for (int channel = 0; channel < 16; ++channel)
        if ((piece.channels >> channel & 1) != 0) channels.push_back(channel + 1);
    return channels;
}

}  // namespace ricercar
