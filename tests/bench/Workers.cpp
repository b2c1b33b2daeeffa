// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Workers.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string_view>

extern char** environ;

namespace ricercar::bench {
namespace {

/// Whether a variable changes how fast somebody multiplies or allocates.
bool tunes(std::string_view variable) {
    for (const std::string_view prefix : {"OPENBLAS_", "OMP_", "GOMP_", "KMP_", "GOTO_", "MKL_", "MALLOC_", "GLIBC_TUNABLES",
                                          "ATEN_", "ONEDNN_", "DNNL_", "BLIS_", "RICERCAR_", "LD_PRELOAD"})
        if (variable.starts_with(prefix)) return true;
    return false;
}

std::vector<std::string> environmentOf(const WorkerCommand& command) {
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable)
        if (!tunes(*variable)) variables.emplace_back(*variable);
    for (const auto& [name, value] : command.environment) variables.push_back(name + "=" + value);
    return variables;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (std::string& text : texts) list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

Figures parse(const std::string& line) {
    Figures figures;
    std::istringstream words(line);
    std::string name;
    double value = 0;
    while (words >> name >> value) figures[name] = value;
    return figures;
}

double now() { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

}  // namespace

Worker::Worker(const WorkerCommand& command) : name_(command.arguments.front()) {
    std::vector<std::string> arguments = command.arguments;
    std::vector<std::string> environment = environmentOf(command);
    const std::vector<char*> argumentList = pointers(arguments);
    const std::vector<char*> environmentList = pointers(environment);
    std::array<int, 2> orders{}, answers{};
    if (::pipe2(orders.data(), O_CLOEXEC) != 0 || ::pipe2(answers.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe to a worker");
    process_ = ::fork();
    if (process_ == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::dup2(orders[0], STDIN_FILENO);
        ::dup2(answers[1], STDOUT_FILENO);
        ::execve(argumentList[0], argumentList.data(), environmentList.data());
        ::_exit(127);
    }
    ::close(orders[0]);
    ::close(answers[1]);
    out_.reset(::fdopen(orders[1], "w"));
    in_.reset(::fdopen(answers[0], "r"));
    if (process_ < 0) throw std::runtime_error("no process for a worker");
    ask("");
}

Worker::~Worker() {
    out_.reset();  // its input ends, and so does it
    in_.reset();
    if (process_ > 0) ::waitpid(process_, nullptr, 0);
}

Figures Worker::ask(const char* order) {
    std::fputs(order, out_.get());
    std::fflush(out_.get());
    std::array<char, 4096> line{};
    if (std::fgets(line.data(), line.size(), in_.get()) == nullptr)
        throw std::runtime_error("a worker ended before its time: " + name_);
    return parse(line.data());
}

Figures Worker::go() { return ask("go\n"); }
Figures Worker::end() { return ask("end\n"); }

bool awaitOrder() {
    static bool said = false;
    if (!said) std::cout << "ready 1" << std::endl;
    said = true;
    std::string order;
    return std::getline(std::cin, order) && order == "go";
}

void answer(const Figures& figures) {
    std::ostringstream line;
    line.precision(12);
    for (const auto& [name, value] : figures) line << name << ' ' << value << ' ';
    std::cout << line.str() << std::endl;
}

void serve(const std::function<Figures()>& step, const std::function<Figures()>& end) {
    while (awaitOrder()) {
        const double processor = processorMs();
        const double begun = now();
        Figures figures = step();
        figures.try_emplace("ms", now() - begun);
        figures.try_emplace("cpu_ms", processorMs() - processor);
        answer(figures);
    }
    Figures figures = end ? end() : Figures{};
    figures["peak_mb"] = peakMegabytes();
    answer(figures);
}

double processorMs() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

double peakMegabytes() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word)
        if (word == "VmHWM:") {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes * 1024 / 1e6;
        }
    return 0;
}

BusyNeighbour::BusyNeighbour() : process_(::fork()) {
    if (process_ != 0) return;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (;;) asm volatile("");
}

BusyNeighbour::~BusyNeighbour() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

}  // namespace ricercar::bench
