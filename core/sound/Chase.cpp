// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/Chase.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ricercar {
namespace {

/// Data entry and parameter numbers mean something only in their order.
bool ordered(int controller) { return controller == 6 || controller == 38 || (controller >= 96 && controller <= 101); }

struct Channel {
    std::array<std::optional<MidiMessage>, 128> controllers;
    std::vector<MidiMessage> parameters;
    std::optional<MidiMessage> part, program, pressure, bend;
    std::array<std::uint8_t, 128> sounding{};  ///< velocity, 0: silent

    void take(const MidiMessage& message) {
        switch (message.kind()) {
            case 0x80: sounding[message.data1 & 127U] = 0; break;
            case 0x90: sounding[message.data1 & 127U] = message.data2; break;
            case 0xB0: control(message); break;
            case 0xC0: program = message; break;
            case 0xD0: pressure = message; break;
            case 0xE0: bend = message; break;
            default: break;
        }
    }

    void control(const MidiMessage& message) {
        if (message.data1 == 121) {  // reset all controllers: bank, volume and pan stay (RP-015)
            for (std::size_t i = 1; i < 120; ++i)
                if (i != 7 && i != 10 && i != 32) controllers[i].reset();
            pressure.reset();
            bend.reset();
        } else if (message.data1 == 120 || message.data1 >= 123) {
            sounding.fill(0);
        } else if (ordered(message.data1)) {
            parameters.push_back(message);
        } else {
            controllers[message.data1 & 127U] = message;
        }
    }

    void give(std::vector<MidiMessage>& setup) const {
        if (part) setup.push_back(*part);
        for (const std::size_t bank : {0U, 32U})
            if (controllers[bank]) setup.push_back(*controllers[bank]);
        if (program) setup.push_back(*program);
        for (std::size_t i = 0; i < controllers.size(); ++i)
            if (controllers[i] && i != 0 && i != 32) setup.push_back(*controllers[i]);
        setup.insert(setup.end(), parameters.begin(), parameters.end());
        if (pressure) setup.push_back(*pressure);
        if (bend) setup.push_back(*bend);
    }
};

}  // namespace

Chase chase(const SoundEvents& events, std::size_t next) {
    std::vector<Channel> channels(16);
    for (std::size_t i = 0; i < std::min(next, events.list.size()); ++i) {
        const MidiMessage& message = events.list[i].message;
        const std::size_t place = message.isPart() ? message.port * std::size_t{16} + message.data1 : message.place();
        if (place >= channels.size()) channels.resize((place / 16 + 1) * 16);
        if (message.isPart())
            channels[place].part = message;
        else if (!message.system())
            channels[place].take(message);
    }
    Chase found;
    for (std::size_t place = 0; place < channels.size(); ++place) {
        const Channel& state = channels[place];
        state.give(found.setup);
        const int channel = static_cast<int>(place % 16), port = static_cast<int>(place / 16);
        if (state.part ? state.part->data2 != 0 : channel == drumChannel) continue;
        for (int pitch = 0; pitch < 128; ++pitch)
            if (const int velocity = state.sounding[static_cast<std::size_t>(pitch)]; velocity > 0)
                found.notes.push_back(MidiMessage::on(channel, pitch, velocity, port));
    }
    return found;
}

std::size_t eventAt(const SoundEvents& events, double seconds) {
    const auto at = std::lower_bound(events.list.begin(), events.list.end(), seconds - 1e-6,
                                     [](const SoundEvent& event, double limit) { return event.seconds < limit; });
    return static_cast<std::size_t>(at - events.list.begin());
}

}  // namespace ricercar
