// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sound/Sink.h"

#include <memory>
#include <string>

namespace ricercar {

/// Opens the MIDI output port of that name (as MidiPorts lists it; else the first whose name contains it), in the named API
/// or in any. Throws Error Device (MidiPortMissing, MidiPortFailed). Blocks shortly: not on the UI thread. Messages to a port
/// that has gone are dropped.
std::shared_ptr<Sink> openMidiOutput(const std::string& name, const std::string& api = {});

}  // namespace ricercar
