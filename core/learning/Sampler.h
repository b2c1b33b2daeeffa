// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/base/Task.h"
#include "core/learning/Checkpoint.h"
#include "core/learning/Constraints.h"
#include "core/learning/DrawRule.h"
#include "core/learning/Opening.h"
#include "core/music/PianoRoll.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace ricercar {

/// Bars that return later as cells that are set, as far as the constraints allow; each is drawn all the same with a probability
/// of `looseness`.
struct BarReturn {
    int from = 0;  ///< bars of the result, from 0
    int bars = 1;
    int to = 1;  ///< at or after from + bars
    double looseness = 0.0;
    friend bool operator==(const BarReturn&, const BarReturn&) = default;
};

/// How music is drawn from a model. Defaults: exact sampling.
struct SampleSettings {
    int steps = 256;  ///< new steps, after the primer
    std::uint64_t seed = 1;
    double temperature = 1.0;                             ///< logits are divided by it
    double conservativity = 1.0;                          ///< exponent on P(play)
    DrawCurve temperatureCurve{}, conservativityCurve{};  ///< in place of the numbers, where they are not empty
    double floor = 0.0;     ///< a pitch less likely than this is not drawn where a note sounds (DrawRule)
    double keyFloor = 0.0;  ///< the same, of notes that begin outside the key of the music so far (RunningKey)
    /// Johnson 2015: while fewer notes sound than the checkpoint's threshold the exponent falls (to 1 first, then by 0.02 a
    /// step, never below 0.3), else it moves 30 % back to its setting.
    bool densityGuard = false;
    /// DeepJ: after 16 silent steps the temperature rises by 0.1 a step until something sounds.
    bool silenceGuard = false;
    /// Voices that are to sound at a time, on average; 0: as it comes. In place of the density guard: after each step the
    /// exponent is multiplied by exp(0.02 x), x how far the step's notes were above the target, as a share of it (of 1 where it
    /// is below 1); all in all by 0.05 .. 20.
    double density = 0.0;
    Opening opening{};
    Meter meter;                      ///< of the new music; a primer's own meter wins
    std::optional<PianoRoll> primer;  ///< music that comes before; part of the result
    /// The primer is an earlier take, drawn from this step on: the guards stand where they stood there, so that with its seed
    /// and settings the same music goes on.
    std::optional<int> drawnFrom;
    std::vector<ForcedCell> forced{};
    Constraints constraints{};
    std::vector<BarReturn> returns{};  ///< the first that covers a step holds; forced cells hold before them
    /// Candidates that are drawn side by side where cells are forced, weighed by the probability of the forced cells
    /// (sequential Monte Carlo; Gordon, Salmond, Smith 1993). 1: cells below and before are heard alone.
    int particles = 1;

    friend bool operator==(const SampleSettings&, const SampleSettings&) = default;
};

inline constexpr int mostParticles = 1024;
/// Steps after the last free one whose forced cells are still weighed.
inline constexpr int weighedAfter = 32;

/// How music is drawn becomes the model's own way, where it has one; else its openings are compared with what it learnt from.
void useDefaults(SampleSettings& settings, const Checkpoint& checkpoint);

/// Throws Error Invalid that names the setting, its value and what is allowed.
void validate(const SampleSettings& settings);
/// The same with a model, before anything is drawn: contradictions between constraints, forced cells and the music before them
/// are named with step and pitch.
void validate(const SampleSettings& settings, const ModelConfig& model);

/// After each new step, on the sampling thread: the step's index in the result and its cells.
using StepCallback = std::function<void(int step, std::span<const Cell> row)>;

/// The same of song `song` of several; they are drawn side by side, so are its calls.
using SongStepCallback = std::function<void(int song, int step, std::span<const Cell> row)>;
/// A song is done, or was stopped; one call at a time, on the thread that drew it.
using SongCallback = std::function<void(int song, const PianoRoll& roll)>;

/// What moved the draws of a step, and how well the candidates fit.
struct StepReport {
    int song = 0;
    int step = 0;
    DrawRule set;            ///< as settings and curves say
    DrawRule rule;           ///< as guards and target had moved it; of the heaviest candidate
    int particles = 1;       ///< candidates that were drawn
    double effective = 1.0;  ///< their effective number, 1 .. particles (Kong, Liu, Wong 1994)
    bool resampled = false;
    std::optional<std::uint64_t> opening{};  ///< of the opening's last step: the seed that was kept (Opening::seed)
};
/// When a step is drawn, before it is told of; of candidates, earlier than that. On the thread that draws.
using ReportCallback = std::function<void(const StepReport& report)>;

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
                                     int threads = 1, const ReportCallback& onReport = {}) const;

    /// Variations: song k is what `generate` makes of variationSeed(seed, k), whatever runs beside it. Up to `threads` of them
    /// at once (0: all cores), the first ones first; where there are fewer, each takes its share of the threads. When stopped,
    /// songs may have no new steps.
    std::vector<PianoRoll> generateMany(const SampleSettings& settings, int songs, int threads = 0, const Task& task = {},
                                        const SongStepCallback& onStep = {}, const SongCallback& onSong = {},
                                        const ReportCallback& onReport = {}) const;

    [[nodiscard]] const ModelConfig& config() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ricercar
