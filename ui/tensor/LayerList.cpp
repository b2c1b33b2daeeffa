// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/LayerList.h"

#include "ui/tensor/SceneInk.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QEvent>
#include <QGridLayout>
#include <QLinearGradient>
#include <QMenu>
#include <QPainter>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ricercar {
namespace {

QIcon swatch(const Layer& layer, const Theme& theme) {
    QPixmap picture(32, 32);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QBrush brush(toQColor(layer.color));
    if (layer.byValue) {
        QLinearGradient scale(0, 0, 32, 0);
        for (int i = 0; i <= 8; ++i) scale.setColorAt(i / 8.0, toQColor(cividis(i / 8.0)));
        brush = QBrush(scale);
    }
    painter.setPen(QPen(theme.barLine, 2));
    painter.setBrush(brush);
    painter.drawRoundedRect(QRectF(2, 2, 28, 28), 5, 5);
    return QIcon(picture);
}

}  // namespace

LayerList::LayerList(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("layers"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void LayerList::setGroups(const QStringList& names, bool byValue, const std::vector<double>& opacities,
                          const std::vector<bool>& off) {
    if (names == names_ && byValue == byValue_) return;
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        Layer begun = begun_[i];
        if (!own_[i]) begun.color = layers_[i].color;  // the theme's
        const std::pair key(byValue_, names_[static_cast<qsizetype>(i)]);
        if (layers_[i] != begun)
            known_[key] = {layers_[i], own_[i]};
        else
            known_.erase(key);
    }
    names_ = names;
    byValue_ = byValue;
    layers_.clear();
    begun_.clear();
    own_.clear();
    const std::vector<QColor> colors = layerColors(theme_, static_cast<int>(names.size()));
    for (int i = 0; i < names.size(); ++i) {
        const auto before = known_.find({byValue, names[i]});
        Layer layer;
        layer.color = toSceneColor(colors[static_cast<std::size_t>(i)]);
        layer.byValue = byValue;
        if (static_cast<std::size_t>(i) < opacities.size()) layer.opacity = opacities[static_cast<std::size_t>(i)];
        layer.visible = static_cast<std::size_t>(i) >= off.size() || !off[static_cast<std::size_t>(i)];
        begun_.push_back(layer);
        layers_.push_back(before == known_.end() ? layer : before->second.first);
        own_.push_back(before != known_.end() && before->second.second);
        if (!own_.back()) layers_.back().color = layer.color;
    }
    build();
    emit changed();
}

bool LayerList::anyByValue() const {
    return std::any_of(layers_.begin(), layers_.end(), [](const Layer& l) { return l.visible && l.byValue; });
}

void LayerList::setTheme(const Theme& theme) {
    theme_ = theme;
    const std::vector<QColor> colors = layerColors(theme_, static_cast<int>(names_.size()));
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        if (!own_[i]) layers_[i].color = toSceneColor(colors[i]);
        paintSwatch(static_cast<int>(i));
    }
    emit changed();
}

void LayerList::build() {
    delete body_;
    body_ = new QWidget;
    auto* grid = new QGridLayout(body_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    for (int i = 0; i < names_.size(); ++i) {
        Layer& layer = layers_[static_cast<std::size_t>(i)];
        auto* color = new QToolButton;
        color->setObjectName(QStringLiteral("layerColor%1").arg(i));
        color->setAutoRaise(true);
        color->setIconSize({16, 16});
        color->setPopupMode(QToolButton::InstantPopup);
        color->setToolTip(tr("Colour of %1").arg(names_[i]));
        auto* menu = new QMenu(color);
        menu->addAction(tr("Choose a colour …"), this, [this, i] { askColor(i); });
        QAction* scale = menu->addAction(tr("Colour by value"), this, [this, i](bool on) {
            layers_[static_cast<std::size_t>(i)].byValue = on;
            paintSwatch(i);
            emit changed();
        });
        scale->setObjectName(QStringLiteral("layerByValue%1").arg(i));
        scale->setCheckable(true);
        scale->setChecked(layer.byValue);
        color->setMenu(menu);
        auto* shown = new QCheckBox(names_[i]);
        shown->setObjectName(QStringLiteral("layer%1").arg(i));
        shown->setChecked(layer.visible);
        connect(shown, &QCheckBox::toggled, this, [this, i](bool on) {
            layers_[static_cast<std::size_t>(i)].visible = on;
            emit changed();
        });
        auto* opacity = new QSlider(Qt::Horizontal);
        opacity->setObjectName(QStringLiteral("layerOpacity%1").arg(i));
        opacity->setRange(0, 20);
        opacity->setValue(static_cast<int>(layer.opacity * 20 + 0.5));
        opacity->setMinimumWidth(48);
        opacity->setToolTip(tr("Opacity of %1").arg(names_[i]));
        opacity->setAccessibleName(opacity->toolTip());
        connect(opacity, &QSlider::valueChanged, this, [this, i](int value) {
            layers_[static_cast<std::size_t>(i)].opacity = value / 20.0;
            emit changed();
        });
        grid->addWidget(color, i, 0);
        grid->addWidget(shown, i, 1);
        grid->addWidget(opacity, i, 2);
    }
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 1);
    layout()->addWidget(body_);
    for (int i = 0; i < names_.size(); ++i) paintSwatch(i);
}

void LayerList::paintSwatch(int row) {
    if (auto* button = findChild<QToolButton*>(QStringLiteral("layerColor%1").arg(row)))
        button->setIcon(swatch(layers_[static_cast<std::size_t>(row)], theme_));
}

void LayerList::askColor(int row) {
    auto* dialog = new QColorDialog(toQColor(layers_[static_cast<std::size_t>(row)].color), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this, row](const QColor& color) {
        if (row >= static_cast<int>(layers_.size())) return;
        Layer& layer = layers_[static_cast<std::size_t>(row)];
        layer.color = toSceneColor(color);
        layer.byValue = false;
        own_[static_cast<std::size_t>(row)] = true;
        build();
        emit changed();
    });
    dialog->open();
}

void LayerList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) setTheme(Theme::current());
    QWidget::changeEvent(event);
}

}  // namespace ricercar
