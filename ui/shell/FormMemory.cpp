// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/FormMemory.h"

#include "ui/kit/Suggested.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSettings>
#include <QSpinBox>

namespace ricercar {
namespace {

/// Calls `each(field, name)` for the fields of a kind, the inner ones of other fields left out.
template <class Field, class Form, class Each>
void forFields(Form& form, Each&& each) {
    for (Field* field : form.template findChildren<Field*>())
        if (!field->objectName().isEmpty() && !field->objectName().startsWith(QLatin1String("qt_")))
            each(*field, field->objectName());
}

constexpr const char* rememberedProperty = "remembered";

/// Calls `each(widget, name)` for widgets of our own that say what is to be remembered of them.
template <class Form, class Each>
void forOwn(Form& form, Each&& each) {
    forFields<QWidget>(form, [&](QWidget& widget, const QString& name) {
        if (widget.metaObject()->indexOfProperty(rememberedProperty) >= 0) each(widget, name);
    });
}

/// A choice by what it stands for, where it says so, else by its place.
QVariant valueOf(const QComboBox& box) {
    if (box.isEditable()) return box.currentText();
    const QVariant data = box.currentData();
    return data.canConvert<QString>() ? QVariant(data.toString()) : QVariant(box.currentIndex());
}

int indexOf(const QComboBox& box, const QVariant& value) {
    for (int i = 0; i < box.count(); ++i)
        if (box.itemData(i).canConvert<QString>() && box.itemData(i).toString() == value.toString()) return i;
    const bool byPlace = box.count() > 0 && !box.itemData(0).canConvert<QString>();
    return byPlace && value.toInt() < box.count() ? value.toInt() : -1;
}

}  // namespace

void keepForm(const QWidget& form, QSettings& settings, const QString& group) {
    settings.beginGroup(group);
    forFields<QComboBox>(form, [&](const QComboBox& box, const QString& name) { settings.setValue(name, valueOf(box)); });
    forFields<QSpinBox>(form, [&](const QSpinBox& box, const QString& name) {
        if (box.property(suggestedProperty).toBool())
            settings.remove(name);
        else
            settings.setValue(name, box.value());
    });
    forFields<QDoubleSpinBox>(form,
                              [&](const QDoubleSpinBox& box, const QString& name) { settings.setValue(name, box.value()); });
    forFields<QCheckBox>(form, [&](const QCheckBox& box, const QString& name) { settings.setValue(name, box.isChecked()); });
    forOwn(form, [&](const QWidget& own, const QString& name) { settings.setValue(name, own.property(rememberedProperty)); });
    settings.endGroup();
}

void restoreForm(QWidget& form, QSettings& settings, const QString& group) {
    settings.beginGroup(group);
    const auto kept = [&](const QString& name, auto&& put) {
        if (settings.contains(name)) put(settings.value(name));
    };
    for (int round = 0; round < 2; ++round)  // a choice that comes later may have set an earlier one
        forFields<QComboBox>(form, [&](QComboBox& box, const QString& name) {
            kept(name, [&](const QVariant& value) {
                if (box.isEditable())
                    box.setEditText(value.toString());
                else if (const int index = indexOf(box, value); index >= 0)
                    box.setCurrentIndex(index);
            });
        });
    forFields<QSpinBox>(form, [&](QSpinBox& box, const QString& name) {
        kept(name, [&](const QVariant& value) { box.setValue(value.toInt()); });
    });
    forFields<QDoubleSpinBox>(form, [&](QDoubleSpinBox& box, const QString& name) {
        kept(name, [&](const QVariant& value) { box.setValue(value.toDouble()); });
    });
    forFields<QCheckBox>(form, [&](QCheckBox& box, const QString& name) {
        kept(name, [&](const QVariant& value) { box.setChecked(value.toBool()); });
    });
    forOwn(form, [&](QWidget& own, const QString& name) {
        kept(name, [&](const QVariant& value) { own.setProperty(rememberedProperty, value); });
    });
    settings.endGroup();
}

}  // namespace ricercar
