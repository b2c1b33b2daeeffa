// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/DatasetPlan.h"
#include "core/dataset/Remedying.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ricercar {

class Jobs;
class Changes;
class Notices;
class WorkspaceStore;

/// What a dataset would be with other rules or shares.
struct DatasetPreview {
    std::unordered_map<std::int64_t, Membership> plan;
    DatasetSummary summary;
    int taken = 0;  ///< pieces in the set now that would be out
    int given = 0;  ///< pieces out now that would be in
};

/// The current dataset of the open workspace, what becomes of each piece in it, and everything that people do to pieces and
/// datasets; each of these is a step on the workspace's stack. How pieces are related is found on a worker, the rest is quick.
class Curation : public QObject {
    Q_OBJECT

public:
    Curation(Jobs& jobs, WorkspaceStore& store, Notices& notices, Changes& changes, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Dataset>& datasets() const { return datasets_; }
    /// The current one; id 0: none yet.
    [[nodiscard]] const Dataset& dataset() const { return dataset_; }
    void choose(std::int64_t datasetId);

    /// Nothing: not planned yet.
    [[nodiscard]] const Membership* membership(std::int64_t pieceId) const;
    /// With the draft; nothing: there is none.
    [[nodiscard]] const Membership* tried(std::int64_t pieceId) const;
    [[nodiscard]] const DuplicateRelation* kinship(std::int64_t pieceId) const;
    [[nodiscard]] const DatasetSummary& summary() const { return summary_; }
    [[nodiscard]] const DatasetFacts& facts() const { return facts_; }
    [[nodiscard]] const std::unordered_map<std::int64_t, Membership>& plan() const { return plan_; }
    // Steps on the workspace's stack.
    void applyRemedy(const std::vector<std::int64_t>& pieces, const Remedy& remedy);
    void removeRemedy(const std::vector<std::int64_t>& pieces, const Remedy& kind);
    /// As they were imported.
    void removeRemedies(const std::vector<std::int64_t>& pieces);
    /// Each piece is shifted by what brings most of its notes nearest to the grid.
    void shiftToGrid(const std::vector<std::int64_t>& pieces);
    /// A series of changes that is one step: each starts from what the pieces were when the series began. `recipe`: from the
    /// recipe of that moment.
    struct Series {
        int number = 0;
        std::vector<std::int64_t> pieces;
        std::vector<std::pair<std::int64_t, int>> before, after;
    };
    [[nodiscard]] std::shared_ptr<Series> newSeries(const std::vector<std::int64_t>& pieces);
    /// Whether the series is still the last step, or has not begun.
    [[nodiscard]] bool goesOn(const Series& series) const;
    void change(const std::shared_ptr<Series>& series, const QString& name, std::function<Recipe(Recipe)> recipe);

    void addTag(const std::vector<std::int64_t>& pieces, const QString& tag);
    void removeTag(const std::vector<std::int64_t>& pieces, const QString& tag);
    /// In the current dataset; nothing: automatic.
    void setSubset(const std::vector<std::int64_t>& pieces, std::optional<Subset> subset);
    /// Name, rules, seed or shares of a dataset that is there.
    void updateDataset(const Dataset& dataset, const QString& step);
    /// Becomes the current one; with the subsets by hand of `copyOf`, where that is not 0.
    void addDataset(const Dataset& dataset, std::int64_t copyOf = 0);
    void removeDataset(std::int64_t id);
    /// A name that no dataset has: "Folk 2".
    [[nodiscard]] QString freeName(const QString& wanted) const;

    /// Rules and shares that are tried out; nothing: none. What they would do is in `draftPreview`.
    void setDraft(const std::optional<Dataset>& draft);
    [[nodiscard]] const std::optional<Dataset>& draft() const { return draft_; }
    [[nodiscard]] const std::optional<DatasetPreview>& draftPreview() const { return preview_; }
    void applyDraft();

    /// What the current dataset would be; milliseconds.
    [[nodiscard]] DatasetPreview preview(const Dataset& changed) const;
    /// Everything that was asked for is in the plan.
    [[nodiscard]] bool settled() const;

signals:
    /// Other subsets, reasons or kinships, or another dataset.
    void planChanged();
    /// The list of datasets, or what one of them is.
    void datasetsChanged();
    /// Another draft, or none, or what it would do.
    void draftChanged();

private:
    using RemedyWork = std::function<RemedyReport(Workspace&, const Task&, const RemediedCallback&)>;
    void pushRemedy(const QString& name, const std::vector<std::int64_t>& pieces, RemedyWork work);
    void say(const RemedyReport& report);
    void previewAnew();
    void opened();
    void piecesChanged();
    /// Reads datasets and subsets by hand again.
    void readDatasets();
    void readKinships();
    void planAnew();

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    Changes& changes_;
    std::vector<Dataset> datasets_;
    Dataset dataset_;
    std::int64_t chosen_ = 0;
    DatasetFacts facts_;
    std::unordered_map<std::int64_t, Membership> plan_;
    DatasetSummary summary_;
    std::optional<Dataset> draft_;
    std::optional<DatasetPreview> preview_;
    QTimer calm_;                   ///< runs while pieces keep coming
    bool reading_ = false;          ///< kinships
    bool outdated_ = false;         ///< kinships are of other pieces
    int generation_ = 0;            ///< counts openings
    int asked_ = 0, answered_ = 0;  ///< of the datasets
};

}  // namespace ricercar
