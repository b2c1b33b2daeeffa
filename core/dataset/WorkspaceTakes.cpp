// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/WorkspaceImpl.h"

namespace ricercar {
namespace {

constexpr const char* selectTakes =
    "SELECT id, name, created, model_hash, settings, tempo, primer_steps, "
    "lowest, highest, steps, meter_numerator, meter_denominator, bar_offset, cells, score FROM take";

}  // namespace

std::int64_t Workspace::addTake(const Take& take) {
    auto insert = impl_->database.prepare(
        "INSERT INTO take (name, created, model_hash, settings, tempo, primer_steps, "
        "lowest, highest, steps, meter_numerator, meter_denominator, bar_offset, cells, score) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(take.name).bind(take.created).bind(take.modelHash).bind(take.settings).bind(take.tempo).bind(take.primerSteps);
    bindRoll(insert, take.roll);
    insert.bind(std::span<const std::uint8_t>(take.score)).run();
    return impl_->database.lastId();
}

void Workspace::restoreTake(const Take& take) {
    auto insert = impl_->database.prepare(
        "INSERT INTO take (name, created, model_hash, settings, tempo, primer_steps, "
        "lowest, highest, steps, meter_numerator, meter_denominator, bar_offset, cells, score, id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(take.name).bind(take.created).bind(take.modelHash).bind(take.settings).bind(take.tempo).bind(take.primerSteps);
    bindRoll(insert, take.roll);
    insert.bind(std::span<const std::uint8_t>(take.score)).bind(take.id).run();
}

void Workspace::updateTake(const Take& take) {
    auto update = impl_->database.prepare(
        "UPDATE take SET name = ?, created = ?, model_hash = ?, settings = ?, tempo = ?, primer_steps = ?, "
        "lowest = ?, highest = ?, steps = ?, meter_numerator = ?, meter_denominator = ?, bar_offset = ?, cells = ?, score = ? "
        "WHERE id = ?");
    update.bind(take.name).bind(take.created).bind(take.modelHash).bind(take.settings).bind(take.tempo).bind(take.primerSteps);
    bindRoll(update, take.roll);
    update.bind(std::span<const std::uint8_t>(take.score)).bind(take.id).run();
    if (impl_->database.changes() == 0) impl_->noRecord(MessageId::WorkspaceNoTake, take.id);
}

Take Workspace::Impl::readTake(const Sqlite::Statement& row) const {
    Take take;
    take.id = row.integer(0);
    take.name = row.text(1);
    take.created = row.text(2);
    take.modelHash = row.text(3);
    take.settings = row.text(4);
    take.tempo = row.real(5);
    take.primerSteps = static_cast<int>(row.integer(6));
    auto roll = readRoll(row, 7);
    if (!roll) damaged({MessageId::ReasonTakeWithoutRoll, {std::to_string(take.id)}});
    take.roll = *std::move(roll);
    take.score = row.blob(14);
    return take;
}

std::vector<Take> Workspace::takes() const {
    std::vector<Take> list;
    auto select = impl_->database.prepare(std::string(selectTakes) + " ORDER BY id");
    while (select.step()) list.push_back(impl_->readTake(select));
    return list;
}

std::optional<Take> Workspace::take(std::int64_t id) const {
    auto select = impl_->database.prepare(std::string(selectTakes) + " WHERE id = ?");
    select.bind(id);
    if (!select.step()) return std::nullopt;
    return impl_->readTake(select);
}

void Workspace::removeTake(std::int64_t id) { impl_->database.prepare("DELETE FROM take WHERE id = ?").bind(id).run(); }

}  // namespace ricercar
