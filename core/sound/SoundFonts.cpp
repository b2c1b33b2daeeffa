// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sound/SoundFonts.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <fstream>
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

constexpr std::uintmax_t mostBytes = 0xFFFFFFFFULL + 8;            // a RIFF file's own size has 32 bits
constexpr std::uintmax_t mostPresets = std::uintmax_t{256} << 20;  // bytes of presets: read whole into memory

struct Chunk {
    std::string id;
    std::uintmax_t size = 0;
    std::string form;
};

/// A chunk that begins with a form: RIFF, LIST.
Chunk readChunk(std::ifstream& file, std::uintmax_t at) {
    std::array<char, 12> head{};
    file.seekg(static_cast<std::streamoff>(at));
    file.read(head.data(), head.size());
    if (!file) return {};
    Chunk chunk{std::string(head.data(), 4), 0, std::string(head.data() + 8, 4)};
    for (std::size_t i = 0; i < 4; ++i)
        chunk.size |= static_cast<std::uintmax_t>(static_cast<unsigned char>(head[4 + i])) << (8 * i);
    return chunk;
}

bool soundFontChunks(std::ifstream& file, std::uintmax_t bytes) {
    const Chunk riff = readChunk(file, 0);
    if (riff.id != "RIFF" || riff.form != "sfbk" || riff.size + 8 > bytes) return false;
    std::set<std::string> lists;
    for (std::uintmax_t at = 12; at + 12 <= riff.size + 8;) {
        const Chunk list = readChunk(file, at);
        if (list.id != "LIST" || list.size < 4 || at + 8 + list.size > riff.size + 8) return false;
        if (list.form == "pdta" && list.size > mostPresets) return false;
        lists.insert(list.form);
        at += 8 + list.size + list.size % 2;
    }
    return lists.contains("sdta") && lists.contains("pdta");
}

}  // namespace

void checkSoundFont(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error)) throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {displayPath(path)}});
    const Error unreadable(ErrorKind::Damaged, {MessageId::SoundFontUnreadable, {displayPath(path)}});
    if (!fs::is_regular_file(path, error)) throw unreadable;
    const std::uintmax_t bytes = fs::file_size(path, error);
    if (error) throw unreadable;
    if (bytes > mostBytes) throw Error(ErrorKind::Unsupported, {MessageId::SoundFontTooLarge, {displayPath(path)}});
    std::ifstream file(path, std::ios::binary);
    if (!file || !soundFontChunks(file, bytes)) throw unreadable;
}

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
