// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/MemoryFeatures.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace ricercar {
namespace {

constexpr std::array<int, 4> lengths{2, 4, 8, 16};
constexpr std::array<float, 4> agreements{0.5F, 0.7F, 0.85F, 0.97F};
constexpr int mostOctaves = 6;  ///< log2(PitchAges::most + 1)

float flag(bool set) { return set ? 1.0F : 0.0F; }

const EchoPlace& echoOf(const StepMemory& memory, std::size_t which) {
    switch (which) {
        case 0: return memory.longest;
        case 1: return memory.second;
        case 2: return memory.transposed;
        default: return memory.soft;
    }
}

/// The rows of the piece that a step's features read, as the features see them.
struct Rows {
    PaddedRow now, before;
    std::array<PaddedRow, echoes> guesses;
    std::array<PaddedRow, 4> lags;

    Rows(const RememberedStep& step, Cell seen) {
        const StepMemory& memory = *step.memory;
        now.take(step.piece.row(step.at), step.shift, seen);
        before.take(step.piece.row(step.at - 1), step.shift, seen);
        for (std::size_t e = 0; e < echoes; ++e) {
            const EchoPlace& echo = echoOf(memory, e);
            guesses[e].take(step.piece.row(echo.place), step.shift + echo.shift, seen);
        }
        for (std::size_t i = 0; i < lags.size(); ++i) lags[i].take(step.piece.row(memory.lagPlace[i]), step.shift, seen);
    }
};

/// Walks the groups of the table in their order; `out` is the place of the next column of the first pitch.
class Writer {
public:
    Writer(const RememberedStep& step, const ModelConfig& config, float* out)
        : step_(step),
          memory_(*step.memory),
          rows_(step, config.articulation ? Cell{playBit | articulateBit} : playBit),
          lowest_(config.range.lowest),
          pitches_(static_cast<std::size_t>(config.range.size())),
          stride_(static_cast<std::size_t>(timeFeatures(FeatureLayout::Remembering))),
          out_(out + featureSpan(FeatureLayout::Remembering, FeatureGroup::Echo).offset) {}

    void write() {
        for (std::size_t e = 0; e < echoes; ++e) writeEcho(e);
        writeAbove();
        for (std::size_t i = 0; i < rows_.lags.size(); ++i) writeLag(i);
        writeRun();
        writePhrase();
        writeBefore();
        writeVoices();
        writeHistogram();
    }

private:
    /// work(pitch index, columns) for every pitch, then moves on by `width` columns.
    template <typename Work>
    void eachPitch(std::size_t width, Work&& work) {
        float* columns = out_;
        for (std::size_t i = 0; i < pitches_; ++i, columns += stride_) work(i, columns);
        out_ += width;
    }

    void writeEcho(std::size_t which) {
        const EchoPlace& echo = echoOf(memory_, which);
        if (echo.place < 0) {
            out_ += echoWidth;
            return;
        }
        std::array<float, 4> trust{};
        for (std::size_t k = 0; k < trust.size(); ++k)
            trust[k] = flag(which == 3 ? memory_.agreement >= agreements[k] : echo.length >= lengths[k]);
        const PaddedRow& guess = rows_.guesses[which];
        eachPitch(echoWidth, [&](std::size_t i, float* columns) {
            for (int interval = -echoReach; interval <= echoReach; ++interval) *columns++ = guess.play(i, interval);
            *columns++ = guess.articulate(i);
            *columns++ = 1.0F;
            std::ranges::copy(trust, columns);
        });
    }

    void writeAbove() {
        const auto width = static_cast<std::size_t>(featureSpan(FeatureLayout::Remembering, FeatureGroup::Above).width);
        if (memory_.longest.place < 0) {
            out_ += width;
            return;
        }
        eachPitch(width, [&](std::size_t i, float* columns) {
            for (std::size_t k = 0; k < width; ++k) columns[k] = rows_.guesses[0].play(i, echoReach + 1 + static_cast<int>(k));
        });
    }

    void writeLag(std::size_t which) {
        const float agreement = memory_.lagAgreement[which];
        const PaddedRow& there = rows_.lags[which];
        eachPitch(lagWidth, [&](std::size_t i, float* columns) {
            columns[0] = there.play(i, 0);
            columns[1] = there.articulate(i);
            columns[2] = agreement;
            columns[3] = columns[0] * agreement;
        });
    }

    void writeRun() {
        eachPitch(6, [&](std::size_t i, float* columns) {
            const auto source = static_cast<std::ptrdiff_t>(i) - step_.shift;
            const bool inside = source >= 0 && source < static_cast<std::ptrdiff_t>(pitches_);
            const int sounding = inside ? step_.ages->sounding(static_cast<std::size_t>(source)) : 0;
            const int silent = inside ? step_.ages->silent(static_cast<std::size_t>(source)) : PitchAges::most;
            columns[0] = static_cast<float>(std::min(sounding, 16)) / 16.0F;
            for (std::size_t k = 0; k < 3; ++k) columns[1 + k] = flag(sounding >= lengths[k]);
            columns[4] = std::log2(1.0F + static_cast<float>(silent)) / mostOctaves;
            columns[5] = flag(silent < PitchAges::most);
        });
    }

    void writePhrase() {
        const auto bar = static_cast<unsigned>(memory_.bar);
        eachPitch(3, [&](std::size_t, float* columns) {
            for (std::size_t bit = 0; bit < 3; ++bit) columns[bit] = static_cast<float>((bar >> bit) & 1U);
        });
    }

    void writeBefore() {
        eachPitch(2 * echoReach + 1, [&](std::size_t i, float* columns) {
            for (int interval = -echoReach; interval <= echoReach; ++interval) *columns++ = rows_.before.play(i, interval);
        });
    }

    void writeVoices() {
        float all = 0;
        for (std::size_t i = 0; i < pitches_; ++i) all += rows_.now.play(i, 0);
        float below = 0;
        eachPitch(9, [&](std::size_t i, float* columns) {
            const float own = rows_.now.play(i, 0), above = all - below - own;
            for (std::size_t k = 0; k < 4; ++k) {
                columns[k] = flag(below > static_cast<float>(k));
                columns[4 + k] = flag(above > static_cast<float>(k));
            }
            columns[8] = all / 8.0F;
            below += own;
        });
    }

    void writeHistogram() {
        eachPitch(12, [&](std::size_t i, float* columns) {
            const int own = lowest_ + static_cast<int>(i) - step_.shift + 120;
            for (int k = 0; k < 12; ++k) columns[k] = memory_.histogram[static_cast<std::size_t>((own + k) % 12)];
        });
    }

    const RememberedStep& step_;
    const StepMemory& memory_;
    Rows rows_;
    int lowest_;
    std::size_t pitches_, stride_;
    float* out_;
};

}  // namespace

void writeMemoryFeatures(const RememberedStep& step, const ModelConfig& config, float* out) {
    Writer(step, config, out).write();
}

NoteFeatures::NoteFeatures(const ModelConfig& config)
    : remembering_(config.layout == FeatureLayout::Remembering),
      seen_(config.articulation ? Cell{playBit | articulateBit} : playBit),
      lowestPitch_(config.range.lowest),
      pitches_(static_cast<std::size_t>(config.range.size())),
      width_(static_cast<std::size_t>(noteFeatures(config.layout))) {
    std::size_t count = 0;
    for (const FeatureSpan& span : featureSpans(config.layout))
        if (span.axis == FeatureAxis::Note && goesWithout(config, span)) leftOut_[count++] = {span.offset, span.width};
}

void NoteFeatures::begin(const RememberedStep& step) {
    pitch_ = 0;
    below_ = 0;
    if (!remembering_) return;
    chosen_.fill(0);
    classes_.fill(0);
    notes_ = 0;
    highest_ = -1;
    for (std::size_t e = 0; e < echoes; ++e) {
        const EchoPlace& echo = echoOf(*step.memory, e);
        guesses_[e].take(step.piece.row(echo.place), step.shift + echo.shift, seen_);
    }
    guessedAbove_.fill(0);
    for (std::size_t i = pitches_ - 1; i > 0; --i)
        guessedAbove_[i - 1] = static_cast<std::uint8_t>(guessedAbove_[i] + (guesses_[0].play(i, 0) > 0 ? 1 : 0));
}

void NoteFeatures::write(float* out) const {
    out[0] = static_cast<float>(below_ & playBit);
    out[1] = static_cast<float>(below_ >> 1);
    if (remembering_) writeChosen(out + 2);
    for (const Columns& columns : leftOut_) std::fill_n(out + columns.offset, columns.width, 0.0F);
}

void NoteFeatures::writeChosen(float* out) const {
    for (std::size_t k = 0; k < 11; ++k) *out++ = static_cast<float>(chosen_[pitch_ + PaddedRow::octave - 2 - k]);
    const std::size_t own = (static_cast<std::size_t>(lowestPitch_) + pitch_) % 12;
    for (std::size_t k = 0; k < 12; ++k) *out++ = static_cast<float>(classes_[(own + k) % 12]);
    *out++ = static_cast<float>(notes_) / 4.0F;
    for (int k = 1; k <= 4; ++k) *out++ = flag(notes_ >= k);
    const int distance = highest_ < 0 ? 24 : static_cast<int>(pitch_) - highest_;
    *out++ = std::min(1.0F, static_cast<float>(distance) / 24.0F);
    for (const PaddedRow& guess : guesses_) *out++ = guess.play(pitch_, 0);
    for (int k = 1; k <= 3; ++k) *out++ = flag(guessedAbove_[pitch_] >= k);
}

void NoteFeatures::choose(Cell cell) {
    below_ = cell & seen_;
    if (remembering_ && (cell & playBit) != 0) {
        chosen_[pitch_ + PaddedRow::octave] = 1;
        classes_[(static_cast<std::size_t>(lowestPitch_) + pitch_) % 12] = 1;
        ++notes_;
        highest_ = static_cast<int>(pitch_);
    }
    ++pitch_;
}

}  // namespace ricercar
