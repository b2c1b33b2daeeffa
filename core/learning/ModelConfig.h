// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/FeatureLayout.h"
#include "core/learning/Kernels.h"
#include "core/music/PianoRoll.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ricercar {

/// How the 12 note counts are laid out for a pitch.
enum class NoteCounts {
    Relative,  ///< index 0 is the pitch's own class (Johnson 2015)
    Absolute,  ///< index 0 is C
};

/// The shape of a biaxial LSTM and what it sees. Fixed when a run starts, stored in its checkpoints.
struct ModelConfig {
    std::vector<int> timeHidden{64, 64};
    std::vector<int> noteHidden{32, 16};
    double dropout = 0.2;  ///< after each LSTM layer, one mask for the whole sequence
    PitchRange range = pianoRange;
    NoteCounts counts = NoteCounts::Relative;
    bool articulation = true;  ///< false: play alone is seen and predicted (the public roll benchmarks)
    FeatureLayout layout = FeatureLayout::Seed;
    std::vector<std::string> without;  ///< groups of the layout, by name, whose columns stay zero: to see what each is worth

    friend bool operator==(const ModelConfig&, const ModelConfig&) = default;
};

/// Whether the model does without a group.
bool goesWithout(const ModelConfig& config, const FeatureSpan& span);

/// How the learning rate goes over a run whose end is known.
enum class Schedule {
    Constant,
    Cosine,  ///< rises for the first `warmup` batches, then falls to zero at the run's end, along half a cosine
};

/// What a run is asked to do; the same schema in the window, in a config file and in a checkpoint.
struct TrainConfig {
    std::string preset = "small";
    ModelConfig model;
    bool autoRange = true;  ///< model.range is chosen from the set when the run starts; false: it is as given
    int batch = 4;
    int window = 64;             ///< steps
    double learningRate = 1e-3;  ///< the highest
    Schedule schedule = Schedule::Constant;
    int warmup = 0;           ///< batches
    double weightDecay = 0;   ///< of the weights, not the biases, each batch, times the learning rate (Loshchilov, Hutter 2019)
    double inputDropout = 0;  ///< of each feature of a pitch, one mask for the whole window
    double clipNorm = 5.0;    ///< largest gradient norm; 0: no clipping
    int transposeDown = -6;   ///< augmentation: each window is moved by a random number of semitones
    int transposeUp = 5;
    std::optional<double> validationShare;  ///< of the pieces, in place of the dataset's; nothing: the dataset's own
    std::uint64_t seed = 1;
    int threads = 0;  ///< 0: all cores
    /// Of the factors of products while training; Float32 where products of bfloat16 are no quicker.
    Precision precision = Precision::Float32;

    // The first of these that is reached ends the run; all 0: 20 epochs.
    double epochs = 0;
    std::int64_t steps = 0;
    double minutes = 0;
    int patience = 0;  ///< epochs without a better validation figure; 0: never stops early

    friend bool operator==(const TrainConfig&, const TrainConfig&) = default;
};

/// "ricercar" (the default), "small", "seed", "johnson".
std::span<const std::string_view> presetNames();
/// Throws Error Invalid for an unknown name.
TrainConfig presetConfig(std::string_view name);

/// The pitches of a run over music that sounds in `sounding` (none: silence). With autoRange that range and what augmentation
/// may add to it, an octave at least, within 0..127; else the config's own.
PitchRange runRange(const TrainConfig& config, std::optional<PitchRange> sounding);

/// Throws Error Invalid that names the setting, its value and what is allowed.
void validate(const TrainConfig& config);

/// JSON text, every setting by name.
std::string toJson(const TrainConfig& config);
/// Settings in `json` replace those of `base` ("preset" first replaces all). Unknown names and wrong types: Error Invalid.
TrainConfig trainConfigFromJson(const std::string& json, TrainConfig base = {});

}  // namespace ricercar
