// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Splits.h"

#include "core/base/Random.h"

namespace ricercar {

namespace {

double placeOf(const std::string& fileHash, std::uint64_t seed) {
    std::uint64_t fnv = 0xCBF29CE484222325ULL;
    for (const char c : fileHash) fnv = (fnv ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return static_cast<double>(Random::stream(seed, fnv) >> 11) * 0x1.0p-53;
}

}  // namespace

Subset subsetOf(const std::string& fileHash, std::uint64_t seed, const SplitShares& shares) {
    const double place = placeOf(fileHash, seed);
    return place < shares.validation                 ? Subset::Validation
           : place < shares.validation + shares.test ? Subset::Test
                                                     : Subset::Train;
}

}  // namespace ricercar
