// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles of sums that stay in registers. Part of Kernels.inl.

// Sums that stay in registers: 6 x 4 of 32, or 6 x 2 of 16.
constexpr std::size_t tileRows = 6;
constexpr std::size_t passVectors = lanes == 16 ? 4 : 2;
constexpr std::size_t passFloats = passVectors * lanes;
constexpr std::size_t lineFloats = 16;  ///< of a cache line

constexpr std::size_t wordsOf(std::size_t depth) { return (depth + wordDepth - 1) / wordDepth; }
/// Floats left of `at` in a vector of `count`: what a partial load or store takes, 0 where it is past the end.
constexpr std::size_t leftOf(std::size_t count, std::size_t at) { return count > at ? count - at : 0; }

template <std::size_t Rows, std::size_t Count>
struct Sums {
    Vector at[Rows][Count];
};

/// Weights wanted soon, brought to the second-level cache by the tiles before: a quarter of them by each.
RICERCAR_INLINE const float* weightsAhead(const float* weights, std::size_t words, std::size_t row) {
    return weights + row / tileRows % 4 * words * lineFloats;
}

/// Prefetches memory a line at a time. Not all at once: the processor has few loads in progress, and the sums
/// would wait for theirs.
class Prefetcher {
public:
    RICERCAR_INLINE explicit Prefetcher(const PrefetchHint (&list)[mostHints]) : next_(list), end_(list + mostHints) {}
    RICERCAR_INLINE void line() {
        if (at_ < rowEnd_) {
            __builtin_prefetch(at_, 0, 2);
            at_ += lineFloats;
        } else if (rows_ > 0) {
            --rows_;
            at_ = reinterpret_cast<const float*>(reinterpret_cast<std::size_t>(row_) / 64 * 64);
            rowEnd_ = row_ + floats_;
            row_ += stride_;
        } else if (next_ < end_) {
            row_ = next_->data;
            rows_ = next_->rows;
            floats_ = next_->floats;
            stride_ = next_->stride;
            ++next_;
        }
    }

private:
    const float* at_ = nullptr;
    const float* rowEnd_ = nullptr;
    const float* row_ = nullptr;
    std::size_t rows_ = 0, floats_ = 0, stride_ = 0;
    const PrefetchHint* next_;
    const PrefetchHint* end_;
};

constexpr std::size_t wordsTogether = lanes >= 8 ? 4 : 1;  ///< between two looks at what is wanted soon
/// Tiles whose loop over words is unrolled: whole ones, and the single rows of sampling. What is left over of a chunk is
/// little, and all its shapes unrolled would be most of the code.
constexpr bool unrolled(std::size_t rows) { return rows == tileRows || rows == 1; }

/// sums[row][i] += in[row][k] * weights[k][lanes i ..] over words k, rows of weights `pitch` apart; meanwhile fetches a line a
/// word from `next` on, the rows of the tile that follows, and what is wanted soon.
template <std::size_t Rows, std::size_t Count>
RICERCAR_INLINE void accumulate(Sums<Rows, Count>& sums, const float* weights, std::size_t pitch, RowsIn in, std::size_t words,
                                const float* next, Prefetcher& prefetcher) {
    const float* row[Rows];
    for (std::size_t r = 0; r < Rows; ++r) row[r] = in.data + r * in.stride;
    Sums<Rows, Count> local;  // the compiler keeps these in registers
    for (std::size_t r = 0; r < Rows; ++r)
        for (std::size_t i = 0; i < Count; ++i) local.at[r][i] = sums.at[r][i];
    const float* ahead = in.data + Rows * in.stride;
    std::size_t k = 0;
    const auto word = [&]() RICERCAR_LAMBDA {
        if constexpr (Rows == 1)  // weights pass by faster than they are fetched
            for (std::size_t i = 0; i < Count * lanes; i += lineFloats) __builtin_prefetch(weights + 8 * pitch + i);
        Vector w[Count];
        for (std::size_t i = 0; i < Count; ++i) w[i] = load(weights + i * lanes);
        for (std::size_t r = 0; r < Rows; ++r) {
            const float x = row[r][k];
            for (std::size_t i = 0; i < Count; ++i) local.at[r][i] = multiplyAdd(local.at[r][i], w[i], x);
        }
        ++k;
        weights += pitch;
    };
    while (unrolled(Rows) && k + wordsTogether <= words) {
        if constexpr (Rows == tileRows) {
            for (std::size_t i = 0; i < wordsTogether; ++i) __builtin_prefetch(next + i * lineFloats, 0, 2);
            next += wordsTogether * lineFloats;
            __builtin_prefetch(ahead);
            __builtin_prefetch(ahead + lineFloats);
            ahead += wordsTogether * Rows;
            prefetcher.line();
        }
        for (std::size_t i = 0; i < wordsTogether; ++i) word();
    }
    while (k < words) word();
    for (std::size_t r = 0; r < Rows; ++r)
        for (std::size_t i = 0; i < Count; ++i) sums.at[r][i] = local.at[r][i];
}

#if RICERCAR_LANES == 16
constexpr std::size_t mostSparse = 192;  // words of a row that may be mostly zeros: features are

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
                for (std::size_t i = 0; i < Count; ++i)
                    sum[i] = multiplyAdd(sum[i], load(weights + k * pitch + i * lanes), row[k]);
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
