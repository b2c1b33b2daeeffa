// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Profile.h"

#include <utility>

namespace ricercar {
namespace {

void put(std::vector<std::uint8_t>& bytes, std::uint64_t value) {
    for (; value >= 128; value >>= 7) bytes.push_back(static_cast<std::uint8_t>(value | 128));
    bytes.push_back(static_cast<std::uint8_t>(value));
}

class Numbers {
public:
    explicit Numbers(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    template <class Integer>
    void get(Integer& number) {
        std::uint64_t value = 0;
        for (unsigned shift = 0;; shift += 7) {
            if (at_ >= bytes_.size() || shift > 63) {
                good_ = false;
                return;
            }
            const std::uint8_t byte = bytes_[at_++];
            value |= static_cast<std::uint64_t>(byte & 127U) << shift;
            if (byte < 128) break;
        }
        if (!std::in_range<Integer>(value)) good_ = false;
        number = static_cast<Integer>(value);
    }
    [[nodiscard]] bool allRead() const { return good_ && at_ == bytes_.size(); }

private:
    std::span<const std::uint8_t> bytes_;
    std::size_t at_ = 0;
    bool good_ = true;
};

template <class AnyHistograms, class Visitor>
void visit(AnyHistograms& histograms, Visitor&& number) {
    for (auto& count : histograms.pitches) number(count);
    for (auto& count : histograms.polyphony) number(count);
    for (auto& count : histograms.lengths) number(count);
}

template <class AnyFingerprint, class Visitor>
void visitFingerprint(AnyFingerprint& fingerprint, Visitor&& number) {
    number(fingerprint.exact);
    number(fingerprint.shape);
    number(fingerprint.notes);
    number(fingerprint.shingles);
    for (auto& value : fingerprint.sketch) number(value);
}

}  // namespace

Profile profileOf(const PianoRoll& roll) { return {histogramsOf(roll), fingerprintOf(roll)}; }

std::vector<std::uint8_t> packHistograms(const RollHistograms& histograms) {
    std::vector<std::uint8_t> bytes;
    visit(histograms, [&](std::int64_t count) { put(bytes, static_cast<std::uint64_t>(count)); });
    return bytes;
}

std::vector<std::uint8_t> packFingerprint(const Fingerprint& fingerprint) {
    std::vector<std::uint8_t> bytes;
    visitFingerprint(fingerprint, [&](auto number) { put(bytes, static_cast<std::uint64_t>(number)); });
    return bytes;
}

std::optional<Profile> unpackProfile(std::span<const std::uint8_t> histograms, std::span<const std::uint8_t> fingerprint) {
    Profile profile;
    Numbers counts(histograms);
    visit(profile.histograms, [&](std::int64_t& count) { counts.get(count); });
    Numbers marks(fingerprint);
    visitFingerprint(profile.fingerprint, [&](auto& number) { marks.get(number); });
    if (!counts.allRead() || !marks.allRead()) return std::nullopt;
    return profile;
}

}  // namespace ricercar
