// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace ricercar {

/// A field for a pitch by its name or number; -1: none, shown as "any".
class PitchBox : public QSpinBox {
    Q_OBJECT

public:
    explicit PitchBox(const char* name, const QString& tip, QWidget* parent = nullptr);

protected:
    [[nodiscard]] QString textFromValue(int value) const override;
    [[nodiscard]] int valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& at) const override;
    void stepBy(int steps) override;

private:
    /// -2: it names none.
    [[nodiscard]] int pitchOf(const QString& text) const;
};

}  // namespace ricercar
