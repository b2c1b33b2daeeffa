// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TextEncoding.h"

#include "core/base/Files.h"

#include <iconv.h>
#include <uchardet.h>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>

namespace ricercar {
namespace {

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t mostSample = 1 << 16;  // bytes that a guess is made from

// Of the bytes from 0x80 on; those that Windows-1252 leaves free are the control codes of Latin-1.
constexpr std::array<char16_t, 32> windows1252{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                               0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                               0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                               0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
constexpr std::u16string_view dos437 =
    u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡"
    u"÷≈°∙·√ⁿ²■\u00A0";
static_assert(dos437.size() == 128);

unsigned char at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }
bool asciiLetter(unsigned char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

void append(std::string& utf8, char32_t code) {
    const auto tail = [&](int shift) { utf8 += static_cast<char>(0x80 | (code >> shift & 0x3F)); };
    if (code < 0x80) {
        utf8 += static_cast<char>(code);
    } else if (code < 0x800) {
        utf8 += static_cast<char>(0xC0 | code >> 6);
        tail(0);
    } else if (code < 0x10000) {
        utf8 += static_cast<char>(0xE0 | code >> 12);
        tail(6);
        tail(0);
    } else {
        utf8 += static_cast<char>(0xF0 | code >> 18);
        tail(12);
        tail(6);
        tail(0);
    }
}

bool isUtf8(std::string_view text) { return validUtf8(text) == text; }

/// Nothing where it is no UTF-16.
std::optional<std::string> fromUtf16(std::string_view text, bool bigEndian) {
    std::string utf8;
    const auto unit = [&](std::size_t i) {
        const char32_t first = at(text, i), second = at(text, i + 1);
        return bigEndian ? first << 8 | second : second << 8 | first;
    };
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        char32_t code = unit(i);
        if (code >= 0xDC00 && code < 0xE000) return std::nullopt;
        if (code >= 0xD800 && code < 0xDC00) {
            if (i + 3 >= text.size()) return std::nullopt;
            const char32_t low = unit(i + 2);
            if (low < 0xDC00 || low >= 0xE000) return std::nullopt;
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            i += 2;
        }
        append(utf8, code);
    }
    return utf8;
}

/// With a byte order mark, or where every other byte of mostly Western text is zero.
std::optional<std::string> asUtf16(std::string_view text) {
    if (text.starts_with("\xFE\xFF")) return fromUtf16(text.substr(2), true);
    if (text.starts_with("\xFF\xFE")) return fromUtf16(text.substr(2), false);
    if (text.size() < 4) return std::nullopt;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\0') ++zeros[i % 2];
    const std::size_t half = text.size() / 2;
    if (zeros[0] == 0 && zeros[1] * 2 > half) return fromUtf16(text, false);
    if (zeros[1] <= 1 && zeros[0] * 2 > half) return fromUtf16(text, true);
    return std::nullopt;
}

/// Nothing where a byte has no meaning in it, or the system cannot convert it.
std::optional<std::string> fromShiftJis(std::string_view text) {
    struct Close {
        void operator()(void* converter) const { ::iconv_close(converter); }
    };
    const iconv_t opened = ::iconv_open("UTF-8", "CP932");
    if (opened == iconv_t(-1)) return std::nullopt;
    const std::unique_ptr<void, Close> converter(opened);
    std::string input(text), utf8(text.size() * 3 + 4, '\0');
    char* from = input.data();
    char* to = utf8.data();
    std::size_t left = input.size(), room = utf8.size();
    if (::iconv(opened, &from, &left, &to, &room) == std::size_t(-1) || left > 0) return std::nullopt;
    utf8.resize(utf8.size() - room);
    return utf8;
}

/// What speaks for Shift-JIS in a text that is no UTF-8: above 0 for it, below against it; nothing: it cannot be that.
std::optional<double> shiftJisEvidence(std::string_view text) {
    double evidence = 0.0;
    std::size_t i = 0;
    while (i < text.size()) {
        if (at(text, i) < 0x80) {
            ++i;
            continue;
        }
        const std::size_t first = i;
        std::size_t pairs = 0, halves = 0, kana = 0;
        for (; i < text.size() && at(text, i) >= 0x80; ++i) {
            const unsigned char lead = at(text, i);
            if (lead >= 0xA1 && lead <= 0xDF) {
                ++halves;
                continue;
            }
            if (!((lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xEF)) || i + 1 >= text.size())
                return std::nullopt;
            const unsigned char cache = at(text, ++i);
            if (cache < 0x40 || cache == 0x7F || cache > 0xFC) return std::nullopt;
            ++pairs;
            if ((lead == 0x82 && cache >= 0x9F && cache <= 0xF1) || (lead == 0x83 && cache <= 0x96)) ++kana;
        }
        const bool inWord = (first > 0 && asciiLetter(at(text, first - 1))) || (i < text.size() && asciiLetter(at(text, i)));
        if (pairs >= 2)
            evidence += static_cast<double>(pairs);
        else if (pairs == 1 && !inWord)
            evidence += kana > 0 ? 1.0 : 0.25;
        else if (pairs + halves > 0)
            evidence += halves >= 3 && pairs == 0 && !inWord ? static_cast<double>(halves) / 2 : -1.0;
    }
    return evidence;
}

bool detectorSaysShiftJis(const std::string& sample) {
    struct Delete {
        void operator()(uchardet* detector) const { uchardet_delete(detector); }
    };
    const std::unique_ptr<uchardet, Delete> detector(uchardet_new());
    if (!detector || uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return false;
    uchardet_data_end(detector.get());
    return std::string_view(uchardet_get_charset(detector.get())) == "SHIFT_JIS";
}

}  // namespace

TextEncoding TextEncoding::guess(std::span<const std::string> texts, SingleByte otherwise) {
    TextEncoding encoding;
    std::string sample;
    double evidence = 0.0;
    std::size_t possible = 0, impossible = 0, dosLetters = 0, windowsLetters = 0;
    for (const std::string& text : texts) {
        if (text.starts_with("{@JP")) evidence += 1e6;  // the language tag of lyrics (RP-026)
        if (text.starts_with("{@LATIN")) evidence -= 1e6;
        if (sample.size() > mostSample || isUtf8(text) || asUtf16(text)) continue;
        const auto own = shiftJisEvidence(text);
        ++(own ? possible : impossible);
        evidence += own.value_or(-1.0);
        sample += text + '\n';
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (at(text, i) >= 0x80 && at(text, i) <= 0xA5) ++dosLetters;
            if (at(text, i) >= 0xC0) ++windowsLetters;
        }
    }
    if (sample.empty()) return encoding;
    encoding.shiftJis_ = possible > impossible && (evidence > 0.5 || (evidence >= 0.0 && detectorSaysShiftJis(sample)));
    if (otherwise == SingleByte::Dos437 && !(windowsLetters > 0 && dosLetters == 0)) encoding.singleByte_ = otherwise;
    return encoding;
}

std::string TextEncoding::toUtf8(std::string_view text) const {
    if (text.starts_with(utf8Mark) && isUtf8(text)) return std::string(text.substr(utf8Mark.size()));
    if (auto utf8 = asUtf16(text)) return *std::move(utf8);
    if (isUtf8(text)) return std::string(text);
    if (shiftJis_)
        if (auto utf8 = fromShiftJis(text)) return *std::move(utf8);
    std::string utf8;
    utf8.reserve(text.size() + text.size() / 4);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 && singleByte_ == SingleByte::Dos437)
            append(utf8, dos437[byte - 0x80U]);
        else
            append(utf8, byte >= 0x80 && byte < 0xA0 ? windows1252[byte - 0x80U] : byte);
    }
    return utf8;
}

}  // namespace ricercar
