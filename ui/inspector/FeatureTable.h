#pragma once

#include <QTreeWidget>

namespace ricercar {

struct CellStory;

/// The 79 values that the model saw at a cell, by name, with what a change of each would do to its logit.
class FeatureTable : public QTreeWidget {
    Q_OBJECT

public:
    explicit FeatureTable(QWidget* parent = nullptr);

    void show(const CellStory& story);
    /// -1: none.
    void choose(int feature);

signals:
    void featureChosen(int feature);

private:
    using QTreeWidget::show;
};

}  // namespace ricercar
