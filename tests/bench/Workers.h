// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ricercar::bench {

/// Numbers by name: "ms", "cpu_ms", "peak_mb" ...
using Figures = std::map<std::string, double>;

/// How a worker is started.
struct WorkerCommand {
    std::vector<std::string> arguments;  ///< the program first
    std::map<std::string, std::string>
        environment;  ///< on top of ours, from which every setting of BLAS, OpenMP and heap is gone
};

/// A process that does one side's steps when told to, and is blocked in between. Lines through pipes: it says "ready", and
/// answers each "go" with the figures of one step ("ms 12.5 cpu_ms 24.1"), "end" with those of the whole run.
class Worker {
public:
    /// Throws std::runtime_error where it cannot be started or ends before it is ready.
    explicit Worker(const WorkerCommand& command);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// One step.
    Figures go();
    /// No step after this.
    Figures end();

private:
    Figures ask(const char* order);

    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::string name_;
    pid_t process_ = -1;
    std::unique_ptr<std::FILE, Close> in_;
    std::unique_ptr<std::FILE, Close> out_;
};

/// The worker's end of the pipes. `step` is timed, unless it gives "ms" itself; peak memory is added to what `end` gives.
void serve(const std::function<Figures()>& step, const std::function<Figures()>& end = {});

/// For a worker whose loop is somebody else's: waits for an order; false: to end.
bool awaitOrder();
void answer(const Figures& figures);

/// Processor time of this process, all threads, in milliseconds.
double processorMs();
/// Largest resident memory of this process so far.
double peakMegabytes();

/// A program that keeps one core busy as long as this lives.
class BusyNeighbour {
public:
    BusyNeighbour();
    ~BusyNeighbour();
    BusyNeighbour(const BusyNeighbour&) = delete;
    BusyNeighbour& operator=(const BusyNeighbour&) = delete;

private:
    pid_t process_;
};

}  // namespace ricercar::bench
