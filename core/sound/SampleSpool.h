// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <span>

namespace ricercar {

/// Samples kept on disk until all are known: a file without a name in the folder of the result.
class SampleSpool {
public:
    /// `result` stands for it in errors. Throws Error Unwritable, as write and read do.
    explicit SampleSpool(const std::filesystem::path& result);
    ~SampleSpool();
    SampleSpool(const SampleSpool&) = delete;
    SampleSpool& operator=(const SampleSpool&) = delete;

    void write(std::span<const float> samples);
    /// Back to the first sample, for reading.
    void rewind();
    /// How many were read: fewer than asked for at the end alone.
    std::size_t read(std::span<float> samples);

private:
    [[noreturn]] void fail();

    std::filesystem::path result_;
    std::FILE* file_ = nullptr;
};

}  // namespace ricercar
