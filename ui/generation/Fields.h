// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;
class QWidget;

namespace ricercar {

/// Fields of the form Generate, all made alike.
QSpinBox* wholeField(const char* name, int low, int high, const QString& tip);
QDoubleSpinBox* numberField(const char* name, double low, double high, double step, int decimals, const QString& tip);
QComboBox* choiceField(const char* name, const QString& tip);
/// Rows of a form in `box`, which give way in narrow windows.
QFormLayout* formRows(QWidget* box);

/// A number that may have more digits than the field shows: they count until another one is shown.
void setExact(QDoubleSpinBox& field, double value);
double exact(const QDoubleSpinBox& field);
/// "0.85", in the window's language, no zeros at its end.
QString shortNumber(double value);

}  // namespace ricercar
