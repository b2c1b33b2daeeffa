// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duet/DuetSettings.h"

#include "core/base/Error.h"

#include <string>

namespace ricercar {
namespace {

void between(const char* name, double value, int lowest, int highest) {
    if (!(value >= lowest && value <= highest))
        rejectSetting(name, std::to_string(value), Message{MessageId::ValueRange, {lowest, highest}});
}

}  // namespace

void validate(const DuetSettings& settings) {
    between("bars", settings.bars, 1, 16);
    between("tempo", settings.tempo, 20, 300);
    between("count_in", settings.countInBars, 0, 2);
    validate(settings.style);
    validate(settings.draw);
    if (!settings.meter.barSteps())
        rejectSetting("meter", settings.meter.text(), "one whose bars are whole 16ths, such as 4/4, 3/4 or 6/8");
}

double stepSeconds(const DuetSettings& settings) { return 60.0 / settings.tempo / stepsPerQuarter; }

}  // namespace ricercar
