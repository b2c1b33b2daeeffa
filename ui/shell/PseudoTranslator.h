// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace ricercar {

/// A language that nobody speaks, for looking at the window: every text in brackets, accented and longer by about a third. What
/// has no brackets is not translatable; what is cut off will be in other languages too.
class PseudoTranslator : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation, int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

    /// Markers (%1), key signs (&), tags and file patterns stay as they are.
    [[nodiscard]] static QString pseudo(const QString& text);
};

}  // namespace ricercar
