#include "core/dataset/Splits.h"

#include "core/base/Random.h"

namespace ricercar {

Side sideOf(const std::string& fileHash, std::uint64_t seed, double validationShare) {
    std::uint64_t fnv = 0xCBF29CE484222325ULL;
    for (const char c : fileHash) fnv = (fnv ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    const double place = static_cast<double>(Random::stream(seed, fnv) >> 11) * 0x1.0p-53;
    return place < validationShare ? Side::Validation : Side::Train;
}

}  // namespace ricercar
