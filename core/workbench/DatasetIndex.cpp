// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/DatasetIndex.h"

#include "core/base/Error.h"
#include "core/base/Sha256.h"
#include "core/workbench/ExistingDataset.h"

#include <algorithm>
#include <system_error>

namespace ricercar {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostKept = 4;
constexpr const char* version = "ricercar copies 1";

fs::path fileOf(const Workspace& workspace, const DatasetPieces& dataset, int bars) {
    const std::string name = sha256(version + (' ' + dataset.hash) + ' ' + std::to_string(bars));
    return workspace.runFile("copies/" + name.substr(0, 32) + ".index");  // no link leads elsewhere
}

std::vector<std::string> titlesOf(const DatasetPieces& dataset) {
    std::vector<std::string> titles;
    for (const DatasetPieces::One& piece : dataset.pieces) titles.push_back(piece.title);
    return titles;
}

/// A sum of the rest stands before it: half a file, or one that was damaged, is none.
std::optional<Comparison> kept(const fs::path& file, const DatasetPieces& dataset) {
    constexpr std::size_t sum = 64;
    try {
        if (!fs::is_regular_file(file)) return std::nullopt;
        const Bytes bytes = readFile(file);
        if (bytes.size() < sum) return std::nullopt;
        const std::span<const std::uint8_t> rest = std::span(bytes).subspan(sum);
        if (sha256(rest) != std::string(bytes.begin(), bytes.begin() + sum)) return std::nullopt;
        return Comparison::unpacked(rest, titlesOf(dataset));
    } catch (const Error&) {
        return std::nullopt;
    } catch (const fs::filesystem_error&) {
        return std::nullopt;
    }
}

/// The oldest go.
void makeRoom(const fs::path& folder) {
    std::error_code ignored;
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".index") files.emplace_back(entry.last_write_time(ignored), entry.path());
    std::ranges::sort(files);
    for (std::size_t i = 0; i + mostKept < files.size(); ++i) fs::remove(files[i].second, ignored);
}

void keep(const fs::path& file, const Comparison& comparison) {
    try {
        const Bytes packed = comparison.packed();
        const std::string sum = sha256(packed);
        makeFolder(file.parent_path());
        NewFile written(file);
        written.write({reinterpret_cast<const std::uint8_t*>(sum.data()), sum.size()});
        written.write(packed);
        written.commit();
        makeRoom(file.parent_path());
    } catch (const Error&) {  // a full or closed disk: it is made again next time
    }
}

}  // namespace

DatasetPieces trainingPieces(const std::vector<Piece>& pieces, const std::function<Subset(std::int64_t)>& subset) {
    DatasetPieces dataset;
    std::string all;
    for (const Piece& piece : pieces) {
        if (subset(piece.id) != Subset::Train || piece.steps == 0) continue;
        dataset.pieces.push_back({piece.id, piece.title});
        all +=
            piece.fileHash + ' ' + std::to_string(piece.part) + ' ' + piece.recipe + ' ' + std::to_string(piece.score) + '\n';
    }
    dataset.hash = sha256(all);
    return dataset;
}

DatasetPieces trainingPieces(Workspace& workspace, std::int64_t datasetId, const Task& task) {
    const Dataset dataset = existingDataset(workspace, datasetId);
    const DatasetFacts facts = readFacts(workspace, datasetId, task);
    const auto plan = planDataset(facts, dataset);
    return trainingPieces(facts.pieces, [&](std::int64_t piece) { return plan.at(piece).subset; });
}

std::shared_ptr<const DatasetIndex> datasetIndex(const Workspace& workspace, DatasetPieces dataset, int bars,
                                                 const Task& task) {
    auto index = std::make_shared<DatasetIndex>();
    const fs::path file = fileOf(workspace, dataset, bars);
    if (auto comparison = kept(file, dataset)) {
        index->comparison = std::move(*comparison);
    } else {
        index->comparison = Comparison(bars);
        for (const DatasetPieces::One& piece : dataset.pieces) {
            if (task.stopped()) return nullptr;
            index->comparison.add(piece.title, workspace.versions().roll(piece.id));
        }
        index->comparison.finish();
        keep(file, index->comparison);
    }
    index->dataset = std::move(dataset);
    return index;
}

}  // namespace ricercar
