// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/base/Folders.h"
#include "core/dataset/PieceStore.h"
#include "core/dataset/Sqlite.h"

#include <exception>
#include <string>

namespace ricercar {
namespace {

/// Rows of the tables that speak of pieces, in a database of their own. What has to be there first comes first.
constexpr const char* keepRows = R"(
    CREATE TABLE kept.source AS SELECT * FROM main.source
        WHERE hash IN (SELECT file_hash FROM main.piece WHERE id IN (SELECT id FROM kept.taken));
    CREATE TABLE kept.piece AS SELECT * FROM main.piece WHERE id IN (SELECT id FROM kept.taken);
    CREATE TABLE kept.version AS SELECT * FROM main.version WHERE piece_id IN (SELECT id FROM kept.taken);
    CREATE TABLE kept.score AS SELECT * FROM main.score WHERE id IN (SELECT score FROM kept.version);
    CREATE TABLE kept.roll AS SELECT * FROM main.roll WHERE version_id IN (SELECT id FROM kept.version);
    CREATE TABLE kept.profile AS SELECT * FROM main.profile WHERE version_id IN (SELECT id FROM kept.version);
    CREATE TABLE kept.tag AS SELECT * FROM main.tag WHERE piece_id IN (SELECT id FROM kept.taken);
    CREATE TABLE kept.side AS SELECT * FROM main.side WHERE piece_id IN (SELECT id FROM kept.taken);
    DELETE FROM main.piece WHERE id IN (SELECT id FROM kept.taken);
    DELETE FROM main.source WHERE hash NOT IN (SELECT file_hash FROM main.piece);
)";

constexpr const char* bringBack = R"(
    INSERT OR IGNORE INTO main.source SELECT * FROM kept.source;
    INSERT OR IGNORE INTO main.piece SELECT * FROM kept.piece;
    INSERT OR IGNORE INTO main.score SELECT * FROM kept.score;
    INSERT OR IGNORE INTO main.version SELECT * FROM kept.version WHERE piece_id IN (SELECT id FROM main.piece);
    INSERT OR IGNORE INTO main.roll SELECT * FROM kept.roll WHERE version_id IN (SELECT id FROM main.version);
    INSERT OR IGNORE INTO main.profile SELECT * FROM kept.profile WHERE version_id IN (SELECT id FROM main.version);
    INSERT OR IGNORE INTO main.tag SELECT * FROM kept.tag WHERE piece_id IN (SELECT id FROM main.piece);
    INSERT OR IGNORE INTO main.side SELECT * FROM kept.side
        WHERE piece_id IN (SELECT id FROM main.piece) AND dataset_id IN (SELECT id FROM main.dataset);
)";

/// A second database beside the workspace's, under the name `kept`.
class Attached {
public:
    Attached(Sqlite& database, const std::filesystem::path& path) : database_(database) {
        database_.prepare("ATTACH ? AS kept").bind(path.string()).run();
    }
    ~Attached() {
        try {
            database_.execute("DETACH kept");
        } catch (const std::exception&) {  // it goes with the connection
        }
    }
    Attached(const Attached&) = delete;
    Attached& operator=(const Attached&) = delete;

private:
    Sqlite& database_;
};

}  // namespace

struct PieceStore::Removed {
    TemporaryFolder folder;
    [[nodiscard]] std::filesystem::path file() const { return folder.path() / "pieces"; }
};

std::shared_ptr<const PieceStore::Removed> PieceStore::take(const std::vector<std::int64_t>& ids) {
    auto removed = std::make_shared<Removed>();
    writeFile(removed->file(), std::string());  // a connection that makes no file of its own attaches none that is missing
    const Attached kept(database_, removed->file());
    Sqlite::Transaction transaction(database_);
    database_.execute("CREATE TABLE kept.taken (id INTEGER PRIMARY KEY)");
    {
        auto insert = database_.prepare("INSERT OR IGNORE INTO kept.taken (id) VALUES (?)");
        for (const std::int64_t id : ids) insert.bind(id).run();
    }
    database_.execute(keepRows);
    transaction.commit();
    return removed;
}

void PieceStore::restore(const Removed& pieces) {
    const Attached kept(database_, pieces.file());
    Sqlite::Transaction transaction(database_);
    database_.execute(bringBack);
    transaction.commit();
}

}  // namespace ricercar
