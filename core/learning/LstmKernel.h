#pragma once

#include <cstddef>
#include <vector>

namespace ricercar {

/// Units are worked on in blocks of 16; a layer's vectors are padded to whole blocks.
inline constexpr std::size_t unitBlock = 16;
constexpr std::size_t paddedUnits(std::size_t units) { return (units + unitBlock - 1) / unitBlock * unitBlock; }

/// An LSTM layer's weights, packed for stepping: for each block of units and each input, the four gates of its 16 units side by
/// side. Plain C++ on one thread; the processor's widest vectors are chosen when the program starts.
class LstmKernel {
public:
    /// Row-major PyTorch parameters: weightIh [4 hidden][inputs], weightHh [4 hidden][hidden], biases [4 hidden].
    LstmKernel(const float* weightIh, std::size_t inputs, std::size_t inputStride, const float* weightHh, std::size_t hidden,
               const float* biasIh, const float* biasHh);

    [[nodiscard]] std::size_t inputs() const { return inputs_; }
    /// Floats of a row of hidden or cell state, padding included (it stays 0 in the hidden state).
    [[nodiscard]] std::size_t stateSize() const { return blocks_ * unitBlock; }
    /// Floats of a row of gate sums.
    [[nodiscard]] std::size_t gateSize() const { return blocks_ * unitBlock * 4; }

    /// One step for `rows` rows, `inputStride` floats apart: hidden and cell [rows][stateSize] are replaced. `start`: gate sums
    /// to begin with, [rows][gateSize]; null: the biases.
    void step(const float* input, std::size_t inputStride, float* hidden, float* cell, std::size_t rows,
              const float* start = nullptr) const;

    /// Gate sums of biases and input alone, [rows][gateSize]; another kernel's `start`.
    void gates(const float* input, std::size_t inputStride, std::size_t rows, float* sums) const;

private:
    std::size_t inputs_;
    std::size_t hidden_;
    std::size_t blocks_;
    std::vector<float> inputWeights_;   ///< [block][input][4][16]
    std::vector<float> hiddenWeights_;  ///< [block][hidden][4][16]
    std::vector<float> bias_;           ///< [block][4][16]
};

}  // namespace ricercar
