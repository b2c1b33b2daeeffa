// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/dataset/RecipeJson.h"
#include "core/music/Remedies.h"

#include <cstdlib>
#include <string>

/// Any text is a recipe or an Error; a recipe survives the way through its text, and can be cooked by.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ricercar;
    static const Score tune = [] {
        Score score;
        for (int i = 0; i < 12; ++i) score.notes.push_back({i * 480, 400, 60, 80, 0, 0});
        score.end = 12 * 480;
        return score;
    }();
    try {
        const Recipe recipe = recipeFromJson(std::string(reinterpret_cast<const char*>(data), size));
        const std::string text = toJson(recipe);
        if (toJson(recipeFromJson(text)) != text) std::abort();
        if (recipe.size() > 16) return 0;
        const Remedied made = remedied(tune, 0, recipe);
        if (!made.part.roll.valid()) std::abort();
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Incompatible) std::abort();
    }
    return 0;
}
