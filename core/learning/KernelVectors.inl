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

/// 1 / x, to a unit in the last place or two.
RICERCAR_INLINE Vector reciprocal(Vector x) {
#if RICERCAR_LANES == 16
    const Vector guess = _mm512_maskz_rcp14_ps(0xFFFF, x);  // the plain form warns in GCC 12
    return guess * (2.0F - x * guess); // Newton
#else
    return 1.0F / x;
#endif
}

/// e^x: 2^n times a polynomial on [-ln2/2, ln2/2] (coefficients of Cephes' expf); relative error below 3e-7 for |x| < 87,
/// clamped beyond.
RICERCAR_INLINE Vector exponential(Vector x) {
    const Vector low = zero() - 87.0F;
    const Vector high = zero() + 87.0F;
    x = x < low ? low : x;
    x = x > high ? high : x;
    const Vector shift = zero() + 12582912.0F; // 1.5 * 2^23: adding it rounds to an integer
    const Vector n = (x * 1.44269504F + shift) - shift;
    const Vector r = (x - n * 0.693359375F) - n * -2.12194440e-4F;
    Vector p = zero() + 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * (r * r) + r + 1.0F;
    const Integers exponent = (__builtin_convertvector(n, Integers) + 127) << 23;
    return p * reinterpret_cast<Vector>(exponent);
}

RICERCAR_INLINE Vector sigmoid(Vector x) { return reciprocal(1.0F + exponential(-x)); }
RICERCAR_INLINE Vector tanh(Vector x) { return 2.0F * sigmoid(2.0F * x) - 1.0F; }

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
    const __m512i places = _mm512_set_epi16(31, 15, 30, 14, 29, 13, 28, 12, 27, 11, 26, 10, 25, 9, 24, 8, 23, 7, 22, 6, 21, 5, 20, 4,
                                            19, 3, 18, 2, 17, 1, 16, 0);
    return reinterpret_cast<Vector>(_mm512_permutexvar_epi16(places, oneByOne));
}
#else
constexpr std::size_t wordDepth = 1;
#endif
