// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/AppServices.h"

#include "ui/words/Words.h"

#include <QStandardPaths>

#include <utility>

namespace ricercar {

AppServices::AppServices(const Playback::Options& sound)
    : changes(jobs),
      store(jobs, changes, notices),
      stage(jobs, store, notices),
      selection(stage),
      editing(jobs, store, stage, notices, changes),
      importing(jobs, store, notices),
      curation(jobs, store, notices, changes),
      training(jobs, store, notices),
      benchmarking(jobs, store, notices, training),
      generation(jobs, store, stage, notices),
      redrawing(jobs, store, notices, generation),
      takeTree(jobs, store),
      insight(jobs, store, stage, selection, notices, generation),
      playback(jobs, store, stage, notices, changes, sound),
      duetting(jobs, store, changes, stage, notices, generation, playback),
      audition(store, stage, playback),
      takeFigures(jobs, store, stage, curation),
      exporting(jobs, store, stage, notices, training, playback),
      datasetExport(jobs, store, notices, curation),
      watch(jobs, store) {
    QObject::connect(&changes, &Changes::failed, &notices,
                     [this](const Message& problem) { notices.post(About::Changes, Severity::Error, text(problem)); });
    QObject::connect(&changes, &Changes::made, &notices, [this] { notices.withdraw(About::Changes); });
    stage.setWriting([this](StageContent::Kind kind, std::int64_t id, std::function<void()> then) {
        if (!editing.unsaved(kind, id)) return false;
        editing.whenSaved(std::move(then));
        return true;
    });
    training.setReady([this](std::function<void()> then) { editing.whenSaved(std::move(then)); });
    QObject::connect(&jobs, &Jobs::changed, &editing, [this, before = std::size_t{0}]() mutable {
        const std::size_t now = jobs.running().size();
        if (now > std::exchange(before, now)) editing.flush();  // a job that reads the workspace finds them there
    });
    training.setDataset([this] { return curation.dataset().id; });
    QObject::connect(&watch, &Watch::failed, &notices,
                     [this](const Message& problem) { notices.post(About::WorkspaceCopy, Severity::Error, text(problem)); });
    watch.pauseWhile([this] { return importing.running(); });
}

std::filesystem::path AppServices::defaultWorkspace() {
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return toPath(data) / "ricercar" / "workspace.ricercar-db";
}

}  // namespace ricercar
