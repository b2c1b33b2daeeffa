// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/workbench/DatasetVelocities.h"
#include "core/workbench/Primer.h"
#include "core/workbench/RequestJson.h"
#include "ui/generation/GeneratePanel.h"
#include "ui/generation/GivenCells.h"
#include "ui/generation/MusicForm.h"
#include "ui/generation/PrimerChooser.h"
#include "ui/generation/RequestForm.h"
#include "ui/generation/StyleForm.h"
#include "ui/services/Curation.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QComboBox>

// What the form Generate reads and writes, on workers.

namespace ricercar {
namespace {

struct OpenedRequest {
    TakeRequest written;  ///< as it stands in the file
    TakeRequest read;     ///< with its primer
    bool otherModel = false;
};

/// By the model that it names where that is there, else by `instead`.
OpenedRequest readRequest(const std::filesystem::path& file, const std::filesystem::path& instead) {
    OpenedRequest opened;
    try {
        opened.written = readTakeRequest(file);
        opened.otherModel = opened.written.checkpoint.empty();
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Invalid || !std::filesystem::exists(file) || instead.empty()) throw;
        opened.otherModel = true;
    }
    if (opened.otherModel) {
        opened.written = readTakeRequest(file, instead);
        opened.written.modelHash.clear();
    }
    opened.read = withPrimerRead(opened.written);
    return opened;
}

}  // namespace

void GeneratePanel::useFileAsPrimer(const std::filesystem::path& file) {
    jobs_.ask(
        this, [file](const Task&) { return readPrimer(file); },
        [this, title = fromPath(file.filename())](Primer primer) {
            form_->music().primer().set(std::move(primer.roll), primer.tempo, title);
        },
        [this](const Message& problem) { tell(problem); });
}

void GeneratePanel::useSetupOf(const Take& take) {
    const std::optional<TakeOrigin> origin = originOf(take);
    if (!origin) {
        notices_.post(Severity::Warning, tr("This take does not say how it was made."));
        return;
    }
    std::vector<std::filesystem::path> models{toPath(form_->music().model().currentData().toString())};  // the likeliest first
    for (const CheckpointChoice& choice : store_.checkpoints()) models.push_back(choice.path);
    jobs_.ask(
        this,
        [models, hash = origin->modelHash](const Task& task) {
            for (const auto& model : models) {
                if (task.stopped()) break;
                try {
                    if (loadCheckpoint(model).modelHash() == hash) return model;
                } catch (const Error&) {  // not this one
                }
            }
            return std::filesystem::path();
        },
        [this, take, name = origin->modelName](const std::filesystem::path& model) {
            if (model.empty())
                notices_.post(Severity::Warning, tr("The model that made this take is not here: %1. The form shows the rest of "
                                                    "its setup.")
                                                     .arg(fromUtf8(name)));
            else
                chooseFile(model);
            TakeRequest request = requestOf(take, model);
            if (model.empty()) request.modelHash.clear();
            form_->show(request, request, fromUtf8(take.name));
            emit setupShown();
        },
        [this](const Message& problem) { tell(problem); });
}

void GeneratePanel::saveRequest(const std::filesystem::path& file) {
    jobs_.ask(
        this,
        [request = request(), file](const Task&) {
            TakeRequest named = request;
            if (!named.checkpoint.empty()) {
                const Checkpoint model = loadCheckpoint(named.checkpoint);
                named.checkpoint = std::filesystem::absolute(named.checkpoint);
                named.modelHash = model.modelHash();
                named.modelName = model.name;
            }
            writeFile(file, toJson(named));
            return true;
        },
        [this, file](bool) { notices_.post(Severity::Info, tr("The request is saved as %1.").arg(fromPath(file.filename()))); },
        [this](const Message& problem) { tell(problem); });
}

void GeneratePanel::openRequest(const std::filesystem::path& file) {
    const std::filesystem::path instead = toPath(form_->music().model().currentData().toString());
    jobs_.ask(
        this, [file, instead](const Task&) { return readRequest(file, instead); },
        [this, file](const OpenedRequest& opened) {
            if (opened.otherModel)
                notices_.post(Severity::Warning, tr("The model that this request names is not here: %1. The form keeps the one "
                                                    "that was chosen.")
                                                     .arg(fromUtf8(opened.written.modelName)));
            else
                form_->music().chooseModel(opened.written.checkpoint);
            const QString primer = fromPath(opened.written.primer.filename());
            form_->show(opened.read, opened.written, primer.isEmpty() ? fromPath(file.filename()) : primer);
            emit setupShown();
        },
        [this](const Message& problem) { tell(problem); });
}

void GeneratePanel::askVelocities() {
    const int barSteps = form_->meter().barSteps().value_or(16);
    if (velocitiesAwaited_ || !store_.isOpen() || !form_->style().wantsProfile(barSteps)) return;
    velocitiesAwaited_ = true;
    const QString title = fromUtf8(curation_.dataset().name);
    jobs_.start(
        tr("Reading how strong notes are"), this,
        [path = store_.path(), dataset = curation_.dataset().id, barSteps](const Task& task) {
            Workspace workspace = Workspace::existing(path);
            return datasetVelocities(workspace, dataset, barSteps, task);
        },
        [this, title, barSteps](std::vector<int> profile) {
            velocitiesAwaited_ = false;
            const bool none = profile.empty();
            if (none) profile.assign(static_cast<std::size_t>(barSteps), PlayingStyle{}.velocity);
            form_->style().setProfile(std::move(profile),
                                      none ? tr("“%1” has no pieces in this meter whose notes differ in strength").arg(title)
                                           : tr("Means of “%1” on each 16th of a bar").arg(title));
        },
        [this](const Message& problem) {
            velocitiesAwaited_ = false;
            tell(problem);
        });
}

}  // namespace ricercar
