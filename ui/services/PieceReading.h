// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/insight/Expectation.h"
#include "ui/services/AskedModel.h"

#include <QObject>

#include <memory>

namespace ricercar {

class Jobs;
class Notices;
class Stage;

/// What one model expects of what is shown, all of it: computed on a worker when it is wanted, and anew when the music or the
/// model changes. Window's thread.
class PieceReading : public QObject {
    Q_OBJECT

public:
    PieceReading(Jobs& jobs, Stage& stage, Notices& notices, QObject* parent = nullptr);

    /// Read first; an empty path: none.
    void setModel(const std::filesystem::path& path);
    /// Nothing while it is being read.
    [[nodiscard]] const std::shared_ptr<const AskedModel>& model() const { return model_; }
    /// Whether the whole piece is to be read.
    void setWanted(bool wanted);

    /// Of the model and what is shown; nothing without either.
    [[nodiscard]] const std::shared_ptr<InferenceCache>& cache() const { return cache_; }
    /// As far as it has come.
    [[nodiscard]] const Expectation& expectation() const { return expectation_; }

signals:
    void modelChanged();
    /// Other music or another model: there is nothing yet.
    void begun();
    /// Steps from `firstStep` on are there.
    void grew(int firstStep);

private:
    struct Post;
    void begin();
    void compute();
    void drain(Post& post);

    Jobs& jobs_;
    Stage& stage_;
    Notices& notices_;
    std::filesystem::path path_;
    std::shared_ptr<const AskedModel> model_;
    std::shared_ptr<InferenceCache> cache_;
    Expectation expectation_;
    bool wanted_ = false;
    int asked_ = 0;  ///< counts models: only the last answer counts
    int job_ = 0;
    std::shared_ptr<Post> post_;  ///< of the pass that counts
};

}  // namespace ricercar
