// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QLabel;
class QSlider;
class QSpinBox;

namespace ricercar {

class Curation;

/// The shares and the seed of the current dataset's split, with what comes of them. A change makes a draft.
class SplitForm : public QWidget {
    Q_OBJECT

public:
    explicit SplitForm(Curation& curation, QWidget* parent = nullptr);

private:
    void refresh();
    void edited();

    Curation& curation_;
    std::array<QSlider*, 2> sliders_{};  ///< validation and test, in percent
    std::array<QSpinBox*, 2> shares_{};
    QSpinBox* seed_;
    std::array<QLabel*, 4> counts_{};  ///< by subset
    QLabel* between_;                  ///< pieces near to two subsets
    bool showing_ = false;
};

}  // namespace ricercar
