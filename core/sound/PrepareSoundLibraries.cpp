// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/Synthesizer.h"

#include <alsa/asoundlib.h>
#include <fluidsynth.h>
#include <jack/jack.h>

#include <cstdlib>
#include <mutex>

namespace ricercar {
namespace {

void quietAlsa(const char*, int, const char*, int, const char*, ...) {}
void quietJack(const char*) {}
void quietFluid(int, const char*, void*) {}

}  // namespace

void prepareSoundLibraries() {
    static std::once_flag once;
    std::call_once(once, [] {
        ::setenv("JACK_NO_START_SERVER", "1", 0);
        for (const int level : {FLUID_PANIC, FLUID_ERR, FLUID_WARN, FLUID_INFO, FLUID_DBG})
            fluid_set_log_function(level, quietFluid, nullptr);
        jack_set_error_function(quietJack);
        jack_set_info_function(quietJack);
        snd_lib_error_set_handler(quietAlsa);
    });
}

}  // namespace ricercar
