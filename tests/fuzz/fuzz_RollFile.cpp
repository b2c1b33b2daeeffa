// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/dataset/RollFile.h"

#include <cstdlib>

/// Any bytes are rolls or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ricercar;
    const std::span bytes(data, size);
    (void)beginAsRolls(bytes);
    try {
        const RollFile file = readRollFile(bytes, "fuzz");
        for (const auto* list : {&file.train, &file.valid, &file.test})
            for (const PianoRoll& roll : *list)
                if (!roll.valid()) std::abort();
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Damaged) std::abort();
    }
    return 0;
}
