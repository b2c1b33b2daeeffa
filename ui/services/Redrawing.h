// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/TakeOrigin.h"

#include <QObject>

#include <functional>
#include <memory>

namespace ricercar {

class Generation;
class Jobs;
class ModelShelf;
class Notices;
class WorkspaceStore;

/// Takes that go on from others: bars drawn again, music after a bar; by the model that made them, which is looked for first.
/// Each has a seed of its own.
class Redrawing : public QObject {
    Q_OBJECT

public:
    Redrawing(Jobs& jobs, WorkspaceStore& store, Notices& notices, Generation& generation, QObject* parent = nullptr);
    ~Redrawing() override;

    /// `words`: what is done, for the title.
    void again(const Take& take, const TakeRegion& region, int variations, const QString& words);
    /// From bar `bar` (from 0) on, `bars` new ones.
    void goOn(const Take& take, int bar, int bars, int variations, const QString& words);
    /// Looks for a model and starts; one at a time.
    [[nodiscard]] bool busy() const;

private:
    using Make = std::function<TakeRequest(const TakeOrigin&, const std::filesystem::path& model, std::uint64_t seed)>;
    void start(const Take& take, int variations, const QString& words, Make make);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    Generation& generation_;
    std::shared_ptr<ModelShelf> shelf_;
    bool looking_ = false;
};

}  // namespace ricercar
