// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/Constraints.h"
#include "core/music/PianoRoll.h"
#include "ui/services/Stage.h"

#include <QObject>
#include <QString>

#include <vector>

namespace ricercar {

/// Cells that the next take is to keep: notes that were marked in the roll, and places where nothing is to sound. Those marked
/// by hand are steps of the music they were marked in; the take begins with the bar of the first one, after its primer.
class GivenCells : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Of the music that is shown; what was marked in other music is forgotten.
    void keepNotes(const StageContent& shown, const std::vector<RollNote>& notes);
    void keepSilent(const StageContent& shown, int first, int end, PitchRange pitches);
    /// Those of a request, which count from the result's first step.
    void set(const std::vector<ForcedCell>& cells, const QString& title);
    void clear();

    [[nodiscard]] bool empty() const { return cells_.empty(); }
    [[nodiscard]] const QString& title() const { return title_; }
    /// Marked in the music that is shown.
    [[nodiscard]] bool isIn(const StageContent& shown) const;
    /// They were marked by hand, so that bars and meter follow from them.
    [[nodiscard]] bool byHand() const { return byHand_; }
    /// As they were marked.
    [[nodiscard]] const std::vector<ForcedCell>& marked() const { return cells_; }
    /// As steps of a result whose first new bar is at `firstNew`.
    [[nodiscard]] std::vector<ForcedCell> cells(int firstNew) const;
    /// Notes among them; and cells in all.
    [[nodiscard]] int notes() const;
    [[nodiscard]] int count() const;
    /// Of music marked by hand: from the bar of the first to that of the last.
    [[nodiscard]] int bars() const;
    [[nodiscard]] const Meter& meter() const { return meter_; }
    [[nodiscard]] double tempo() const { return tempo_; }

signals:
    void changed();

private:
    void begin(const StageContent& shown);
    /// The first step of the bar.
    [[nodiscard]] int barStart(int step) const;

    std::vector<ForcedCell> cells_;
    QString title_;
    StageContent::Kind kind_ = StageContent::Kind::Nothing;
    std::int64_t id_ = 0;
    bool byHand_ = false;
    Meter meter_;
    int barOffset_ = 0;
    double tempo_ = 0;
};

}  // namespace ricercar
