// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/TakeExport.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/MusicXml.h"
#include "core/music/ScoreTracks.h"
#include "core/workbench/Takes.h"

#include <algorithm>

namespace ricercar {
namespace {

constexpr int ticksPerQuarter = 480;
constexpr Tick ticksPerStep = ticksPerQuarter / stepsPerQuarter;
constexpr std::uint8_t markerType = 6;
constexpr std::uint8_t plainText = 1;
constexpr std::string_view ofOneTake = "ricercar: ";  // what takeSettings looks for
constexpr std::string_view ofSeveral = "ricercar take: ";

int pickupOf(const PianoRoll& roll) { return roll.barOffset() > 0 ? roll.barSteps() - roll.barOffset() : 0; }

/// In bars that are full, but for the pick-up.
int stepsInBars(const PianoRoll& roll) {
    const int pickup = pickupOf(roll);
    const int bar = roll.barSteps();
    return pickup + std::max(0, (roll.steps() - pickup + bar - 1) / bar * bar);
}

/// Every time of a score, moved on and told in 480 ticks a quarter.
template <class Event>
void move(std::vector<Event>& events, const Division& division, Tick by) {
    for (Event& event : events) {
        Tick& at = [&]() -> Tick& {
            if constexpr (requires { event.start; })
                return event.start;
            else
                return event.tick;
        }();
        at = at * ticksPerQuarter / division.ticksPerQuarter + by;
        if constexpr (requires { event.duration; })
            event.duration = std::max<Tick>(1, event.duration * ticksPerQuarter / division.ticksPerQuarter);
    }
}

Score placed(const Take& take, Tick by) {
    Score score = inOneTrack(takeScore(take));
    const Division division = score.division;
    if (division.smpte()) throw Error(ErrorKind::Internal, {MessageId::Internal, {"a take in SMPTE time"}});
    move(score.notes, division, by);
    move(score.tempos, division, by);
    move(score.meters, division, by);
    move(score.keys, division, by);
    move(score.events, division, by);
    move(score.texts, division, by);
    move(score.setups, division, by);
    score.end = score.end * ticksPerQuarter / division.ticksPerQuarter + by;
    score.division = {ticksPerQuarter, 0.0};
    for (TextEvent& text : score.texts)  // it tells of one take, not of the file
        if (text.type == plainText && text.text.starts_with(ofOneTake))
            text.text = std::string(ofSeveral) + text.text.substr(ofOneTake.size());
    return score;
}

template <class Event>
void append(std::vector<Event>& to, const std::vector<Event>& events) {
    to.insert(to.end(), events.begin(), events.end());
}

void appendScore(Score& to, const Score& score) {
    append(to.notes, score.notes);
    append(to.events, score.events);
    append(to.texts, score.texts);
    append(to.setups, score.setups);
    to.end = std::max(to.end, score.end);
}

template <class Event>
void sortByTick(std::vector<Event>& events) {
    std::ranges::stable_sort(events, {}, &Event::tick);
}

void sortAll(Score& score) {
    std::ranges::stable_sort(
        score.notes, [](const Note& a, const Note& b) { return a.start != b.start ? a.start < b.start : a.pitch < b.pitch; });
    sortByTick(score.events);
    sortByTick(score.texts);
    sortByTick(score.setups);
}

void nameTrack(std::vector<TextEvent>& texts, std::uint16_t track, const std::string& name) {
    std::erase_if(texts, [](const TextEvent& text) { return text.type == TextEvent::trackName; });
    texts.insert(texts.begin(), {0, TextEvent::trackName, track, name});
}

/// The take whose pick-up is the longest: its bars are everybody's.
const Take& leading(const std::vector<Take>& takes) {
    return *std::ranges::max_element(takes, {}, [](const Take& take) { return pickupOf(take.roll); });
}

std::string titleOf(const std::vector<Take>& takes) {
    std::string title = validUtf8(takes.front().name);
    if (takes.size() > 1) title += " +" + std::to_string(takes.size() - 1);
    return title;
}

/// A name that a file can have.
std::string plainName(const Take& take) {
    std::string name = validUtf8(take.name);
    for (char& c : name)
        if (static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) c = '-';
    while (!name.empty() && (name.front() == '.' || name.front() == ' ')) name.erase(0, 1);
    std::size_t end = std::min<std::size_t>(name.size(), 120);
    while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80)
        --end;  // not within a letter
    name.resize(end);
    return name.empty() ? "take" : name;
}

PianoRoll inBarsOf(const PianoRoll& roll, const PianoRoll& bars) {
    const int before = pickupOf(bars) - pickupOf(roll);
    PianoRoll placed(roll.range(), roll.steps() + before, bars.meter(), bars.barOffset());
    for (int step = 0; step < roll.steps(); ++step) std::ranges::copy(roll.row(step), placed.row(step + before).begin());
    return placed;
}

}  // namespace

Score scoreInTracks(const std::vector<Take>& takes) {
    if (takes.size() == 1) return takeScore(takes.front());
    const Take& lead = leading(takes);
    const Score bars = placed(lead, 0);
    Score all;
    all.division = {ticksPerQuarter, 0.0};
    all.tracks = static_cast<int>(takes.size()) + 1;
    all.tempos = placed(takes.front(), 0).tempos;
    all.meters = bars.meters;
    for (std::size_t i = 0; i < takes.size(); ++i) {
        const Tick by = (pickupOf(lead.roll) - pickupOf(takes[i].roll)) * ticksPerStep;
        Score one = placed(takes[i], by);
        const auto track = static_cast<std::uint16_t>(i + 1);
        const auto channel = static_cast<std::uint8_t>(i % 15 < drumChannel ? i % 15 : i % 15 + 1);
        const auto port = static_cast<std::uint8_t>(i / 15 % mostPorts);
        nameTrack(one.texts, track, validUtf8(takes[i].name));
        for (TextEvent& text : one.texts) text.track = track;
        for (Note& note : one.notes) {
            note.track = track;
            note.channel = note.channel == drumChannel ? drumChannel : channel;
            note.port = port;
        }
        for (ChannelEvent& event : one.events) {
            event.track = track;
            if ((event.status & 0xF) != drumChannel) event.status = static_cast<std::uint8_t>((event.status & 0xF0) | channel);
            event.port = port;
        }
        for (SetupEvent& setup : one.setups) setup.track = track;
        appendScore(all, one);
    }
    all.texts.insert(all.texts.begin(), {0, TextEvent::trackName, 0, titleOf(takes)});
    sortAll(all);
    return all;
}

Score joinedScore(const std::vector<Take>& takes) {
    if (takes.size() == 1) return takeScore(takes.front());
    Score all;
    all.division = {ticksPerQuarter, 0.0};
    Tick at = 0;
    for (const Take& take : takes) {
        Score one = placed(take, at);
        std::erase_if(one.texts, [](const TextEvent& text) { return text.type == TextEvent::trackName; });
        one.texts.insert(one.texts.begin(), {at, markerType, 0, validUtf8(take.name)});
        append(all.tempos, one.tempos);
        append(all.meters, one.meters);
        append(all.keys, one.keys);
        appendScore(all, one);
        const Tick bar = take.roll.barSteps() * ticksPerStep;
        const Tick inBars = stepsInBars(take.roll) * ticksPerStep;
        const Tick more = std::max<Tick>(0, one.end - at - inBars);
        at += inBars + (more + bar - 1) / bar * bar;
    }
    all.end = std::max(all.end, at);
    nameTrack(all.texts, 0, titleOf(takes));
    sortAll(all);
    return all;
}

std::string takesAsMusicXml(const std::vector<Take>& takes, TakeLayout layout) {
    std::vector<SheetPart> parts;
    if (layout == TakeLayout::Joined) {
        parts.push_back({titleOf(takes), {}});
        for (const Take& take : takes) parts.front().sections.push_back({take.roll, take.tempo});
    } else {
        const PianoRoll& bars = leading(takes).roll;
        for (const Take& take : takes)
            parts.push_back({validUtf8(take.name), {{inBarsOf(take.roll, bars), takes.front().tempo}}});
    }
    return musicXml(parts, titleOf(takes));
}

std::vector<std::filesystem::path> exportTakes(const std::vector<Take>& takes, TakeLayout layout, TakeFormat format,
                                               const std::filesystem::path& to, const Task& task) {
    std::vector<std::filesystem::path> files;
    if (takes.empty()) return files;
    const bool xml = format == TakeFormat::MusicXml;
    const auto write = [&](const std::filesystem::path& file, const std::vector<Take>& some, TakeLayout as) {
        if (xml)
            writeFile(file, takesAsMusicXml(some, as));
        else
            writeFile(file, writeMidi(inTracks(as == TakeLayout::Joined ? joinedScore(some) : scoreInTracks(some))));
        files.push_back(file);
        task.report(files.size(), layout == TakeLayout::FileEach ? takes.size() : 1);
    };
    if (layout != TakeLayout::FileEach) {
        write(to, takes, layout);
        return files;
    }
    makeFolder(to);
    for (const Take& take : takes) {
        if (task.stopped()) break;
        const std::string plain = plainName(take);
        const std::string ending = xml ? ".musicxml" : ".mid";
        std::string name = plain + ending;
        for (int again = 2; std::filesystem::exists(to / name); ++again)
            name = plain + " (" + std::to_string(again) + ")" + ending;
        write(to / name, {take}, TakeLayout::TrackEach);
    }
    return files;
}

}  // namespace ricercar
