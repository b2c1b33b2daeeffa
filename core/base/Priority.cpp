// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Priority.h"

#if defined(__linux__)
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

}  // namespace ricercar
