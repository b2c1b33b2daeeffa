// SPDX-License-Identifier: GPL-3.0-or-later
// A step of an LSTM layer, and the way back. Part of Kernels.inl.

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
                                           Block block, std::size_t at, Prefetcher& prefetcher) {
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
        accumulate(sums, own + at, pitch, from(rows, row), words, weightsAhead(own + gateBlock * words, words, row),
                   prefetcher);
    };
    for (int i = 0; i < 2; ++i)
        if (step.inputWeights[i].columns > 0) add(step.inputWeights[i], input[i]);
    if (previous.data != nullptr) add(step.hiddenWeights, previous);
    return sums;
}

/// Calls tile.template operator()<Rows>(row) with the gate sums of all rows, tile by tile, in `sums` [Rows][gateBlock].
template <typename Tile>
RICERCAR_INLINE void eachGateTile(const LstmStep& step, Block block, const RowsIn (&input)[2], RowsIn previous, float* sums,
                                  Prefetcher& prefetcher, Tile&& tile) {
    eachTile(step.rows, [&]<std::size_t Rows>(std::size_t row) RICERCAR_LAMBDA {
        eachPass(4 * block.width, [&]<std::size_t Count>(std::size_t at) RICERCAR_LAMBDA {
            const auto pass = gateTile<Rows, Count>(step, input, previous, row, block, at, prefetcher);
            for (std::size_t r = 0; r < Rows; ++r)
                for (std::size_t i = 0; i < Count; ++i) store(sums + r * gateBlock + at + i * lanes, pass.at[r][i]);
        });
        tile.template operator()<Rows>(row);
    });
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
            storePast(gates, input, kept);
            storePast(gates + block.width, forget, kept);
            storePast(gates + 2 * block.width, candidate, kept);
            storePast(gates + 3 * block.width, output, kept);
        }
    }
}

constexpr std::size_t tileFloats = (tileRows + 1) * gateBlock;  // the last vectors of a cut block reach over

void stepKernel(const LstmStep& step) {
    alignas(64) float sums[tileFloats] = {};
    float* scratch = step.scratch;
    RowsIn input[2];
    for (int i = 0; i < 2; ++i) input[i] = asWords(step.input[i], step.rows, step.inputWeights[i].columns, scratch);
    const RowsIn previous = asWords(step.previousHidden, step.rows, step.hidden, scratch);
    Prefetcher prefetcher(step.hints);
    eachBlock(step.hidden, [&](Block block) RICERCAR_LAMBDA {
        eachGateTile(step, block, input, previous, sums, prefetcher, [&]<std::size_t Rows>(std::size_t row) RICERCAR_LAMBDA {
            for (std::size_t r = 0; r < Rows; ++r) activate(step, block, row + r, sums + r * gateBlock);
        });
    });
    if (step.gates.data != nullptr) storesPastDone();
}

void gateSumsKernel(const LstmStep& step) {
    alignas(64) float sums[tileFloats];
    float* scratch = step.scratch;
    const RowsIn input[2] = {asWords(step.input[0], step.rows, step.inputWeights[0].columns, scratch), {}};
    Prefetcher prefetcher(step.hints);
    eachBlock(step.hidden, [&](Block block) RICERCAR_LAMBDA {
        eachGateTile(step, block, input, {}, sums, prefetcher, [&]<std::size_t Rows>(std::size_t row) RICERCAR_LAMBDA {
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
