// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/base/Folders.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"
#include "core/workbench/Resources.h"
#include "tests/bench/Benches.h"
#include "tests/bench/Work.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ricercar::bench {
namespace {

namespace fs = std::filesystem;

struct Start {
    double cpuMs = 0;
    double firstLineMs = 0;  ///< until the first line on stdout, of the clock
};

fs::path program(const char* name) {
    const fs::path file = fs::read_symlink("/proc/self/exe").parent_path() / name;
    if (!fs::exists(file)) throw std::runtime_error(file.string() + " is not built");
    return file;
}

double milliseconds(timeval time) { return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3; }

/// Runs a program to its end; throws where it fails.
Start start(const fs::path& file, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), file.string());
    std::vector<char*> list;
    for (std::string& argument : arguments) list.push_back(argument.data());
    list.push_back(nullptr);
    std::array<int, 2> lines{};
    if (::pipe2(lines.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe to a program");
    const auto begun = std::chrono::steady_clock::now();
    const pid_t process = ::fork();
    if (process == 0) {
        ::dup2(lines[1], STDOUT_FILENO);
        ::dup2(::open("/dev/null", O_WRONLY), STDERR_FILENO);
        ::execv(list[0], list.data());
        ::_exit(127);
    }
    ::close(lines[1]);
    Start found;
    {
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(::fdopen(lines[0], "r"), std::fclose);
        for (int letter = 0, first = 1; (letter = std::fgetc(out.get())) != EOF;)
            if (letter == '\n' && std::exchange(first, 0) == 1)
                found.firstLineMs = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
    }
    int status = 0;
    rusage usage{};
    if (process < 0 || ::wait4(process, &status, 0, &usage) != process || status != 0)
        throw std::runtime_error(arguments[0] + " " + arguments[1] + " failed");
    found.cpuMs = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    return found;
}

/// A bar of music, so that what is measured is the start.
void writeBar(const fs::path& file) {
    PianoRoll roll(pianoRange, 16);
    roll.addNote(0, 4, 60);
    writeFile(file, writeMidi(toScore(roll, 240.0)));
}

void measureCommands(Report& report, const fs::path& folder, int rounds) {
    const fs::path cli = program("ricercar-cli");
    const std::string bar = (folder / "bar.mid").string(), music = (folder / "music.ricercar-db").string();
    writeBar(bar);
    const std::vector<std::pair<const char*, std::vector<std::string>>> commands{
        {"help", {"--help"}},
        {"version", {"--version"}},
        {"inspect", {"inspect", bar}},
        {"import", {"import", "--workspace", music, bar}},
        {"export", {"export", "csv", "--workspace", music, "--out", (folder / "table.csv").string()}},
#ifdef RICERCAR_BENCH_SOUND
        {"render", {"render", bar, "-o", (folder / "bar.wav").string()}},
#endif
    };
    for (const auto& [name, arguments] : commands) {
        std::vector<double> ms;
        for (int round = 0; round < rounds; ++round) {
            if (std::string_view(name) == "import")
                for (const char* end : {"", "-wal", "-shm"}) fs::remove(music + end);
            ms.push_back(start(cli, arguments).cpuMs);
        }
        report.add(std::string(name) + "_cpu_ms", median(ms), "ms", std::string("ricercar-cli ") + name + ": processor time");
    }
}

#ifdef RICERCAR_BENCH_ROLL
/// The first start of a new user, and those that follow.
void measureWindow(Report& report, const fs::path& folder, int rounds) {
    for (const char* place : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        ::setenv(place, folder.c_str(), 1);
    ::setenv("QT_QPA_PLATFORM", "offscreen", 0);
    const fs::path window = program("ricercar");
    const std::vector<std::string> arguments{"--first-paint", "--new-window"};
    const Start first = start(window, arguments);
    std::vector<double> shown, cpu;
    for (int round = 0; round < rounds; ++round) {
        const Start later = start(window, arguments);
        shown.push_back(later.firstLineMs);
        cpu.push_back(later.cpuMs);
    }
    report.add("window_first_ms", first.firstLineMs, "ms", "ricercar: until its window is painted, for a new user");
    report.add("window_ms", median(shown), "ms", "The same, at later starts");
    report.add("window_cpu_ms", median(cpu), "ms", "Processor time of such a start and its end");
}
#endif

}  // namespace

Report startBench(const Options& options) {
    const TemporaryFolder folder;
    Report report;
    addMachine(report, options);
    measureCommands(report, folder.path(), options.rounds);
#ifdef RICERCAR_BENCH_ROLL
    measureWindow(report, folder.path(), options.rounds);
#endif
    return report;
}

}  // namespace ricercar::bench
