#include "core/dataset/Schema.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <array>
#include <string>

namespace ricercar {
namespace {

// PRAGMA application_id: "Rice"
constexpr std::int64_t applicationId = 0x52696365;

// The n-th brings version n to n + 1. Never edited once released, only added to.
constexpr std::array migrations{
    R"(
    CREATE TABLE piece (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        file_hash TEXT NOT NULL,
        part INTEGER NOT NULL,
        parts INTEGER NOT NULL,
        path TEXT NOT NULL,
        title TEXT NOT NULL,
        state INTEGER NOT NULL,      -- 0 accepted, 1 warned, 2 rejected
        remarks TEXT NOT NULL,       -- JSON [{"id", "args"}]
        meter_numerator INTEGER NOT NULL,
        meter_denominator INTEGER NOT NULL,
        tempo REAL,
        steps INTEGER NOT NULL,
        bar_offset INTEGER NOT NULL,
        tracks INTEGER NOT NULL,
        file_notes INTEGER NOT NULL,
        grid_notes INTEGER NOT NULL,
        grid_out_of_range INTEGER NOT NULL,
        grid_drums INTEGER NOT NULL,
        grid_lengthened INTEGER NOT NULL,
        grid_merged INTEGER NOT NULL,
        grid_mean_error REAL,
        grid_p95_error REAL,
        grid_pickup_steps INTEGER NOT NULL,
        grid_pickup_detected INTEGER NOT NULL,
        notes INTEGER NOT NULL,
        lowest_pitch INTEGER NOT NULL,
        highest_pitch INTEGER NOT NULL,
        mean_polyphony REAL,
        max_polyphony INTEGER NOT NULL,
        median_polyphony REAL,
        empty_bars INTEGER NOT NULL,
        bars INTEGER NOT NULL,
        key_tonic INTEGER NOT NULL,
        key_minor INTEGER NOT NULL,
        key_correlation REAL,
        key_margin REAL,
        UNIQUE (file_hash, part)
    ) STRICT;
    CREATE TABLE roll (
        piece_id INTEGER PRIMARY KEY REFERENCES piece (id) ON DELETE CASCADE,
        lowest INTEGER NOT NULL,
        highest INTEGER NOT NULL,
        steps INTEGER NOT NULL,
        meter_numerator INTEGER NOT NULL,
        meter_denominator INTEGER NOT NULL,
        bar_offset INTEGER NOT NULL,
        cells BLOB NOT NULL          -- two bits a cell, step by step, lowest pitch first
    ) STRICT;
    CREATE TABLE run (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        config TEXT NOT NULL,
        dataset_hash TEXT NOT NULL,
        program TEXT NOT NULL,
        started TEXT NOT NULL,
        state INTEGER NOT NULL,      -- 0 running, 1 finished, 2 stopped, 3 failed
        problem TEXT NOT NULL,
        last_checkpoint TEXT NOT NULL,
        best_checkpoint TEXT NOT NULL
    ) STRICT;
    CREATE TABLE metric (
        id INTEGER PRIMARY KEY,
        run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
        series TEXT NOT NULL,
        step INTEGER NOT NULL,
        epoch REAL,
        seconds REAL,
        value REAL                   -- NULL: not a number
    ) STRICT;
    CREATE INDEX metric_of_run ON metric (run_id, id);
    CREATE TABLE take (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        created TEXT NOT NULL,
        model_hash TEXT NOT NULL,
        settings TEXT NOT NULL,
        tempo REAL,
        primer_steps INTEGER NOT NULL,
        lowest INTEGER NOT NULL,
        highest INTEGER NOT NULL,
        steps INTEGER NOT NULL,
        meter_numerator INTEGER NOT NULL,
        meter_denominator INTEGER NOT NULL,
        bar_offset INTEGER NOT NULL,
        cells BLOB NOT NULL
    ) STRICT;
    )",
};

}  // namespace

int newestSchema() { return static_cast<int>(migrations.size()); }

void migrate(Sqlite& database) {
    const std::string file = displayPath(database.path());
    const auto version = [&] { return database.number("PRAGMA user_version"); };
    const auto ours = [&] { return database.number("PRAGMA application_id") == applicationId; };
    // Asked again at the end: another process may just have made it what it is.
    if (!ours() && (version() != 0 || database.number("SELECT count(*) FROM sqlite_master") != 0) && !ours())
        throw Error(ErrorKind::Damaged, {MessageId::WorkspaceForeign, {file}});
    if (version() < 0) throw Error(ErrorKind::Damaged, {MessageId::WorkspaceDamaged, {file, "its version is negative"}});
    if (version() > newestSchema())
        throw Error(ErrorKind::Incompatible,
                    {MessageId::WorkspaceNewer, {file, std::to_string(version()), std::to_string(newestSchema())}});
    database.useWriteAheadLog();  // not before it is known to be ours
    if (version() == newestSchema()) return;

    Sqlite::Transaction transaction(database);
    // another process may have been faster
    for (auto next = static_cast<std::size_t>(version()); next < migrations.size(); ++next) {
        database.execute(migrations[next]);
        database.execute(("PRAGMA user_version = " + std::to_string(next + 1)).c_str());
    }
    database.execute(("PRAGMA application_id = " + std::to_string(applicationId)).c_str());
    transaction.commit();
}

}  // namespace ricercar
