// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace ricercar {

/// Every colour that is painted. Palette roles come first; the accents beside them are moved until they can be seen on them.
struct Theme {
    explicit Theme(const QPalette& palette);
    /// For the application's palette of this moment.
    static Theme current();
    /// Our own light and dark palettes, for `--theme` and where the platform brings none.
    static QPalette lightPalette();
    static QPalette darkPalette();

    bool dark;
    QColor window, surface, text, mutedText;      ///< mutedText: 4.5 : 1 on surface and window
    QColor accent, onAccent;                      ///< selection and playhead
    QColor rowDark, barLine, beatLine, stepLine;  ///< the roll's ground
    QColor whiteKey, blackKey, keyText, keyLine;  ///< the keyboard
    QColor rowOut, rowTonic;                      ///< outside of the scale, and on its tonic
    QColor note, noteSoft, noteLoud;              ///< 3 : 1 on surface and the rows
    QColor noteAttack, primerNote;                ///< 3 : 1 on surface and the rows
    QColor ghost, ghostFill;                      ///< frames beneath the notes, 3 : 1; translucent inside
    QColor primerWash, loopWash, outside;         ///< translucent
    QColor train, trainFaint, validation, best;   ///< plot series, Okabe-Ito
    QColor good, warning, error;                  ///< signs, 3 : 1 on surface
    QColor goodText, warningText, errorText;      ///< words, 4.5 : 1 on surface and window
    QColor warningBack, errorBack, infoBack;      ///< message bar

    /// By velocity in one hue, 3 : 1 on surface and the rows, all of them; 0: a note that has none.
    [[nodiscard]] QColor noteOf(int velocity) const;
};

/// WCAG 2 contrast of two opaque colours, 1 .. 21.
double contrast(const QColor& a, const QColor& b);
/// The colour, made lighter or darker until it stands out from both grounds by `ratio`.
QColor legible(QColor color, const QColor& ground, const QColor& otherGround, double ratio);
/// share of b in a, 0 .. 1.
QColor mixed(const QColor& a, const QColor& b, double share);

}  // namespace ricercar
