#include "core/workbench/Comparison.h"

#include "core/base/Files.h"
#include "core/dataset/ImportFeed.h"
#include "core/dataset/MidiFinder.h"
#include "core/workbench/TrainingRun.h"

#include <algorithm>
#include <utility>

namespace ricercar {
namespace {

FileReading readingOf(ImportItem& item, const ImportOptions& options, const Task& task) {
    if (item.problem) return refusedFile(item.path, *item.problem);
    if (item.kind == ImportItem::Kind::Rolls) return readRollPieces(item.path, options, {}, task);
    return item.bytes ? readPieces(item.path, std::move(*item.bytes), options) : readPieces(item.path, options);
}

}  // namespace

std::vector<TitledRoll> readMusic(const std::vector<std::filesystem::path>& paths, const ImportOptions& options,
                                  const Task& task, const LeftOut& leftOut) {
    std::vector<TitledRoll> music;
    ImportFeed feed(findMidiFiles(paths, task), task);
    std::uint64_t done = 0;
    while (auto item = feed.next()) {
        if (task.stopped()) break;
        for (auto& [piece, roll, profile, source, score] : readingOf(*item, options, task).pieces) {
            if (piece.state == PieceState::Rejected) {
                if (leftOut && !piece.remarks.empty()) leftOut(item->path, piece.remarks.front());
                continue;
            }
            const std::string part = piece.parts > 1 ? ", part " + std::to_string(piece.part + 1) : "";
            music.push_back({displayPath(item->path) + part, std::move(roll)});
        }
        task.report(++done, feed.total());
    }
    return music;
}

std::vector<TitledRoll> trainingMusic(Workspace& workspace, std::int64_t datasetId, const Task& task) {
    std::vector<TitledRoll> music;
    for (TrainingPiece& piece : trainingSet(workspace, datasetId, {}, task).train)
        music.push_back({std::move(piece.id), std::move(piece.roll)});
    return music;
}

Figures passageFigures(const PianoRoll& music, int bars) {
    const std::vector<PianoRoll> passages = passagesOf(music, bars);
    if (passages.empty()) return figuresOf(music);
    Figures mean{};
    for (const PianoRoll& passage : passages) {
        const Figures figures = figuresOf(passage);
        for (std::size_t i = 0; i < figureCount; ++i) mean[i] += figures[i] / static_cast<double>(passages.size());
    }
    return mean;
}

Comparison::Comparison(const std::vector<TitledRoll>& corpus, int bars, const Task& task) : bars_(bars) {
    std::vector<Figures> all;
    for (const auto& [title, roll] : corpus) {
        if (task.stopped()) return;
        titles_.push_back(title);
        copies_.add(roll);
        for (const PianoRoll& passage : passagesOf(roll, bars))
            if (soundingRange(passage)) all.push_back(figuresOf(passage));
    }
    passages_ = static_cast<int>(all.size());
    ranges_ = rangesOf(all);
    copies_.finish();
}

Likeness Comparison::compare(const PianoRoll& music, int newFrom) const {
    Likeness likeness{passageFigures(music, bars_), {}, {}};
    if (ranges_) likeness.inside = ricercar::inside(likeness.figures, *ranges_);
    newFrom = std::clamp(newFrom, 0, music.steps());
    likeness.copied = copies_.longest(newFrom == 0 ? music : music.excerpt(newFrom, music.steps() - newFrom));
    if (likeness.copied.steps > 0) likeness.copied.start += newFrom;
    return likeness;
}

}  // namespace ricercar
