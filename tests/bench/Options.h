// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Kernels.h"

#include <set>
#include <string>

namespace ricercar::bench {

/// What the command line asks for; passed on to the workers.
struct Options {
    int threads = 0;  ///< 0: all cores
    int rounds = 7;
    bool json = false;
    bool busy = false;                                      ///< another program takes a core meanwhile
    std::string precision = "fp32";                         ///< of our side
    std::set<std::string> sides{"ours", "peer", "python"};  ///< who takes part
    std::string coreType;  ///< OPENBLAS_CORETYPE of the tuned peers; empty: the best is looked for
    int steps = 64;        ///< of a song in a round
    int files = 10'000;    ///< of an import
    std::string folder;    ///< of MIDI files; empty: the demo pieces and large made-up ones

    [[nodiscard]] bool has(const std::string& side) const { return sides.contains(side); }
};

inline Precision precisionOf(const Options& options) {
    return options.precision == "bf16" ? Precision::BFloat16 : Precision::Float32;
}

}  // namespace ricercar::bench
