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

namespace ricercar {
namespace {

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
    int close() {
        const int result = ::close(value_);
        value_ = -1;
        return result;
    }

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
        throw Error(ErrorKind::Unreadable, {MessageId::FileUnreadable, {displayPath(path), "not a regular file"}});
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    if (size > limit)
        throw Error(ErrorKind::Unsupported,
                    {MessageId::FileTooLarge, {displayPath(path), std::to_string(size >> 20), std::to_string(limit >> 20)}});
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

void writeFile(const std::filesystem::path& path, std::span<const std::uint8_t> bytes) {
    static std::atomic<unsigned> serial{0};
    const std::filesystem::path beside = path.parent_path() / ("." + path.filename().string() + "." +
                                                               std::to_string(::getpid()) + "-" + std::to_string(++serial));
    const auto fail = [&](int error) {
        ::unlink(beside.c_str());
        throw Error(ErrorKind::Unwritable, {MessageId::FileUnwritable, {displayPath(path), reason(error)}});
    };
    Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file.get() < 0) throw Error(ErrorKind::Unwritable, {MessageId::FileUnwritable, {displayPath(path), reason(errno)}});
    for (std::size_t written = 0; written < bytes.size();) {
        const ssize_t put = ::write(file.get(), bytes.data() + written, bytes.size() - written);
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) fail(errno);
        written += static_cast<std::size_t>(put);
    }
    if (::fsync(file.get()) != 0 || file.close() != 0) fail(errno);
    if (::rename(beside.c_str(), path.c_str()) != 0) fail(errno);
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
