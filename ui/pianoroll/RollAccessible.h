// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace ricercar {

class RollView;

/// The roll for screen readers: its value is the current note, or what is selected and where the playhead stands; its
/// description what the roll shows.
class RollAccessible final : public QAccessibleWidget {
public:
    explicit RollAccessible(RollView& view);

    [[nodiscard]] QString text(QAccessible::Text which) const override;

    /// From now on every RollView has one.
    static void install();

private:
    [[nodiscard]] QString value() const;
    [[nodiscard]] QString description() const;
    RollView& view_;
};

}  // namespace ricercar
