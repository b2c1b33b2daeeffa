// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/music/ByteCursor.h"
#include "core/music/MidiWarnings.h"
#include "core/music/OpenNotes.h"
#include "core/music/Score.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace ricercar {

/// Reads the events of MTrk chunks into scores, one track after the other. Lists are appended to in the order of the file;
/// note-offs find their notes as OpenNotes says. Texts are left as they are in the file. A port is a number (FF 21), a name
/// (FF 09), or both.
class MidiTrackReader {
public:
    explicit MidiTrackReader(MidiWarnings& warnings) : warnings_(warnings) { ports_[0] = PortName{}; }

    /// Reads up to the end-of-track event or as far as it makes sense; the cursor stands behind what was read.
    /// `track`: its number in the score; `number`: the one to call it by, from 1.
    void read(ByteCursor& cursor, Score& score, std::uint16_t track, std::uint64_t number);

    /// When all tracks of a score are read, before it is sorted.
    void finish() { openNotes_.finish(warnings_); }

    /// Note-ons with a velocity above 0 in all tracks.
    [[nodiscard]] std::int64_t noteOns() const { return noteOns_; }

private:
    static constexpr Tick none = OpenNotes::none;

    enum class Next { Event, EndOfTrack, Cut, NoStatus };
    struct PortName {
        std::uint8_t number = 0;
        std::string name{};
        friend bool operator==(const PortName&, const PortName&) = default;
    };

    void usualEvents(ByteCursor& cursor);
    Next event(ByteCursor& cursor);
    Next channelEvent(ByteCursor& cursor, std::uint8_t status);
    void otherChannelEvent(std::uint8_t status, std::uint8_t data1, std::uint8_t data2);
    Next otherEvent(ByteCursor& cursor, std::uint8_t status);
    Next metaEvent(ByteCursor& cursor);
    void meta(std::uint8_t type, std::span<const std::uint8_t> data, std::size_t position);
    void exclusive(std::uint8_t status, std::span<const std::uint8_t> data);
    std::uint8_t dataByte(ByteCursor& cursor);
    void systemMessage(ByteCursor& cursor, std::uint8_t status);
    void noteOn(std::size_t key, std::uint8_t velocity);
    void noteOff(std::size_t key);
    void pedalBeforeEnd(std::size_t channel);
    [[nodiscard]] ChannelEvent::Place placeAmongNotes(int channel) const;
    void usePort();
    void summarise(Next end, std::size_t position);

    MidiWarnings& warnings_;
    OpenNotes openNotes_;
    std::array<std::optional<PortName>, mostPorts> ports_;  ///< of the file
    std::int64_t noteOns_ = 0;

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
    std::uint8_t port_ = 0;
    OpenNotes::Port* open_ = nullptr;  ///< of that port
    PortName wantedPort_;
    bool portChanged_ = false;
    Tick pedalTick_ = none;  ///< of the last pedal
    Bytes setup_;            ///< of a system exclusive message that is not complete yet
    Count highData_;
    Count system_;
};

}  // namespace ricercar
