// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/MidiWarnings.h"
#include "core/music/Score.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace ricercar {

/// Which note a note-off ends. While every note-on has its note-off, the one that began first ends first. Where one is lost,
/// that would never find its way back: each later note of the key would take the note-off of the one behind it. So when notes
/// of a key are left open (by the end of the track, or by All Notes Off), its note-offs are dealt out anew since it last was
/// silent, along with those of its key and channel in other tracks that nothing there waited for: each to the newest note that
/// began before it. What then stays open has lost its note-off (the others end in the order they began). It ends with
///  - the next time its key is struck on its channel, in any track: the note is mended, and that is said (but not of channel
///    10: drums are often written without note-offs); or
///  - All Notes Off, All Sound Off or a change of mode (controllers 120 and 123 to 127) on its channel, in any track; or
///  - the end of its track, which is said, too;
/// whichever comes first. Those controllers end every note that sounds on their channel.
class OpenNotes {
public:
    static constexpr Tick none = -1;
    static constexpr std::size_t keys = 16 * 128;

    /// The sounding notes of each key of one port, oldest first: indices into the score's notes. While a note sounds, its
    /// duration holds the index of the next one of the same key, or `none`. The last is known where there are several.
    struct Port {
        std::array<Tick, keys> first;
        std::array<Tick, keys> last;
        Port() { first.fill(none); }
    };
    /// As key of a channel: channel * 128 + pitch.
    Port& port(std::uint8_t port);

    void beginTrack(Score& score, std::uint64_t number);
    /// A note-off that no note waited for.
    void stray(Tick tick, std::uint8_t port, std::size_t key) {
        strays_.push_back({tick, static_cast<std::uint32_t>(track_), static_cast<std::uint16_t>(key), port});
    }
    /// A mode message: what sounds on the channel ends.
    void endChannel(Tick tick, std::uint8_t port, int channel);
    void endTrack(Tick tick);

    /// When all tracks of a score are read, and before it is sorted: ends what is still open, and says what was mended.
    void finish(MidiWarnings& warnings);

private:
    struct Stray {
        Tick tick;
        std::uint32_t track;
        std::uint16_t key;
        std::uint8_t port;
        bool used = false;
    };
    struct Open {  ///< has lost its note-off, as far as its own track tells
        std::size_t note;
        std::uint64_t track;
        Tick until;      ///< it ends here at the latest
        bool restruck;   ///< because its key is struck again
        bool trackEnds;  ///< because nothing else ends it
    };
    /// The notes of a key since it last was silent, as far back as its open notes reach.
    struct Group {
        std::vector<std::size_t> closed;  ///< the last first
        std::vector<std::size_t> open;
        Tick start = 0;  ///< of the earliest
        bool complete = false;
        std::size_t key = 0;  ///< of all ports
        std::uint64_t track = 0;
        Tick tick = 0;           ///< where they end at the latest
        bool trackEnds = false;  ///< because the track does
    };

    void settle(Tick tick, std::size_t portNumber, std::size_t firstKey, std::size_t lastKey, bool trackEnds);
    void dealAll();
    void dealAnew(const Group& group, const std::vector<Stray*>& strays);
    void endAtOtherTracks();
    void cutAtModes();
    void say(MidiWarnings& warnings) const;
    [[nodiscard]] std::size_t channelOf(const Note& note) const { return note.port * std::size_t{16} + note.channel; }

    Score* score_ = nullptr;
    std::uint64_t track_ = 0;
    std::array<std::unique_ptr<Port>, mostPorts> ports_;
    std::array<std::size_t, 16 * std::size_t{mostPorts}> settled_{};  ///< by channel: notes before are closed for good
    std::vector<Stray> strays_;
    std::vector<Group> groups_;
    std::vector<Open> open_;
    bool modes_ = false;  ///< there was a mode message
};

}  // namespace ricercar
