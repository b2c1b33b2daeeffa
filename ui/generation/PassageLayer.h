// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>

namespace ricercar {

class RollSurface;
class Stage;
class TakeFigures;

/// Marks in the roll the passage that the shown take shares with a piece, and, once it was asked for, its place in the piece.
class SharedPassageMarks : public QObject {
    Q_OBJECT

public:
    /// A passage of a bar or more is marked in a take without being asked for.
    SharedPassageMarks(RollSurface& surface, Stage& stage, TakeFigures& figures, QObject* parent = nullptr);

    /// Shows the piece at its passage.
    void showPiece(std::int64_t piece, int firstStep, int steps);

    struct Mark {
        int first = 0;
        int steps = 0;
        QString words;
        friend bool operator==(const Mark&, const Mark&) = default;
    };
    /// In what is shown; nothing: none.
    [[nodiscard]] std::optional<Mark> mark() const;

signals:
    void seekRequested(double step);

private:
    void shown();

    RollSurface& surface_;
    Stage& stage_;
    TakeFigures& figures_;
    std::int64_t piece_ = 0;
    Mark inPiece_;
    bool awaited_ = false;  ///< the piece is on its way
};

}  // namespace ricercar
