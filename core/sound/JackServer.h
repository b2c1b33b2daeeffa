// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace ricercar {

/// A running JACK server, watched by a client without ports: RtMidi does not notice when a server goes, lists its ports for
/// ever and may then wait for ever to send.
class JackServer {
public:
    /// The one that everything in this program shares, or null where no server runs (none is started).
    static std::shared_ptr<JackServer> connect();

    ~JackServer();
    JackServer(const JackServer&) = delete;
    JackServer& operator=(const JackServer&) = delete;

    /// Keeps, for ever, something that holds a client of a dead server: libjack crashes when such a client is closed after
    /// another was opened, or tried to be.
    static void abandon(void* object);

    [[nodiscard]] bool alive() const noexcept { return alive_.load(std::memory_order_acquire); }

private:
    explicit JackServer(void* client);

    void* client_;
    std::atomic<bool> alive_{true};
};

}  // namespace ricercar
