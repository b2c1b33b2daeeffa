// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled with flags of its own, see CMakeLists.txt.
#define RICERCAR_LOOPS avx512Loops
#define RICERCAR_LOOPS_NAME "AVX-512"
#define RICERCAR_LANES 16
#define RICERCAR_CHAINS(X) X(a) X(b) X(c) X(d) X(e) X(f) X(g) X(h) X(j) X(k) X(l) X(m) X(n) X(o) X(p) X(q) X(r) X(s) X(t) X(u)
#include "tests/bench/MachineLoops.inl"
