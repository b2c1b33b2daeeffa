// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace ricercar::test {

/// What a MusicXML file says, read by its durations alone.
struct SheetFile {
    struct Bar {
        int start = 0;
        int length = 0;
        bool pickup = false;
        friend bool operator==(const Bar&, const Bar&) = default;
    };
    struct Part {
        QString name;
        std::vector<RollNote> notes;  ///< ties put together, by start, then pitch
        std::vector<Bar> bars;
        std::vector<Meter> meters;
        std::vector<int> fifths;
        std::vector<double> tempos;
        int staves = 0;
        std::map<int, std::pair<int, int>> staffRange;  ///< lowest and highest pitch by staff
    };
    QString title;
    std::vector<Part> parts;
    QString problem;  ///< empty: it is well-formed, every voice fills its bar, no value belies its duration
};

SheetFile readSheet(const std::string& xml);

}  // namespace ricercar::test
