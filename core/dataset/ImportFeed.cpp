// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/ImportFeed.h"

#include "core/base/Error.h"
#include "core/dataset/RollFile.h"

#include <algorithm>
#include <string>
#include <utility>

namespace ricercar {
ImportFeed::ImportFeed(std::vector<std::filesystem::path> files, const Task& task) : files_(std::move(files)), task_(task) {
    for (const std::filesystem::path& file : files_)
        total_ += namedAsArchive(file) ? std::max<std::size_t>(1, Archive::count(file, task)) : 1;
}

std::optional<ImportItem> ImportFeed::next() {
    if (archive_) {
        if (auto item = fromArchive()) return item;
    }
    if (at_ >= files_.size()) return std::nullopt;
    const std::filesystem::path& file = files_[at_++];
    if (!namedAsArchive(file))
        return ImportItem{namedAsRolls(file) ? ImportItem::Kind::Rolls : ImportItem::Kind::Midi, file, {}, {}};
    try {
        members_ = 0;
        archive_ = std::make_unique<Archive>(file, task_);
    } catch (const Error& error) {
        return ImportItem{ImportItem::Kind::Midi, file, {}, error.message()};
    }
    return next();
}

std::optional<ImportItem> ImportFeed::fromArchive() {
    const std::filesystem::path& file = files_[at_ - 1];
    try {
        if (auto member = archive_->next()) {
            ++members_;
            const std::filesystem::path path = file / std::filesystem::path(member->name).relative_path();
            if (member->problem) return ImportItem{ImportItem::Kind::Midi, path, {}, std::move(member->problem)};
            return ImportItem{
                namedAsRolls(path) ? ImportItem::Kind::Rolls : ImportItem::Kind::Midi, path, std::move(member->bytes), {}};
        }
    } catch (const Error& error) {
        archive_.reset();
        return ImportItem{ImportItem::Kind::Midi, file, {}, error.message()};
    }
    archive_.reset();
    if (members_ > 0 || task_.stopped()) return std::nullopt;
    return ImportItem{ImportItem::Kind::Midi, file, {}, Message{MessageId::ArchiveWithoutMidi, {displayPath(file)}}};
}

}  // namespace ricercar
