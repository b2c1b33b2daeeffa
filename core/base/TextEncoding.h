// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ricercar {

/// The encoding of texts that belong together and do not name it: those of one file, the names in one archive. Each text that
/// is UTF-8 or UTF-16 is read as that; the others are Shift-JIS where their bytes speak for it, else in a single-byte
/// encoding, which can read anything.
class TextEncoding {
public:
    /// What single bytes are where nothing speaks for another: Windows-1252 (a superset of printable Latin-1), or that of DOS,
    /// as in archives (there Windows-1252 where it alone makes letters of the bytes).
    enum class SingleByte { Windows1252, Dos437 };

    static TextEncoding guess(std::span<const std::string> texts, SingleByte otherwise = SingleByte::Windows1252);

    /// Valid UTF-8 without a byte order mark, and no U+FFFD that was not there. Text that is UTF-8 is given back as it is.
    [[nodiscard]] std::string toUtf8(std::string_view text) const;

private:
    bool shiftJis_ = false;
    SingleByte singleByte_ = SingleByte::Windows1252;
};

}  // namespace ricercar
