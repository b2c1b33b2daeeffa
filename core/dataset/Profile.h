// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/Fingerprint.h"
#include "core/music/Histograms.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ricercar {

/// What a set needs to know of a roll without reading it.
struct Profile {
    RollHistograms histograms;
    Fingerprint fingerprint;

    friend bool operator==(const Profile&, const Profile&) = default;
};

Profile profileOf(const PianoRoll& roll);

/// As bytes for the database (whole numbers in LEB128), and back; nothing for bytes that are neither.
std::vector<std::uint8_t> packHistograms(const RollHistograms& histograms);
std::vector<std::uint8_t> packFingerprint(const Fingerprint& fingerprint);
std::optional<Profile> unpackProfile(std::span<const std::uint8_t> histograms, std::span<const std::uint8_t> fingerprint);

}  // namespace ricercar
