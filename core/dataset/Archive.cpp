#include "core/dataset/Archive.h"

#include "core/base/Error.h"
#include "core/dataset/MidiFinder.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

namespace ricercar {
namespace {

constexpr std::uint64_t always = std::uint64_t{64} << 20;
constexpr std::uint64_t timesItsSize = 100;
constexpr std::uint64_t longestMember = std::uint64_t{128} << 20;
constexpr std::size_t blockBytes = 1 << 16;

}  // namespace

class Archive::Reader {
public:
    Reader(const std::filesystem::path& path, const Task& task) : path_(path), task_(task), archive_(archive_read_new()) {
        std::error_code failed;
        const std::uint64_t size = std::filesystem::file_size(path, failed);
        if (failed) {
            const std::string name = displayPath(path);
            if (failed == std::errc::no_such_file_or_directory)
                throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {name}});
            throw Error(ErrorKind::Unreadable, {MessageId::FileUnreadable, {name, failed.message()}});
        }
        bound_ = always + std::min(size, std::uint64_t{1} << 40) * timesItsSize;
        archive_read_support_format_zip(archive_.get());
        check(archive_read_open_filename(archive_.get(), path.c_str(), blockBytes));
    }

    /// Goes to the next MIDI file.
    bool advance() {
        for (;;) {
            const int code = archive_read_next_header(archive_.get(), &entry_);
            if (code == ARCHIVE_EOF) return false;
            if (code != ARCHIVE_WARN) check(code);
            if (archive_entry_filetype(entry_) == AE_IFREG && namedAsMidi(std::filesystem::path(name()))) return true;
        }
    }

    [[nodiscard]] std::string name() const {
        const char* raw = archive_entry_pathname(entry_);
        if (!raw) raw = archive_entry_pathname_utf8(entry_);
        return raw ? raw : "";
    }

    Bytes unpack() {
        Bytes bytes;
        std::array<std::uint8_t, blockBytes> block{};
        for (;;) {
            const la_ssize_t got = archive_read_data(archive_.get(), block.data(), block.size());
            if (got < 0) check(static_cast<int>(got));
            if (got == 0 || task_.stopped()) return bytes;
            unpacked_ += static_cast<std::uint64_t>(got);
            if (unpacked_ > bound_ || bytes.size() > longestMember)
                throw Error(ErrorKind::Unsupported,
                            {MessageId::ArchiveTooLarge, {displayPath(path_), std::to_string(unpacked_ >> 20)}});
            bytes.insert(bytes.end(), block.begin(), block.begin() + got);
        }
    }

private:
    void check(int code) const {
        if (code >= ARCHIVE_OK) return;
        const char* said = archive_error_string(archive_.get());
        throw Error(ErrorKind::Damaged,
                    {MessageId::ArchiveDamaged, {displayPath(path_), validUtf8(said ? said : "it is no zip archive")}});
    }

    struct Close {
        void operator()(archive* open) const { archive_read_free(open); }
    };

    std::filesystem::path path_;
    Task task_;
    std::unique_ptr<archive, Close> archive_;
    archive_entry* entry_ = nullptr;
    std::uint64_t bound_ = 0;
    std::uint64_t unpacked_ = 0;
};

Archive::Archive(const std::filesystem::path& path, const Task& task)
    : reader_(std::make_unique<Reader>(path, task)), task_(task) {}

Archive::~Archive() = default;

std::optional<Archive::Member> Archive::next() {
    if (task_.stopped() || !reader_->advance()) return std::nullopt;
    Member member{reader_->name(), reader_->unpack()};
    if (task_.stopped()) return std::nullopt;  // half of it, perhaps
    return member;
}

std::size_t Archive::count(const std::filesystem::path& path, const Task& task) {
    std::size_t members = 0;
    try {
        Reader reader(path, task);
        while (!task.stopped() && reader.advance()) ++members;
    } catch (const Error&) {  // said when it is read
    }
    return members;
}

bool namedAsArchive(const std::filesystem::path& path) { return lowerExtension(path) == ".zip"; }

}  // namespace ricercar
