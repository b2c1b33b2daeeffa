// SPDX-License-Identifier: GPL-3.0-or-later
// The features of a step. Part of Kernels.inl.

constexpr std::size_t featureWidth = 79, vicinityEnd = 50,
                      ownEnd = 63;  // of a pitch's features: what is around, what is its own

#if RICERCAR_LANES == 16
/// Lanes of a line of features that begins `at` floats into a pitch, by where they come from.
struct LineMasks {
    __mmask16 vicinity, own, counts, next;
};
struct LineMaskTable {
    LineMasks of[featureWidth];
};
constexpr LineMaskTable lineMaskTable() {
    LineMaskTable table{};
    for (std::size_t at = 0; at < featureWidth; ++at)
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const auto bit = static_cast<__mmask16>(1U << lane);
            LineMasks& masks = table.of[at];
            if (at + lane < vicinityEnd)
                masks.vicinity |= bit;
            else if (at + lane < ownEnd)
                masks.own |= bit;
            else if (at + lane < featureWidth)
                masks.counts |= bit;
            else
                masks.next |= bit;
        }
    return table;
}

/// Every line is put together in a register and stored whole: rows of 79 floats cross a line with nearly every store.
void featuresKernel(const FeatureRows& f) {
    static constexpr LineMaskTable table = lineMaskTable();
    const std::size_t total = f.pitches * featureWidth;
    const std::size_t lead = reinterpret_cast<std::size_t>(f.out) / sizeof(float) % lineFloats;  // of the first line, not ours
    const float* vicinity = f.vicinity;
    const float* own = f.constant + lanes - ownEnd;  // so that feature i stands at own[i]
    std::size_t pitchClass = f.lowestClass, at = 0;
    const auto line = [&](__mmask16 kept) RICERCAR_LAMBDA {
        const LineMasks masks = table.of[at];
        const float* const counts = f.counts + lanes * pitchClass - ownEnd;
        const auto part = [&](__mmask16 mask, const float* from)
                              RICERCAR_LAMBDA { return _mm512_castps_si512(_mm512_maskz_loadu_ps(mask, from)); };
        return _mm512_castsi512_ps(_mm512_or_si512(
            _mm512_or_si512(part(masks.vicinity, vicinity + at), part(masks.own, own + at)),
            _mm512_or_si512(part(masks.counts, counts + at), part(masks.next & kept, vicinity + 2 + at - featureWidth))));
    };
    const auto moveOn = [&](std::size_t floats) RICERCAR_LAMBDA {
        at += floats;
        if (at < featureWidth) return;
        at -= featureWidth;
        vicinity += 2;
        own += lanes;
        pitchClass = pitchClass == 11 ? 0 : pitchClass + 1;
    };
    const auto low = [](std::size_t count) { return static_cast<__mmask16>((1U << count) - 1U); };
    std::size_t place = 0;
    if (lead > 0 && total > 0) {
        place = lineFloats - lead < total ? lineFloats - lead : total;
        _mm512_mask_storeu_ps(f.out, low(place), line(low(place)));
        moveOn(place);
    }
    for (; place + lineFloats <= total; place += lineFloats) {
        const Vector whole = at + lineFloats <= vicinityEnd ? load(vicinity + at) : line(0xFFFF);
        if (f.later)
            _mm512_stream_ps(f.out + place, whole);
        else
            store(f.out + place, whole);
        moveOn(lineFloats);
    }
    if (place < total) _mm512_mask_storeu_ps(f.out + place, low(total - place), line(low(total - place)));
    if (f.later) _mm_sfence();
}
#else
RICERCAR_INLINE void copySixteen(float* to, const float* from) {
    for (std::size_t i = 0; i < 16; i += lanes) store(to + i, load(from + i));
}

void featuresKernel(const FeatureRows& f) {
    constexpr std::size_t width = featureWidth, vicinity = vicinityEnd, own = ownEnd, line = lineFloats, group = 12;
    // Pitches are put together a dozen at a time where the first-level cache holds them and go out in whole lines: rows of 79
    // floats cross a line with nearly every store.
    alignas(64) float made[group * width + 2 * line];
    const std::size_t lead = reinterpret_cast<std::size_t>(f.out) / sizeof(float) % line;  // of the first line, not ours
    float* to = f.out - lead;
    std::size_t held = lead, pitchClass = f.lowestClass;  // held: floats in `made` that wait for the rest of their line
    for (std::size_t first = 0; first < f.pitches; first += group) {
        float* out = made + held;
        const std::size_t end = first + group < f.pitches ? first + group : f.pitches;
        for (std::size_t i = first; i < end; ++i, out += width) {
            const float* const around = f.vicinity + 2 * i;
            for (std::size_t at = 0; at + 16 <= vicinity; at += 16) copySixteen(out + at, around + at);
            copySixteen(out + own - 16, f.constant + 16 * i);
            copySixteen(out + vicinity - 16, around + vicinity - 16);
            copySixteen(out + own, f.counts + 16 * pitchClass);
            pitchClass = pitchClass == 11 ? 0 : pitchClass + 1;
        }
        const std::size_t filled = static_cast<std::size_t>(out - made);
        std::size_t at = 0;
        if (first == 0 && lead > 0) {
            __builtin_memcpy(f.out, made + lead, (line - lead) * sizeof(float));
            at = line;
        }
        for (; at + line <= filled; at += line) copySixteen(to + at, made + at);
        to += at;
        held = filled - at;
        if (held > 0) copySixteen(made, made + at);
    }
    if (f.pitches > 0) __builtin_memcpy(to, made, held * sizeof(float));
}
#endif
