// SPDX-License-Identifier: GPL-3.0-or-later
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
    // what is known of a piece's music moves to its versions, which begin with the imported one
    R"(
    CREATE TABLE source (            -- the files as they were imported
        hash TEXT PRIMARY KEY,
        bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        piece_id INTEGER NOT NULL REFERENCES piece (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,     -- 0: as it was imported
        recipe TEXT NOT NULL,        -- JSON: the remedies that made it
        state INTEGER NOT NULL,      -- 0 accepted, 1 warned, 2 rejected
        remarks TEXT NOT NULL,       -- JSON [{"id", "args"}]
        meter_numerator INTEGER NOT NULL,
        meter_denominator INTEGER NOT NULL,
        tempo REAL,
        slowest REAL,
        fastest REAL,
        channels INTEGER NOT NULL,   -- bit by bit
        voices INTEGER NOT NULL,
        steps INTEGER NOT NULL,
        bar_offset INTEGER NOT NULL,
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
        UNIQUE (piece_id, number)
    ) STRICT;
    INSERT INTO version (id, piece_id, number, recipe, slowest, fastest, channels, voices,
        state, remarks, meter_numerator, meter_denominator, tempo, steps, bar_offset, grid_notes, grid_out_of_range,
        grid_drums, grid_lengthened, grid_merged, grid_mean_error, grid_p95_error, grid_pickup_steps,
        grid_pickup_detected, notes, lowest_pitch, highest_pitch, mean_polyphony, max_polyphony, median_polyphony,
        empty_bars, bars, key_tonic, key_minor, key_correlation, key_margin)
    SELECT id, id, 0, '[]', tempo, tempo, 0, 0,
        state, remarks, meter_numerator, meter_denominator, tempo, steps, bar_offset, grid_notes, grid_out_of_range,
        grid_drums, grid_lengthened, grid_merged, grid_mean_error, grid_p95_error, grid_pickup_steps,
        grid_pickup_detected, notes, lowest_pitch, highest_pitch, mean_polyphony, max_polyphony, median_polyphony,
        empty_bars, bars, key_tonic, key_minor, key_correlation, key_margin
    FROM piece;
    CREATE TABLE version_roll (
        version_id INTEGER PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
        lowest INTEGER NOT NULL,
        highest INTEGER NOT NULL,
        steps INTEGER NOT NULL,
        meter_numerator INTEGER NOT NULL,
        meter_denominator INTEGER NOT NULL,
        bar_offset INTEGER NOT NULL,
        cells BLOB NOT NULL          -- two bits a cell, step by step, lowest pitch first
    ) STRICT;
    INSERT INTO version_roll SELECT piece_id, lowest, highest, steps, meter_numerator, meter_denominator, bar_offset, cells
        FROM roll;
    DROP TABLE roll;
    ALTER TABLE version_roll RENAME TO roll;
    ALTER TABLE piece DROP COLUMN state;
    ALTER TABLE piece DROP COLUMN remarks;
    ALTER TABLE piece DROP COLUMN meter_numerator;
    ALTER TABLE piece DROP COLUMN meter_denominator;
    ALTER TABLE piece DROP COLUMN tempo;
    ALTER TABLE piece DROP COLUMN steps;
    ALTER TABLE piece DROP COLUMN bar_offset;
    ALTER TABLE piece DROP COLUMN grid_notes;
    ALTER TABLE piece DROP COLUMN grid_out_of_range;
    ALTER TABLE piece DROP COLUMN grid_drums;
    ALTER TABLE piece DROP COLUMN grid_lengthened;
    ALTER TABLE piece DROP COLUMN grid_merged;
    ALTER TABLE piece DROP COLUMN grid_mean_error;
    ALTER TABLE piece DROP COLUMN grid_p95_error;
    ALTER TABLE piece DROP COLUMN grid_pickup_steps;
    ALTER TABLE piece DROP COLUMN grid_pickup_detected;
    ALTER TABLE piece DROP COLUMN notes;
    ALTER TABLE piece DROP COLUMN lowest_pitch;
    ALTER TABLE piece DROP COLUMN highest_pitch;
    ALTER TABLE piece DROP COLUMN mean_polyphony;
    ALTER TABLE piece DROP COLUMN max_polyphony;
    ALTER TABLE piece DROP COLUMN median_polyphony;
    ALTER TABLE piece DROP COLUMN empty_bars;
    ALTER TABLE piece DROP COLUMN bars;
    ALTER TABLE piece DROP COLUMN key_tonic;
    ALTER TABLE piece DROP COLUMN key_minor;
    ALTER TABLE piece DROP COLUMN key_correlation;
    ALTER TABLE piece DROP COLUMN key_margin;
    ALTER TABLE piece ADD COLUMN current INTEGER NOT NULL DEFAULT 0;  -- number of its version
    ALTER TABLE piece ADD COLUMN fixed_side INTEGER NOT NULL DEFAULT -1;  -- 0 train, 1 validation, 2 test: as published
    CREATE TABLE profile (           -- of a version with a roll; missing: not computed yet
        version_id INTEGER PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
        histograms BLOB NOT NULL,
        fingerprint BLOB NOT NULL
    ) STRICT;
    CREATE TABLE tag (
        piece_id INTEGER NOT NULL REFERENCES piece (id) ON DELETE CASCADE,
        tag TEXT NOT NULL,
        PRIMARY KEY (piece_id, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE dataset (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        rules TEXT NOT NULL,         -- JSON
        seed INTEGER NOT NULL,
        validation REAL NOT NULL,    -- shares of the pieces
        test REAL NOT NULL
    ) STRICT;
    CREATE TABLE side (              -- chosen by hand
        dataset_id INTEGER NOT NULL REFERENCES dataset (id) ON DELETE CASCADE,
        piece_id INTEGER NOT NULL REFERENCES piece (id) ON DELETE CASCADE,
        side INTEGER NOT NULL,       -- 0 train, 1 validation, 2 test, 3 off
        PRIMARY KEY (dataset_id, piece_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX side_of_piece ON side (piece_id);
    INSERT INTO dataset (name, rules, seed, validation, test) VALUES ('Dataset', '{}', 1, 0.1, 0);
    )",
    // 0: all accepted pieces
    R"(
    ALTER TABLE run ADD COLUMN dataset_id INTEGER NOT NULL DEFAULT 0;
    )",
    // scores that were edited: what recipes begin with from there on
    R"(
    CREATE TABLE score (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        midi BLOB NOT NULL
    ) STRICT;
    ALTER TABLE version ADD COLUMN score INTEGER NOT NULL DEFAULT 0;  -- 0: the imported file
    CREATE INDEX version_of_score ON version (score) WHERE score <> 0;
    CREATE TRIGGER score_without_version AFTER DELETE ON version
    WHEN OLD.score <> 0 AND NOT EXISTS (SELECT 1 FROM version WHERE score = OLD.score AND score <> 0)
    BEGIN
        DELETE FROM score WHERE id = OLD.score;
    END;
    ALTER TABLE take ADD COLUMN score BLOB NOT NULL DEFAULT x'';  -- of an edited take, MIDI
    )",
    // pieces of every meter come in; which of them are learnt from is for the dataset to say
    R"(
    UPDATE dataset SET rules = '{"meters":[[4,4],[2,2],[2,4]]}' WHERE rules = '{}';
    )",
    // silence at either end is trimmed unless the recipe keeps it: what was kept stays; no number of a run twice
    R"(
    UPDATE version
        SET recipe = CASE recipe WHEN '[]' THEN '[{"first":0,"remedy":"keep-silence"}]'
            ELSE substr(recipe, 1, length(recipe) - 1) || ',{"first":0,"remedy":"keep-silence"}]' END
        WHERE empty_bars > 0 AND recipe NOT LIKE '%"trim"%'
            AND piece_id IN (SELECT id FROM piece WHERE fixed_side < 0);
    DELETE FROM metric WHERE id NOT IN (SELECT max(id) FROM metric GROUP BY run_id, series, step);
    CREATE UNIQUE INDEX metric_once ON metric (run_id, series, step);
    )",
    // what people did with a take, and what was worked out of it
    R"(
    ALTER TABLE take ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE take ADD COLUMN liked INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE take ADD COLUMN exported INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE take ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';        -- JSON
    ALTER TABLE take ADD COLUMN figures BLOB NOT NULL DEFAULT x'';      -- doubles, little-endian; empty: not yet
    ALTER TABLE take ADD COLUMN nats REAL;                              -- NULL: not yet
    CREATE TABLE nats_range (        -- of a dataset's passages under a model
        model_hash TEXT NOT NULL,
        dataset_hash TEXT NOT NULL,
        low REAL NOT NULL,
        high REAL NOT NULL,
        PRIMARY KEY (model_hash, dataset_hash)
    ) STRICT, WITHOUT ROWID;
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
    if (version() < 0)
        throw Error(ErrorKind::Damaged, {MessageId::WorkspaceDamaged, {file, Message{MessageId::ReasonNegativeVersion, {}}}});
    if (version() > newestSchema())
        throw Error(ErrorKind::Incompatible, {MessageId::WorkspaceNewer, {file, version(), newestSchema()}});
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
