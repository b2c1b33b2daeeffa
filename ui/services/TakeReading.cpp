// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/TakeReading.h"

#include "core/base/Error.h"
#include "core/dataset/Workspace.h"
#include "core/insight/Expectation.h"

#include <algorithm>
#include <system_error>

namespace ricercar {
namespace {

constexpr std::size_t passagesRead = 24;
constexpr int passageBars = 32;
constexpr int readingThreads = 1;  // behind the music

}  // namespace

std::shared_ptr<const AskedModel> ModelShelf::find(const std::string& hash, const std::vector<std::filesystem::path>& files,
                                                   const Task& task) {
    const std::scoped_lock lock(mutex_);
    if (last_ && last_->hash == hash) return last_;
    for (const auto& path : files) {
        if (task.stopped()) return nullptr;
        std::error_code gone;
        const File file{path, std::filesystem::last_write_time(path, gone)};
        if (gone) continue;
        const auto known = hashes_.find(file);
        if (known != hashes_.end() && known->second != hash) continue;
        try {
            auto model = readModel(path);
            hashes_[file] = model->hash;
            if (model->hash == hash) return last_ = std::move(model);
        } catch (const Error&) {  // not this one
            hashes_[file] = {};
        }
    }
    return nullptr;
}

std::optional<double> natsPerStep(const AskedModel& model, const PianoRoll& music, int given, const Task& task) {
    if (music.steps() <= given || given < 0) return std::nullopt;
    InferenceCache cache(model.engine, music);
    const Expectation expectation = expectationOf(cache, task, {}, readingThreads);
    if (expectation.steps < music.steps()) return std::nullopt;
    return expectation.natsPerStep(given, music.steps());
}

std::optional<FigureRange> natsRangeOf(const std::filesystem::path& workspace, const DatasetPieces& dataset,
                                       const AskedModel& model, const Task& task) {
    Workspace file = Workspace::existing(workspace);
    if (auto kept = file.takes().natsRange(model.hash, dataset.hash)) return kept;
    std::vector<Figures> nats;  // of which the first is used
    const std::size_t count = dataset.pieces.size();
    const std::size_t every = std::max<std::size_t>(1, (count + passagesRead - 1) / passagesRead);
    for (std::size_t i = 0; i < count; i += every) {
        const PianoRoll roll = file.versions().roll(dataset.pieces[i].id);
        const std::vector<PianoRoll> passages = passagesOf(roll, passageBars);
        const auto read = natsPerStep(model, passages.empty() ? roll : passages.front(), 0, task);
        if (task.stopped()) return std::nullopt;
        if (read) nats.push_back({*read});
    }
    const auto ranges = rangesOf(nats);
    if (!ranges) return std::nullopt;
    file.takes().setNatsRange(model.hash, dataset.hash, ranges->front());
    return ranges->front();
}

}  // namespace ricercar
