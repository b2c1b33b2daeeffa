// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace ricercar {

/// A connection to a SQLite file: foreign keys on, prepared statements kept. One thread at a time.
/// Every failure is an Error that names the file: Unwritable, Damaged, or Internal for a mistake of ours.
class Sqlite {
public:
    /// Opens; `make`: or creates where there is none.
    explicit Sqlite(const std::filesystem::path& path, bool make = true);
    ~Sqlite();
    Sqlite(const Sqlite&) = delete;
    Sqlite& operator=(const Sqlite&) = delete;

    /// A statement in use: given back, and reset, when it goes out of scope. Columns and parameters count from 0.
    class Statement {
    public:
        Statement(Statement&& other) noexcept;
        ~Statement();
        Statement(const Statement&) = delete;
        Statement& operator=(const Statement&) = delete;
        Statement& operator=(Statement&&) = delete;

        Statement& bind(std::int64_t value);
        Statement& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
        Statement& bind(bool value) { return bind(static_cast<std::int64_t>(value)); }
        Statement& bind(double value);  ///< a NaN is stored as NULL
        Statement& bind(const std::string& value);
        Statement& bind(const char* value) = delete;  // would be a bool
        Statement& bind(std::span<const std::uint8_t> value);

        /// True: there is a row.
        bool step();
        /// For statements without rows: steps, resets, and is ready to be bound again.
        void run();

        [[nodiscard]] std::int64_t integer(int column) const;
        [[nodiscard]] double real(int column) const;  ///< NULL: NaN
        [[nodiscard]] std::string text(int column) const;
        [[nodiscard]] std::vector<std::uint8_t> blob(int column) const;

    private:
        friend class Sqlite;
        Statement(Sqlite& owner, sqlite3_stmt* statement, bool* used);
        void check(int code) const;
        void reset() noexcept;

        Sqlite* owner_;
        sqlite3_stmt* statement_;
        bool* used_;
        int bound_ = 0;
    };

    /// Several changes as one; rolled back unless committed.
    class Transaction {
    public:
        explicit Transaction(Sqlite& owner);
        ~Transaction();
        Transaction(const Transaction&) = delete;
        Transaction& operator=(const Transaction&) = delete;
        void commit();

    private:
        Sqlite& owner_;
        bool open_ = true;
    };

    /// Readers and a writer do not wait for each other; a property of the file that stays.
    void useWriteAheadLog();
    /// `sql` has to be a statement that is written in the program, not made of input.
    Statement prepare(std::string_view sql);
    void execute(const char* sql);
    /// Whole numbers such as PRAGMA user_version.
    std::int64_t number(std::string_view sql);
    [[nodiscard]] std::int64_t lastId() const;
    /// Rows the last statement changed.
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Runs `work`, asking `goOn` every now and then; where it says no, `work` is broken off with nothing changed. False: it
    /// was.
    bool interruptible(const std::function<void()>& work, const std::function<bool()>& goOn);

    /// What those who read records throw: NotFound for one that is not there, ...
    [[noreturn]] void noRecord(MessageId message, std::int64_t id) const;
    /// ... Damaged for content that makes no sense, though SQLite can read it.
    [[noreturn]] void damaged(const Message& what) const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    struct Kept {
        sqlite3_stmt* statement = nullptr;
        bool used = false;
    };
    [[noreturn]] void fail(int code) const;

    std::filesystem::path path_;
    std::unique_ptr<sqlite3, Close> database_;
    std::unordered_map<std::string, Kept> kept_;
};

}  // namespace ricercar
