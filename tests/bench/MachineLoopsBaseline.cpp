// SPDX-License-Identifier: GPL-3.0-or-later
#define RICERCAR_LOOPS baselineLoops
#define RICERCAR_LOOPS_NAME "baseline"
#define RICERCAR_LANES 4
#define RICERCAR_CHAINS(X) X(a) X(b) X(c) X(d) X(e) X(f) X(g) X(h) X(j) X(k) X(l) X(m)
#include "tests/bench/MachineLoops.inl"
