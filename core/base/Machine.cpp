// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Machine.h"

#include "core/base/Files.h"

#include <fstream>
#include <thread>

namespace ricercar {

std::string machineName() {
    std::ifstream info("/proc/cpuinfo");
    std::string name = "a processor";
    for (std::string line; std::getline(info, line);)
        if (line.starts_with("model name")) {
            const auto colon = line.find(": ");
            if (colon != std::string::npos) name = validUtf8(line.substr(colon + 2));
            break;
        }
    return name + ", " + std::to_string(std::thread::hardware_concurrency()) + " threads";
}

}  // namespace ricercar
