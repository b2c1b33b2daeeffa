// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/music/NoteClip.h"

#include <span>

/// What another program left on the clipboard.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ricercar;
    try {
        (void)notesOfClip(std::span(data, size), 480, 0);
    } catch (const Error&) {
    }
    return 0;
}
