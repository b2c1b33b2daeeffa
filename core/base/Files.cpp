// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"

#include "core/base/Error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

namespace ricercar {
namespace {

constexpr int mostLinks = 40;
constexpr std::size_t longestBeside = 100;  // bytes of a name; what is added has to fit, too

std::string reason(int error) { return std::generic_category().message(error); }

/// Closes on every path out.
class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0) ::close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return value_; }

private:
    int value_;
};

/// Length of the UTF-8 sequence at `text`, 0 if it is not one (overlong, surrogate, beyond U+10FFFF, cut off).
std::size_t sequenceLength(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto continues = [&](std::size_t i) { return i < text.size() && (at(i) & 0xC0) == 0x80; };
    const unsigned char lead = at(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (!continues(1) || !continues(2)) return 0;
        if ((lead == 0xE0 && at(1) < 0xA0) || (lead == 0xED && at(1) > 0x9F)) return 0;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (!continues(1) || !continues(2) || !continues(3)) return 0;
        if ((lead == 0xF0 && at(1) < 0x90) || (lead == 0xF4 && at(1) > 0x8F)) return 0;
        return 4;
    }
    return 0;
}

}  // namespace

Bytes readFile(const std::filesystem::path& path, std::uint64_t limit) {
    // a pipe without a writer would block
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            throw Error(ErrorKind::NotFound, {MessageId::FileNotFound, {displayPath(path)}});
        throw Error(ErrorKind::Unreadable, {MessageId::FileUnreadable, {displayPath(path), reason(errno)}});
    }
    struct stat facts {};
    if (::fstat(file.get(), &facts) != 0)
        throw Error(ErrorKind::Unreadable, {MessageId::FileUnreadable, {displayPath(path), reason(errno)}});
    if (!S_ISREG(facts.st_mode))
        throw Error(ErrorKind::Unreadable,
                    {MessageId::FileUnreadable, {displayPath(path), Message{MessageId::ReasonNotRegular, {}}}});
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    if (size > limit)
        throw Error(ErrorKind::Unsupported, {MessageId::FileTooLarge, {displayPath(path), size >> 20, limit >> 20}});
    Bytes bytes(size);
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Error(ErrorKind::Unreadable, {MessageId::FileUnreadable, {displayPath(path), reason(errno)}});
        if (got == 0) break;  // shrunk while it was read
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

std::filesystem::path writableTarget(const std::filesystem::path& path) {
    const auto refuse = [&](Argument why) {
        throw Error(ErrorKind::Unwritable, {MessageId::FileUnwritable, {displayPath(path), std::move(why)}});
    };
    struct stat facts {};
    if (::stat(path.c_str(), &facts) == 0) {
        if (S_ISDIR(facts.st_mode)) refuse(Message{MessageId::ReasonFolder, {}});
        if (!S_ISREG(facts.st_mode)) refuse(Message{MessageId::ReasonNotRegular, {}});
        if ((facts.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || ::access(path.c_str(), W_OK) != 0)
            refuse(Message{MessageId::ReasonNotWritable, {}});
        if (::lstat(path.c_str(), &facts) != 0 || !S_ISLNK(facts.st_mode)) return path;
        std::error_code failed;
        std::filesystem::path target = std::filesystem::canonical(path, failed);
        if (failed) refuse(failed.message());
        return target;
    }
    if (errno != ENOENT) refuse(reason(errno));
    std::filesystem::path target = path;  // a link may lead to a file that is yet to be made
    for (int links = 0; ::lstat(target.c_str(), &facts) == 0 && S_ISLNK(facts.st_mode); ++links) {
        std::error_code failed;
        const std::filesystem::path next = std::filesystem::read_symlink(target, failed);
        if (failed || links > mostLinks) refuse(reason(failed ? failed.value() : ELOOP));
        target = target.parent_path() / next;
    }
    return target;
}

NewFile::NewFile(const std::filesystem::path& path) : path_(path), target_(writableTarget(path)) {
    static std::atomic<unsigned> serial{0};
    beside_ = target_.parent_path() / ("." + target_.filename().string().substr(0, longestBeside) + "." +
                                       std::to_string(::getpid()) + "-" + std::to_string(++serial));
    descriptor_ = ::open(beside_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ < 0) fail(errno);
    struct stat old {};
    if (::stat(target_.c_str(), &old) == 0) ::fchmod(descriptor_, old.st_mode & 07777);
}

NewFile::~NewFile() {
    if (descriptor_ < 0) return;
    ::close(descriptor_);
    ::unlink(beside_.c_str());
}

void NewFile::write(std::span<const std::uint8_t> bytes) {
    for (std::size_t written = 0; written < bytes.size();) {
        const ssize_t put = ::write(descriptor_, bytes.data() + written, bytes.size() - written);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) fail(errno);
        written += static_cast<std::size_t>(put);
    }
}

void NewFile::commit() {
    if (::fsync(descriptor_) != 0) fail(errno);
    writableTarget(path_);  // what came to stand there meanwhile is not replaced either
    if (::rename(beside_.c_str(), target_.c_str()) != 0) fail(errno);
    ::close(descriptor_);
    descriptor_ = -1;
}

void NewFile::fail(const std::string& why) const {
    throw Error(ErrorKind::Unwritable, {MessageId::FileUnwritable, {displayPath(path_), why}});
}

void NewFile::fail(int systemError) const { fail(reason(systemError)); }

void writeFile(const std::filesystem::path& path, std::span<const std::uint8_t> bytes) {
    NewFile file(path);
    file.write(bytes);
    file.commit();
}

void writeFile(const std::filesystem::path& path, const std::string& text) {
    writeFile(path, std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

void makeFolder(const std::filesystem::path& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) throw Error(ErrorKind::Unwritable, {MessageId::FileUnwritable, {displayPath(path), error.message()}});
}

std::string displayPath(const std::filesystem::path& path) { return validUtf8(path.string()); }

std::string validUtf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            valid += "\xEF\xBF\xBD";
        else
            valid += text.substr(0, length);
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return valid;
}

}  // namespace ricercar
