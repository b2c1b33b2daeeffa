#pragma once

#include <cstddef>

namespace ricercar {

/// Units are worked on in blocks of 16; vectors over units are padded to whole blocks.
inline constexpr std::size_t unitBlock = 16;
inline constexpr std::size_t gateBlock = 4 * unitBlock;  ///< a block's input, forget, cell and output gates, side by side
constexpr std::size_t blocksOf(std::size_t units) { return (units + unitBlock - 1) / unitBlock; }
constexpr std::size_t paddedUnits(std::size_t units) { return blocksOf(units) * unitBlock; }

/// Columns of a packed matrix stand in panels of 64, the last one padded to a multiple of 16.
inline constexpr std::size_t panelWidth = 64;

/// A row-major matrix whose rows lie `stride` floats apart.
struct RowsIn {
    const float* data = nullptr;
    std::size_t stride = 0;
};
struct RowsOut {
    float* data = nullptr;
    std::size_t stride = 0;
};

/// Weights of an input to a layer: [block][column][4 gates][16 units].
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
    const float* bias = nullptr;  ///< [block][4][16]
    RowsIn input[2];
    RowsIn start;           ///< gate sums in place of the bias, [rows][blocks][4][16]; or null
    RowsIn previousHidden;  ///< null: zeros
    RowsIn previousCell;    ///< padded rows; null: zeros
    RowsOut nextHidden;     ///< `hidden` floats a row; not the memory of previousHidden
    RowsOut cell;           ///< padded rows; may be the memory of previousCell
    RowsOut gates;          ///< gates after their activation, [rows][blocks][4][16]; or null
    RowsIn mask;            ///< dropout: `masked` gets nextHidden times this; or null
    RowsOut masked;
};

/// The way back through the same step, element by element.
struct LstmStepBack {
    std::size_t rows = 0;
    std::size_t hidden = 0;
    RowsIn outputGradient;  ///< [rows][hidden], of the masked output where there is a mask
    RowsIn mask;            ///< or null
    RowsIn hiddenGradient;  ///< padded rows, from the step after; or null
    RowsIn previousCell;    ///< null: zeros
    RowsIn cell;
    RowsOut cellGradient;           ///< padded rows: in from the step after, out for the step before
    RowsOut gates;                  ///< in: gates; out: gradients of the gate sums
    float* biasGradient = nullptr;  ///< [block][4][16], added to
};

/// out[rows][columns] = in[rows][depth] times a matrix packed in panels [panel][depth][64].
struct Product {
    std::size_t rows = 0, depth = 0, columns = 0;
    RowsIn in;
    const float* packed = nullptr;
    RowsOut out;
};

/// sums[m][n] += left[k][m] right[k][n] over k. The rows of `right` are `inner` to an outer step.
struct OuterSums {
    std::size_t begin = 0, end = 0;  ///< k, from a multiple of outerSumsDepth on
    std::size_t m = 0, n = 0;
    RowsIn left;
    const float* right = nullptr;
    std::size_t inner = 0, innerStride = 0, outerStride = 0;
    RowsOut sums;
    float* scratch = nullptr;  ///< outerSumsScratch floats
};
inline constexpr std::size_t outerSumsDepth = 256;
inline constexpr std::size_t outerSumsScratch = outerSumsDepth * panelWidth;

/// The hot loops, compiled for one kind of processor. Plain functions on the calling thread.
struct Kernels {
    const char* name;
    void (*step)(const LstmStep&);
    void (*stepBack)(const LstmStepBack&);
    /// Gate sums of the biases and the first input alone, into `gates`.
    void (*gateSums)(const LstmStep&);
    void (*product)(const Product&);
    void (*outerSums)(const OuterSums&);
};

enum class ProcessorLevel { Baseline, Avx2, Avx512 };

/// The best that this processor runs, unless limited.
const Kernels& kernels();
/// For tests and measurements: at most this level from here on. Not while kernels run.
void limitKernels(ProcessorLevel level);

}  // namespace ricercar
