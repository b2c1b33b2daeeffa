// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/Mix.h"

#include "core/music/DrumParts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace ricercar {
namespace {

constexpr int volumeController = 7;
constexpr int usualVolume = 100;

std::uint8_t scaled(int value, double factor, int lowest) {
    return static_cast<std::uint8_t>(std::clamp(static_cast<int>(std::lround(value * factor)), lowest, 127));
}

/// What all parts of a channel agree upon.
struct ChannelMix {
    int parts = 0;
    int track = 0;
    std::optional<int> program;
    double volume = 1.0;  ///< where one part has the channel for itself
};

std::uint8_t status(int kind, std::size_t channel) { return static_cast<std::uint8_t>(kind | static_cast<int>(channel)); }

}  // namespace

std::vector<Part> partsOf(const Score& score) {
    std::map<std::pair<int, int>, Part> parts;
    std::map<std::pair<int, int>, std::size_t> places;
    const DrumParts isDrum(score);
    for (const Note& note : score.notes) {
        const auto [found, added] = parts.try_emplace({note.track, note.channel & 15});
        Part& part = found->second;
        if (added) {
            part.drums = isDrum(note);
            places[found->first] = (note.port & 15U) * std::size_t{16} + (note.channel & 15U);
        }
        part.track = note.track;
        part.channel = note.channel & 15;
        ++part.notes;
    }
    std::array<std::optional<int>, 256> programs;
    for (const ChannelEvent& event : score.events)
        if ((event.status & 0xF0) == 0xC0)
            if (auto& first = programs[(event.port & 15U) * std::size_t{16} + (event.status & 15U)]; !first)
                first = event.data1 & 127;
    std::map<int, std::string> names;
    for (const TextEvent& text : score.texts)
        if (text.type == 3) names.try_emplace(text.track, text.text);
    std::vector<Part> found;
    for (auto& [key, part] : parts) {
        part.program = programs[places[key]].value_or(0);
        if (const auto name = names.find(part.track); name != names.end()) part.name = name->second;
        found.push_back(std::move(part));
    }
    return found;
}

const PartMix& Mix::of(const Part& part) const {
    static const PartMix plainMix;
    const auto at = parts.find({part.track, part.channel});
    return at == parts.end() ? plainMix : at->second;
}

bool Mix::heard(const Part& part) const {
    const PartMix& own = of(part);
    if (own.solo) return true;
    const bool anySolo = std::any_of(parts.begin(), parts.end(), [](const auto& one) { return one.second.solo; });
    return !anySolo && !own.mute;
}

bool Mix::plain() const {
    return std::all_of(parts.begin(), parts.end(), [](const auto& one) { return one.second.plain(); });
}

Score mixed(const Score& score, const Mix& mix) {
    if (mix.plain()) return score;
    const std::vector<Part> parts = partsOf(score);
    std::array<ChannelMix, 16> channels;
    for (const Part& part : parts) {
        ChannelMix& channel = channels[static_cast<std::size_t>(part.channel)];
        const PartMix& own = mix.of(part);
        if (channel.parts++ == 0) channel.track = part.track;
        if (own.program >= 0 && !channel.program) channel.program = std::min(own.program, 127);
        channel.volume = channel.parts == 1 ? own.volume : 1.0;
    }

    Score result = score;
    std::erase_if(result.notes, [&](const Note& note) {
        Part part;
        part.track = note.track;
        part.channel = note.channel & 15;
        return !mix.heard(part);
    });
    for (Note& note : result.notes) {
        if (channels[note.channel & 15U].parts == 1) continue;
        const auto own = mix.parts.find({note.track, note.channel & 15});
        if (own != mix.parts.end()) note.velocity = scaled(note.velocity, own->second.volume, 1);
    }
    std::erase_if(result.events, [&](const ChannelEvent& event) {
        return (event.status & 0xF0) == 0xC0 && channels[event.status & 15U].program;
    });
    for (ChannelEvent& event : result.events)
        if ((event.status & 0xF0) == 0xB0 && event.data1 == volumeController)
            event.data2 = scaled(event.data2, channels[event.status & 15U].volume, 0);
    std::vector<ChannelEvent> first;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const ChannelMix& channel = channels[i];
        const auto track = static_cast<std::uint16_t>(channel.track);
        if (channel.program) first.push_back({0, status(0xC0, i), static_cast<std::uint8_t>(*channel.program), 0, track});
        if (channel.volume != 1.0)
            first.push_back({0, status(0xB0, i), volumeController, scaled(usualVolume, channel.volume, 0), track});
    }
    result.events.insert(result.events.begin(), first.begin(), first.end());
    return result;
}

}  // namespace ricercar
