// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/MidiOutput.h"

#include "core/music/MidiSetup.h"
#include "core/sound/MidiSystem.h"

#include <array>

namespace ricercar {
namespace {

class MidiPortSink final : public Sink {
public:
    explicit MidiPortSink(midi::OpenPort<RtMidiOut> open) : open_(std::move(open)) {}

    [[nodiscard]] std::string name() const override { return open_.name; }
    [[nodiscard]] bool alive() const override { return open_.alive(); }
    void send(const MidiMessage& message) override {
        if (!open_.alive() || message == MidiMessage::nudge()) return;
        if (message.isPart()) {
            sendPart(message);
            return;
        }
        const std::array<unsigned char, 3> bytes{message.status, message.data1, message.data2};
        open_.port->sendMessage(bytes.data(), static_cast<std::size_t>(message.size()));
    }

private:
    /// As GS says it.
    void sendPart(const MidiMessage& message) {
        SetupEvent setup;
        setup.kind = message.data2 != 0 ? SetupEvent::Kind::Drums : SetupEvent::Kind::Melody;
        setup.channel = message.data1;
        const Bytes bytes = writeSetup(setup, SetupEvent::Kind::Gs);
        open_.port->sendMessage(bytes.data(), bytes.size());
    }

    midi::OpenPort<RtMidiOut> open_;
};

}  // namespace

std::shared_ptr<Sink> openMidiOutput(const std::string& name, const std::string& api) {
    return std::make_shared<MidiPortSink>(midi::openPort<RtMidiOut>(name, api));
}

}  // namespace ricercar
