// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Comparison.h"

#include "core/base/Files.h"
#include "core/dataset/ImportFeed.h"
#include "core/dataset/MidiFinder.h"
#include "core/workbench/Takes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace ricercar {
namespace {

FileReading midiReading(const ImportItem& item, const ImportOptions& options) {
    return item.bytes ? readPieces(item.path, *item.bytes, options) : readPieces(item.path, options);
}

/// Gives the steps of a take's primer.
int readItem(const ImportItem& item, ImportOptions options, const Task& task, FileReading& reading) {
    if (item.problem)
        reading = refusedFile(item.path, *item.problem);
    else if (item.kind == ImportItem::Kind::Rolls)
        reading = readRollPieces(item.path, options, {}, task);
    else
        reading = midiReading(item, options);
    if (!reading.midi || reading.midi->sequences.empty()) return 0;
    const auto settings = nlohmann::json::parse(takeSettings(reading.midi->sequences.front()), nullptr, false);
    if (!settings.is_object()) return 0;
    options.quantize.detectPickup = false;
    options.quantize.fixedEnd = true;
    reading = midiReading(item, options);
    const auto primer = settings.find("primer_steps");
    return primer != settings.end() && primer->is_number_integer() ? std::max(0, primer->get<int>()) : 0;
}

nlohmann::json pairsOf(const FigureRanges& ranges) {
    nlohmann::json pairs;
    for (const FigureRange& range : ranges) pairs.push_back({range.low, range.high});
    return pairs;
}

FigureRanges rangesFrom(const nlohmann::json& pairs) {
    FigureRanges ranges{};
    for (std::size_t i = 0; i < figureCount; ++i)
        ranges[i] = {pairs.at(i).at(0).get<double>(), pairs.at(i).at(1).get<double>()};
    return ranges;
}

}  // namespace

std::vector<TitledRoll> readMusic(const std::vector<std::filesystem::path>& paths, const ImportOptions& options,
                                  const Task& task, const LeftOut& leftOut) {
    std::vector<TitledRoll> music;
    ImportFeed feed(findMidiFiles(paths, task), task);
    std::uint64_t done = 0;
    while (auto item = feed.next()) {
        if (task.stopped()) break;
        FileReading reading;
        const int primerSteps = readItem(*item, options, task, reading);
        for (auto& [piece, roll, profile, source, score] : reading.pieces) {
            if (piece.state == PieceState::Rejected) {
                if (leftOut && !piece.remarks.empty()) leftOut(item->path, piece.remarks.front());
                continue;
            }
            const std::string part = piece.parts > 1 ? ", part " + std::to_string(piece.part + 1) : "";
            music.push_back({displayPath(item->path) + part, std::move(roll), primerSteps});
        }
        task.report(++done, feed.total());
    }
    return music;
}

Figures passageFigures(const PianoRoll& music, int bars) {
    const std::vector<PianoRoll> passages = passagesOf(music, bars);
    if (passages.empty()) return figuresOf(music);
    Figures mean{};
    for (const PianoRoll& passage : passages) {
        const Figures figures = figuresOf(passage);
        for (std::size_t i = 0; i < figureCount; ++i) mean[i] += figures[i] / static_cast<double>(passages.size());
    }
    return mean;
}

void Comparison::add(std::string title, const PianoRoll& roll) {
    titles_.push_back(std::move(title));
    copies_.add(roll);
    for (const PianoRoll& passage : passagesOf(roll, bars_))
        if (soundingRange(passage)) {
            figures_.push_back(figuresOf(passage));
            passageBars_ += static_cast<double>(passage.steps()) / passage.barSteps();
        }
}

void Comparison::finish() {
    passages_ = static_cast<int>(figures_.size());
    passageBars_ /= std::max(1, passages_);
    ranges_ = rangesOf(figures_);
    figures_ = {};
    copies_.finish();
}

Comparison::Comparison(const std::vector<TitledRoll>& corpus, int bars, const Task& task) : bars_(bars) {
    for (const auto& [title, roll, primerSteps] : corpus) {
        if (task.stopped()) return;
        add(title, roll);
    }
    finish();
}

Bytes Comparison::packed() const {
    const nlohmann::json facts{{"bars", bars_},
                               {"passages", passages_},
                               {"passage_bars", passageBars_},
                               {"ranges", ranges_ ? pairsOf(*ranges_) : nlohmann::json()}};
    const std::string text = facts.dump();
    Bytes bytes(text.begin(), text.end());
    bytes.push_back('\n');
    const Bytes copies = copies_.packed();
    bytes.insert(bytes.end(), copies.begin(), copies.end());
    return bytes;
}

std::optional<Comparison> Comparison::unpacked(std::span<const std::uint8_t> bytes, std::vector<std::string> titles) {
    const auto end = std::ranges::find(bytes, std::uint8_t{'\n'});
    if (end == bytes.end()) return std::nullopt;
    const auto facts = nlohmann::json::parse(bytes.begin(), end, nullptr, false);
    auto copies = CopyMeter::unpacked(bytes.subspan(static_cast<std::size_t>(end - bytes.begin()) + 1));
    if (!facts.is_object() || !copies || copies->pieces() != titles.size()) return std::nullopt;
    try {
        Comparison comparison(facts.at("bars").get<int>());
        comparison.passages_ = facts.at("passages").get<int>();
        comparison.passageBars_ = facts.at("passage_bars").get<double>();
        if (!facts.at("ranges").is_null()) comparison.ranges_ = rangesFrom(facts["ranges"]);
        comparison.titles_ = std::move(titles);
        comparison.copies_ = std::move(*copies);
        return comparison;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

Likeness Comparison::compare(const PianoRoll& music, int newFrom) const {
    Likeness likeness{passageFigures(music, bars_), {}, {}};
    if (ranges_) likeness.inside = ricercar::inside(likeness.figures, *ranges_);
    newFrom = std::clamp(newFrom, 0, music.steps());
    likeness.copied = copies_.longest(newFrom == 0 ? music : music.excerpt(newFrom, music.steps() - newFrom));
    if (likeness.copied.steps > 0) likeness.copied.start += newFrom;
    return likeness;
}

}  // namespace ricercar
