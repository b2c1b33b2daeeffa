// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Archive.h"

#include "core/base/Error.h"
#include "core/base/TextEncoding.h"
#include "core/dataset/MidiFinder.h"
#include "core/dataset/RollFile.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace ricercar {
namespace {

constexpr std::uint64_t always = std::uint64_t{64} << 20;
constexpr std::uint64_t timesItsSize = 100;
constexpr std::uint64_t longestMember = std::uint64_t{128} << 20;
constexpr std::size_t blockBytes = 1 << 16;
constexpr int mostReopenings = 100;

/// libarchive gives names in the encoding of the locale, or not at all: while this lives, that is UTF-8 on this thread.
class Utf8Locale {
public:
    Utf8Locale() : before_(::uselocale(utf8())) {}
    ~Utf8Locale() { ::uselocale(before_); }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    static locale_t utf8() {
        static const locale_t made = [] {
            for (const char* name : {"C.UTF-8", "C.utf8", "en_US.UTF-8"})
                if (const locale_t locale = ::newlocale(LC_CTYPE_MASK, name, locale_t{})) return locale;
            return locale_t{};
        }();
        return made;  // none: the thread's locale stays
    }
    locale_t before_;
};

bool looksLikeMidi(const Bytes& bytes) {
    const std::string_view head(reinterpret_cast<const char*>(bytes.data()), std::min<std::size_t>(bytes.size(), 4));
    return head == "MThd" || head == "RIFF";
}

bool wanted(const std::filesystem::path& name) {
    if (name.native().find("__MACOSX/") != std::string::npos) return false;  // what macOS adds to archives is no music
    return namedAsMidi(name) || namedAsRolls(name) || namedAsArchive(name);
}

}  // namespace

class Archive::Reader {
public:
    Reader(const std::filesystem::path& path, const Task& task) : path_(path), task_(task) {
        std::error_code failed;
        const std::uint64_t size = std::filesystem::file_size(path, failed);
        if (failed) {
            const std::string name = displayPath(path);
            if (failed == std::errc::no_such_file_or_directory)
                throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {name}});
            throw Error(ErrorKind::Unreadable, {MessageId::FileUnreadable, {name, failed.message()}});
        }
        bound_ = always + std::min(size, std::uint64_t{1} << 40) * timesItsSize;
        learnNames();
        open();
    }

    /// Goes to the next member that is wanted.
    bool advance() {
        if (resumeAt_ > 0) resume();
        while (next()) {
            if (archive_entry_filetype(entry_) != AE_IFREG) continue;
            if (rawName().empty() || wanted(std::filesystem::path(name()))) return true;
        }
        return false;
    }

    /// Of one without a readable name, its number.
    [[nodiscard]] std::string name() const {
        const std::string raw = rawName();
        return raw.empty() ? "file " + std::to_string(at_) : encoding_.toUtf8(raw);
    }
    [[nodiscard]] bool named() const { return !rawName().empty(); }

    [[nodiscard]] Message insideAnother() const { return {MessageId::ArchiveInArchive, {displayPath(path_) + "/" + name()}}; }

    /// The bytes, or why there are none. Throws Error beyond the bound.
    std::optional<Message> unpack(Bytes& bytes) {
        if (archive_entry_is_data_encrypted(entry_) != 0) return problem(Message{MessageId::ReasonEncrypted, {}});
        std::array<std::uint8_t, blockBytes> block{};
        for (;;) {
            const la_ssize_t got = archive_read_data(archive_.get(), block.data(), block.size());
            if (got < 0) {
                const std::string said = reason();
                bytes.clear();
                Message why = problem(said);
                if (got == ARCHIVE_FATAL) resumeAt_ = at_;
                return why;
            }
            if (got == 0 || task_.stopped()) return std::nullopt;
            unpacked_ += static_cast<std::uint64_t>(got);
            if (unpacked_ > bound_ || bytes.size() > longestMember)
                throw Error(ErrorKind::Unsupported, {MessageId::ArchiveTooLarge, {displayPath(path_), unpacked_ >> 20}});
            bytes.insert(bytes.end(), block.begin(), block.begin() + got);
        }
    }

private:
    void open() {
        archive_.reset(archive_read_new());
        archive_read_support_format_zip(archive_.get());
        check(archive_read_open_filename(archive_.get(), path_.c_str(), blockBytes));
        at_ = 0;
    }

    bool next() {
        const Utf8Locale utf8;
        const int code = archive_read_next_header(archive_.get(), &entry_);
        if (code == ARCHIVE_EOF) return false;
        if (code != ARCHIVE_WARN) check(code);
        ++at_;
        return true;
    }

    /// libarchive does not go on behind some kinds of damage: opened anew, and past it.
    void resume() {
        const int place = std::exchange(resumeAt_, 0);
        if (++reopened_ > mostReopenings) check(ARCHIVE_FATAL);
        open();
        while (at_ < place && next()) {
        }
    }

    /// All names tell together in what encoding they are.
    void learnNames() {
        std::vector<std::string> names;
        try {
            for (open(); !task_.stopped() && next();)
                if (std::string raw = rawName(); !raw.empty()) names.push_back(std::move(raw));
        } catch (const Error&) {  // said when it is read
        }
        encoding_ = TextEncoding::guess(names, TextEncoding::SingleByte::Dos437);
    }

    [[nodiscard]] std::string rawName() const {
        const Utf8Locale utf8;
        const char* raw = archive_entry_pathname(entry_);
        if (!raw) raw = archive_entry_pathname_utf8(entry_);
        return raw ? raw : "";
    }

    [[nodiscard]] std::string reason() const {
        const char* said = archive_error_string(archive_.get());
        return validUtf8(said ? said : "it is no zip archive");
    }
    [[nodiscard]] Message problem(const Argument& why) const {
        return {MessageId::ArchiveMemberUnreadable, {displayPath(path_) + "/" + name(), why}};
    }
    void check(int code) const {
        if (code >= ARCHIVE_OK) return;
        throw Error(ErrorKind::Damaged, {MessageId::ArchiveDamaged, {displayPath(path_), reason()}});
    }

    struct Close {
        void operator()(archive* open) const { archive_read_free(open); }
    };

    std::filesystem::path path_;
    Task task_;
    TextEncoding encoding_;
    std::unique_ptr<archive, Close> archive_;
    archive_entry* entry_ = nullptr;
    int at_ = 0;        ///< number of the entry, from 1
    int resumeAt_ = 0;  ///< above 0: the entry that could not be read to its end
    int reopened_ = 0;
    std::uint64_t bound_ = 0;
    std::uint64_t unpacked_ = 0;
};

Archive::Archive(const std::filesystem::path& path, const Task& task)
    : reader_(std::make_unique<Reader>(path, task)), task_(task) {}

Archive::~Archive() = default;

std::optional<Archive::Member> Archive::next() {
    while (!task_.stopped() && reader_->advance()) {
        Member member{reader_->name(), {}};
        if (namedAsArchive(std::filesystem::path(member.name))) {
            member.problem = reader_->insideAnother();
            return member;
        }
        const bool named = reader_->named();
        const std::filesystem::path name = member.name;
        member.problem = reader_->unpack(member.bytes);
        if (task_.stopped()) return std::nullopt;  // half of it, perhaps
        if (member.problem || (named ? namedAsMidi(name) || beginAsRolls(member.bytes) : looksLikeMidi(member.bytes)))
            return member;
    }
    return std::nullopt;
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
