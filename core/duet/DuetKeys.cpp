// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duet/DuetKeys.h"

#include <algorithm>
#include <cmath>

namespace ricercar {
namespace {

constexpr int pedalController = 64;

int nearestStep(double at) { return static_cast<int>(std::floor(at + 0.5)); }

}  // namespace

void DuetKeys::letGo(Press& press, double at) {
    press.down = false;
    if (!pedal_ && press.end < 0) press.end = std::max(at, 0.0);
}

void DuetKeys::hear(double at, const MidiMessage& message) {
    if (message.noteOn()) {
        const int pitch = message.data1;
        for (Press& press : presses_)
            if (press.pitch == pitch && press.end < 0) press.end = std::max(at, 0.0);
        presses_.push_back({pitch, nearestStep(at), -1, true});
    } else if (message.noteOff()) {
        for (Press& press : presses_)
            if (press.pitch == message.data1 && press.down) letGo(press, at);
    } else if (message.kind() == 0xB0 && message.data1 == pedalController) {
        pedal_ = message.data2 >= 64;
        for (Press& press : presses_)
            if (!press.down) letGo(press, at);
    }
}

std::vector<Cell> DuetKeys::row(int step, PitchRange range) const {
    std::vector<Cell> cells(static_cast<std::size_t>(range.size()), 0);
    for (const Press& press : presses_) {
        if (!range.contains(press.pitch) || press.begin > step) continue;
        if (press.end >= 0 && step >= std::max(nearestStep(press.end), press.begin + 1)) continue;
        Cell& cell = cells[static_cast<std::size_t>(press.pitch - range.lowest)];
        cell = static_cast<Cell>(cell | playBit | (press.begin == step || (step == 0 && press.begin < 0) ? articulateBit : 0));
    }
    return cells;
}

void DuetKeys::forget(int step) {
    std::erase_if(presses_, [step](const Press& press) {
        return press.end >= 0 && std::max(nearestStep(press.end), press.begin + 1) < step;
    });
}

}  // namespace ricercar
