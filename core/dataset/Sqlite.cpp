// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/Sqlite.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Folders.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

namespace ricercar {
namespace {

constexpr int patience = 10'000;  // milliseconds that another connection may keep the file locked

}  // namespace

void Sqlite::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

Sqlite::Sqlite(const std::filesystem::path& path, bool make) {
    path_ = absolutePath(path);  // ":memory:" and "" are file names to us
    sqlite3* opened = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (make ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(path_.c_str(), &opened, flags, nullptr);
    database_.reset(opened);
    if (code != SQLITE_OK) fail(code);
    sqlite3_extended_result_codes(opened, 1);
    sqlite3_busy_timeout(opened, patience);
    // a killed process loses nothing with NORMAL; a power cut may lose the last commits, never the file
    execute("PRAGMA synchronous = NORMAL");
    execute("PRAGMA foreign_keys = ON");
}

Sqlite::~Sqlite() {
    for (auto& [sql, kept] : kept_) sqlite3_finalize(kept.statement);
}

void Sqlite::useWriteAheadLog() {
    // SQLite does not wait by itself for the lock that this change takes
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience);
    for (;;) {
        const int code = sqlite3_exec(database_.get(), "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
        if (code == SQLITE_OK) return;
        if ((code & 0xFF) != SQLITE_BUSY || std::chrono::steady_clock::now() > until) fail(code);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

void Sqlite::fail(int code) const {
    const std::string file = displayPath(path_);
    const std::string said = database_ ? sqlite3_errmsg(database_.get()) : sqlite3_errstr(code);
    switch (code & 0xFF) {
        case SQLITE_NOTADB: throw Error(ErrorKind::Damaged, {MessageId::WorkspaceForeign, {file}});
        case SQLITE_CORRUPT: throw Error(ErrorKind::Damaged, {MessageId::WorkspaceDamaged, {file, said}});
        case SQLITE_BUSY:
        case SQLITE_LOCKED: throw Error(ErrorKind::Unwritable, {MessageId::WorkspaceBusy, {file}});
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_IOERR:
        case SQLITE_FULL: {
            int system = database_ ? sqlite3_system_errno(database_.get()) : 0;
            if (::access(path_.c_str(), W_OK) != 0 && errno != ENOENT) system = errno;  // SQLite's may be of another file
            throw Error(ErrorKind::Unwritable,
                        {MessageId::WorkspaceUnusable, {file, system != 0 ? std::generic_category().message(system) : said}});
        }
        case SQLITE_NOMEM: throw std::bad_alloc();
        default: throw Error(ErrorKind::Internal, {MessageId::Internal, {"SQLite, " + file + ": " + said}});
    }
}

Sqlite::Statement Sqlite::prepare(std::string_view sql) {
    Kept& kept = kept_[std::string(sql)];
    if (!kept.statement) {
        const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &kept.statement, nullptr);
        if (code != SQLITE_OK) fail(code);
    }
    if (kept.used) throw Error(ErrorKind::Internal, {MessageId::Internal, {"a statement is in use: " + std::string(sql)}});
    return {*this, kept.statement, &kept.used};
}

void Sqlite::execute(const char* sql) {
    const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) fail(code);
}

std::int64_t Sqlite::number(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Sqlite::lastId() const { return sqlite3_last_insert_rowid(database_.get()); }

std::int64_t Sqlite::changes() const { return sqlite3_changes64(database_.get()); }

bool Sqlite::interruptible(const std::function<void()>& work, const std::function<bool()>& goOn) {
    struct Asked {
        const std::function<bool()>& goOn;
        bool broken = false;
    } asked{goOn};
    constexpr int instructions = 100'000;  // some milliseconds
    const auto ask = [](void* of) {
        auto& asking = *static_cast<Asked*>(of);
        asking.broken = asking.broken || !asking.goOn();
        return asking.broken ? 1 : 0;
    };
    sqlite3_progress_handler(database_.get(), instructions, ask, &asked);
    const auto quiet = [this] { sqlite3_progress_handler(database_.get(), 0, nullptr, nullptr); };
    try {
        work();
    } catch (...) {
        quiet();
        if (asked.broken) return false;
        throw;
    }
    quiet();
    return true;
}

Sqlite::Statement::Statement(Sqlite& owner, sqlite3_stmt* statement, bool* used)
    : owner_(&owner), statement_(statement), used_(used) {
    *used_ = true;
}

Sqlite::Statement::Statement(Statement&& other) noexcept
    : owner_(other.owner_),
      statement_(std::exchange(other.statement_, nullptr)),
      used_(std::exchange(other.used_, nullptr)),
      bound_(other.bound_) {}

Sqlite::Statement::~Statement() {
    if (!statement_) return;
    reset();
    *used_ = false;
}

void Sqlite::Statement::reset() noexcept {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    bound_ = 0;
}

void Sqlite::Statement::check(int code) const {
    if (code != SQLITE_OK) owner_->fail(code);
}

Sqlite::Statement& Sqlite::Statement::bind(std::int64_t value) {
    check(sqlite3_bind_int64(statement_, ++bound_, value));
    return *this;
}

Sqlite::Statement& Sqlite::Statement::bind(double value) {
    check(sqlite3_bind_double(statement_, ++bound_, value));
    return *this;
}

Sqlite::Statement& Sqlite::Statement::bind(const std::string& value) {
    check(sqlite3_bind_text64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Sqlite::Statement& Sqlite::Statement::bind(std::span<const std::uint8_t> value) {
    if (value.empty())  // a null pointer would be NULL
        check(sqlite3_bind_zeroblob(statement_, ++bound_, 0));
    else
        check(sqlite3_bind_blob64(statement_, ++bound_, value.data(), value.size(), SQLITE_TRANSIENT));
    return *this;
}

bool Sqlite::Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) owner_->fail(code);
    return false;
}

void Sqlite::Statement::run() {
    while (step()) {
    }
    reset();
}

std::int64_t Sqlite::Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

double Sqlite::Statement::real(int column) const {
    if (sqlite3_column_type(statement_, column) == SQLITE_NULL) return std::numeric_limits<double>::quiet_NaN();
    return sqlite3_column_double(statement_, column);
}

std::string Sqlite::Statement::text(int column) const {
    const unsigned char* text = sqlite3_column_text(statement_, column);
    if (!text) return {};
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::vector<std::uint8_t> Sqlite::Statement::blob(int column) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return bytes ? std::vector<std::uint8_t>(bytes, bytes + sqlite3_column_bytes(statement_, column))
                 : std::vector<std::uint8_t>();
}

Sqlite::Transaction::Transaction(Sqlite& owner) : owner_(owner) { owner_.execute("BEGIN IMMEDIATE"); }

Sqlite::Transaction::~Transaction() {
    // SQLite may have rolled back by itself; then there is nothing to do
    if (open_) sqlite3_exec(owner_.database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Sqlite::Transaction::commit() {
    owner_.execute("COMMIT");
    open_ = false;
}

void Sqlite::noRecord(MessageId message, std::int64_t id) const {
    throw Error(ErrorKind::NotFound, {message, {displayPath(path_), std::to_string(id)}});
}

void Sqlite::damaged(const Message& what) const {
    throw Error(ErrorKind::Damaged, {MessageId::WorkspaceDamaged, {displayPath(path_), what}});
}

}  // namespace ricercar
