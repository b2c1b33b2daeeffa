#include "core/sound/SoundFonts.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>

namespace ricercar {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> folders() {
    std::vector<fs::path> found;
    const char* data = std::getenv("XDG_DATA_HOME");
    const char* home = std::getenv("HOME");
    fs::path own;
    if (data && *data)
        own = data;
    else if (home && *home)
        own = fs::path(home) / ".local" / "share";
    for (const char* name : {"sounds/sf2", "sounds/sf3", "soundfonts"}) {
        if (!own.empty()) found.push_back(own / name);
        for (const char* root : {"/usr/local/share", "/usr/share"}) found.push_back(fs::path(root) / name);
    }
    return found;
}

bool isSoundFont(const fs::path& path) {
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::error_code error;
    return (extension == ".sf2" || extension == ".sf3") && fs::is_regular_file(path, error);
}

int preference(const fs::path& path) {
    const std::string name = path.stem().string();
    if (name == "default-GM") return 0;
    if (name == "TimGM6mb") return 1;
    if (name == "FluidR3_GM") return 2;
    return 3;
}

}  // namespace

std::vector<fs::path> listSoundFonts() {
    std::vector<fs::path> found;
    for (const fs::path& folder : folders()) {
        std::error_code error;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
            if (isSoundFont(at->path())) found.push_back(at->path());
    }
    std::stable_sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) {
        return std::tuple(preference(a), a.filename()) < std::tuple(preference(b), b.filename());
    });
    std::error_code error;
    if (const char* given = std::getenv("RICERCAR_SOUNDFONT"); given && fs::is_regular_file(given, error))
        found.insert(found.begin(), given);

    std::set<fs::path> seen;
    std::erase_if(found, [&](const fs::path& path) {
        std::error_code unresolved;
        const fs::path target = fs::canonical(path, unresolved);
        return !seen.insert(unresolved ? path : target).second;
    });
    return found;
}

std::optional<fs::path> defaultSoundFont() {
    std::vector<fs::path> found = listSoundFonts();
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

}  // namespace ricercar
