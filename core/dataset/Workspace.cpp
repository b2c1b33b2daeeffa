// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Workspace.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Folders.h"
#include "core/dataset/RunLock.h"
#include "core/dataset/Schema.h"
#include "core/dataset/Sqlite.h"

#include <unistd.h>

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

namespace {

std::filesystem::path runsFolderOf(std::filesystem::path workspace) { return workspace.replace_extension(".runs"); }

}  // namespace

class Workspace::Impl {
public:
    explicit Impl(const std::filesystem::path& path, bool make = true)
        : database(path, make), name(database.path()), runs(database, runsFolderOf(name)) {}
    /// Of a copy in a folder that goes with this; its name is the original's.
    Impl(const std::filesystem::path& copy, std::filesystem::path original, std::unique_ptr<TemporaryFolder> ofCopy)
        : folder(std::move(ofCopy)), database(copy), name(std::move(original)), runs(database, runsFolderOf(name)) {}

    std::unique_ptr<TemporaryFolder> folder;
    Sqlite database;  // closed before the folder goes
    std::filesystem::path name;
    PieceStore pieces{database};
    VersionStore versions{database};
    DatasetStore datasets{database};
    RunStore runs;
    TakeStore takes{database};
};

Workspace::Workspace(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) { migrate(impl_->database); }

Workspace::Workspace(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) { migrate(impl_->database); }

Workspace Workspace::existing(const std::filesystem::path& path) {
    std::error_code failed;
    if (!std::filesystem::exists(path, failed))
        throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {displayPath(path)}});
    auto impl = std::make_unique<Impl>(path, false);
    if (impl->database.number("PRAGMA user_version") == 0)  // an empty file in its place
        throw Error(ErrorKind::Damaged, {MessageId::WorkspaceForeign, {displayPath(path)}});
    return Workspace(std::move(impl));
}

Workspace Workspace::forReading(const std::filesystem::path& path) {
    namespace fs = std::filesystem;
    std::error_code failed;
    if (!fs::exists(path, failed)) throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {displayPath(path)}});
    const fs::path file = absolutePath(path);
    if (::access(file.c_str(), W_OK) == 0 && ::access(file.parent_path().c_str(), W_OK) == 0) return Workspace(path);
    auto folder = std::make_unique<TemporaryFolder>();
    const fs::path copy = folder->path() / file.filename();
    const auto take = [&](const char* more) {
        fs::path from = file, to = copy;
        from += more;
        to += more;
        if (!fs::exists(from, failed)) return;
        fs::copy_file(from, to, failed);
        if (failed) throw Error(ErrorKind::Unreadable, {MessageId::FileUnreadable, {displayPath(from), failed.message()}});
        fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, failed);
    };
    take("");
    take("-wal");
    return Workspace(std::make_unique<Impl>(copy, file, std::move(folder)));
}

Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

const std::filesystem::path& Workspace::path() const { return impl_->name; }

std::filesystem::path Workspace::runsFolder() const { return runsFolderOf(impl_->name); }

PieceStore& Workspace::pieces() { return impl_->pieces; }
const PieceStore& Workspace::pieces() const { return impl_->pieces; }
VersionStore& Workspace::versions() { return impl_->versions; }
const VersionStore& Workspace::versions() const { return impl_->versions; }
DatasetStore& Workspace::datasets() { return impl_->datasets; }
const DatasetStore& Workspace::datasets() const { return impl_->datasets; }
RunStore& Workspace::runs() { return impl_->runs; }
const RunStore& Workspace::runs() const { return impl_->runs; }
TakeStore& Workspace::takes() { return impl_->takes; }
const TakeStore& Workspace::takes() const { return impl_->takes; }

bool Workspace::copyTo(const std::filesystem::path& path, const Task& task) const {
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::path to = writableTarget(absolutePath(path));
    if (fs::exists(to, failed) && fs::equivalent(to, this->path(), failed)) return true;
    const auto with = [](fs::path file, const char* more) { return file += more; };
    const auto check = [&] {
        if (failed) throw Error(ErrorKind::Unwritable, {MessageId::FileUnwritable, {displayPath(to), failed.message()}});
    };
    const fs::path beside = with(to, ".copying"), runs = fs::path(to).replace_extension(".runs"),
                   runsBeside = with(runs, ".copying");
    if (fs::exists(fs::symlink_status(runs, failed)) && !fs::is_directory(fs::symlink_status(runs, failed)))
        throw Error(ErrorKind::Unwritable,
                    {MessageId::FileUnwritable, {displayPath(runs), Message{MessageId::ReasonNoFolder, {}}}});
    failed.clear();
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
        if (entry->is_symlink() || !entry->is_regular_file() || entry->path().filename() == RunLock::fileName)
            continue;  // what a link leads to is none of the workspace
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

}  // namespace ricercar
