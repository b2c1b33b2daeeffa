// The hot loops, included once for each kind of processor with its compiler flags. Nothing here may be shared between those: no
// functions of the standard library, no inline functions with a name that another file could share.
// Before inclusion: RICERCAR_KERNELS (name of the table), RICERCAR_LANES (floats of a vector register: 16, 8 or 4).

#include "core/learning/Kernels.h"

#define RICERCAR_INLINE [[gnu::always_inline]] inline
#define RICERCAR_LAMBDA __attribute__((always_inline))

namespace ricercar {
namespace {

constexpr std::size_t lanes = RICERCAR_LANES;
typedef float Vector __attribute__((vector_size(4 * RICERCAR_LANES), aligned(4), may_alias));
typedef int Integers __attribute__((vector_size(4 * RICERCAR_LANES)));

// Sums that stay in registers: 6 x 4 of 32, or 6 x 2 of 16.
constexpr std::size_t tileRows = 6;
constexpr std::size_t passVectors = lanes == 16 ? 4 : 2;
constexpr std::size_t passFloats = passVectors * lanes;
constexpr std::size_t blockVectors = unitBlock / lanes; ///< of one gate of a block

RICERCAR_INLINE Vector load(const float* at) { return *reinterpret_cast<const Vector*>(at); }
RICERCAR_INLINE void store(float* at, Vector value) { *reinterpret_cast<Vector*>(at) = value; }

RICERCAR_INLINE Vector loadPart(const float* at, std::size_t count) {
    if (count >= lanes) return load(at);
    Vector value{};
    for (std::size_t i = 0; i < count; ++i) value[i] = at[i];
    return value;
}
RICERCAR_INLINE void storePart(float* at, Vector value, std::size_t count) {
    if (count >= lanes) {
        store(at, value);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) at[i] = value[i];
}

/// e^x: 2^n times a polynomial on [-ln2/2, ln2/2]; relative error below 3e-7 for |x| < 87, clamped beyond.
RICERCAR_INLINE Vector exponential(Vector x) {
    const Vector low = Vector{} - 87.0F;
    const Vector high = Vector{} + 87.0F;
    x = x < low ? low : x;
    x = x > high ? high : x;
    const Vector shift = Vector{} + 12582912.0F; // 1.5 * 2^23: adding it rounds to an integer
    const Vector n = (x * 1.44269504F + shift) - shift;
    const Vector r = (x - n * 0.693359375F) - n * -2.12194440e-4F;
    Vector p = Vector{} + 1.0F / 5040.0F;
    p = p * r + 1.0F / 720.0F;
    p = p * r + 1.0F / 120.0F;
    p = p * r + 1.0F / 24.0F;
    p = p * r + 1.0F / 6.0F;
    p = p * r + 0.5F;
    p = p * r + 1.0F;
    p = p * r + 1.0F;
    const Integers exponent = (__builtin_convertvector(n, Integers) + 127) << 23;
    return p * reinterpret_cast<const Vector&>(exponent);
}

RICERCAR_INLINE Vector sigmoid(Vector x) { return 1.0F / (1.0F + exponential(-x)); }
RICERCAR_INLINE Vector tanh(Vector x) { return 2.0F * sigmoid(2.0F * x) - 1.0F; }

template <std::size_t Rows, std::size_t Count>
struct Sums {
    Vector at[Rows][Count];
};

/// sums[row][i] += in[row][k] * weights[k][lanes i ..], rows of weights `pitch` floats apart
template <std::size_t Rows, std::size_t Count>
RICERCAR_INLINE void accumulate(Sums<Rows, Count>& sums, const float* weights, std::size_t pitch, RowsIn in,
                                std::size_t depth) {
    const float* row[Rows];
    for (std::size_t r = 0; r < Rows; ++r) row[r] = in.data + r * in.stride;
    for (std::size_t k = 0; k < depth; ++k, weights += pitch) {
        Vector w[Count];
        for (std::size_t i = 0; i < Count; ++i) w[i] = load(weights + i * lanes);
        for (std::size_t r = 0; r < Rows; ++r) {
            const float x = row[r][k];
            for (std::size_t i = 0; i < Count; ++i) sums.at[r][i] += w[i] * x;
        }
    }
}

RICERCAR_INLINE RowsIn from(RowsIn rows, std::size_t first) {
    return {rows.data != nullptr ? rows.data + first * rows.stride : nullptr, rows.stride};
}
RICERCAR_INLINE RowsOut from(RowsOut rows, std::size_t first) {
    return {rows.data != nullptr ? rows.data + first * rows.stride : nullptr, rows.stride};
}

/// Calls work.template operator()<Rows>(first) for tiles of six rows, then for those that are left over.
template <typename Work>
RICERCAR_INLINE void eachTile(std::size_t rows, Work&& work) {
    std::size_t first = 0;
    for (; first + tileRows <= rows; first += tileRows) work.template operator()<tileRows>(first);
    switch (rows - first) {
        case 5: work.template operator()<5>(first); break;
        case 4: work.template operator()<4>(first); break;
        case 3: work.template operator()<3>(first); break;
        case 2: work.template operator()<2>(first); break;
        case 1: work.template operator()<1>(first); break;
        default: break;
    }
}

/// Floats left of `at` in a vector of `count`: what a partial load or store takes, 0 where it is past the end.
RICERCAR_INLINE std::size_t leftOf(std::size_t count, std::size_t at) { return count > at ? count - at : 0; }

/// Gate sums of biases and inputs for a tile: the pass that begins `at` floats into a block's 64.
template <std::size_t Rows>
RICERCAR_INLINE void sumInputs(Sums<Rows, passVectors>& sums, const LstmStep& step, std::size_t firstRow, std::size_t block,
                               std::size_t at) {
    for (std::size_t r = 0; r < Rows; ++r) {
        const float* const begin = step.start.data != nullptr ? step.start.data + (firstRow + r) * step.start.stride : step.bias;
        for (std::size_t i = 0; i < passVectors; ++i) sums.at[r][i] = load(begin + block * gateBlock + at + i * lanes);
    }
    for (int i = 0; i < 2; ++i) {
        const PackedGates& weights = step.inputWeights[i];
        if (weights.columns > 0)
            accumulate(sums, weights.data + block * weights.columns * gateBlock + at, gateBlock, from(step.input[i], firstRow),
                       weights.columns);
    }
}

/// All gates of a block for a tile.
template <std::size_t Rows>
RICERCAR_INLINE void sumGates(Sums<Rows, 4 * blockVectors>& gates, const LstmStep& step, std::size_t firstRow,
                              std::size_t block) {
    const PackedGates& weights = step.hiddenWeights;
    const RowsIn previous = from(step.previousHidden, firstRow);
    for (std::size_t at = 0; at < gateBlock; at += passFloats) {
        Sums<Rows, passVectors> sums;
        sumInputs(sums, step, firstRow, block, at);
        if (previous.data != nullptr)
            accumulate(sums, weights.data + block * weights.columns * gateBlock + at, gateBlock, previous, weights.columns);
        for (std::size_t r = 0; r < Rows; ++r)
            for (std::size_t i = 0; i < passVectors; ++i) gates.at[r][at / lanes + i] = sums.at[r][i];
    }
}

void stepKernel(const LstmStep& step) {
    const std::size_t blocks = blocksOf(step.hidden);
    for (std::size_t block = 0; block < blocks; ++block)
        eachTile(step.rows, [&]<std::size_t Rows>(std::size_t first) RICERCAR_LAMBDA {
            Sums<Rows, 4 * blockVectors> sums;
            sumGates(sums, step, first, block);
            for (std::size_t r = 0; r < Rows; ++r)
                for (std::size_t part = 0; part < blockVectors; ++part) {
                    const std::size_t row = first + r;
                    const std::size_t unit = block * unitBlock + part * lanes;
                    const std::size_t units = leftOf(step.hidden, unit);
                    const Vector input = sigmoid(sums.at[r][part]);
                    const Vector forget = sigmoid(sums.at[r][blockVectors + part]);
                    const Vector candidate = tanh(sums.at[r][2 * blockVectors + part]);
                    const Vector output = sigmoid(sums.at[r][3 * blockVectors + part]);
                    Vector cell = input * candidate;
                    if (step.previousCell.data != nullptr)
                        cell += forget * load(step.previousCell.data + row * step.previousCell.stride + unit);
                    const Vector hidden = output * tanh(cell);
                    store(step.cell.data + row * step.cell.stride + unit, cell);
                    storePart(step.nextHidden.data + row * step.nextHidden.stride + unit, hidden, units);
                    if (step.masked.data != nullptr) {
                        const Vector mask = loadPart(step.mask.data + row * step.mask.stride + unit, units);
                        storePart(step.masked.data + row * step.masked.stride + unit, hidden * mask, units);
                    }
                    if (step.gates.data != nullptr) {
                        float* const gates = step.gates.data + row * step.gates.stride + block * gateBlock + part * lanes;
                        store(gates, input);
                        store(gates + unitBlock, forget);
                        store(gates + 2 * unitBlock, candidate);
                        store(gates + 3 * unitBlock, output);
                    }
                }
        });
}

void gateSumsKernel(const LstmStep& step) {
    const std::size_t blocks = blocksOf(step.hidden);
    for (std::size_t block = 0; block < blocks; ++block)
        eachTile(step.rows, [&]<std::size_t Rows>(std::size_t first) RICERCAR_LAMBDA {
            for (std::size_t at = 0; at < gateBlock; at += passFloats) {
                Sums<Rows, passVectors> sums;
                sumInputs(sums, step, first, block, at);
                for (std::size_t r = 0; r < Rows; ++r)
                    for (std::size_t i = 0; i < passVectors; ++i)
                        store(step.gates.data + (first + r) * step.gates.stride + block * gateBlock + at + i * lanes, sums.at[r][i]);
            }
        });
}

void stepBackKernel(const LstmStepBack& step) {
    const std::size_t size = paddedUnits(step.hidden);
    for (std::size_t unit = 0; unit < size; unit += lanes) {
        const std::size_t gate = unit / unitBlock * gateBlock + unit % unitBlock; // in a row of gates
        const std::size_t units = leftOf(step.hidden, unit);
        Vector bias[4] = {};
        for (std::size_t row = 0; row < step.rows; ++row) {
            float* const gates = step.gates.data + row * step.gates.stride + gate;
            const Vector input = load(gates);
            const Vector forget = load(gates + unitBlock);
            const Vector candidate = load(gates + 2 * unitBlock);
            const Vector output = load(gates + 3 * unitBlock);

            Vector hiddenGradient = loadPart(step.outputGradient.data + row * step.outputGradient.stride + unit, units);
            if (step.mask.data != nullptr) hiddenGradient *= loadPart(step.mask.data + row * step.mask.stride + unit, units);
            if (step.hiddenGradient.data != nullptr)
                hiddenGradient += load(step.hiddenGradient.data + row * step.hiddenGradient.stride + unit);

            const Vector squashed = tanh(load(step.cell.data + row * step.cell.stride + unit));
            float* const carried = step.cellGradient.data + row * step.cellGradient.stride + unit;
            const Vector cellGradient = load(carried) + hiddenGradient * output * (1.0F - squashed * squashed);
            Vector previous{};
            if (step.previousCell.data != nullptr) previous = load(step.previousCell.data + row * step.previousCell.stride + unit);

            const Vector gradient[4] = {cellGradient * candidate * input * (1.0F - input),
                                        cellGradient * previous * forget * (1.0F - forget),
                                        cellGradient * input * (1.0F - candidate * candidate),
                                        hiddenGradient * squashed * output * (1.0F - output)};
            store(carried, cellGradient * forget);
            for (std::size_t i = 0; i < 4; ++i) {
                store(gates + i * unitBlock, gradient[i]);
                bias[i] += gradient[i];
            }
        }
        float* const sums = step.biasGradient + gate;
        for (std::size_t i = 0; i < 4; ++i) store(sums + i * unitBlock, load(sums + i * unitBlock) + bias[i]);
    }
}

/// Calls work.template operator()<Vectors>(at) for stretches of `columns`, in passes as wide as the registers allow.
template <typename Work>
RICERCAR_INLINE void eachPass(std::size_t columns, Work&& work) {
    std::size_t at = 0;
    for (; at + passFloats <= columns; at += passFloats) work.template operator()<passVectors>(at);
    const std::size_t left = (columns - at + lanes - 1) / lanes;
    if constexpr (passVectors > 3)
        if (left == 3) return work.template operator()<3>(at);
    if constexpr (passVectors > 2)
        if (left == 2) return work.template operator()<2>(at);
    if (left == passVectors) return work.template operator()<passVectors>(at);
    if (left == 1) work.template operator()<1>(at);
}

constexpr std::size_t panelColumns(std::size_t columns, std::size_t first) {
    return columns - first < panelWidth ? columns - first : panelWidth;
}

void productKernel(const Product& p) {
    const float* panel = p.packed;
    for (std::size_t first = 0; first < p.columns; first += panelWidth) {
        const std::size_t columns = panelColumns(p.columns, first);
        const std::size_t pitch = paddedUnits(columns);
        eachPass(columns, [&]<std::size_t Count>(std::size_t at) RICERCAR_LAMBDA {
            eachTile(p.rows, [&]<std::size_t Rows>(std::size_t row) RICERCAR_LAMBDA {
                Sums<Rows, Count> sums{};
                accumulate(sums, panel + at, pitch, from(p.in, row), p.depth);
                for (std::size_t r = 0; r < Rows; ++r)
                    for (std::size_t i = 0; i < Count; ++i) {
                        const std::size_t column = first + at + i * lanes;
                        storePart(p.out.data + (row + r) * p.out.stride + column, sums.at[r][i], leftOf(p.columns, column));
                    }
            });
        });
        panel += p.depth * pitch;
    }
}

/// A tile of sums: left's columns m .. m+Rows, some columns of a panel of right.
template <std::size_t Rows, std::size_t Count>
RICERCAR_INLINE void outerTile(const OuterSums& o, const float* left, std::size_t depth, std::size_t m, std::size_t n,
                               const float* panel, std::size_t pitch) {
    Sums<Rows, Count> sums{};
    for (std::size_t k = 0; k < depth; ++k, left += o.left.stride, panel += pitch) {
        Vector w[Count];
        for (std::size_t i = 0; i < Count; ++i) w[i] = load(panel + i * lanes);
        for (std::size_t r = 0; r < Rows; ++r)
            for (std::size_t i = 0; i < Count; ++i) sums.at[r][i] += w[i] * left[r];
    }
    for (std::size_t r = 0; r < Rows; ++r)
        for (std::size_t i = 0; i < Count; ++i) {
            const std::size_t at = n + i * lanes;
            float* const sum = o.sums.data + (m + r) * o.sums.stride + at;
            storePart(sum, loadPart(sum, leftOf(o.n, at)) + sums.at[r][i], leftOf(o.n, at));
        }
}

void outerSumsKernel(const OuterSums& o) {
    for (std::size_t k = o.begin; k < o.end; k += outerSumsDepth) {
        const std::size_t depth = o.end - k < outerSumsDepth ? o.end - k : outerSumsDepth;
        for (std::size_t n = 0; n < o.n; n += panelWidth) {
            const std::size_t columns = panelColumns(o.n, n);
            const std::size_t pitch = paddedUnits(columns);
            for (std::size_t row = k; row < k + depth; ++row) { // a panel of right, side by side
                const float* const source = o.right + row / o.inner * o.outerStride + row % o.inner * o.innerStride + n;
                for (std::size_t at = 0; at < pitch; at += lanes)
                    store(o.scratch + (row - k) * pitch + at, loadPart(source + at, leftOf(columns, at)));
            }
            eachPass(columns, [&]<std::size_t Count>(std::size_t at) RICERCAR_LAMBDA {
                eachTile(o.m, [&]<std::size_t Rows>(std::size_t m) RICERCAR_LAMBDA {
                    outerTile<Rows, Count>(o, o.left.data + k * o.left.stride + m, depth, m, n + at, o.scratch + at, pitch);
                });
            });
        }
    }
}

} // namespace

extern const Kernels RICERCAR_KERNELS;
const Kernels RICERCAR_KERNELS{RICERCAR_KERNELS_NAME, stepKernel, stepBackKernel, gateSumsKernel, productKernel, outerSumsKernel};

} // namespace ricercar
