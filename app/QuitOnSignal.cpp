// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/QuitOnSignal.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <utility>

namespace ricercar {
namespace {

// What the handler touches: lock-free atomics and write(2), nothing else is safe there.
std::atomic<int> writeEnd{-1};

void onSignal(int) {
    const int saved = errno;
    const char byte = 's';
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
    errno = saved;
}

constexpr std::array endings{SIGINT, SIGTERM, SIGHUP};

}  // namespace

QuitOnSignal::QuitOnSignal(std::function<void()> quit, QObject* parent) : QObject(parent) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;  // then the signals end the program as ever
    readEnd_ = ends[0];
    writeEnd = ends[1];
    auto* notifier = new QSocketNotifier(readEnd_, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier, quit = std::move(quit)] {
        notifier->setEnabled(false);
        quit();
    });
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);  // a second one ends the program at once
    ::sigemptyset(&action.sa_mask);
    for (const int signal : endings) {
        struct sigaction before {};
        if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
        ::sigaction(signal, &action, nullptr);
    }
}

QuitOnSignal::~QuitOnSignal() {
    if (readEnd_ < 0) return;
    for (const int signal : endings) {
        struct sigaction now {};
        if (::sigaction(signal, nullptr, &now) == 0 && now.sa_handler == onSignal) std::signal(signal, SIG_DFL);
    }
    ::close(writeEnd.exchange(-1));
    ::close(readEnd_);
}

}  // namespace ricercar
