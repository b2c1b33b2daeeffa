// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/MidiFinder.h"

#include "core/dataset/Archive.h"
#include "core/dataset/RollFile.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace ricercar {
namespace {

namespace fs = std::filesystem;

class Search {
public:
    explicit Search(const Task& task) : task_(task) {}

    void folder(const fs::path& start) {
        std::vector<fs::path> waiting{start};  // no recursion: folders may be deeper than the stack
        while (!waiting.empty() && !task_.stopped()) {
            const fs::path folder = std::move(waiting.back());
            waiting.pop_back();
            if (!firstVisit(folder)) continue;
            std::error_code failed;
            fs::directory_iterator entry(folder, failed);
            if (failed) found.push_back(folder);
            for (; !failed && entry != fs::directory_iterator() && !task_.stopped(); entry.increment(failed)) {
                std::error_code gone;
                if (entry->is_directory(gone))
                    waiting.push_back(entry->path());
                else if (entry->is_regular_file(gone) &&
                         (namedAsMidi(entry->path()) || namedAsArchive(entry->path()) || beginsAsRolls(entry->path())))
                    found.push_back(entry->path());
            }
        }
    }

    std::vector<fs::path> found;

private:
    bool firstVisit(const fs::path& folder) {
        struct stat facts {};
        return ::stat(folder.c_str(), &facts) != 0 || visited_.emplace(facts.st_dev, facts.st_ino).second;
    }

    const Task& task_;
    std::set<std::pair<dev_t, ino_t>> visited_;
};

}  // namespace

std::string lowerExtension(const fs::path& path) {
    std::string extension = path.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return extension;
}

bool namedAsMidi(const fs::path& path) {
    constexpr std::array<std::string_view, 5> extensions{".mid", ".midi", ".kar", ".rmi", ".smf"};
    return std::ranges::find(extensions, lowerExtension(path)) != extensions.end();
}

std::vector<fs::path> findMidiFiles(const std::vector<fs::path>& paths, const Task& task) {
    Search search(task);
    for (const fs::path& path : paths) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored))
            search.folder(path);
        else
            search.found.push_back(path);
    }
    std::sort(search.found.begin(), search.found.end());
    search.found.erase(std::unique(search.found.begin(), search.found.end()), search.found.end());
    return std::move(search.found);
}

}  // namespace ricercar
