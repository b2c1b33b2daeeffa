// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/ExerciseMidi.h"

#include <cstddef>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ricercar::test::exerciseMidi({data, size});
    return 0;
}
