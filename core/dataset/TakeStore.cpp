// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/TakeStore.h"

#include "core/dataset/RollRow.h"
#include "core/dataset/Sqlite.h"

#include <nlohmann/json.hpp>

#include <bit>
#include <cmath>
#include <cstring>

namespace ricercar {
namespace {

static_assert(std::endian::native == std::endian::little);  // of the figures

constexpr const char* selectTakes =
    "SELECT id, name, created, model_hash, settings, tempo, primer_steps, "
    "lowest, highest, steps, meter_numerator, meter_denominator, bar_offset, cells, score, "
    "heard, liked, exported, tags, figures, nats FROM take";

constexpr const char* insertTake =
    "INSERT INTO take (name, created, model_hash, settings, tempo, primer_steps, "
    "lowest, highest, steps, meter_numerator, meter_denominator, bar_offset, cells, score, "
    "heard, liked, exported, tags, figures, nats, id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0))";

std::string tagsText(const std::vector<std::string>& tags) { return nlohmann::json(tags).dump(); }

std::vector<std::string> readTags(const std::string& text) {
    std::vector<std::string> tags;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) return tags;
    for (const auto& tag : json)
        if (tag.is_string()) tags.push_back(tag.get<std::string>());
    return tags;
}

Bytes figuresBlob(const std::optional<Figures>& figures) {
    if (!figures) return {};
    Bytes bytes(sizeof(Figures));
    std::memcpy(bytes.data(), figures->data(), bytes.size());
    return bytes;
}

std::optional<Figures> readFigures(const Bytes& bytes) {
    if (bytes.size() != sizeof(Figures)) return std::nullopt;
    Figures figures{};
    std::memcpy(figures.data(), bytes.data(), bytes.size());
    return figures;
}

void bindTake(Sqlite::Statement& statement, const Take& take) {
    statement.bind(take.name)
        .bind(take.created)
        .bind(take.modelHash)
        .bind(take.settings)
        .bind(take.tempo)
        .bind(take.primerSteps);
    bindRoll(statement, take.roll);
    statement.bind(std::span<const std::uint8_t>(take.score));
}

void bindMarks(Sqlite::Statement& statement, const TakeMarks& marks) {
    statement.bind(marks.heard).bind(marks.liked).bind(marks.exported).bind(tagsText(marks.tags));
}

void bindFacts(Sqlite::Statement& statement, const TakeFacts& facts) {
    statement.bind(std::span<const std::uint8_t>(figuresBlob(facts.figures))).bind(facts.nats.value_or(std::nan("")));
}

TakeRow readTake(const Sqlite& database, const Sqlite::Statement& row) {
    if (!isRoll(row, 7)) database.damaged({MessageId::ReasonTakeWithoutRoll, {std::to_string(row.integer(0))}});
    const auto number = [&](int column) { return static_cast<int>(row.integer(column)); };
    TakeRow take;
    take.id = row.integer(0);
    take.name = row.text(1);
    take.created = row.text(2);
    take.modelHash = row.text(3);
    take.settings = row.text(4);
    take.tempo = row.real(5);
    take.primerSteps = number(6);
    take.range = {number(7), number(8)};
    take.steps = number(9);
    take.meter = {number(10), number(11)};
    take.barOffset = number(12);
    take.cells = row.blob(13);
    take.score = row.blob(14);
    take.marks = {row.integer(15) != 0, row.integer(16) != 0, row.integer(17) != 0, readTags(row.text(18))};
    take.facts.figures = readFigures(row.blob(19));
    if (const double nats = row.real(20); !std::isnan(nats)) take.facts.nats = nats;
    return take;
}

}  // namespace

std::int64_t TakeStore::add(const Take& take) {
    Take added = take;
    added.id = 0;
    restore(added);
    return database_.lastId();
}

void TakeStore::restore(const Take& take) {
    auto insert = database_.prepare(insertTake);
    bindTake(insert, take);
    bindMarks(insert, take.marks);
    bindFacts(insert, take.facts);
    insert.bind(take.id).run();
}

void TakeStore::update(const Take& take) {
    auto update = database_.prepare(
        "UPDATE take SET name = ?, created = ?, model_hash = ?, settings = ?, tempo = ?, primer_steps = ?, "
        "lowest = ?, highest = ?, steps = ?, meter_numerator = ?, meter_denominator = ?, bar_offset = ?, cells = ?, score = ?, "
        "figures = x'', nats = NULL WHERE id = ?");
    bindTake(update, take);
    update.bind(take.id).run();
    if (database_.changes() == 0) database_.noRecord(MessageId::WorkspaceNoTake, take.id);
}

std::vector<TakeRow> TakeStore::rows() const {
    std::vector<TakeRow> list;
    auto select = database_.prepare(std::string(selectTakes) + " ORDER BY id");
    while (select.step()) list.push_back(readTake(database_, select));
    return list;
}

std::vector<Take> TakeStore::all() const {
    std::vector<Take> list;
    auto select = database_.prepare(std::string(selectTakes) + " ORDER BY id");
    while (select.step()) list.push_back(readTake(database_, select).unpacked());
    return list;
}

std::optional<Take> TakeStore::find(std::int64_t id) const {
    auto select = database_.prepare(std::string(selectTakes) + " WHERE id = ?");
    select.bind(id);
    if (!select.step()) return std::nullopt;
    return readTake(database_, select).unpacked();
}

void TakeStore::remove(std::int64_t id) { database_.prepare("DELETE FROM take WHERE id = ?").bind(id).run(); }

void TakeStore::rename(std::int64_t id, const std::string& name) {
    database_.prepare("UPDATE take SET name = ? WHERE id = ?").bind(name).bind(id).run();
}

void TakeStore::setMarks(std::int64_t id, const TakeMarks& marks) {
    auto update = database_.prepare("UPDATE take SET heard = ?, liked = ?, exported = ?, tags = ? WHERE id = ?");
    bindMarks(update, marks);
    update.bind(id).run();
}

void TakeStore::setFacts(const std::vector<std::pair<std::int64_t, TakeFacts>>& facts) {
    Sqlite::Transaction transaction(database_);
    {
        auto update = database_.prepare("UPDATE take SET figures = ?, nats = ? WHERE id = ?");
        for (const auto& [id, known] : facts) {
            bindFacts(update, known);
            update.bind(id).run();
        }
    }
    transaction.commit();
}

std::optional<FigureRange> TakeStore::natsRange(const std::string& modelHash, const std::string& datasetHash) const {
    auto select = database_.prepare("SELECT low, high FROM nats_range WHERE model_hash = ? AND dataset_hash = ?");
    select.bind(modelHash).bind(datasetHash);
    if (!select.step()) return std::nullopt;
    return FigureRange{select.real(0), select.real(1)};
}

void TakeStore::setNatsRange(const std::string& modelHash, const std::string& datasetHash, const FigureRange& range) {
    auto put = database_.prepare("INSERT OR REPLACE INTO nats_range VALUES (?, ?, ?, ?)");
    put.bind(modelHash).bind(datasetHash).bind(range.low).bind(range.high).run();
}

}  // namespace ricercar
