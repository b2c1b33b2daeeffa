// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/SliceRows.h"

#include "ui/kit/MutedLabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>

namespace ricercar {

SliceRows::SliceRows(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("slices"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    const std::array<QString, sceneAxes> names{tr("Time"), tr("Note"), tr("Feature")};
    for (int axis = 0; axis < sceneAxes; ++axis) {
        Row& row = rows_[static_cast<std::size_t>(axis)];
        row.on = new QCheckBox(names[static_cast<std::size_t>(axis)]);
        row.on->setObjectName(QStringLiteral("slice%1").arg(axis));
        row.place = new QSlider(Qt::Horizontal);
        row.place->setObjectName(QStringLiteral("slicePlace%1").arg(axis));
        row.place->setAccessibleName(tr("Place of the slice"));
        row.place->setMinimumWidth(60);
        row.thickness = new QSpinBox;
        row.thickness->setObjectName(QStringLiteral("sliceThickness%1").arg(axis));
        row.thickness->setToolTip(tr("Thickness of the slice"));
        row.thickness->setRange(1, 1);
        row.words = new MutedLabel;
        row.words->setMinimumWidth(40);
        grid->addWidget(row.on, axis * 2, 0);
        grid->addWidget(row.place, axis * 2, 1);
        grid->addWidget(row.thickness, axis * 2, 2);
        grid->addWidget(row.words, axis * 2 + 1, 0, 1, 3);
        connect(row.on, &QCheckBox::toggled, this, [this, axis] { read(axis); });
        connect(row.thickness, &QSpinBox::valueChanged, this, [this, axis] { read(axis); });
        connect(row.place, &QSlider::valueChanged, this, [this, axis] {
            QCheckBox* on = rows_[static_cast<std::size_t>(axis)].on;
            if (on->isChecked())
                read(axis);
            else
                on->setChecked(true);  // who moves a slice wants to see it
        });
    }
    grid->setColumnStretch(1, 1);
}

void SliceRows::setSizes(const std::array<int, sceneAxes>& sizes, const QString& unitAxis, Words words) {
    words_ = std::move(words);
    rows_[2].on->setText(unitAxis);
    for (int axis = 0; axis < sceneAxes; ++axis) {
        const auto at = static_cast<std::size_t>(axis);
        Row& row = rows_[at];
        const QSignalBlocker a(row.place), b(row.thickness), c(row.on);
        if (sizes[at] != sizes_[at]) {
            // A slice of one in the middle is what is wanted most often.
            const bool fresh = sizes_[at] == 1;
            row.place->setRange(0, std::max(0, sizes[at] - 1));
            row.thickness->setRange(1, std::max(1, sizes[at]));
            if (fresh) row.place->setValue(axis == 0 ? 0 : axis == 1 ? sizes[at] / 2 : std::min(24, sizes[at] - 1));
        }
        slices_.axis[at] = {row.on->isChecked(), row.place->value(), row.thickness->value()};
        tell(axis);
    }
    sizes_ = sizes;
}

void SliceRows::tell(int axis) {
    const Row& row = rows_[static_cast<std::size_t>(axis)];
    const Slice& slice = slices_.axis[static_cast<std::size_t>(axis)];
    QString text;
    if (slice.on && words_) {
        text = words_(axis, slice.position);
        if (slice.thickness > 1)
            text = tr("%1 to %2")
                       .arg(text, words_(axis, std::min(slice.position + slice.thickness,
                                                        rows_[static_cast<std::size_t>(axis)].place->maximum() + 1) -
                                                   1));
    }
    row.words->setText(text);
    row.words->setVisible(!text.isEmpty());
}

void SliceRows::read(int axis) {
    const auto at = static_cast<std::size_t>(axis);
    const Row& row = rows_[at];
    touched_ = axis;
    slices_.axis[at] = {row.on->isChecked(), row.place->value(), row.thickness->value()};
    tell(axis);
    emit changed();
}

void SliceRows::setPosition(int axis, int at) {
    Row& row = rows_[static_cast<std::size_t>(axis)];
    at = std::clamp(at, 0, row.place->maximum());
    if (at == row.place->value()) return;
    const int touched = touched_;
    {
        const QSignalBlocker quiet(row.place);
        row.place->setValue(at);
    }
    read(axis);
    touched_ = touched;
}

void SliceRows::setOn(int axis, bool on) { rows_[static_cast<std::size_t>(axis)].on->setChecked(on); }

void SliceRows::moveBy(int cells) {
    QSlider* place = rows_[static_cast<std::size_t>(touched_)].place;
    if (!rows_[static_cast<std::size_t>(touched_)].on->isChecked())
        rows_[static_cast<std::size_t>(touched_)].on->setChecked(true);
    else
        place->setValue(place->value() + cells);
}

void SliceRows::grow(int cells) {
    QSpinBox* thickness = rows_[static_cast<std::size_t>(touched_)].thickness;
    thickness->setValue(thickness->value() + cells);
}

}  // namespace ricercar
