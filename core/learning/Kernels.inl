// The hot loops, included once for each kind of processor with its compiler flags. Nothing here may be shared between those: no
// functions of the standard library, no inline functions with a name that another file could share.
// Before inclusion: RICERCAR_KERNELS (name of the table), RICERCAR_LANES (floats of a vector register: 16, 8 or 4), and
// RICERCAR_BFLOAT16 where factors are bfloat16.

#include "core/learning/Kernels.h"

#if RICERCAR_LANES == 16
#include <immintrin.h>
#endif

#define RICERCAR_INLINE [[gnu::always_inline]] inline
#define RICERCAR_LAMBDA __attribute__((always_inline))

namespace ricercar {
namespace {

#include "core/learning/Vectors.inl"

// Sums that stay in registers: 6 x 4 of 32, or 6 x 2 of 16.
constexpr std::size_t tileRows = 6;
constexpr std::size_t passVectors = lanes == 16 ? 4 : 2;
constexpr std::size_t passFloats = passVectors * lanes;
constexpr std::size_t lineFloats = 16; ///< of a cache line

constexpr std::size_t wordsOf(std::size_t depth) { return (depth + wordDepth - 1) / wordDepth; }
/// Floats left of `at` in a vector of `count`: what a partial load or store takes, 0 where it is past the end.
constexpr std::size_t leftOf(std::size_t count, std::size_t at) { return count > at ? count - at : 0; }

template <std::size_t Rows, std::size_t Count>
struct Sums {
    Vector at[Rows][Count];
};

/// Weights wanted soon, brought to the second-level cache by the tiles before: a quarter of them by each.
RICERCAR_INLINE const float* soon(const float* weights, std::size_t words, std::size_t row) {
    return weights + row / tileRows % 4 * words * lineFloats;
}

/// sums[row][i] += in[row][k] * weights[k][lanes i ..] over words k, rows of weights `pitch` apart; meanwhile fetches a line a
/// word from `next` on.
template <std::size_t Rows, std::size_t Count>
RICERCAR_INLINE void accumulate(Sums<Rows, Count>& sums, const float* weights, std::size_t pitch, RowsIn in, std::size_t words,
                                const float* next) {
    const float* row[Rows];
    for (std::size_t r = 0; r < Rows; ++r) row[r] = in.data + r * in.stride;
    Sums<Rows, Count> local = sums; // the compiler keeps these in registers
    const float* ahead = in.data + Rows * in.stride; // the tile that follows, where rows are close
    for (std::size_t k = 0; k < words; ++k, weights += pitch) {
        if constexpr (Rows == tileRows) {
            __builtin_prefetch(ahead);
            __builtin_prefetch(next, 0, 2);
            ahead += Rows;
            next += lineFloats;
        }
        if constexpr (Rows == 1) // weights pass by faster than they are fetched
            for (std::size_t i = 0; i < Count * lanes; i += lineFloats) __builtin_prefetch(weights + 8 * pitch + i);
        Vector w[Count];
        for (std::size_t i = 0; i < Count; ++i) w[i] = load(weights + i * lanes);
        for (std::size_t r = 0; r < Rows; ++r) {
            const float x = row[r][k];
            for (std::size_t i = 0; i < Count; ++i) local.at[r][i] = multiplyAdd(local.at[r][i], w[i], x);
        }
    }
    sums = local;
}

#if RICERCAR_LANES == 16
constexpr std::size_t mostSparse = 128; // words of a row that may be mostly zeros: features are

/// Words of rows that are not zero, as bits.
template <std::size_t Rows>
struct Nonzero {
    unsigned long long bits[Rows][mostSparse / 64] = {};
    std::size_t count = 0;
};
template <std::size_t Rows>
RICERCAR_INLINE Nonzero<Rows> nonzero(RowsIn in, std::size_t words) {
    Nonzero<Rows> found;
    for (std::size_t r = 0; r < Rows; ++r)
        for (std::size_t k = 0; k < words; k += lanes) {
            const auto bits = reinterpret_cast<__m512i>(loadPart(in.data + r * in.stride + k, leftOf(words, k)));
            const unsigned long long set = _mm512_test_epi32_mask(bits, bits);
            found.bits[r][k / 64] |= set << (k % 64);
            found.count += static_cast<std::size_t>(__builtin_popcountll(set));
        }
    return found;
}

/// As accumulate(), with the words that are not zero alone; to the bit the same sums.
template <std::size_t Rows, std::size_t Count>
RICERCAR_INLINE void accumulateSparse(Sums<Rows, Count>& sums, const float* weights, std::size_t pitch, RowsIn in,
                                      const Nonzero<Rows>& words) {
    for (std::size_t r = 0; r < Rows; ++r) {
        const float* const row = in.data + r * in.stride;
        Vector sum[Count];
        for (std::size_t i = 0; i < Count; ++i) sum[i] = sums.at[r][i];
        for (std::size_t part = 0; part < mostSparse / 64; ++part)
            for (unsigned long long bits = words.bits[r][part]; bits != 0; bits &= bits - 1) {
                const std::size_t k = 64 * part + static_cast<std::size_t>(__builtin_ctzll(bits));
                for (std::size_t i = 0; i < Count; ++i) sum[i] = multiplyAdd(sum[i], load(weights + k * pitch + i * lanes), row[k]);
            }
        for (std::size_t i = 0; i < Count; ++i) sums.at[r][i] = sum[i];
    }
}
#endif

RICERCAR_INLINE RowsIn from(RowsIn rows, std::size_t first) {
    return {rows.data != nullptr ? rows.data + first * rows.stride : nullptr, rows.stride};
}
/// Rows of floats as rows of words: themselves, or pairs in the scratch memory, which moves on.
RICERCAR_INLINE RowsIn asWords(RowsIn rows, std::size_t count, std::size_t depth, float*& scratch) {
#ifdef RICERCAR_BFLOAT16
    if (rows.data == nullptr || depth == 0) return rows;
    const std::size_t stride = stateRow(depth) / wordDepth;
    const RowsIn words{scratch, stride};
    for (std::size_t row = 0; row < count; ++row, scratch += stride)
        for (std::size_t k = 0; k < depth; k += lanes)
            *reinterpret_cast<__m256i_u*>(scratch + k / wordDepth) =
                reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(loadPart(rows.data + row * rows.stride + k, leftOf(depth, k))));
    return words;
#else
    (void)count, (void)depth, (void)scratch;
    return rows;
#endif
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

/// A block of units: where its gates begin in a row of them, and how many floats lie from gate to gate.
struct Block {
    std::size_t first;  ///< unit
    std::size_t gates;
    std::size_t width;
};
template <typename Work>
RICERCAR_INLINE void eachBlock(std::size_t hidden, Work&& work) {
    const std::size_t whole = wholeBlocks(hidden);
    for (std::size_t block = 0; block < whole; ++block) work(Block{block * unitBlock, block * gateBlock, unitBlock});
    if (lastUnits(hidden) > 0) work(Block{whole * unitBlock, whole * gateBlock, lastUnits(hidden)});
}

/// Gate sums of a tile: biases and inputs, and the hidden state where it is not null; in stretches of Count vectors from `at`.
template <std::size_t Rows, std::size_t Count>
RICERCAR_INLINE Sums<Rows, Count> gateTile(const LstmStep& step, const RowsIn (&input)[2], RowsIn previous, std::size_t row,
                                           Block block, std::size_t at) {
    Sums<Rows, Count> sums;
    for (std::size_t r = 0; r < Rows; ++r) {
        const float* const begin = step.start.data != nullptr ? step.start.data + (row + r) * step.start.stride : step.bias;
        for (std::size_t i = 0; i < Count; ++i) sums.at[r][i] = load(begin + block.gates + at + i * lanes);
    }
    const std::size_t pitch = 4 * block.width;
    const auto add = [&](const PackedGates& weights, RowsIn rows) RICERCAR_LAMBDA {
        const std::size_t words = wordsOf(weights.columns);
        const float* const own = weights.data + block.gates * words;
#if RICERCAR_LANES == 16
        if (Rows > 1 && words <= mostSparse && words > lanes) {
            const Nonzero<Rows> found = nonzero<Rows>(from(rows, row), words);
            if (3 * found.count < Rows * words) return accumulateSparse(sums, own + at, pitch, from(rows, row), found);
        }
#endif
        accumulate(sums, own + at, pitch, from(rows, row), words, soon(own + gateBlock * words, words, row));
    };
    for (int i = 0; i < 2; ++i)
        if (step.inputWeights[i].columns > 0) add(step.inputWeights[i], input[i]);
    if (previous.data != nullptr) add(step.hiddenWeights, previous);
    return sums;
}

/// Calls tile.template operator()<Rows>(row) with the gate sums of all rows, tile by tile, in `sums` [Rows][gateBlock].
template <typename Tile>
RICERCAR_INLINE void eachGateTile(const LstmStep& step, Block block, const RowsIn (&input)[2], RowsIn previous, float* sums,
                                  Tile&& tile) {
    eachTile(step.rows, [&]<std::size_t Rows>(std::size_t row) RICERCAR_LAMBDA {
        eachPass(4 * block.width, [&]<std::size_t Count>(std::size_t at) RICERCAR_LAMBDA {
            const auto pass = gateTile<Rows, Count>(step, input, previous, row, block, at);
            for (std::size_t r = 0; r < Rows; ++r)
                for (std::size_t i = 0; i < Count; ++i) store(sums + r * gateBlock + at + i * lanes, pass.at[r][i]);
        });
        tile.template operator()<Rows>(row);
    });
}

/// Asks for the memory that the tile after this row's will write.
RICERCAR_INLINE void expect(const LstmStep& step, Block block, std::size_t row) {
    const auto ask = [&](RowsOut rows, std::size_t at) RICERCAR_LAMBDA {
        if (rows.data != nullptr) __builtin_prefetch(rows.data + (row + tileRows) * rows.stride + at, 1);
    };
    for (std::size_t line = 0; line < gateBlock; line += lineFloats) ask(step.gates, block.gates + line);
    ask(step.cell, block.first);
    ask(step.nextHidden, block.first);
    ask(step.masked, block.first);
}

/// A row of a block through the cell: from gate sums to the states.
RICERCAR_INLINE void activate(const LstmStep& step, Block block, std::size_t row, const float* sums) {
    for (std::size_t part = 0; part < block.width; part += lanes) {
        const std::size_t unit = block.first + part;
        const std::size_t kept = leftOf(block.width, part);
        const std::size_t units = leftOf(step.hidden, unit);
        const float* const sum = sums + part;
        const Vector input = sigmoid(load(sum));
        const Vector forget = sigmoid(load(sum + block.width));
        const Vector candidate = tanh(load(sum + 2 * block.width));
        const Vector output = sigmoid(load(sum + 3 * block.width));
        Vector cell = input * candidate;
        if (step.previousCell.data != nullptr)
            cell += forget * loadPart(step.previousCell.data + row * step.previousCell.stride + unit, kept);
        const Vector hidden = output * tanh(cell);
        storePart(step.cell.data + row * step.cell.stride + unit, cell, kept);
        storePart(step.nextHidden.data + row * step.nextHidden.stride + unit, hidden, units);
        if (step.masked.data != nullptr) {
            const Vector mask = loadPart(step.mask.data + row * step.mask.stride + unit, units);
            storePart(step.masked.data + row * step.masked.stride + unit, hidden * mask, units);
        }
        if (step.gates.data != nullptr) {
            float* const gates = step.gates.data + row * step.gates.stride + block.gates + part;
            storePart(gates, input, kept);
            storePart(gates + block.width, forget, kept);
            storePart(gates + 2 * block.width, candidate, kept);
            storePart(gates + 3 * block.width, output, kept);
        }
    }
}

constexpr std::size_t tileFloats = (tileRows + 1) * gateBlock; // the last vectors of a cut block reach over

void stepKernel(const LstmStep& step) {
    alignas(64) float sums[tileFloats] = {};
    float* scratch = step.scratch;
    RowsIn input[2];
    for (int i = 0; i < 2; ++i) input[i] = asWords(step.input[i], step.rows, step.inputWeights[i].columns, scratch);
    const RowsIn previous = asWords(step.previousHidden, step.rows, step.hidden, scratch);
    eachBlock(step.hidden, [&](Block block) RICERCAR_LAMBDA {
        eachGateTile(step, block, input, previous, sums, [&]<std::size_t Rows>(std::size_t row) RICERCAR_LAMBDA {
            for (std::size_t r = 0; r < Rows; ++r) {
                expect(step, block, row + r);
                activate(step, block, row + r, sums + r * gateBlock);
            }
        });
    });
}

void gateSumsKernel(const LstmStep& step) {
    alignas(64) float sums[tileFloats];
    float* scratch = step.scratch;
    const RowsIn input[2] = {asWords(step.input[0], step.rows, step.inputWeights[0].columns, scratch), {}};
    eachBlock(step.hidden, [&](Block block) RICERCAR_LAMBDA {
        eachGateTile(step, block, input, {}, sums, [&]<std::size_t Rows>(std::size_t row) RICERCAR_LAMBDA {
            for (std::size_t r = 0; r < Rows; ++r)
                for (std::size_t at = 0; at < 4 * block.width; at += lanes)
                    store(step.gates.data + (row + r) * step.gates.stride + block.gates + at, load(sums + r * gateBlock + at));
        });
    });
}

/// A block of a row on its way back.
RICERCAR_INLINE void deactivate(const LstmStepBack& step, Block block, std::size_t row) {
    for (std::size_t part = 0; part < block.width; part += lanes) {
        const std::size_t unit = block.first + part;
        const std::size_t kept = leftOf(block.width, part);
        const std::size_t units = leftOf(step.hidden, unit);
        float* const gates = step.gates.data + row * step.gates.stride + block.gates + part;
        const Vector input = loadPart(gates, kept);
        const Vector forget = loadPart(gates + block.width, kept);
        const Vector candidate = loadPart(gates + 2 * block.width, kept);
        const Vector output = loadPart(gates + 3 * block.width, kept);

        Vector hiddenGradient = loadPart(step.outputGradient.data + row * step.outputGradient.stride + unit, units);
        if (step.mask.data != nullptr) hiddenGradient *= loadPart(step.mask.data + row * step.mask.stride + unit, units);
        if (step.hiddenGradient.data != nullptr)
            hiddenGradient += loadPart(step.hiddenGradient.data + row * step.hiddenGradient.stride + unit, units);

        float* const cell = step.cell.data + row * step.cell.stride + unit;
        const Vector squashed = tanh(loadPart(cell, kept));
        storePart(cell, output * squashed, kept);
        float* const carried = step.cellGradient.data + row * step.cellGradient.stride + unit;
        const Vector cellGradient = loadPart(carried, kept) + hiddenGradient * output * (1.0F - squashed * squashed);
        Vector previous{};
        if (step.previousCell.data != nullptr)
            previous = loadPart(step.previousCell.data + row * step.previousCell.stride + unit, kept);

        const Vector gradient[4] = {
            cellGradient * candidate * input * (1.0F - input), cellGradient * previous * forget * (1.0F - forget),
            cellGradient * input * (1.0F - candidate * candidate), hiddenGradient * squashed * output * (1.0F - output)};
        storePart(carried, cellGradient * forget, kept);
        for (std::size_t i = 0; i < 4; ++i) storePart(gates + i * block.width, gradient[i], kept);
    }
}

void stepBackKernel(const LstmStepBack& step) {
    for (std::size_t row = 0; row < step.rows; ++row)
        eachBlock(step.hidden, [&](Block block) RICERCAR_LAMBDA { deactivate(step, block, row); });
}

constexpr std::size_t panelColumns(std::size_t columns, std::size_t first) {
    return columns - first < panelWidth ? columns - first : panelWidth;
}

void productKernel(const Product& p) {
    float* scratch = p.scratch;
    const RowsIn in = asWords(p.in, p.rows, p.depth, scratch);
    const std::size_t words = wordsOf(p.depth);
    const float* panel = p.packed;
    for (std::size_t first = 0; first < p.columns; first += panelWidth) {
        const std::size_t columns = panelColumns(p.columns, first);
        const std::size_t pitch = stateRow(columns);
        eachPass(columns, [&]<std::size_t Count>(std::size_t at) RICERCAR_LAMBDA {
            eachTile(p.rows, [&]<std::size_t Rows>(std::size_t row) RICERCAR_LAMBDA {
                Sums<Rows, Count> sums{};
                accumulate(sums, panel + at, pitch, from(in, row), words, soon(panel + words * pitch, words, row));
                for (std::size_t r = 0; r < Rows; ++r)
                    for (std::size_t i = 0; i < Count; ++i) {
                        const std::size_t column = first + at + i * lanes;
                        storePart(p.out.data + (row + r) * p.out.stride + column, sums.at[r][i], leftOf(p.columns, column));
                    }
            });
        });
        panel += words * pitch;
    }
}

/// Row k of the left factor.
RICERCAR_INLINE const float* leftRow(const OuterSums& o, std::size_t k) {
    return o.left + k / o.inner * o.outerStride + k % o.inner * o.innerStride;
}

/// A block of words of both factors along the depth, from row k on.
struct OuterBlock {
    std::size_t k, depth, words;
};

/// Left's columns by tiles: [tile of six][word][6], the last tile as narrow as it is. `words`: memory for one row of them.
RICERCAR_INLINE void packLeft(const OuterSums& o, OuterBlock block, float* tiles, float* words) {
    for (std::size_t word = 0; word < block.words; ++word) {
        const std::size_t k = word * wordDepth;
        const float* row = leftRow(o, block.k + k);
#ifdef RICERCAR_BFLOAT16
        const bool both = k + 1 < block.depth;
        const float* const second = both ? leftRow(o, block.k + k + 1) : row;
        for (std::size_t m = 0; m < o.m; m += lanes) {
            const std::size_t count = leftOf(o.m, m);
            storePart(words + m, pairs(loadPart(row + m, count), both ? loadPart(second + m, count) : zero()), count);
        }
        row = words;
#else
        (void)words;
#endif
        std::size_t m = 0;
        for (; m + tileRows <= o.m; m += tileRows)
            __builtin_memcpy(tiles + m * block.words + word * tileRows, row + m, tileRows * sizeof(float));
        const std::size_t left = o.m - m;
        for (std::size_t i = 0; i < left; ++i) tiles[m * block.words + word * left + i] = row[m + i];
    }
}

/// A panel of right's columns, [word][pitch]; adds its rows up into `rowSums`.
RICERCAR_INLINE void packRight(const OuterSums& o, OuterBlock block, std::size_t n, std::size_t columns, float* panel,
                               Vector (&rowSums)[panelWidth / lanes]) {
    const std::size_t pitch = stateRow(columns);
    const auto right = [&](std::size_t row, std::size_t at) RICERCAR_LAMBDA {
        const Vector value = loadPart(o.right.data + (block.k + row) * o.right.stride + n + at, leftOf(columns, at));
        rowSums[at / lanes] += value;
        return value;
    };
    for (std::size_t word = 0; word < block.words; ++word)
#pragma GCC unroll 4
        for (std::size_t at = 0; at < panelWidth; at += lanes) {
            if (at >= pitch) break;
#ifdef RICERCAR_BFLOAT16
            const Vector value = pairs(right(2 * word, at), 2 * word + 1 < block.depth ? right(2 * word + 1, at) : zero());
#else
            const Vector value = right(word, at);
#endif
            store(panel + word * pitch + at, value);
        }
}

/// Rows first .. end of what is packed next.
struct Ahead {
    std::size_t first, end;
};
/// The share of `rows` rows that falls to the part from .. to of `whole`.
constexpr Ahead share(std::size_t rows, std::size_t from, std::size_t to, std::size_t whole) {
    return {from * rows / whole, to * rows / whole};
}

/// Asks for the rows that are packed next, a share of them with each tile: of right, those of the next panel, or of the first
/// one of the next block; of left, those of the next block.
RICERCAR_INLINE void fetch(const OuterSums& o, OuterBlock block, std::size_t n, std::size_t m, std::size_t columns) {
    const std::size_t next = block.k + block.depth;
    const std::size_t nextDepth = leftOf(o.depth, next) < block.depth ? leftOf(o.depth, next) : block.depth;
    const bool same = n + panelWidth < o.n;
    const Ahead right = share(same ? block.depth : nextDepth, m, m + columns, o.m);
    const float* const panel = o.right.data + (same ? block.k * o.right.stride + n + panelWidth : next * o.right.stride);
    for (std::size_t row = right.first; row < right.end; ++row)
        for (std::size_t line = 0; line < panelWidth; line += lineFloats)
            __builtin_prefetch(panel + row * o.right.stride + line, 0, 2);
    const std::size_t panels = (o.n + panelWidth - 1) / panelWidth, done = n / panelWidth * o.m + m;
    const Ahead left = share(nextDepth, done, done + columns, panels * o.m);
    for (std::size_t row = left.first; row < left.end; ++row) {
        const float* const at = leftRow(o, next + row);
        for (std::size_t line = 0; line < o.m; line += lineFloats) __builtin_prefetch(at + line, 0, 2);
    }
}

/// A tile of sums: a tile of left's columns, a pass of a panel of right's.
template <std::size_t Rows, std::size_t Count>
RICERCAR_INLINE void outerTile(const float* left, const float* panel, std::size_t pitch, std::size_t words, float* out,
                               std::size_t columns) {
    Sums<Rows, Count> sums{};
    for (std::size_t k = 0; k < words; ++k, panel += pitch, left += Rows) {
        Vector w[Count];
        for (std::size_t i = 0; i < Count; ++i) w[i] = load(panel + i * lanes);
        for (std::size_t r = 0; r < Rows; ++r)
            for (std::size_t i = 0; i < Count; ++i) sums.at[r][i] = multiplyAdd(sums.at[r][i], w[i], left[r]);
    }
    for (std::size_t r = 0; r < Rows; ++r)
        for (std::size_t i = 0; i < Count; ++i) {
            float* const sum = out + r * panelWidth + i * lanes;
            const std::size_t kept = leftOf(columns, i * lanes);
            storePart(sum, loadPart(sum, kept) + sums.at[r][i], kept);
        }
}

void outerSumsKernel(const OuterSums& o) {
    constexpr std::size_t most = outerSumsWords * wordDepth;
    float* const panel = o.scratch;
    float* const tiles = o.scratch + outerSumsWords * panelWidth;
    for (std::size_t k = 0; k < o.depth; k += most) {
        const std::size_t depth = o.depth - k < most ? o.depth - k : most;
        const OuterBlock block{k, depth, wordsOf(depth)};
        packLeft(o, block, tiles, tiles + outerSumsWords * o.m);
        for (std::size_t n = 0; n < o.n; n += panelWidth) {
            const std::size_t columns = panelColumns(o.n, n);
            const std::size_t pitch = stateRow(columns);
            Vector rowSums[panelWidth / lanes] = {};
            packRight(o, block, n, columns, panel, rowSums);
            if (o.rightSums != nullptr)
                for (std::size_t at = 0; at < pitch; at += lanes)
                    store(o.rightSums + n + at, load(o.rightSums + n + at) + rowSums[at / lanes]);
            eachPass(columns, [&]<std::size_t Count>(std::size_t at) RICERCAR_LAMBDA {
                eachTile(o.m, [&]<std::size_t Rows>(std::size_t m) RICERCAR_LAMBDA {
                    if (at == 0) fetch(o, block, n, m, Rows);
                    outerTile<Rows, Count>(tiles + m * block.words, panel + at, pitch, block.words,
                                           o.sums + (n / panelWidth * o.m + m) * panelWidth + at, columns - at);
                });
            });
        }
    }
}

constexpr std::size_t featureWidth = 79, vicinityEnd = 50, ownEnd = 63; // of a pitch's features: what is around, what is its own

#if RICERCAR_LANES == 16
/// Lanes of a line of features that begins `at` floats into a pitch, by where they come from.
struct LineMasks {
    __mmask16 vicinity, own, counts, next;
};
struct LineMaskTable {
    LineMasks of[featureWidth];
};
constexpr LineMaskTable lineMaskTable() {
    LineMaskTable table{};
    for (std::size_t at = 0; at < featureWidth; ++at)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const auto bit = static_cast<__mmask16>(1U << lane);
            LineMasks& masks = table.of[at];
            if (at + lane < vicinityEnd)
                masks.vicinity |= bit;
            else if (at + lane < ownEnd)
                masks.own |= bit;
            else if (at + lane < featureWidth)
                masks.counts |= bit;
            else
                masks.next |= bit;
        }
    return table;
}

/// Every line is put together in a register and stored whole: rows of 79 floats cross a line with nearly every store.
void featuresKernel(const FeatureRows& f) {
    static constexpr LineMaskTable table = lineMaskTable();
    const std::size_t total = f.pitches * featureWidth;
    const std::size_t lead = reinterpret_cast<std::size_t>(f.out) / sizeof(float) % lineFloats; // of the first line, not ours
    const float* vicinity = f.vicinity;
    const float* own = f.constant + lanes - ownEnd;  // so that feature i stands at own[i]
    std::size_t pitchClass = f.lowestClass, at = 0;
    const auto line = [&](__mmask16 kept) RICERCAR_LAMBDA {
        const LineMasks masks = table.of[at];
        const float* const counts = f.counts + lanes * pitchClass - ownEnd;
        const auto part = [&](__mmask16 mask, const float* from) RICERCAR_LAMBDA {
            return _mm512_castps_si512(_mm512_maskz_loadu_ps(mask, from));
        };
        return _mm512_castsi512_ps(_mm512_or_si512(
            _mm512_or_si512(part(masks.vicinity, vicinity + at), part(masks.own, own + at)),
            _mm512_or_si512(part(masks.counts, counts + at), part(masks.next & kept, vicinity + 2 + at - featureWidth))));
    };
    const auto moveOn = [&](std::size_t floats) RICERCAR_LAMBDA {
        at += floats;
        if (at < featureWidth) return;
        at -= featureWidth;
        vicinity += 2;
        own += lanes;
        pitchClass = pitchClass == 11 ? 0 : pitchClass + 1;
    };
    const auto low = [](std::size_t count) { return static_cast<__mmask16>((1U << count) - 1U); };
    std::size_t place = 0;
    if (lead > 0 && total > 0) {
        place = lineFloats - lead < total ? lineFloats - lead : total;
        _mm512_mask_storeu_ps(f.out, low(place), line(low(place)));
        moveOn(place);
    }
    for (; place + lineFloats <= total; place += lineFloats) {
        const Vector whole = at + lineFloats <= vicinityEnd ? load(vicinity + at) : line(0xFFFF);
        if (f.later)
            _mm512_stream_ps(f.out + place, whole);
        else
            store(f.out + place, whole);
        moveOn(lineFloats);
    }
    if (place < total) _mm512_mask_storeu_ps(f.out + place, low(total - place), line(low(total - place)));
    if (f.later) _mm_sfence();
}
#else
RICERCAR_INLINE void copySixteen(float* to, const float* from) {
    for (std::size_t i = 0; i < 16; i += lanes) store(to + i, load(from + i));
}

void featuresKernel(const FeatureRows& f) {
    constexpr std::size_t width = featureWidth, vicinity = vicinityEnd, own = ownEnd, line = lineFloats, group = 12;
    // Pitches are put together a dozen at a time where the first-level cache holds them and go out in whole lines: rows of 79
    // floats cross a line with nearly every store.
    alignas(64) float made[group * width + 2 * line];
    const std::size_t lead = reinterpret_cast<std::size_t>(f.out) / sizeof(float) % line; // of the first line, not ours
    float* to = f.out - lead;
    std::size_t held = lead, pitchClass = f.lowestClass; // held: floats in `made` that wait for the rest of their line
    for (std::size_t first = 0; first < f.pitches; first += group) {
        float* out = made + held;
        const std::size_t end = first + group < f.pitches ? first + group : f.pitches;
        for (std::size_t i = first; i < end; ++i, out += width) {
            const float* const around = f.vicinity + 2 * i;
            for (std::size_t at = 0; at + 16 <= vicinity; at += 16) copySixteen(out + at, around + at);
            copySixteen(out + own - 16, f.constant + 16 * i);
            copySixteen(out + vicinity - 16, around + vicinity - 16);
            copySixteen(out + own, f.counts + 16 * pitchClass);
            pitchClass = pitchClass == 11 ? 0 : pitchClass + 1;
        }
        const std::size_t filled = static_cast<std::size_t>(out - made);
        std::size_t at = 0;
        if (first == 0 && lead > 0) {
            __builtin_memcpy(f.out, made + lead, (line - lead) * sizeof(float));
            at = line;
        }
        for (; at + line <= filled; at += line) copySixteen(to + at, made + at);
        to += at;
        held = filled - at;
        if (held > 0) copySixteen(made, made + at);
    }
    if (f.pitches > 0) __builtin_memcpy(to, made, held * sizeof(float));
}
#endif

} // namespace

extern const Kernels RICERCAR_KERNELS;
#ifdef RICERCAR_BFLOAT16
constexpr Precision tablePrecision = Precision::BFloat16;
#else
constexpr Precision tablePrecision = Precision::Float32;
#endif
const Kernels RICERCAR_KERNELS{RICERCAR_KERNELS_NAME, tablePrecision,  stepKernel,      stepBackKernel,
                               gateSumsKernel,        productKernel,   outerSumsKernel, featuresKernel};

} // namespace ricercar
