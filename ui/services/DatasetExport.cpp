// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/DatasetExport.h"

#include "core/dataset/Exports.h"
#include "ui/services/Curation.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

namespace ricercar {
namespace {

constexpr int stoppedEarly = -1;

}  // namespace

DatasetExport::DatasetExport(Jobs& jobs, WorkspaceStore& store, Notices& notices, Curation& curation, QObject* parent)
    : QObject(parent), jobs_(jobs), store_(store), notices_(notices), curation_(curation) {}

void DatasetExport::start(const QString& title, const std::filesystem::path& to, Work work,
                          std::function<QString(int)> sentence) {
    notices_.withdraw(About::Export);
    jobs_.start(
        title, this,
        [path = store_.path(), dataset = curation_.dataset(), work = std::move(work)](const Task& task) {
            Workspace workspace = Workspace::existing(path);
            return work(workspace, dataset, task);
        },
        [this, to, sentence = std::move(sentence)](int count) {
            if (count == stoppedEarly) return;
            notices_.post(Severity::Info, sentence(count));
            emit written(to);
        },
        [this](const Message& problem) { notices_.post(About::Export, Severity::Error, text(problem)); });
}

void DatasetExport::writeTable(const std::filesystem::path& file) {
    start(
        tr("Writing the table"), file,
        [file](Workspace& workspace, const Dataset& dataset, const Task& task) {
            const DatasetFacts facts = readFacts(workspace, dataset.id, task);
            if (task.stopped()) return stoppedEarly;
            writeFile(file, piecesCsv(facts.pieces, planDataset(facts, dataset), facts.kinships));
            return static_cast<int>(facts.pieces.size());
        },
        [file](int count) { return tr("%Ln pieces written to %1", nullptr, count).arg(fromPath(file)); });
}

void DatasetExport::writeMidi(const std::filesystem::path& folder) {
    start(
        tr("Writing MIDI files"), folder,
        [folder](Workspace& workspace, const Dataset& dataset, const Task& task) {
            const DatasetFacts facts = readFacts(workspace, dataset.id, task);
            return exportMidi(workspace, facts, planDataset(facts, dataset), folder, task);
        },
        [folder](int count) { return tr("%Ln files written to %1", nullptr, count).arg(fromPath(folder)); });
}

void DatasetExport::writeNumpy(const std::filesystem::path& folder) {
    start(
        tr("Writing NumPy arrays"), folder,
        [folder](Workspace& workspace, const Dataset& dataset, const Task& task) {
            const DatasetFacts facts = readFacts(workspace, dataset.id, task);
            return exportNumpy(workspace, facts, planDataset(facts, dataset), folder, task);
        },
        [folder](int count) { return tr("%Ln files written to %1", nullptr, count).arg(fromPath(folder)); });
}

}  // namespace ricercar
