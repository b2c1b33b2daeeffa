#include "core/dataset/Workspace.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/Schema.h"
#include "core/dataset/WorkspaceImpl.h"

#include <utility>

namespace ricercar {

Workspace::Workspace(const std::filesystem::path& path) : impl_(std::make_unique<Impl>(path)) { migrate(impl_->database); }

Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

const std::filesystem::path& Workspace::path() const { return impl_->database.path(); }

std::filesystem::path Workspace::runsFolder() const {
    std::filesystem::path folder = path();
    return folder.replace_extension(".runs");
}

void Workspace::Impl::noRecord(const char* what, std::int64_t id) const {
    throw Error(ErrorKind::NotFound, {MessageId::WorkspaceNoRecord, {displayPath(database.path()), what, std::to_string(id)}});
}

void Workspace::Impl::damaged(const std::string& what) const {
    throw Error(ErrorKind::Damaged, {MessageId::WorkspaceDamaged, {displayPath(database.path()), what}});
}

void bindRoll(Sqlite::Statement& statement, const PianoRoll& roll) {
    statement.bind(roll.range().lowest).bind(roll.range().highest).bind(roll.steps());
    statement.bind(roll.meter().numerator).bind(roll.meter().denominator).bind(roll.barOffset());
    statement.bind(packCells(roll));
}

std::optional<PianoRoll> readRoll(const Sqlite::Statement& row, int first) {
    const auto number = [&](int column) {
        return std::in_range<int>(row.integer(column)) ? static_cast<int>(row.integer(column)) : -1;
    };
    const PitchRange range{number(first), number(first + 1)};
    const int steps = number(first + 2);
    const Meter meter{number(first + 3), number(first + 4)};
    const std::vector<std::uint8_t> cells = row.blob(first + 6);
    // looked at before the roll is made: a damaged number must not ask for memory
    if (!range.valid() || steps < 0 || meter.numerator > 65'535 || meter.denominator > 65'536) return std::nullopt;
    const auto count = static_cast<std::size_t>(steps) * static_cast<std::size_t>(range.size());
    if (!meter.barSteps() || cells.size() != (count + 3) / 4) return std::nullopt;
    PianoRoll roll(range, steps, meter, number(first + 5));
    unpackCells(cells, roll);
    return roll;
}

}  // namespace ricercar
