#pragma once

#include "core/dataset/DatasetPlan.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ricercar {

class Jobs;
class Session;

/// What a dataset would be with other rules or shares.
struct DatasetPreview {
    std::unordered_map<std::int64_t, Membership> plan;
    DatasetSummary summary;
    int taken = 0;  ///< pieces in the set now that would be out
    int given = 0;  ///< pieces out now that would be in
};

/// The current dataset of the open workspace, what becomes of each piece in it, and everything that people do to pieces and
/// datasets; each of these is a step on the session's stack. How pieces are related is found on a worker, the rest is quick.
class Curation : public QObject {
    Q_OBJECT

public:
    Curation(Jobs& jobs, Session& session, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Dataset>& datasets() const { return datasets_; }
    /// The current one; id 0: none yet.
    [[nodiscard]] const Dataset& dataset() const { return dataset_; }
    void choose(std::int64_t datasetId);

    /// Nothing: not planned yet.
    [[nodiscard]] const Membership* membership(std::int64_t pieceId) const;
    [[nodiscard]] const Kinship* kinship(std::int64_t pieceId) const;
    [[nodiscard]] const DatasetSummary& summary() const { return summary_; }
    [[nodiscard]] const DatasetFacts& facts() const { return facts_; }
    [[nodiscard]] const std::unordered_map<std::int64_t, Membership>& plan() const { return plan_; }
    /// What the current dataset would be; milliseconds.
    [[nodiscard]] DatasetPreview preview(const Dataset& changed) const;
    /// Everything that was asked for is in the plan.
    [[nodiscard]] bool settled() const;

signals:
    /// Other sides, reasons or kinships, or another dataset.
    void planChanged();
    /// The list of datasets, or what one of them is.
    void datasetsChanged();

private:
    void opened();
    void piecesChanged();
    /// Reads datasets and sides by hand again.
    void readDatasets();
    void readKinships();
    void planAnew();

    Jobs& jobs_;
    Session& session_;
    std::vector<Dataset> datasets_;
    Dataset dataset_;
    std::int64_t chosen_ = 0;
    DatasetFacts facts_;
    std::unordered_map<std::int64_t, Membership> plan_;
    DatasetSummary summary_;
    QTimer calm_;                   ///< runs while pieces keep coming
    bool reading_ = false;          ///< kinships
    bool outdated_ = false;         ///< kinships are of other pieces
    int generation_ = 0;            ///< counts openings
    int asked_ = 0, answered_ = 0;  ///< of the datasets
};

}  // namespace ricercar
