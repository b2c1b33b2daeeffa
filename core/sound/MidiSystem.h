// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/sound/JackServer.h"

#include <rtmidi/RtMidi.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ricercar::midi {

/// The last error that RtMidi reported to a callback.
void keepError(RtMidiError::Type, const std::string& text, void* lastError);

/// The compiled APIs in the order in which they are tried.
std::vector<RtMidi::Api> apis();

/// "ALSA", "JACK"
std::string apiName(RtMidi::Api api);

/// Names without what changes from session to session: ALSA's " 24:0", JACK's "-01" behind a client that is there twice.
/// Names that are then the same are numbered: "Keys", "Keys (2)".
std::vector<std::string> stableNames(const std::vector<std::string>& names);

/// The stable names of the ports that an RtMidiIn or RtMidiOut sees.
std::vector<std::string> portNames(RtMidi& midi);

/// The port of that name, else the first whose name contains it, else -1.
int findPort(const std::vector<std::string>& names, const std::string& wanted);

/// Whether ALSA has a sequencer; if not, `why` says what is missing. (RtMidi would print to stderr.)
bool alsaSequencer(std::string& why);

/// An RtMidiIn or RtMidiOut of an API. Null, with the reason in `why`, where that system is not there. `server` keeps a JACK
/// server watched while the object lives.
template <typename Port>
std::unique_ptr<Port> makePort(RtMidi::Api api, std::shared_ptr<JackServer>& server, std::string& why) {
    if (api == RtMidi::UNIX_JACK) {
        server = JackServer::connect();
        if (!server) {
            why = "no JACK server runs";
            return nullptr;
        }
    }
    if (api == RtMidi::LINUX_ALSA && !alsaSequencer(why)) return nullptr;
    try {
        return std::make_unique<Port>(api, "Ricercar");
    } catch (const RtMidiError& error) {
        why = error.getMessage();
        return nullptr;
    }
}

/// Lets go of a port, with care where its server is gone.
template <typename Port>
void closePort(std::unique_ptr<Port>& port, const std::shared_ptr<JackServer>& server) {
    if (server && !server->alive())
        JackServer::abandon(port.release());
    else
        port.reset();
}

template <typename Port>
struct OpenPort {
    std::shared_ptr<JackServer> server;                                    ///< null but for JACK
    std::unique_ptr<std::string> error = std::make_unique<std::string>();  ///< where RtMidi reports to
    std::unique_ptr<Port> port;
    std::string name;  ///< stable

    OpenPort() = default;
    OpenPort(OpenPort&&) = default;
    OpenPort& operator=(OpenPort&&) = default;
    ~OpenPort() { closePort(port, server); }
    [[nodiscard]] bool alive() const { return !server || server->alive(); }
};

/// Throws Error Device (MidiPortMissing, MidiPortFailed).
template <typename Port>
OpenPort<Port> openPort(const std::string& wanted, const std::string& wantedApi) {
    for (const RtMidi::Api api : apis()) {
        if (!wantedApi.empty() && apiName(api) != wantedApi) continue;
        OpenPort<Port> open;
        open.port = makePort<Port>(api, open.server, *open.error);
        if (!open.port) continue;
        open.port->setErrorCallback(keepError, open.error.get());
        const std::vector<std::string> names = portNames(*open.port);
        const int number = findPort(names, wanted);
        if (number < 0) continue;
        open.name = names[static_cast<std::size_t>(number)];
        open.error->clear();
        try {
            open.port->openPort(static_cast<unsigned>(number), "midi");
        } catch (const RtMidiError& error) {
            *open.error = error.getMessage();
        }
        if (!open.error->empty()) throw Error(ErrorKind::Device, {MessageId::MidiPortFailed, {open.name, *open.error}});
        return open;
    }
    throw Error(ErrorKind::Device, {MessageId::MidiPortMissing, {wanted}});
}

}  // namespace ricercar::midi
