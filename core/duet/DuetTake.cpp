// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duet/DuetTake.h"

#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/workbench/Clock.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace ricercar {

Score duetFrame(const DuetSettings& settings) {
    Score frame;
    frame.tempos = {{0, static_cast<std::uint32_t>(std::lround(60e6 / settings.tempo))}};
    frame.meters = {{0, settings.meter}};
    return frame;
}

Take duetTake(const DuetSettings& settings, const PianoRoll& roll, Score played, const std::string& modelHash,
              const std::string& modelName) {
    played.tracks = 2;
    for (Note& note : played.notes) note.track = note.channel == 1 ? 1 : 0;
    for (ChannelEvent& event : played.events) event.track = (event.status & 0x0FU) == 1 ? 1 : 0;
    Take take;
    take.created = utcNow();
    take.modelHash = modelHash;
    take.settings = nlohmann::json{{"recorded", true},
                                   {"duet", settings.kind == DuetKind::Answer ? "answer" : "accompany"},
                                   {"bars", settings.bars},
                                   {"seed", settings.draw.seed},
                                   {"temperature", settings.draw.temperature},
                                   {"model_name", validUtf8(modelName)}}
                        .dump();
    take.tempo = settings.tempo;
    take.roll = roll;
    take.score = writeMidi(played);
    return take;
}

}  // namespace ricercar
