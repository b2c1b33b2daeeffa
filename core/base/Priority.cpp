// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Priority.h"

#if defined(__linux__)
#include <pthread.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace ricercar {

void giveWay() {
#if defined(__linux__)
    constexpr int nice = 10;  // Linux has it by thread, and threads inherit it
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), nice);
#endif
}

void hurry() {
#if defined(__linux__)
    ::prctl(PR_SET_TIMERSLACK, 1UL);
    sched_param priority{};
    priority.sched_priority = 10;
    ::pthread_setschedparam(::pthread_self(), SCHED_RR, &priority);
#endif
}

}  // namespace ricercar
