// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Machine.h"

#include "core/learning/Kernels.h"
#include "tests/bench/MachineLoops.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <latch>
#include <string_view>
#include <thread>
#include <vector>

namespace ricercar::bench {
namespace {

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

const MachineLoops& loops() {
#if defined(__x86_64__)
    const std::string_view level = kernels().name;
    if (level == "AVX-512") return avx512Loops;
    if (level == "AVX2") return avx2Loops;
#endif
    return baselineLoops;
}

/// Repetitions of `work(n)` that take about this long.
template <typename Work>
std::size_t calibrated(Work&& work, double target) {
    std::size_t count = 1;
    for (;; count *= 2) {
        const double begun = seconds();
        work(count);
        const double took = seconds() - begun;
        if (took > target / 4)
            return std::max<std::size_t>(1, static_cast<std::size_t>(static_cast<double>(count) * target / took));
    }
}

}  // namespace

std::string processorName() {
    std::ifstream facts("/proc/cpuinfo");
    for (std::string line; std::getline(facts, line);)
        if (line.starts_with("model name")) {
            std::string name = line.substr(std::min(line.size(), line.find(':') + 2));
            const auto value = [&](const char* key) {
                std::ifstream again("/proc/cpuinfo");
                for (std::string other; std::getline(again, other);)
                    if (other.starts_with(key)) return other.substr(std::min(other.size(), other.find(':') + 2));
                return std::string();
            };
            return name + ", family " + value("cpu family") + " model " + value("model\t");
        }
    return "unknown";
}

const char* instructionLevel() { return loops().name; }

double peakGflops(int threads) {
    const MachineLoops& chosen = loops();
    static const std::size_t count = calibrated([&](std::size_t n) { (void)chosen.multiplyAdd(n); }, 0.02);
    double best = 0;
    for (int burst = 0; burst < 3; ++burst) {
        std::latch start(threads);
        std::vector<double> begun(static_cast<std::size_t>(threads)), ended(begun);
        const auto work = [&](std::size_t thread) {
            start.arrive_and_wait();
            begun[thread] = seconds();
            (void)chosen.multiplyAdd(count);
            ended[thread] = seconds();
        };
        {
            std::vector<std::jthread> others;
            for (std::size_t thread = 1; thread < begun.size(); ++thread) others.emplace_back(work, thread);
            work(0);
        }
        const double took = *std::ranges::max_element(ended) - *std::ranges::min_element(begun);
        best = std::max(best, static_cast<double>(count) * chosen.operations * threads / took / 1e9);
    }
    return best;
}

double readRate(std::size_t bytes) {
    const MachineLoops& chosen = loops();
    std::vector<float> values(bytes / sizeof(float) / 512 * 512 + 16, 1.0F);
    const auto offset = (64 - reinterpret_cast<std::uintptr_t>(values.data()) % 64) % 64 / sizeof(float);
    const float* const first = values.data() + offset;
    const std::size_t size = values.size() - 16;
    const auto pass = [&](std::size_t n) {
        for (std::size_t i = 0; i < n; ++i) chosen.read(first, size);
    };
    const std::size_t count = calibrated(pass, 0.01);
    double best = 0;
    for (int burst = 0; burst < 3; ++burst) {
        const double begun = seconds();
        pass(count);
        best = std::max(best, static_cast<double>(count * size * sizeof(float)) / (seconds() - begun) / 1e9);
    }
    return best;
}

double memsetRate(std::size_t bytes) {
    std::vector<char> memory(bytes, 1);
    const auto pass = [&](std::size_t n) {
        for (std::size_t i = 0; i < n; ++i) {
            std::memset(memory.data(), static_cast<int>(i), memory.size());
            asm volatile("" : : "r"(memory.data()) : "memory");
        }
    };
    const std::size_t count = calibrated(pass, 0.02);
    double best = 0;
    for (int burst = 0; burst < 3; ++burst) {
        const double begun = seconds();
        pass(count);
        best = std::max(best, static_cast<double>(count * bytes) / (seconds() - begun) / 1e9);
    }
    return best;
}

}  // namespace ricercar::bench
