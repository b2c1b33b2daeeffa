// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/JsonDepth.h"

namespace ricercar {

bool nestedTooDeep(std::string_view json) {
    constexpr int deepest = 32;
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString) {
            if (c == '\\') ++i;
            if (c == '"') inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '[' || c == '{') {
            if (++depth > deepest) return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

}  // namespace ricercar
