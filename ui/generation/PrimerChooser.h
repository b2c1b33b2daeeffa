// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/music/PianoRoll.h"

#include <QToolButton>

#include <functional>
#include <optional>
#include <utility>

namespace ricercar {

class Stage;

/// The music that a take goes on from, and the menu that chooses it.
class PrimerChooser : public QToolButton {
    Q_OBJECT

public:
    explicit PrimerChooser(Stage& stage, QWidget* parent = nullptr);

    void set(PianoRoll roll, double tempo, const QString& title);
    void clear();
    /// What the roll shows, as soon as it shows something.
    void useShown();
    /// Steps of what the roll shows, where some are selected: first and end.
    using Selected = std::function<std::optional<std::pair<int, int>>()>;
    void setSelected(Selected selected) { selected_ = std::move(selected); }

    [[nodiscard]] const std::optional<PianoRoll>& roll() const { return roll_; }
    /// Its first bars; 0: all of it.
    [[nodiscard]] std::optional<PianoRoll> cutTo(int bars) const;
    [[nodiscard]] double tempo() const { return tempo_; }
    [[nodiscard]] const QString& title() const { return title_; }

signals:
    void changed();
    void fileRequested();

private:
    void fillMenu();
    void useSelected();

    Stage& stage_;
    Selected selected_;
    std::optional<PianoRoll> roll_;
    double tempo_ = 0;
    QString title_;
};

}  // namespace ricercar
