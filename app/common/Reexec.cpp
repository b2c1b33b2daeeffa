#include "app/common/Reexec.h"

#include <unistd.h>

#include <cstdlib>

namespace ricercar {

void reexecWithPassiveWaiting(char* const* arguments) {
    constexpr const char* variable = "OMP_WAIT_POLICY";
    if (std::getenv(variable)) return;
    if (::setenv(variable, "passive", 0) != 0) return;
    ::execv("/proc/self/exe", arguments);
}

}  // namespace ricercar
