// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/DrawEffects.h"
#include "core/workbench/TakeOrigin.h"

#include <QObject>

#include <vector>

namespace ricercar {

class Jobs;
class Notices;
class Stage;
class WorkspaceStore;

/// Generates takes: the notes of the first variation stream into the workspace's draft, each take is stored when it is done,
/// and the first one shown. One that cannot be stored stays in the list as unsaved.
class Generation : public QObject {
    Q_OBJECT

public:
    Generation(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, QObject* parent = nullptr);

    /// A primer stands in the request's settings, not in a file.
    void start(const TakeRequest& request, const QString& title) { startAll({request}, title); }
    /// A row of temperatures, one take each, named by them; the first one streams.
    void sweep(const TakeRequest& request, const std::vector<double>& temperatures, const QString& title) {
        startAll(temperatureSweep(request, temperatures), title);
    }
    void stop();
    /// That the last take was asked of; empty: none was.
    [[nodiscard]] const std::filesystem::path& model() const { return model_; }
    [[nodiscard]] bool running() const { return job_ != 0; }
    /// 0 .. 1 of the steps asked for, of all variations.
    [[nodiscard]] double progress() const { return progress_; }
    /// Of the run that ended last: what guards, density and candidates did.
    [[nodiscard]] const DrawEffects& effects() const { return effects_; }

signals:
    void runningChanged();
    void progressed();
    /// All variations; the first take that was kept.
    void finished(std::int64_t take);

private:
    struct Post;
    void startAll(const std::vector<TakeRequest>& requests, const QString& title);
    static std::int64_t generateAll(const std::vector<TakeRequest>& requests, const std::filesystem::path& workspace,
                                    Post& post, const Task& task);
    void drain(Post& post);
    void tellUnsaved(const Message& why);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Stage& stage_;
    Notices& notices_;
    std::filesystem::path model_;
    int job_ = 0;
    double progress_ = 0;
    DrawEffects effects_;
    bool shown_ = false;  ///< the first take stands in the roll already
};

}  // namespace ricercar
