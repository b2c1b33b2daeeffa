// SPDX-License-Identifier: GPL-3.0-or-later
// Included once for each kind of processor, with RICERCAR_LOOPS, RICERCAR_LOOPS_NAME, RICERCAR_LANES and RICERCAR_CHAINS(X),
// the chains that its registers hold.
#include "tests/bench/MachineLoops.h"

namespace ricercar::bench {
namespace {

#if defined(__x86_64__)
#define RICERCAR_REGISTER "x"
#else
#define RICERCAR_REGISTER "w"
#endif

using Vector [[gnu::vector_size(RICERCAR_LANES * sizeof(float)), gnu::may_alias]] = float;

#define RICERCAR_COUNT(x) +1
constexpr int chains = 0 RICERCAR_CHAINS(RICERCAR_COUNT);

float multiplyAdd(std::size_t count) {
    Vector factor = Vector{} + 0.999F, term = Vector{} + 0.001F;
    asm volatile("" : "+" RICERCAR_REGISTER(factor), "+" RICERCAR_REGISTER(term));
#define RICERCAR_DECLARE(x)     \
    Vector x = Vector{} + 1.0F; \
    asm volatile("" : "+" RICERCAR_REGISTER(x));  // else the compiler sees that all are the same
    RICERCAR_CHAINS(RICERCAR_DECLARE)
#define RICERCAR_ADVANCE(x) x = x * factor + term;
    for (std::size_t i = 0; i < count; ++i) {
        RICERCAR_CHAINS(RICERCAR_ADVANCE)
        RICERCAR_CHAINS(RICERCAR_ADVANCE)
        RICERCAR_CHAINS(RICERCAR_ADVANCE)
        RICERCAR_CHAINS(RICERCAR_ADVANCE)
    }
#define RICERCAR_ADD(x) +x
    const Vector sum = Vector {}
    RICERCAR_CHAINS(RICERCAR_ADD);
    float total = 0;
    for (int lane = 0; lane < RICERCAR_LANES; ++lane) total += sum[lane];
    asm volatile("" : "+" RICERCAR_REGISTER(total));
    return total;
}

void read(const float* values, std::size_t size) {
    Vector a{}, b{}, c{}, d{}, e{}, f{}, g{}, h{};
    for (std::size_t i = 0; i < size; i += std::size_t{8} * RICERCAR_LANES) {
        const auto* const at = reinterpret_cast<const Vector*>(values + i);
        a += at[0];
        b += at[1];
        c += at[2];
        d += at[3];
        e += at[4];
        f += at[5];
        g += at[6];
        h += at[7];
    }
    const Vector sum = a + b + c + d + e + f + g + h;
    asm volatile("" : : RICERCAR_REGISTER(sum));
}

}  // namespace

const MachineLoops RICERCAR_LOOPS{RICERCAR_LOOPS_NAME, 4.0 * chains* RICERCAR_LANES * 2, multiplyAdd, read};

}  // namespace ricercar::bench
