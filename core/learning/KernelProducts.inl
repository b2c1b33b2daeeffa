// SPDX-License-Identifier: GPL-3.0-or-later
// Products of whole matrices. Part of Kernels.inl.

constexpr std::size_t panelColumns(std::size_t columns, std::size_t first) {
    return columns - first < panelWidth ? columns - first : panelWidth;
}

void productKernel(const Product& p) {
    float* scratch = p.scratch;
    const RowsIn in = asWords(p.in, p.rows, p.depth, scratch);
    const std::size_t words = wordsOf(p.depth);
    const float* panel = p.packed;
    Prefetcher prefetcher(p.hints);
    for (std::size_t first = 0; first < p.columns; first += panelWidth) {
        const std::size_t columns = panelColumns(p.columns, first);
        const std::size_t pitch = stateRow(columns);
        eachPass(columns, [&]<std::size_t Count>(std::size_t at) RICERCAR_LAMBDA {
            eachTile(p.rows, [&]<std::size_t Rows>(std::size_t row) RICERCAR_LAMBDA {
                Sums<Rows, Count> sums{};
                accumulate(sums, panel + at, pitch, from(in, row), words, weightsAhead(panel + words * pitch, words, row),
                           prefetcher);
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

/// A part of both factors along the depth, as words: left [word][m], right [word][n].
struct OuterPart {
    std::size_t words;
    RowsIn left, right;
};

/// Row k of the left factor.
RICERCAR_INLINE const float* leftRow(const OuterSums& o, std::size_t k) {
    return o.left + k / o.inner * o.outerStride + k % o.inner * o.innerStride;
}

/// Rows of floats as rows of words, each of a pair of rows where a word is one: themselves, or pairs in the scratch memory.
RICERCAR_INLINE RowsIn asRowWords(RowsIn rows, std::size_t depth, std::size_t columns, float* scratch) {
#ifdef RICERCAR_BFLOAT16
    const std::size_t stride = stateRow(columns);
    for (std::size_t k = 0; k < depth; k += 2) {
        const float* const first = rows.data + k * rows.stride;
        for (std::size_t at = 0; at < columns; at += lanes) {
            const std::size_t count = leftOf(columns, at);
            const Vector second = k + 1 < depth ? loadPart(first + rows.stride + at, count) : zero();
            store(scratch + k / 2 * stride + at, pairs(loadPart(first + at, count), second));
        }
    }
    return {scratch, stride};
#else
    (void)depth, (void)columns, (void)scratch;
    return rows;
#endif
}

/// What is read after a panel of a part: right's next panel, or the first one of the next part; a share of left's next part.
RICERCAR_INLINE void readNext(const OuterSums& o, std::size_t k, std::size_t depth, std::size_t n,
                              PrefetchHint (&hints)[mostHints]) {
    const std::size_t next = k + depth;
    const std::size_t nextDepth = leftOf(o.depth, next) < depth ? leftOf(o.depth, next) : depth;
    if (n + panelWidth < o.n)
        hints[0] = {o.right.data + k * o.right.stride + n + panelWidth, depth, panelColumns(o.n, n + panelWidth),
                    o.right.stride};
    else
        hints[0] = {o.right.data + next * o.right.stride, nextDepth, panelColumns(o.n, 0), o.right.stride};
    const std::size_t panels = (o.n + panelWidth - 1) / panelWidth, panel = n / panelWidth;
    const std::size_t first = panel * nextDepth / panels, end = (panel + 1) * nextDepth / panels;
    if (first < end) hints[1] = {leftRow(o, next + first), end - first, o.m, o.innerStride};
}

/// A tile of sums: a tile of left's columns, a pass of a panel of right's.
template <std::size_t Rows, std::size_t Count>
RICERCAR_INLINE void outerTile(OuterPart part, float* out, std::size_t columns, Prefetcher& prefetcher) {
    Sums<Rows, Count> sums;
    for (std::size_t r = 0; r < Rows; ++r)
        for (std::size_t i = 0; i < Count; ++i) sums.at[r][i] = zero();
    const float* left = part.left.data;
    const float* right = part.right.data;
    const auto word = [&]() RICERCAR_LAMBDA {
        Vector w[Count];
        for (std::size_t i = 0; i < Count; ++i) w[i] = load(right + i * lanes);
        for (std::size_t r = 0; r < Rows; ++r)
            for (std::size_t i = 0; i < Count; ++i) sums.at[r][i] = multiplyAdd(sums.at[r][i], w[i], left[r]);
        left += part.left.stride;
        right += part.right.stride;
    };
    std::size_t k = 0;
    for (; unrolled(Rows) && k + wordsTogether <= part.words; k += wordsTogether) {
        prefetcher.line();
        for (std::size_t i = 0; i < wordsTogether; ++i) word();
    }
    for (; k < part.words; ++k) {
        if (k % wordsTogether == 0) prefetcher.line();
        word();
    }
    for (std::size_t r = 0; r < Rows; ++r)
        for (std::size_t i = 0; i < Count; ++i) {
            float* const sum = out + r * panelWidth + i * lanes;
            const std::size_t kept = leftOf(columns, i * lanes);
            storePart(sum, loadPart(sum, kept) + sums.at[r][i], kept);
        }
}

/// sums[n] += right[k][n] over `depth` rows.
RICERCAR_INLINE void addRows(RowsIn right, std::size_t depth, std::size_t columns, float* sums) {
    for (std::size_t at = 0; at < columns; at += lanes) {
        Vector sum = load(sums + at);
        for (std::size_t row = 0; row < depth; ++row)
            sum += loadPart(right.data + row * right.stride + at, leftOf(columns, at));
        store(sums + at, sum);
    }
}

void outerSumsKernel(const OuterSums& o) {
    const std::size_t most = outerSumsRows(tablePrecision, o.inner);
    float* const leftWords = o.scratch + most / wordDepth * panelWidth;
    for (std::size_t k = 0, depth = 0; k < o.depth; k += depth) {
        const std::size_t stepLeft = o.inner - k % o.inner, left = o.depth - k < stepLeft ? o.depth - k : stepLeft;
        depth = left < most ? left : most;
        OuterPart part{wordsOf(depth), asRowWords({leftRow(o, k), o.innerStride}, depth, o.m, leftWords), {}};
        for (std::size_t n = 0; n < o.n; n += panelWidth) {
            const std::size_t columns = panelColumns(o.n, n);
            const RowsIn panel{o.right.data + k * o.right.stride + n, o.right.stride};
            if (o.rightSums != nullptr) addRows(panel, depth, columns, o.rightSums + n);
            part.right = asRowWords(panel, depth, columns, o.scratch);
            PrefetchHint hints[mostHints];
            readNext(o, k, depth, n, hints);
            Prefetcher prefetcher(hints);
            eachPass(columns, [&]<std::size_t Count>(std::size_t at) RICERCAR_LAMBDA {
                eachTile(o.m, [&]<std::size_t Rows>(std::size_t m) RICERCAR_LAMBDA {
                    outerTile<Rows, Count>(
                        {part.words, {part.left.data + m, part.left.stride}, {part.right.data + at, part.right.stride}},
                        o.sums + (n / panelWidth * o.m + m) * panelWidth + at, columns - at, prefetcher);
                });
            });
        }
    }
}
