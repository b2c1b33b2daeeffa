// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <string>
#include <vector>

namespace ricercar {

/// A stretch of music in one meter and one tempo; a new bar begins with it.
struct SheetSection {
    PianoRoll roll;
    double tempo = 120.0;  ///< quarter notes a minute
};

/// An instrument's music, one stretch after the other.
struct SheetPart {
    std::string name;  ///< UTF-8
    std::vector<SheetSection> sections;
};

/// Fifths of the signature of the major scale that holds most of the notes (of several, that of the estimated key, else the one
/// with the fewest signs), -6 .. 6, and whether the estimated key is its minor.
struct KeySignature {
    int fifths = 0;
    bool minor = false;
    friend bool operator==(const KeySignature&, const KeySignature&) = default;
};
KeySignature keySignatureOf(const PianoRoll& roll);

/// MusicXML 3.1, score-partwise: bars with meter, pick-up and tempo, the key's signature and its spelling, ties over bar lines,
/// rests. Notes from middle C on stand in the upper staff, the others in the lower one (one staff where the other would stay
/// empty), up to four voices each. Every note has exactly its place and length: a 16th is one division. Parts are bars of the
/// same number; they should have the same meters.
std::string musicXml(const std::vector<SheetPart>& parts, const std::string& title);

}  // namespace ricercar
