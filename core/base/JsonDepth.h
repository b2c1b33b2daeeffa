// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ricercar {

/// Whether lists and objects of a JSON text stand in one another deeper than anything of ours does (32). Such a text is to be
/// refused before it is parsed: values are copied, compared and printed recursively.
bool nestedTooDeep(std::string_view json);

}  // namespace ricercar
