// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Task.h"
#include "core/dataset/PieceReader.h"
#include "core/dataset/Workspace.h"
#include "core/music/CopyMeter.h"
#include "core/music/Figures.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ricercar {

struct TitledRoll {
    std::string title;
    PianoRoll roll;
    int primerSteps = 0;  ///< of a take
};

/// A piece that cannot be used, and why.
using LeftOut = std::function<void(const std::filesystem::path&, const Message&)>;

/// The accepted pieces of MIDI files, archives and published rolls, and of folders of them; titled by their path, and the part
/// where there are several. Takes that were exported (takeScore) keep their bars: no pick-up is looked for. Stopped: those so
/// far.
std::vector<TitledRoll> readMusic(const std::vector<std::filesystem::path>& paths, const ImportOptions& options = {},
                                  const Task& task = {}, const LeftOut& leftOut = {});
/// Figures of music as its passages have them (passagesOf): the mean of each; of music that is too short for one, its own.
Figures passageFigures(const PianoRoll& music, int bars);

/// What music looks like beside a corpus.
struct Likeness {
    Figures figures{};                                    ///< passageFigures
    std::optional<std::array<bool, figureCount>> inside;  ///< the corpus' 5th to 95th percentile; nothing: it has no passage
    SharedPassage copied;                                 ///< with the corpus; its start counts from the music's first step
};

/// A corpus to compare music with. `compare` may be called on several threads at once.
class Comparison {
public:
    /// `bars`: of the passages that figures are taken over. Empty: pieces are added one by one, then `finish`.
    explicit Comparison(int bars = 32) : bars_(std::max(1, bars)) {}
    void add(std::string title, const PianoRoll& roll);
    void finish();
    /// Stopped: of no use.
    explicit Comparison(const std::vector<TitledRoll>& corpus, int bars = 32, const Task& task = {});

    /// `newFrom`: what comes before this step was given, as a primer is, and is not asked about copies.
    [[nodiscard]] Likeness compare(const PianoRoll& music, int newFrom = 0) const;

    /// All of a finished one but its titles as bytes, and back; nothing where they are not of one, or not of as many pieces.
    [[nodiscard]] Bytes packed() const;
    static std::optional<Comparison> unpacked(std::span<const std::uint8_t> bytes, std::vector<std::string> titles);

    [[nodiscard]] int bars() const { return bars_; }
    [[nodiscard]] int passages() const { return passages_; }
    /// Mean length of the passages in bars: figures of much longer or shorter music are of another kind.
    [[nodiscard]] double passageBars() const { return passageBars_; }
    [[nodiscard]] const std::optional<FigureRanges>& ranges() const { return ranges_; }
    [[nodiscard]] const std::vector<std::string>& titles() const { return titles_; }

private:
    int bars_;
    int passages_ = 0;
    double passageBars_ = 0.0;
    std::optional<FigureRanges> ranges_;
    std::vector<std::string> titles_;
    std::vector<Figures> figures_;  ///< of the passages, until it is finished
    CopyMeter copies_;
};

}  // namespace ricercar
