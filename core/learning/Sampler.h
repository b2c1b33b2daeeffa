// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/base/Task.h"
#include "core/learning/Checkpoint.h"
#include "core/learning/DrawRule.h"
#include "core/music/PianoRoll.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace ricercar {

/// A cell that is set instead of drawn.
struct ForcedCell {
    int step = 0;  ///< of the result, primer counted
    int pitch = 0;
    Cell cell = 0;  ///< a note that begins is struck in any case
    friend bool operator==(const ForcedCell&, const ForcedCell&) = default;
};

/// How music is drawn from a model. Defaults: exact sampling.
struct SampleSettings {
    int steps = 256;  ///< new steps, after the primer
    std::uint64_t seed = 1;
    double temperature = 1.0;     ///< logits are divided by it
    double conservativity = 1.0;  ///< exponent on P(play)
    double floor = 0.0;           ///< a pitch less likely than this is not drawn where a note sounds (DrawRule)
    /// Johnson 2015: while fewer notes sound than the checkpoint's threshold the exponent falls (to 1 first, then by 0.02 a
    /// step, never below 0.3), else it moves 30 % back to its setting.
    bool densityGuard = false;
    /// DeepJ: after 16 silent steps the temperature rises by 0.1 a step until something sounds.
    bool silenceGuard = false;
    Meter meter;                      ///< of the new music; a primer's own meter wins
    std::optional<PianoRoll> primer;  ///< music that comes before; part of the result
    /// The primer is an earlier take, drawn from this step on: the guards stand where they stood there, so that with its seed
    /// and settings the same music goes on.
    std::optional<int> drawnFrom;
    std::vector<ForcedCell> forced;

    friend bool operator==(const SampleSettings&, const SampleSettings&) = default;
};

/// Temperature, conservativity, floor and guards become the model's own, where it has any.
void useDefaults(SampleSettings& settings, const Checkpoint& checkpoint);

/// Throws Error Invalid that names the setting, its value and what is allowed.
void validate(const SampleSettings& settings);

/// After each new step, on the sampling thread: the step's index in the result and its cells.
using StepCallback = std::function<void(int step, std::span<const Cell> row)>;

/// The same of song `song` of several; they are drawn side by side, so are its calls.
using SongStepCallback = std::function<void(int song, int step, std::span<const Cell> row)>;
/// A song is done, or was stopped; one call at a time, on the thread that drew it.
using SongCallback = std::function<void(int song, const PianoRoll& roll)>;

/// The random numbers of a step, and of its next pitch.
Random stepRandom(std::uint64_t seed, int step);
CellDraws cellDraws(Random& random);

/// The seed of a variation: the first one's is the seed itself, the others' are short enough to be typed.
std::uint64_t variationSeed(std::uint64_t seed, int variation);

/// Draws music, note by note, from a checkpoint. Needs no torch. The same checkpoint and settings give the same roll, on any
/// number of threads. `generate` may be called on several threads at once.
class Sampler {
public:
    /// BFloat16 is quicker where the processor has it, and draws from probabilities that are a little off.
    explicit Sampler(const Checkpoint& checkpoint, Precision precision = Precision::Float32);
    ~Sampler();
    Sampler(Sampler&&) noexcept;

    /// The primer and up to `steps` new steps; fewer when stopped. `threads` share the time axis, 0: all cores.
    [[nodiscard]] PianoRoll generate(const SampleSettings& settings, const Task& task = {}, const StepCallback& onStep = {},
                                     int threads = 1) const;

    /// Variations: song k is what `generate` makes of variationSeed(seed, k), whatever runs beside it. Up to `threads` of them
    /// at once (0: all cores), the first ones first; where there are fewer, each takes its share of the threads. When stopped,
    /// songs may have no new steps.
    std::vector<PianoRoll> generateMany(const SampleSettings& settings, int songs, int threads = 0, const Task& task = {},
                                        const SongStepCallback& onStep = {}, const SongCallback& onSong = {}) const;

    [[nodiscard]] const ModelConfig& config() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ricercar
