// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/Fields.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLocale>
#include <QSpinBox>

namespace ricercar {
namespace {

constexpr int leastField = 76;  // pixels: six digits
constexpr const char* exactValue = "exactValue";
constexpr const char* exactShown = "exactShown";

}  // namespace

QSpinBox* wholeField(const char* name, int low, int high, const QString& tip) {
    auto* field = new QSpinBox;
    field->setObjectName(QLatin1String(name));
    field->setRange(low, high);
    field->setAlignment(Qt::AlignRight);
    field->setMinimumWidth(leastField);
    field->setToolTip(tip);
    return field;
}

QDoubleSpinBox* numberField(const char* name, double low, double high, double step, int decimals, const QString& tip) {
    auto* field = new QDoubleSpinBox;
    field->setObjectName(QLatin1String(name));
    field->setDecimals(decimals);
    field->setRange(low, high);
    field->setSingleStep(step);
    field->setAlignment(Qt::AlignRight);
    field->setMinimumWidth(leastField);
    field->setToolTip(tip);
    return field;
}

QComboBox* choiceField(const char* name, const QString& tip) {
    auto* field = new QComboBox;
    field->setObjectName(QLatin1String(name));
    field->setToolTip(tip);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(8);
    return field;
}

QFormLayout* formRows(QWidget* box) {
    auto* rows = new QFormLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return rows;
}

void setExact(QDoubleSpinBox& field, double value) {
    field.setValue(value);
    field.setProperty(exactValue, value);
    field.setProperty(exactShown, field.value());
}

double exact(const QDoubleSpinBox& field) {
    const QVariant shown = field.property(exactShown);
    return shown.isValid() && shown.toDouble() == field.value() ? field.property(exactValue).toDouble() : field.value();
}

QString shortNumber(double value) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'g', 4);
}

}  // namespace ricercar
