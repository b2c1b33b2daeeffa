// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/learning/ModelConfig.h"

#include <cstdlib>
#include <string>

/// Any text is settings that are allowed or an Error; settings survive the way through their text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ricercar;
    try {
        const TrainConfig config = trainConfigFromJson(std::string(reinterpret_cast<const char*>(data), size));
        validate(config);
        if (!(trainConfigFromJson(toJson(config)) == config)) std::abort();
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Invalid) std::abort();
    }
    return 0;
}
