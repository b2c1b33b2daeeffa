// SPDX-License-Identifier: GPL-3.0-or-later
// Vectors of RICERCAR_LANES floats and what is done with one. Part of Kernels.inl.

constexpr std::size_t lanes = RICERCAR_LANES;
typedef float Vector __attribute__((vector_size(4 * RICERCAR_LANES), aligned(4), may_alias));
typedef int Integers __attribute__((vector_size(4 * RICERCAR_LANES)));

RICERCAR_INLINE Vector load(const float* at) { return *reinterpret_cast<const Vector*>(at); }
RICERCAR_INLINE void store(float* at, Vector value) { *reinterpret_cast<Vector*>(at) = value; }
RICERCAR_INLINE Vector zero() { return Vector{}; }

/// The first `count` floats, zeros behind them; nothing past them is touched.
RICERCAR_INLINE Vector loadPart(const float* at, std::size_t count) {
    if (count >= lanes) return load(at);
#if RICERCAR_LANES == 16
    return _mm512_maskz_loadu_ps(static_cast<__mmask16>((1U << count) - 1U), at);
#else
    Vector value{};
    for (std::size_t i = 0; i < count; ++i) value[i] = at[i];
    return value;
#endif
}
RICERCAR_INLINE void storePart(float* at, Vector value, std::size_t count) {
    if (count >= lanes) {
        store(at, value);
        return;
    }
#if RICERCAR_LANES == 16
    _mm512_mask_storeu_ps(at, static_cast<__mmask16>((1U << count) - 1U), value);
#else
    for (std::size_t i = 0; i < count; ++i) at[i] = value[i];
#endif
}

/// As storePart(), past the caches where the processor can; others see it after storesPastDone(). For whole lines, whose parts
/// are written soon after one another.
RICERCAR_INLINE void storePast(float* at, Vector value, std::size_t count) {
#if RICERCAR_LANES >= 8
    if (count >= lanes && reinterpret_cast<std::size_t>(at) % sizeof(Vector) == 0) {
#if RICERCAR_LANES == 16
        _mm512_stream_ps(at, value);
#else
        __builtin_ia32_movntps256(at, value);
#endif
        return;
    }
#endif
    storePart(at, value, count);
}
RICERCAR_INLINE void storesPastDone() {
#if RICERCAR_LANES >= 8
    __builtin_ia32_sfence();
#endif
}

#if RICERCAR_LANES == 16
constexpr __mmask16 allLanes = 0xFFFF;  // the forms without a mask warn in GCC 12
#endif

/// 1 / x, to a unit in the last place or two.
RICERCAR_INLINE Vector reciprocal(Vector x) {
#if RICERCAR_LANES == 16
    const Vector guess = _mm512_maskz_rcp14_ps(allLanes, x);
    return guess * (2.0F - x * guess);  // Newton
#else
    return 1.0F / x;
#endif
}

/// 2^x for x <= 126: 2^n times a polynomial on [-1/2, 1/2] (least largest relative error, 9.2e-8, with 1 at 0). Not a number
/// where x is none.
RICERCAR_INLINE Vector power2(Vector x) {
#if RICERCAR_LANES == 16
    const Vector n = _mm512_maskz_roundscale_ps(allLanes, x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
#else
    const Vector low = zero() - 126.0F;
    x = x < low ? low : x;
    const Vector shift = zero() + 12582912.0F;  // 1.5 * 2^23: adding it rounds to an integer
    const Vector n = (x + shift) - shift;
#endif
    const Vector r = x - n;
    Vector p = zero() + 1.3264727252e-3F;
    p = p * r + 9.6715127858e-3F;
    p = p * r + 5.5507337445e-2F;
    p = p * r + 2.4022242083e-1F;
    p = p * r + 6.9314697760e-1F;
    p = p * r + 1.0F;
#if RICERCAR_LANES == 16
    return _mm512_maskz_scalef_ps(allLanes, p, n);
#else
    const Integers exponent = (__builtin_convertvector(n, Integers) + 127) << 23;
    return p * reinterpret_cast<Vector>(exponent);
#endif
}

/// 1 / (1 + 2^x)
RICERCAR_INLINE Vector logistic2(Vector x) {
    const Vector high = zero() + 126.0F;
#if RICERCAR_LANES == 16
    x = _mm512_maskz_min_ps(allLanes, high, x);  // the second where one is not a number
#else
    x = x > high ? high : x;
#endif
    return reciprocal(1.0F + power2(x));
}

RICERCAR_INLINE Vector sigmoid(Vector x) { return logistic2(x * -1.44269504F); }
RICERCAR_INLINE Vector tanh(Vector x) { return 2.0F * logistic2(x * -2.88539008F) - 1.0F; }

/// sum + the product of words: of two floats, or of two pairs of bfloat16.
RICERCAR_INLINE Vector multiplyAdd(Vector sum, Vector words, float word) {
#ifdef RICERCAR_BFLOAT16
    const __m512 broadcast = _mm512_set1_ps(word);
    return _mm512_dpbf16_ps(sum, reinterpret_cast<__m512bh>(words), reinterpret_cast<__m512bh>(broadcast));
#else
    return sum + words * word;
#endif
}

#ifdef RICERCAR_BFLOAT16
constexpr std::size_t wordDepth = 2;

/// Pairs of two rows, rounded to the nearest, halves to even.
RICERCAR_INLINE Vector pairs(Vector first, Vector second) {
    const __m512i oneByOne = reinterpret_cast<__m512i>(_mm512_cvtne2ps_pbh(second, first));
    const __m512i places = _mm512_set_epi16(31, 15, 30, 14, 29, 13, 28, 12, 27, 11, 26, 10, 25, 9, 24, 8, 23, 7, 22, 6, 21, 5,
                                            20, 4, 19, 3, 18, 2, 17, 1, 16, 0);
    return reinterpret_cast<Vector>(_mm512_permutexvar_epi16(places, oneByOne));
}
#else
constexpr std::size_t wordDepth = 1;
#endif
