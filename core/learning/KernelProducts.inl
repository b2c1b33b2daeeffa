// Products of whole matrices. Part of Kernels.inl.

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
