// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/music/DrumParts.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace ricercar {
namespace {

using Kind = SetupEvent::Kind;

constexpr std::size_t indexOf(int port, int channel) { return static_cast<std::size_t>((port & 15) * 16 + (channel & 15)); }

/// What a bank (controller 0) makes of a channel; nothing: what it was.
std::optional<bool> drumsByBank(int bank, std::optional<Kind> standard) {
    if (standard == Kind::Gs) return std::nullopt;
    if (standard == Kind::Xg) return bank == 126 || bank == 127;
    if (bank == 120) return true;
    if (bank == 121) return false;
    if ((bank == 126 || bank == 127) && standard != Kind::GeneralMidi2) return true;
    return std::nullopt;
}

}  // namespace

class DrumParts::Reader {
public:
    explicit Reader(std::vector<Change>& changes) : changes_(changes) { reset(); }

    void take(const SetupEvent& setup) {
        if (setup.kind == Kind::Drums || setup.kind == Kind::Melody) {
            set(setup.tick, setup.port, setup.channel, setup.kind == Kind::Drums);
            return;
        }
        standard_ = setup.kind;
        for (int port = 0; port < mostPorts; ++port)
            for (int channel = 0; channel < 16; ++channel) set(setup.tick, port, channel, channel == drumChannel);
    }
    void take(const ChannelEvent& event) {
        if ((event.status & 0xF0) != 0xB0 || event.data1 != 0) return;
        if (const auto drums = drumsByBank(event.data2, standard_)) set(event.tick, event.port, event.status & 0x0F, *drums);
    }

private:
    void reset() {
        for (std::size_t i = 0; i < drums_.size(); ++i) drums_[i] = i % 16 == drumChannel;
    }
    void set(Tick tick, int port, int channel, bool drums) {
        bool& now = drums_[indexOf(port, channel)];
        if (now == drums) return;
        now = drums;
        changes_.push_back({tick, static_cast<std::uint8_t>(port & 15), static_cast<std::uint8_t>(channel & 15), drums});
    }

    std::vector<Change>& changes_;
    std::array<bool, 16 * std::size_t{mostPorts}> drums_{};
    std::optional<Kind> standard_;
};

DrumParts::DrumParts(const Score& score) {
    Reader reader(changes_);
    auto setup = score.setups.begin();
    const auto until = [&](Tick tick) {
        for (; setup != score.setups.end() && setup->tick <= tick; ++setup) reader.take(*setup);
    };
    for (const ChannelEvent& event : score.events) {
        if (event.data1 != 0 || (event.status & 0xF0) != 0xB0) continue;
        until(event.tick);
        reader.take(event);
    }
    if (setup != score.setups.end()) until(score.setups.back().tick);
    for (const Change& change : changes_) byChannel_[indexOf(change.port, change.channel)].push_back(change);
}

bool DrumParts::at(int port, int channel, Tick tick) const {
    const std::vector<Change>& changes = byChannel_[indexOf(port, channel)];
    const auto after =
        std::upper_bound(changes.begin(), changes.end(), tick, [](Tick at, const Change& change) { return at < change.tick; });
    return after == changes.begin() ? (channel & 15) == drumChannel : std::prev(after)->drums;
}

}  // namespace ricercar
