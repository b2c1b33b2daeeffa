// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/learning/ModelCard.h"

#include <cstdlib>
#include <string>

/// Any text is a card or an Error; a card survives the way through its text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ricercar;
    try {
        const ModelCard card = modelCardFromJson(std::string(reinterpret_cast<const char*>(data), size));
        if (!(modelCardFromJson(toJson(card)) == card)) std::abort();
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Invalid) std::abort();
    }
    return 0;
}
