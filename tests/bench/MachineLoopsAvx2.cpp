// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with flags of its own, see CMakeLists.txt.
#define RICERCAR_LOOPS avx2Loops
#define RICERCAR_LOOPS_NAME "AVX2"
#define RICERCAR_LANES 8
#define RICERCAR_CHAINS(X) X(a) X(b) X(c) X(d) X(e) X(f) X(g) X(h) X(j) X(k) X(l) X(m)
#include "tests/bench/MachineLoops.inl"
