// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/JackServer.h"

#include "core/sound/Synthesizer.h"

#include <jack/jack.h>

#include <mutex>
#include <vector>

namespace ricercar {

std::shared_ptr<JackServer> JackServer::connect() {
    prepareSoundLibraries();
    static std::mutex mutex;
    static std::weak_ptr<JackServer> shared;
    const std::lock_guard lock(mutex);
    if (auto server = shared.lock(); server && server->alive()) return server;
    jack_client_t* client = jack_client_open("ricercar-watch", JackNoStartServer, nullptr);
    if (!client) return nullptr;
    const std::shared_ptr<JackServer> server(new JackServer(client));
    shared = server;
    return server;
}

JackServer::JackServer(void* client) : client_(client) {
    auto* opened = static_cast<jack_client_t*>(client_);
    jack_on_shutdown(
        opened, [](void* self) { static_cast<JackServer*>(self)->alive_.store(false, std::memory_order_release); }, this);
    jack_activate(opened);
}

JackServer::~JackServer() {
    if (alive())
        jack_client_close(static_cast<jack_client_t*>(client_));
    else
        abandon(client_);
}

void JackServer::abandon(void* object) {
    static std::mutex mutex;
    static auto* const abandoned = new std::vector<void*>;  // outlives every other static
    const std::lock_guard lock(mutex);
    if (object) abandoned->push_back(object);
}

}  // namespace ricercar
