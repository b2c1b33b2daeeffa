#include "core/learning/LstmKernel.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

// One binary for every processor: the function is compiled for each of these and chosen when the program is loaded.
// (Sanitizers run before the choice can be made, and clang vectorises the plain version.)
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define RICERCAR_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define RICERCAR_CLONES
#endif
#define RICERCAR_INLINE __attribute__((always_inline)) inline

namespace ricercar {
namespace {

// 16 floats; the compiler splits it where the processor's registers are narrower.
using Vector = float __attribute__((vector_size(unitBlock * sizeof(float)), aligned(alignof(float)), may_alias));
using Integers = std::int32_t __attribute__((vector_size(unitBlock * sizeof(std::int32_t))));

RICERCAR_INLINE Vector load(const float* at) { return *reinterpret_cast<const Vector*>(at); }
RICERCAR_INLINE void store(float* at, Vector value) { *reinterpret_cast<Vector*>(at) = value; }

/// e^x: 2^n times a polynomial on [-ln2/2, ln2/2]; relative error below 2e-7 for |x| < 87, clamped beyond.
RICERCAR_INLINE Vector exponential(Vector x) {
    const Vector low = Vector{} - 87.0F;
    const Vector high = Vector{} + 87.0F;
    x = x < low ? low : x;
    x = x > high ? high : x;
    const Vector shift = Vector{} + 12582912.0F;  // 1.5 * 2^23: adding it rounds to an integer
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
    Vector scale;
    std::memcpy(&scale, &exponent, sizeof scale);
    return p * scale;
}

RICERCAR_INLINE Vector sigmoid(Vector x) { return 1.0F / (1.0F + exponential(-x)); }
RICERCAR_INLINE Vector tanh(Vector x) { return 2.0F * sigmoid(2.0F * x) - 1.0F; }

template <std::size_t Rows>
struct Sums {
    Vector at[Rows][4];
    RICERCAR_INLINE Vector* operator[](std::size_t row) { return at[row]; }
};

/// sums[row][gate] += weights [count][4][16] times input[row][count]
template <std::size_t Rows>
RICERCAR_INLINE void accumulate(Sums<Rows>& sums, const float* weights, const float* input, std::size_t stride,
                                std::size_t count) {
    for (std::size_t k = 0; k < count; ++k, weights += 4 * unitBlock) {
        const Vector w[4] = {load(weights), load(weights + unitBlock), load(weights + 2 * unitBlock),
                             load(weights + 3 * unitBlock)};
        for (std::size_t row = 0; row < Rows; ++row) {
            const float x = input[row * stride + k];
            for (std::size_t gate = 0; gate < 4; ++gate) sums[row][gate] += w[gate] * x;
        }
    }
}

struct Layer {
    const float* inputWeights;
    const float* hiddenWeights;
    const float* bias;
    std::size_t inputs, hidden, blocks;
};

struct Rows {
    const float* input;
    std::size_t inputStride;
    float* hidden;
    float* cell;
    const float* start;
    float* next;  ///< hidden state being made, [rows][blocks][16]
};

template <std::size_t Count>
RICERCAR_INLINE void begin(Sums<Count>& sums, const Layer& layer, const float* start, std::size_t block) {
    const std::size_t gateSize = layer.blocks * 4 * unitBlock;
    for (std::size_t row = 0; row < Count; ++row)
        for (std::size_t gate = 0; gate < 4; ++gate) {
            const std::size_t at = (4 * block + gate) * unitBlock;
            sums[row][gate] = load(start != nullptr ? start + row * gateSize + at : layer.bias + at);
        }
}

template <std::size_t Count>
RICERCAR_INLINE void stepRows(const Layer& layer, const Rows& at) {
    const std::size_t stateSize = layer.blocks * unitBlock;
    for (std::size_t block = 0; block < layer.blocks; ++block) {
        Sums<Count> sums;
        begin(sums, layer, at.start, block);
        accumulate(sums, layer.inputWeights + block * layer.inputs * 4 * unitBlock, at.input, at.inputStride, layer.inputs);
        accumulate(sums, layer.hiddenWeights + block * layer.hidden * 4 * unitBlock, at.hidden, stateSize, layer.hidden);
        for (std::size_t row = 0; row < Count; ++row) {
            float* const cell = at.cell + row * stateSize + block * unitBlock;
            const Vector next = sigmoid(sums[row][1]) * load(cell) + sigmoid(sums[row][0]) * tanh(sums[row][2]);
            store(cell, next);
            store(at.next + row * stateSize + block * unitBlock, sigmoid(sums[row][3]) * tanh(next));
        }
    }
    std::copy_n(at.next, Count * stateSize, at.hidden);
}

constexpr std::size_t tile = 4;  // rows that share a load of the weights

RICERCAR_CLONES void stepAll(const Layer& layer, Rows at, std::size_t rows) {
    const std::size_t stateSize = layer.blocks * unitBlock;
    const auto advance = [&](std::size_t count) {
        at.input += count * at.inputStride;
        at.hidden += count * stateSize;
        at.cell += count * stateSize;
        if (at.start != nullptr) at.start += count * stateSize * 4;
    };
    for (; rows >= tile; rows -= tile, advance(tile)) stepRows<tile>(layer, at);
    for (; rows > 0; --rows, advance(1)) stepRows<1>(layer, at);
}

template <std::size_t Count>
RICERCAR_INLINE void gateRows(const Layer& layer, const float* input, std::size_t stride, float* out) {
    const std::size_t gateSize = layer.blocks * 4 * unitBlock;
    for (std::size_t block = 0; block < layer.blocks; ++block) {
        Sums<Count> sums;
        begin(sums, layer, nullptr, block);
        accumulate(sums, layer.inputWeights + block * layer.inputs * 4 * unitBlock, input, stride, layer.inputs);
        for (std::size_t row = 0; row < Count; ++row)
            for (std::size_t gate = 0; gate < 4; ++gate)
                store(out + row * gateSize + (4 * block + gate) * unitBlock, sums[row][gate]);
    }
}

RICERCAR_CLONES void gatesAll(const Layer& layer, const float* input, std::size_t stride, std::size_t rows, float* out) {
    const std::size_t gateSize = layer.blocks * 4 * unitBlock;
    for (; rows >= tile; rows -= tile, input += tile * stride, out += tile * gateSize)
        gateRows<tile>(layer, input, stride, out);
    for (; rows > 0; --rows, input += stride, out += gateSize) gateRows<1>(layer, input, stride, out);
}

/// [4 hidden][columns] -> [block][column][4][16]
std::vector<float> pack(const float* weights, std::size_t hidden, std::size_t columns, std::size_t stride) {
    const std::size_t blocks = paddedUnits(hidden) / unitBlock;
    std::vector<float> packed(blocks * columns * 4 * unitBlock, 0.0F);
    for (std::size_t gate = 0; gate < 4; ++gate)
        for (std::size_t unit = 0; unit < hidden; ++unit)
            for (std::size_t column = 0; column < columns; ++column)
                packed[(((unit / unitBlock) * columns + column) * 4 + gate) * unitBlock + unit % unitBlock] =
                    weights[(gate * hidden + unit) * stride + column];
    return packed;
}

}  // namespace

LstmKernel::LstmKernel(const float* weightIh, std::size_t inputs, std::size_t inputStride, const float* weightHh,
                       std::size_t hidden, const float* biasIh, const float* biasHh)
    : inputs_(inputs),
      hidden_(hidden),
      blocks_(paddedUnits(hidden) / unitBlock),
      inputWeights_(pack(weightIh, hidden, inputs, inputStride)),
      hiddenWeights_(pack(weightHh, hidden, hidden, hidden)),
      bias_(pack(biasIh, hidden, 1, 1)) {
    const std::vector<float> other = pack(biasHh, hidden, 1, 1);
    for (std::size_t i = 0; i < bias_.size(); ++i) bias_[i] += other[i];
}

void LstmKernel::step(const float* input, std::size_t inputStride, float* hidden, float* cell, std::size_t rows,
                      const float* start) const {
    std::vector<float> next(tile * stateSize());
    const Layer layer{inputWeights_.data(), hiddenWeights_.data(), bias_.data(), inputs_, hidden_, blocks_};
    stepAll(layer, {input, inputStride, hidden, cell, start, next.data()}, rows);
}

void LstmKernel::gates(const float* input, std::size_t inputStride, std::size_t rows, float* sums) const {
    const Layer layer{inputWeights_.data(), hiddenWeights_.data(), bias_.data(), inputs_, hidden_, blocks_};
    gatesAll(layer, input, inputStride, rows, sums);
}

}  // namespace ricercar
