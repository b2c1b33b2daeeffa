// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <cstdint>
#include <functional>
#include <vector>

class QComboBox;
class QToolButton;

namespace ricercar {

class Curation;
class PieceMenus;

/// Above the table: which dataset it is, what can be done to datasets, and what can be done to the selected pieces.
class DatasetBar : public QWidget {
    Q_OBJECT

public:
    using Selection = std::function<std::vector<std::int64_t>()>;
    DatasetBar(Curation& curation, PieceMenus& menus, Selection selection, QWidget* parent = nullptr);

signals:
    /// The set as a whole is to be shown.
    void summaryRequested();

private:
    void fill();
    void askNew(bool copy);
    void askName();
    void ask(const QString& title, const QString& label, const QString& name, const std::function<void(const QString&)>& then);

    Curation& curation_;
    QComboBox* datasets_;
    QToolButton* remedies_;
    QAction* remove_ = nullptr;
};

}  // namespace ricercar
