// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Newest.h"
#include "ui/services/TakeReading.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <optional>
#include <set>

namespace ricercar {

class Curation;
class Generation;
class Jobs;
class Notices;
class Stage;
class WorkspaceStore;

/// What the shown take is beside the dataset.
struct TakeReport {
    std::int64_t take = 0;  ///< 0: none is shown
    std::optional<Figures> figures{};
    std::optional<double> nats{};
    std::optional<FigureRanges> ranges{};  ///< of the dataset's passages
    std::optional<FigureRange> natsRange{};
    std::optional<SharedPassage> copied{};  ///< nothing: not known yet
    std::int64_t piece = 0;                 ///< that it is shared with
    QString pieceTitle{};
    int barSteps = 16;
};

/// Figures of the takes, worked out on a worker and kept in the workspace, and the current dataset that they are compared with:
/// its index is made once, and anew when the dataset changes. Nothing is done while nobody looks. Window's thread.
class TakeFigures : public QObject {
    Q_OBJECT

public:
    TakeFigures(Jobs& jobs, WorkspaceStore& store, Stage& stage, Curation& curation, QObject* parent = nullptr);

    void setWanted(bool wanted);
    [[nodiscard]] const TakeReport& report() const { return report_; }
    /// Null: not made yet, or nothing is trained on.
    [[nodiscard]] const std::shared_ptr<const DatasetIndex>& index() const { return index_; }
    [[nodiscard]] bool indexAwaited() const { return indexJob_ != 0 || calm_.isActive(); }
    /// Every take whose model is there has its figures.
    [[nodiscard]] bool complete() const { return batch_ == 0 && missing().empty(); }

    /// How far from the middle of the dataset's figures, in halves of their ranges, on average; nothing: not known yet.
    [[nodiscard]] std::optional<double> distance(const TakeFacts& facts) const;
    /// How far two takes' figures are from each other, in halves of the dataset's ranges.
    [[nodiscard]] std::optional<double> distance(const TakeFacts& one, const TakeFacts& other) const;

    /// The take again at a row of temperatures, by the model that made it, which is looked for first.
    void sweep(Generation& generation, Notices& notices, const Take& take, const std::vector<double>& temperatures);

signals:
    void reportChanged();
    /// Another dataset to compare with.
    void indexChanged();

private:
    void readIndex();
    void makeReport();
    void askNatsRange(const std::string& modelHash);
    void fillIn();
    [[nodiscard]] std::vector<std::int64_t> missing() const;
    [[nodiscard]] std::vector<std::filesystem::path> models() const;
    [[nodiscard]] DatasetPieces trainedOn() const;

    Jobs& jobs_;
    WorkspaceStore& store_;
    Stage& stage_;
    Curation& curation_;
    std::shared_ptr<ModelShelf> shelf_;
    std::shared_ptr<const DatasetIndex> index_;
    TakeReport report_;
    QTimer calm_;  ///< until the dataset changes no more
    int indexJob_ = 0, batch_ = 0, rangeJob_ = 0;
    std::string indexHash_;                    ///< of the index, or of the one that is being made
    std::set<std::string> unknownModels_;      ///< that are in no file
    std::set<std::string> withoutRange_;       ///< asked for in vain
    std::map<std::string, FigureRange> nats_;  ///< by the model's hash, of this index
    Newest reports_;
    bool wanted_ = false;
    bool failed_ = false;  ///< the workspace takes no figures
};

}  // namespace ricercar
