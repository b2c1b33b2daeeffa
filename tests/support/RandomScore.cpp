// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RandomScore.h"

#include "core/base/Random.h"
#include "core/music/ScoreOrder.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace ricercar::test {
namespace {

class Generator {
public:
    explicit Generator(std::uint64_t seed) : random_(seed) {}

    Score score() {
        constexpr std::array<int, 5> divisions{1, 96, 120, 480, 32767};
        constexpr std::array<double, 4> rates{1000.0, 240.0, 30000.0 / 1001.0 * 80, 24.0};
        score_.division.ticksPerQuarter = divisions[below(divisions.size())];
        if (below(5) == 0) score_.division = {480, rates[below(rates.size())]};
        score_.tracks = static_cast<int>(1 + below(5));
        notes();
        lists();
        for (const Note& note : score_.notes) end(note.start + note.duration);
        score_.end += static_cast<Tick>(below(3) * below(10'000));
        return score_;
    }

private:
    std::uint64_t below(std::uint64_t n) { return random_.below(n); }
    Tick tick() { return static_cast<Tick>(below(2) == 0 ? below(40) : below(5000)); }
    void end(Tick tick) { score_.end = std::max(score_.end, tick); }
    std::uint16_t track() { return static_cast<std::uint16_t>(below(static_cast<std::uint64_t>(score_.tracks))); }
    std::uint8_t data() { return static_cast<std::uint8_t>(below(128)); }

    void notes() {
        const auto count = below(200);
        for (std::uint64_t i = 0; i < count; ++i) {
            const auto pitch = static_cast<std::uint8_t>(below(2) == 0 ? below(128) : 60 + below(3));
            const auto velocity = static_cast<std::uint8_t>(1 + below(127));
            score_.notes.push_back({tick(), below(8) == 0 ? 0 : tick(), pitch, velocity,
                                    static_cast<std::uint8_t>(below(3) == 0 ? below(16) : 0), track()});
        }
        std::sort(score_.notes.begin(), score_.notes.end(), noteBefore);
        // A file cannot tell which of two notes of one key ends: the older one does.
        std::map<std::tuple<int, int, int>, Tick> soundsUntil;
        for (Note& note : score_.notes) {
            Tick& until = soundsUntil[{note.track, note.channel, note.pitch}];
            if (note.start + note.duration < until) note.duration = until - note.start;
            until = note.start + note.duration;
        }
        std::sort(score_.notes.begin(), score_.notes.end(), noteBefore);
    }

    template <class List, class Make>
    void fill(List& list, std::uint64_t most, const Make& make) {
        const auto count = below(most);
        for (std::uint64_t i = 0; i < count; ++i) {
            list.push_back(make());
            end(list.back().tick);
        }
    }

    void lists() {
        const auto byTick = [](const auto& a, const auto& b) { return a.tick < b.tick; };
        const auto byTrack = [](const auto& a, const auto& b) { return std::tie(a.tick, a.track) < std::tie(b.tick, b.track); };
        fill(score_.tempos, 20, [&] { return TempoChange{tick(), static_cast<std::uint32_t>(1 + below(0xFFFFFF))}; });
        fill(score_.meters, 8, [&] { return MeterChange{tick(), {static_cast<int>(1 + below(255)), 1 << below(8)}}; });
        fill(score_.keys, 8, [&] { return KeyChange{tick(), static_cast<std::int8_t>(below(15)), false}; });
        for (KeyChange& key : score_.keys) {
            key.sharps = static_cast<std::int8_t>(key.sharps - 7);
            key.minor = below(2) == 0;
        }
        fill(score_.events, 60, [&] {
            const auto status = static_cast<std::uint8_t>(0xA0 + below(0x50));
            const bool one = (status & 0xF0) == 0xC0 || (status & 0xF0) == 0xD0;
            ChannelEvent event{tick(), status, data(), one ? std::uint8_t{0} : data(), track()};
            if ((status & 0xF0) == 0xB0) event.data1 = static_cast<std::uint8_t>(event.data1 % 120);  // none that end notes
            return event;
        });
        constexpr std::array<const char*, 4> words{"", "Fuge in c", "F\xC3\xBCr Elise", "\xE2\x99\xAD \xF0\x9D\x84\x9E"};
        fill(score_.texts, 10, [&] {
            return TextEvent{tick(), static_cast<std::uint8_t>(1 + below(7)), track(), words[below(words.size())]};
        });
        std::stable_sort(score_.tempos.begin(), score_.tempos.end(), byTick);
        std::stable_sort(score_.meters.begin(), score_.meters.end(), byTick);
        std::stable_sort(score_.keys.begin(), score_.keys.end(), byTick);
        std::stable_sort(score_.events.begin(), score_.events.end(), byTrack);
        std::stable_sort(score_.texts.begin(), score_.texts.end(), byTrack);
    }

    Random random_;
    Score score_;
};

}  // namespace

Score randomScore(std::uint64_t seed) { return Generator(seed).score(); }

}  // namespace ricercar::test
