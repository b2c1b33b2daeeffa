// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/base/TextEncoding.h"

#include <cstdlib>
#include <string>
#include <vector>

/// Any bytes become UTF-8 without marks of replacement that were not there.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ricercar;
    std::vector<std::string> texts(1);
    for (std::size_t i = 0; i < size; ++i)
        if (data[i] == '\n')
            texts.emplace_back();
        else
            texts.back() += static_cast<char>(data[i]);
    for (const auto otherwise : {TextEncoding::SingleByte::Windows1252, TextEncoding::SingleByte::Dos437}) {
        const TextEncoding encoding = TextEncoding::guess(texts, otherwise);
        for (const std::string& text : texts)
            if (const std::string utf8 = encoding.toUtf8(text); validUtf8(utf8) != utf8) std::abort();
    }
    return 0;
}
