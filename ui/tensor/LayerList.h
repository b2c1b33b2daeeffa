// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/Layers.h"
#include "ui/kit/Theme.h"

#include <QStringList>
#include <QWidget>

#include <map>
#include <utility>
#include <vector>

class QGridLayout;

namespace ricercar {

/// The layers as a legend to work with: seen or not, colour or scale, opacity.
class LayerList : public QWidget {
    Q_OBJECT

public:
    explicit LayerList(QWidget* parent = nullptr);

    /// Rows for these groups; `byValue`: the scale of magnitudes to begin with; and so the opacities and which are off. What
    /// somebody set for the same groups of this kind comes back.
    void setGroups(const QStringList& names, bool byValue, const std::vector<double>& opacities = {},
                   const std::vector<bool>& off = {});
    [[nodiscard]] const std::vector<Layer>& layers() const { return layers_; }
    [[nodiscard]] bool anyByValue() const;
    void setTheme(const Theme& theme);

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void paintSwatch(int row);
    void askColor(int row);

    QStringList names_;
    bool byValue_ = false;
    std::vector<Layer> layers_;
    std::vector<Layer> begun_;                                          ///< as they were to begin with
    std::vector<bool> own_;                                             ///< a colour that somebody chose
    std::map<std::pair<bool, QString>, std::pair<Layer, bool>> known_;  ///< of groups that were shown before
    Theme theme_ = Theme::current();
    QWidget* body_ = nullptr;
};

}  // namespace ricercar
