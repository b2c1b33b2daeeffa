// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace ricercar {

/// Units are worked on in blocks of 16; the last block of a layer is cut to a multiple of 4.
inline constexpr std::size_t unitBlock = 16;
inline constexpr std::size_t gateBlock = 4 * unitBlock;  ///< a block's input, forget, cell and output gates, side by side
constexpr std::size_t wholeBlocks(std::size_t units) { return units / unitBlock; }
constexpr std::size_t lastUnits(std::size_t units) { return (units % unitBlock + 3) / 4 * 4; }
/// Floats of a row of gates: [whole blocks][4][16], then [4][lastUnits].
constexpr std::size_t gateRow(std::size_t units) { return wholeBlocks(units) * gateBlock + 4 * lastUnits(units); }
/// Where a gate of a unit stands in that row.
constexpr std::size_t gatePlace(std::size_t units, std::size_t gate, std::size_t unit) {
    const std::size_t block = unit / unitBlock;
    return block * gateBlock + gate * (block < wholeBlocks(units) ? unitBlock : lastUnits(units)) + unit % unitBlock;
}
/// Floats of a row of cell states: padded to whole blocks.
constexpr std::size_t stateRow(std::size_t units) { return (units + unitBlock - 1) / unitBlock * unitBlock; }

/// Columns of a packed matrix stand in panels of 64, the last one padded to a multiple of 16.
inline constexpr std::size_t panelWidth = 64;

/// What the factors of products are rounded to; sums are always float32.
enum class Precision { Float32, BFloat16 };

/// A row-major matrix whose rows lie `stride` floats apart.
struct RowsIn {
    const float* data = nullptr;
    std::size_t stride = 0;
};
struct RowsOut {
    float* data = nullptr;
    std::size_t stride = 0;
};

/// Memory that will be read or written next: `rows` stretches of `floats`, `stride` floats apart. A kernel that multiplies asks
/// for it meanwhile, a line at a time.
struct PrefetchHint {
    const float* data = nullptr;
    std::size_t rows = 0, floats = 0, stride = 0;
};
inline constexpr std::size_t mostHints = 3;

/// Packed factors are words of 32 bits along the depth: a float32, or two bfloat16, the first in the low half.
constexpr std::size_t wordsOf(Precision precision, std::size_t depth) {
    return precision == Precision::Float32 ? depth : (depth + 1) / 2;
}

/// Weights of an input to a layer: [block][word of columns][gates of the block].
struct PackedGates {
    const float* data = nullptr;
    std::size_t columns = 0;
};

/// One step of an LSTM layer for some rows. Gate order: input, forget, cell, output.
struct LstmStep {
    std::size_t rows = 0;
    std::size_t hidden = 0;       ///< units
    PackedGates inputWeights[2];  ///< the second input may have no columns
    PackedGates hiddenWeights;
    const float* bias = nullptr;  ///< a row of gates
    RowsIn input[2];
    RowsIn start;           ///< rows of gate sums in place of the bias; or null
    RowsIn previousHidden;  ///< null: zeros
    RowsIn previousCell;    ///< rows of states; null: zeros
    RowsOut nextHidden;     ///< `hidden` floats a row; not the memory of previousHidden
    RowsOut cell;           ///< rows of states; may be the memory of previousCell
    RowsOut gates;          ///< gates after their activation, written past the caches; or null
    RowsIn mask;            ///< dropout: `masked` gets nextHidden times this; or null
    RowsOut masked;
    PrefetchHint hints[mostHints];
    float* scratch = nullptr;  ///< stepScratch() floats
};
/// None for Float32.
constexpr std::size_t stepScratch(Precision precision, std::size_t rows, std::size_t allInputs, std::size_t hidden) {
    return precision == Precision::Float32 ? 0 : rows * (allInputs + hidden + 64) / 2;
}

/// The way back through the same step, element by element.
struct LstmStepBack {
    std::size_t rows = 0;
    std::size_t hidden = 0;
    RowsIn outputGradient;  ///< [rows][hidden], of the masked output where there is a mask
    RowsIn mask;            ///< or null
    RowsIn hiddenGradient;  ///< rows of states, from the step after; or null
    RowsIn previousCell;    ///< null: zeros
    RowsOut cell;           ///< in: the cell states; out: the hidden states of this step
    RowsOut cellGradient;   ///< rows of states: in from the step after, out for the step before
    RowsOut gates;          ///< in: gates; out: gradients of the gate sums
};

/// out[rows][columns] = in[rows][depth] times a matrix packed in panels [panel][word of depth][64].
struct Product {
    std::size_t rows = 0, depth = 0, columns = 0;
    RowsIn in;
    const float* packed = nullptr;
    RowsOut out;
    float* scratch = nullptr;  ///< productScratch() floats
    PrefetchHint hints[mostHints];
};
/// None for Float32.
constexpr std::size_t productScratch(Precision precision, std::size_t rows, std::size_t depth) {
    return precision == Precision::Float32 ? 0 : rows * (depth + 32) / 2;
}

/// sums[m][n] += left[k][m] right[k][n] over k, and rightSums[n] += right[k][n]. The rows of `left` are `inner` to an outer
/// step.
struct OuterSums {
    std::size_t depth = 0;  ///< k
    std::size_t m = 0, n = 0;
    const float* left = nullptr;
    std::size_t inner = 0, innerStride = 0, outerStride = 0;
    RowsIn right;
    float* sums = nullptr;       ///< [panel of n][m][panelWidth]
    float* rightSums = nullptr;  ///< whole panels; or null
    float* scratch = nullptr;    ///< outerSumsScratch() floats
};
/// Rows that are summed together: as many in each part of an outer step, but for the last one. The order of the sums follows
/// from these parts: split the depth only at their boundaries.
constexpr std::size_t outerSumsRows(Precision precision, std::size_t inner) {
    const std::size_t most = precision == Precision::Float32 ? 96 : 192;
    const std::size_t parts = (inner + most - 1) / most;
    return parts == 0 ? most : ((inner + parts - 1) / parts + 1) / 2 * 2;
}
/// None for Float32.
constexpr std::size_t outerSumsScratch(Precision precision, std::size_t m) {
    return precision == Precision::Float32 ? 0 : outerSumsRows(precision, 0) / 2 * (panelWidth + stateRow(m));
}

/// The features of a step's pitches, put together from stretches of 16 floats; see FeatureBuilder.
struct FeatureRows {
    std::size_t pitches = 0;
    const float* vicinity = nullptr;  ///< two floats a pitch, from vicinityReach below the lowest one on
    const float* constant = nullptr;  ///< [pitches][16]: 3 of no meaning, then what is the pitch's own
    const float* counts = nullptr;    ///< [12][16]: note counts and beat, for each pitch class of a pitch
    std::size_t lowestClass = 0;      ///< pitch class of the lowest pitch
    float* out = nullptr;             ///< [pitches][79]
    bool later = false;               ///< may be written past the caches
};

/// The hot loops, compiled for one kind of processor. Plain functions on the calling thread.
struct Kernels {
    const char* name;
    Precision precision;  ///< of the packed factors
    void (*step)(const LstmStep&);
    void (*stepBack)(const LstmStepBack&);
    /// Gate sums of the biases and the first input alone, into `gates`.
    void (*gateSums)(const LstmStep&);
    void (*product)(const Product&);
    void (*outerSums)(const OuterSums&);
    void (*features)(const FeatureRows&);
};

enum class ProcessorLevel { Baseline, Avx2, Avx512 };

/// The best that this processor runs, unless limited. BFloat16 gives those of Float32 where products of bfloat16 are missing
/// or no quicker.
const Kernels& kernels(Precision precision = Precision::Float32);
/// Whether BFloat16 makes a difference here.
bool bfloat16Available();
/// For tests and measurements: at most this level from here on; `slowToo`: bfloat16 also where it is no quicker. Not while
/// kernels run.
void limitKernels(ProcessorLevel level, bool slowToo = false);

}  // namespace ricercar
