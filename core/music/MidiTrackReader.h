#pragma once

#include "core/music/ByteCursor.h"
#include "core/music/MidiWarnings.h"
#include "core/music/Score.h"

#include <array>
#include <cstdint>
#include <optional>

namespace ricercar {

/// Reads the events of MTrk chunks into scores, one track after the other. Lists are appended to in the order of the file;
/// notes are paired first in, first out by key and channel.
class MidiTrackReader {
public:
    explicit MidiTrackReader(MidiWarnings& warnings) : warnings_(warnings) { first_.fill(none); }

    /// Reads up to the end-of-track event or as far as it makes sense; the cursor stands behind what was read.
    /// `track`: its number in the score; `number`: the one to call it by, from 1.
    void read(ByteCursor& cursor, Score& score, std::uint16_t track, std::uint64_t number);

    /// Note-ons with a velocity above 0 in all tracks.
    [[nodiscard]] std::int64_t noteOns() const { return noteOns_; }

private:
    static constexpr Tick none = -1;
    static constexpr std::size_t keys = 16 * 128;

    enum class Next { Event, EndOfTrack, Cut, NoStatus };
    void usualEvents(ByteCursor& cursor);
    Next event(ByteCursor& cursor);
    Next channelEvent(ByteCursor& cursor, std::uint8_t status);
    Next otherEvent(ByteCursor& cursor, std::uint8_t status);
    Next metaEvent(ByteCursor& cursor);
    void meta(std::uint8_t type, std::span<const std::uint8_t> data, std::size_t position);
    std::uint8_t dataByte(ByteCursor& cursor);
    void systemMessage(ByteCursor& cursor, std::uint8_t status);
    void noteOn(std::size_t key, std::uint8_t velocity);
    void noteOff(std::size_t key);
    void endHangingNotes();
    void summarise(Next end, std::size_t position);

    MidiWarnings& warnings_;
    std::int64_t noteOns_ = 0;

    // The sounding notes of each key and channel, oldest first: indices into the score's notes. While a note sounds, its
    // duration holds the index of the next one of the same key, or `none`. The last is known where there are several.
    std::array<Tick, keys> first_;
    std::array<Tick, keys> last_;
    std::uint64_t sounding_ = 0;

    struct Count {
        std::uint64_t count = 0;
        std::uint64_t firstAt = 0;
        void add(std::size_t position) {
            if (count++ == 0) firstAt = position;
        }
    };

    // of the track being read
    Score* score_ = nullptr;
    std::uint16_t track_ = 0;
    std::uint64_t number_ = 0;
    Tick tick_ = 0;
    std::uint8_t running_ = 0;
    Count highData_;
    Count system_;
};

}  // namespace ricercar
