// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/FeatureLayout.h"

#include <QTreeWidget>

#include <optional>

namespace ricercar {

struct CellStory;

/// The values that the model saw at a cell, by name, with what a change of each would do to its logit.
class FeatureTable : public QTreeWidget {
    Q_OBJECT

public:
    explicit FeatureTable(QWidget* parent = nullptr);

    void setStory(const CellStory& story);
    /// -1: none.
    void choose(int feature);

signals:
    void featureChosen(int feature);

private:
    /// A row for each feature of a layout.
    void setLayoutOf(FeatureLayout layout);

    std::optional<FeatureLayout> layout_;
};

}  // namespace ricercar
