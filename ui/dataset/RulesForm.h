// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Dataset.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QListWidget;
class QSpinBox;

namespace ricercar {

class Curation;

/// The rules of the current dataset. A change makes a draft, and each rule says how many pieces it takes out by itself.
class RulesForm : public QWidget {
    Q_OBJECT

public:
    explicit RulesForm(Curation& curation, QWidget* parent = nullptr);

private:
    enum Row {
        MeterRow,
        BarsRow,
        ErrorRow,
        LeastRow,
        MostRow,
        LowestRow,
        HighestRow,
        TagRow,
        DuplicateRow,
        EmptyRow,
        NotesRow,
        RowCount
    };
    [[nodiscard]] DatasetRules rules() const;
    void refresh();
    void showLists(const DatasetRules& rules);
    void showEffects();
    void edited();

    Curation& curation_;
    QListWidget* meters_;
    QSpinBox* bars_;
    QSpinBox* empty_;
    QDoubleSpinBox* notes_;
    QSpinBox* error_;
    QDoubleSpinBox* least_;
    QDoubleSpinBox* most_;
    QComboBox* lowest_;
    QComboBox* highest_;
    QListWidget* tags_;
    QLabel* tagTitle_ = nullptr;
    QCheckBox* duplicates_;
    std::array<QLabel*, RowCount> effects_{};
    QTimer calm_;  ///< of the effects
    bool showing_ = false;
};

}  // namespace ricercar
