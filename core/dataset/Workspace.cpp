#include "core/dataset/Workspace.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/Schema.h"
#include "core/dataset/WorkspaceImpl.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

namespace ricercar {

bool isWorkspaceFile(const std::filesystem::path& path) {
    if (path.extension() == ".ricercar-db") return true;
    std::array<char, 16> head{};
    std::ifstream(path, std::ios::binary).read(head.data(), head.size());
    return std::string_view(head.data(), head.size()) == std::string_view("SQLite format 3\0", 16);
}

Workspace::Workspace(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) { migrate(impl_->database); }

Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

const std::filesystem::path& Workspace::path() const { return impl_->database.path(); }

std::filesystem::path Workspace::runsFolder() const {
    std::filesystem::path folder = path();
    return folder.replace_extension(".runs");
}

bool Workspace::copyTo(const std::filesystem::path& path, const Task& task) const {
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::path to = fs::absolute(path, failed);
    if (to == this->path() || fs::equivalent(to, this->path(), failed)) return true;
    const auto with = [](fs::path file, const char* more) { return file += more; };
    const auto check = [&] {
        if (failed) throw Error(ErrorKind::Unwritable, {MessageId::FileUnwritable, {displayPath(to), failed.message()}});
    };
    const fs::path beside = with(to, ".copying"), runs = fs::path(to).replace_extension(".runs"),
                   runsBeside = with(runs, ".copying");
    for (const fs::path& left : {beside, runsBeside}) {
        failed.clear();
        fs::remove_all(left, failed);
        check();
    }
    const auto pages = static_cast<std::uint64_t>(impl_->database.number("PRAGMA page_count"));
    const std::uint64_t size = pages * static_cast<std::uint64_t>(impl_->database.number("PRAGMA page_size"));
    impl_->database.interruptible([&] { impl_->database.prepare("VACUUM INTO ?").bind(beside.string()).run(); },
                                  [&] {
                                      std::error_code unknown;
                                      const auto written = fs::file_size(beside, unknown);
                                      if (!unknown) task.report(std::min<std::uint64_t>(written, size), size);
                                      return !task.stopped();
                                  });
    const fs::path mine = runsFolder();
    for (fs::recursive_directory_iterator entry(mine, failed), end; !failed && entry != end && !task.stopped();
         entry.increment(failed)) {
        if (entry->is_directory()) continue;
        const fs::path target = runsBeside / entry->path().lexically_relative(mine);
        fs::create_directories(target.parent_path(), failed);
        check();
        fs::copy_file(entry->path(), target, failed);
        check();
    }
    if (task.stopped()) {
        for (const fs::path& left : {beside, runsBeside}) fs::remove_all(left, failed);
        return false;
    }
    for (const fs::path& old : {with(to, "-wal"), with(to, "-shm"), runs}) {  // of a workspace that stood there
        fs::remove_all(old, failed);
        check();
    }
    if (fs::exists(runsBeside, failed)) fs::rename(runsBeside, runs, failed);
    check();
    fs::rename(beside, to, failed);
    check();
    return true;
}

std::int64_t Workspace::changeCounter() const { return impl_->database.number("PRAGMA data_version"); }

void Workspace::Impl::noRecord(const char* what, std::int64_t id) const {
    throw Error(ErrorKind::NotFound, {MessageId::WorkspaceNoRecord, {displayPath(database.path()), what, std::to_string(id)}});
}

void Workspace::Impl::damaged(const std::string& what) const {
    throw Error(ErrorKind::Damaged, {MessageId::WorkspaceDamaged, {displayPath(database.path()), what}});
}

void bindRoll(Sqlite::Statement& statement, const PianoRoll& roll) {
    statement.bind(roll.range().lowest).bind(roll.range().highest).bind(roll.steps());
    statement.bind(roll.meter().numerator).bind(roll.meter().denominator).bind(roll.barOffset());
    statement.bind(packCells(roll));
}

std::optional<PianoRoll> readRoll(const Sqlite::Statement& row, int first) {
    const auto number = [&](int column) {
        return std::in_range<int>(row.integer(column)) ? static_cast<int>(row.integer(column)) : -1;
    };
    const PitchRange range{number(first), number(first + 1)};
    const int steps = number(first + 2);
    const Meter meter{number(first + 3), number(first + 4)};
    const std::vector<std::uint8_t> cells = row.blob(first + 6);
    // looked at before the roll is made: a damaged number must not ask for memory
    if (!range.valid() || steps < 0 || meter.numerator > 65'535 || meter.denominator > 65'536) return std::nullopt;
    const auto count = static_cast<std::size_t>(steps) * static_cast<std::size_t>(range.size());
    if (!meter.barSteps() || cells.size() != (count + 3) / 4) return std::nullopt;
    PianoRoll roll(range, steps, meter, number(first + 5));
    unpackCells(cells, roll);
    return roll;
}

}  // namespace ricercar
