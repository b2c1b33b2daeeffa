// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Interrupt.h"

#include "app/cli/Context.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>

namespace ricercar::cli {
namespace {

// What the handler touches: lock-free atomics and write(2), nothing else is safe there.
std::atomic<int> writeEnd{-1};
std::atomic<int> signals{0};
static_assert(std::atomic<int>::is_always_lock_free);

constexpr char stopByte = 's';
constexpr char endByte = 'e';

void onSignal(int) {
    const int saved = errno;
    if (++signals > 2) ::_exit(Stopped);
    [[maybe_unused]] const auto written = ::write(writeEnd, &stopByte, 1);
    errno = saved;
}

}  // namespace

Interrupt::Interrupt() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return;  // then the signals end the program as ever
    readEnd_ = ends[0];
    writeEnd = ends[1];
    watcher_ = std::thread([this] {
        char byte = 0;
        for (;;) {
            const ssize_t got = ::read(readEnd_, &byte, 1);
            if (got < 0 && errno == EINTR) continue;
            if (got != 1 || byte == endByte) return;
            source_.request_stop();
        }
    });
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        // what was to be ignored (nohup) is
        if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
        ::sigaction(signal, &action, nullptr);
    }
}

Interrupt::~Interrupt() {
    if (!watcher_.joinable()) return;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now {};
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == onSignal) std::signal(signal, SIG_DFL);
    }
    [[maybe_unused]] const auto written = ::write(writeEnd, &endByte, 1);
    watcher_.join();
    ::close(writeEnd.exchange(-1));
    ::close(readEnd_);
}

}  // namespace ricercar::cli
