// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ricercar {

/// The processor's name and its number of threads, for people: "Intel(R) Xeon(R) ..., 2 threads".
std::string machineName();

}  // namespace ricercar
