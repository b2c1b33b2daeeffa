// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>
#include <vector>

namespace ricercar {

/// Memory for vectors that the kernels read: whole cache lines, huge pages where it is large, and not set to zero first.
template <typename Value>
struct LineAllocator {
    using value_type = Value;

    LineAllocator() = default;
    template <typename Other>
    explicit LineAllocator(const LineAllocator<Other>&) {}

    Value* allocate(std::size_t count) {
        constexpr std::size_t line = 64, hugePage = std::size_t{2} << 20;
        if (count > (static_cast<std::size_t>(-1) - hugePage) / sizeof(Value)) throw std::bad_alloc();
        const std::size_t bytes = count * sizeof(Value);
        const std::size_t alignment = bytes >= 2 * hugePage ? hugePage : line;
        const std::size_t whole = (bytes + line - 1) / line * line;
        void* const memory = std::aligned_alloc(alignment, alignment == line ? whole : (bytes + 4095) / 4096 * 4096);
        if (memory == nullptr) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
        if (alignment == hugePage) madvise(memory, bytes / hugePage * hugePage, MADV_HUGEPAGE);
#endif
        return static_cast<Value*>(memory);
    }
    void deallocate(Value* memory, std::size_t) { std::free(memory); }

    template <typename Other>
    void construct(Other* at) {
        ::new (static_cast<void*>(at)) Other;
    }
    template <typename Other, typename... Arguments>
    void construct(Other* at, Arguments&&... arguments) {
        ::new (static_cast<void*>(at)) Other(std::forward<Arguments>(arguments)...);
    }

    friend bool operator==(const LineAllocator&, const LineAllocator&) { return true; }
};

using Floats = std::vector<float, LineAllocator<float>>;

/// At least `size` floats of any value; what was in them is lost when they move.
inline float* atLeast(Floats& floats, std::size_t size) {
    if (floats.size() < size) floats = Floats(size);
    return floats.data();
}

}  // namespace ricercar
