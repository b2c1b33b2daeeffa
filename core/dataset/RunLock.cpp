// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/RunLock.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <ctime>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>

namespace ricercar {
namespace {

using Json = nlohmann::json;

constexpr std::time_t signOfLife = 120;    // seconds
constexpr std::size_t longestLock = 4096;  // bytes of the file

enum class Lock { Free, Held, Unknown };

struct flock wholeFile() {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

bool noLocks(int error) { return error == EINVAL || error == ENOLCK || error == ENOSYS || error == EOPNOTSUPP; }

Lock take(int descriptor) {
    struct flock lock = wholeFile();
    if (::fcntl(descriptor, F_OFD_SETLK, &lock) == 0) return Lock::Free;
    return noLocks(errno) ? Lock::Unknown : Lock::Held;
}

Lock ask(int descriptor) {
    struct flock lock = wholeFile();
    if (::fcntl(descriptor, F_OFD_GETLK, &lock) != 0) return Lock::Unknown;
    return lock.l_type == F_UNLCK ? Lock::Free : Lock::Held;
}

std::string hostName() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return "this machine";
    return validUtf8(name.data());
}

/// When a process began, in the kernel's ticks; empty: there is none of that number.
std::string beginOf(long process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    if (!std::getline(file, line)) return {};
    const std::size_t name = line.rfind(')');
    if (name == std::string::npos) return {};
    std::istringstream fields(line.substr(name + 1));
    std::string field;
    for (int i = 3; i <= 22 && fields >> field; ++i) {
    }
    return field;
}

std::string now() {
    const std::time_t time = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    ::gmtime_r(&time, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

std::string programName() {
    std::error_code failed;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
    return failed ? "ricercar" : displayPath(program.filename());
}

std::string self() {
    return Json{{"program", programName()},
                {"host", hostName()},
                {"process", ::getpid()},
                {"begin", beginOf(::getpid())},
                {"since", now()}}
        .dump();
}

struct Content {
    Json facts = Json::object();
    std::time_t renewed = 0;

    [[nodiscard]] std::string text(const char* key) const {
        return facts.contains(key) && facts[key].is_string() ? facts[key].get<std::string>() : std::string();
    }
    [[nodiscard]] long process() const {
        return facts.contains("process") && facts["process"].is_number_integer() ? facts["process"].get<long>() : 0;
    }
    [[nodiscard]] RunOwner owner() const {
        const std::string program = text("program");
        const Argument who = program.empty() ? Argument(Message{MessageId::OwnerUnknown, {}}) : Argument(program);
        return {{MessageId::OwnerElsewhere, {who, text("host"), process()}}, text("since")};
    }
    /// For want of locks.
    [[nodiscard]] bool alive() const {
        if (facts.empty()) return false;
        if (text("host") == hostName()) return !text("begin").empty() && beginOf(process()) == text("begin");
        return std::time(nullptr) - renewed < signOfLife;
    }
};

Content read(int descriptor) {
    Content content;
    std::string text(longestLock, '\0');
    const ssize_t got = ::pread(descriptor, text.data(), text.size(), 0);
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    Json facts = Json::parse(text, nullptr, false);
    if (facts.is_object()) content.facts = std::move(facts);
    struct stat about {};
    if (::fstat(descriptor, &about) == 0) content.renewed = about.st_mtime;
    return content;
}

bool held(Lock lock, const Content& content) { return lock == Lock::Unknown ? content.alive() : lock == Lock::Held; }

}  // namespace

RunLock::RunLock(const std::filesystem::path& runsFolder, std::int64_t run)
    : path_(runsFolder / std::to_string(run) / fileName) {
    makeFolder(path_.parent_path());
    const auto fail = [&](int error) {
        throw Error(ErrorKind::Unwritable,
                    {MessageId::FileUnwritable, {displayPath(path_), std::generic_category().message(error)}});
    };
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor_ < 0) fail(errno);
    const Content before = read(descriptor_);
    if (held(take(descriptor_), before)) {
        ::close(descriptor_);
        const RunOwner owner = before.owner();
        throw Error(ErrorKind::Unwritable, {MessageId::RunOwned, {std::to_string(run), owner.who, owner.since}});
    }
    const std::string mine = self();
    if (::ftruncate(descriptor_, 0) != 0 ||
        ::pwrite(descriptor_, mine.data(), mine.size(), 0) != static_cast<ssize_t>(mine.size())) {
        const int error = errno;
        ::close(descriptor_);
        fail(error);
    }
}

RunLock::~RunLock() {
    if (::ftruncate(descriptor_, 0) != 0) {  // then the next one finds that it is nobody's all the same
    }
    ::close(descriptor_);
}

void RunLock::beat() { ::futimens(descriptor_, nullptr); }

std::optional<RunOwner> RunLock::ownerOf(const std::filesystem::path& runsFolder, std::int64_t run) {
    const std::filesystem::path path = runsFolder / std::to_string(run) / fileName;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0) return std::nullopt;
    const Content content = read(descriptor);
    const bool owned = held(ask(descriptor), content);
    ::close(descriptor);
    if (!owned) return std::nullopt;
    return content.owner();
}

}  // namespace ricercar
