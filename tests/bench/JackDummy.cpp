// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/JackDummy.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <vector>

extern char** environ;

namespace ricercar::bench {
namespace {

pid_t start(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t process = -1;
    const int error = posix_spawnp(&process, arguments[0], &quiet, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&quiet);
    if (error != 0) throw std::runtime_error(words[0] + " cannot be started (Debian: package jackd2)");
    return process;
}

}  // namespace

JackDummy::JackDummy(const std::filesystem::path& folder) {
    const std::string name = "ricercar-bench-" + std::to_string(::getpid());
    ::setenv("JACK_NO_START_SERVER", "1", 1);
    ::setenv("JACK_DEFAULT_SERVER", name.c_str(), 1);
    ::setenv("XDG_RUNTIME_DIR", folder.c_str(), 1);
    // it waits for its clients: else a busy machine's server drops what they sent, and not we
    server_ = start({"jackd", "--no-realtime", "--sync", "-n", name, "-d", "dummy", "-r", "48000", "-p", "256"});
    int status = 1;
    const pid_t wait = start({"jack_wait", "-w", "-t", "10"});
    ::waitpid(wait, &status, 0);
    if (status == 0) return;
    ::kill(server_, SIGTERM);
    ::waitpid(server_, nullptr, 0);
    throw std::runtime_error("the JACK server did not start within ten seconds");
}

JackDummy::~JackDummy() {
    ::kill(server_, SIGTERM);
    ::waitpid(server_, nullptr, 0);
}

}  // namespace ricercar::bench
