// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ImportFlags.h"

#include "app/cli/TwoNumbers.h"
#include "core/base/Error.h"

#include <CLI/CLI.hpp>

namespace ricercar::cli {

Meter meterFrom(const std::string& text, const char* allowed) {
    if (const auto numbers = twoNumbers(text, '/')) {
        const Meter meter{numbers->first, numbers->second};
        const bool powerOfTwo = meter.denominator > 0 && (meter.denominator & (meter.denominator - 1)) == 0;
        if (meter.numerator > 0 && meter.numerator < 256 && powerOfTwo && meter.denominator <= 64) return meter;
    }
    rejectSetting("--meter", text, allowed);
}

void ImportFlags::addTo(CLI::App& command, CLI::Option* rolls) {
    auto* meter =
        command
            .add_option(
                "--meter", meters,
                "A meter to admit, such as 3/4; give it again for more, or all (default: all; datasets choose by their rules)")
            ->allow_extra_args(false);
    auto* pedal = command.add_flag("--sustain-pedal", options.quantize.sustainPedal, "Notes ring on while the pedal is down");
    auto* drums = command.add_flag("--keep-drums", options.quantize.keepDrums,
                                   "Keep the drums: channel 10, and what a bank or a system message makes drums");
    auto* silence = command.add_flag("--keep-silence", keepSilence, "Keep silent bars at either end of a piece");
    if (!rolls) return;
    for (auto* option : {meter, pedal, drums, silence}) option->excludes(rolls);
}

ImportOptions ImportFlags::chosen() const {
    ImportOptions result = options;
    result.quantize.trimSilence = !keepSilence;
    if (meters.empty()) return result;
    result.meters.clear();
    for (const std::string& meter : meters) {
        if (meter == "all") {
            result.meters.clear();
            return result;
        }
        result.meters.push_back(meterFrom(meter, "a time signature such as 3/4, or all"));
    }
    return result;
}

}  // namespace ricercar::cli
