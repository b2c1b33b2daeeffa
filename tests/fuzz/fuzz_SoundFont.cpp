// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/sound/SoundFonts.h"
#include "tests/fuzz/MemoryFile.h"

#include <cstdlib>

/// Any bytes are let through to FluidSynth or an Error. What FluidSynth makes of the chunks is not looked at here.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ricercar;
    static test::MemoryFile file("fuzz.sf2");
    if (!file.hold(data, size)) return 0;
    try {
        checkSoundFont(file.path());
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Damaged) std::abort();
    }
    return 0;
}
