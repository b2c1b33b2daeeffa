// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/Sink.h"

namespace ricercar {

void Sink::panic() {
    for (int channel = 0; channel < 16; ++channel)
        for (const int controller : {123, 120, 121}) send(MidiMessage::control(channel, controller, 0));
}

}  // namespace ricercar
