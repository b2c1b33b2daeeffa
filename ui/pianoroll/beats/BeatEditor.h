// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/BeatTrack.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace ricercar {

class Curation;
class Jobs;
class Notices;
class Stage;
class WorkspaceStore;

/// The beats that were found in the shown piece, and their corrections by hand: each is a step that lays the notes anew.
class BeatEditor : public QObject {
    Q_OBJECT

public:
    BeatEditor(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, Curation& curation,
               QObject* parent = nullptr);

    /// Nothing: the beat of what is shown was not asked for.
    [[nodiscard]] const std::optional<BeatTrack>& track() const { return track_; }
    /// Where each beat is in the roll that is shown.
    [[nodiscard]] const std::vector<double>& steps() const { return steps_; }
    [[nodiscard]] bool isDownbeat(std::size_t beat) const;
    /// The nearest one within so many steps.
    [[nodiscard]] std::optional<std::size_t> beatAt(double step, double reach) const;
    /// Drawn over the notes.
    [[nodiscard]] bool visible() const { return visible_ && track_.has_value(); }
    void setVisible(bool on);

    // Corrections; what changes nothing is no step.
    void move(std::size_t beat, double step);
    void insert(double step);
    void remove(std::size_t beat);
    void change(const BeatTrack& track, const QString& name);

signals:
    /// Another track, or none, or other places of its beats.
    void changed();

private:
    void read();
    [[nodiscard]] double secondsAt(double step) const;

    Jobs& jobs_;
    WorkspaceStore& store_;
    Stage& stage_;
    Notices& notices_;
    Curation& curation_;
    std::int64_t piece_ = 0;
    std::optional<BeatTrack> track_;
    std::vector<double> steps_;
    bool visible_ = true;
    int asked_ = 0;
};

}  // namespace ricercar
