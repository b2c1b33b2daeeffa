// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/DatasetBar.h"

#include "ui/dataset/PieceMenus.h"
#include "ui/kit/Icons.h"
#include "ui/services/Curation.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>
#include <QToolButton>

namespace ricercar {

DatasetBar::DatasetBar(Curation& curation, PieceMenus& menus, Selection selection, QWidget* parent)
    : QWidget(parent), curation_(curation), datasets_(new QComboBox), remedies_(new QToolButton) {
    datasets_->setObjectName(QStringLiteral("datasets"));
    datasets_->setAccessibleName(tr("Dataset"));
    datasets_->setToolTip(tr("The dataset: its rules and its split say what is trained on"));
    datasets_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* more = new QToolButton;
    more->setObjectName(QStringLiteral("datasetMenu"));
    more->setText(QStringLiteral("⋯"));
    more->setAccessibleName(tr("Datasets"));
    more->setToolTip(tr("New, copied, renamed and deleted datasets; the set as a whole"));
    more->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(more);
    menu->addAction(tr("Rules, split and figures"), this, &DatasetBar::summaryRequested)
        ->setObjectName(QStringLiteral("showSummary"));
    menu->addSeparator();
    menu->addAction(tr("New dataset …"), this, [this] { askNew(false); })->setObjectName(QStringLiteral("newDataset"));
    menu->addAction(tr("Copy this dataset …"), this, [this] { askNew(true); })->setObjectName(QStringLiteral("copyDataset"));
    menu->addAction(tr("Rename …"), this, &DatasetBar::askName)->setObjectName(QStringLiteral("renameDataset"));
    remove_ = menu->addAction(icon(QStringLiteral("trash")), tr("Delete this dataset"), this,
                              [this] { curation_.removeDataset(curation_.dataset().id); });
    remove_->setObjectName(QStringLiteral("deleteDataset"));
    menu->setToolTipsVisible(true);
    more->setMenu(menu);
    remedies_->setObjectName(QStringLiteral("remedies"));
    remedies_->setText(tr("Remedies"));
    remedies_->setToolTip(tr("What can be done to the selected pieces; all of it can be undone"));
    remedies_->setPopupMode(QToolButton::InstantPopup);
    auto* pieces = new QMenu(remedies_);
    connect(pieces, &QMenu::aboutToShow, this, [pieces, &menus, selection = std::move(selection)] {
        pieces->clear();
        const auto ids = selection();
        menus.fillRemedies(pieces, ids);
        pieces->addSeparator();
        menus.fillTags(pieces->addMenu(tr("&Tags")), ids);
        menus.fillSubsets(pieces->addMenu(tr("&Split")), ids);
    });
    remedies_->setMenu(pieces);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(datasets_, 1);
    row->addWidget(more);
    row->addWidget(remedies_);

    connect(datasets_, &QComboBox::activated, this,
            [this](int index) { curation_.choose(datasets_->itemData(index).toLongLong()); });
    connect(&curation_, &Curation::datasetsChanged, this, &DatasetBar::fill);
    fill();
}

void DatasetBar::fill() {
    datasets_->clear();
    for (const Dataset& dataset : curation_.datasets())
        datasets_->addItem(fromUtf8(dataset.name), static_cast<qlonglong>(dataset.id));
    datasets_->setCurrentIndex(datasets_->findData(static_cast<qlonglong>(curation_.dataset().id)));
    const bool several = curation_.datasets().size() > 1;
    remove_->setEnabled(several);
    remove_->setToolTip(several ? tr("The pieces stay") : tr("There has to be one dataset"));
}

void DatasetBar::askNew(bool copy) {
    const Dataset& now = curation_.dataset();
    const QString name = copy ? curation_.freeName(tr("%1 copy").arg(fromUtf8(now.name))) : curation_.freeName(tr("Dataset"));
    ask(copy ? tr("Copy this dataset") : tr("New dataset"), tr("Name of the new dataset"), name,
        [this, copy](const QString& n) {
            Dataset made = copy ? curation_.dataset() : Dataset();
            made.name = toUtf8(n);
            curation_.addDataset(made, copy ? curation_.dataset().id : 0);
        });
}

void DatasetBar::askName() {
    ask(tr("Rename the dataset"), tr("Name of the dataset"), fromUtf8(curation_.dataset().name), [this](const QString& name) {
        Dataset changed = curation_.dataset();
        changed.name = toUtf8(name);
        curation_.updateDataset(changed, tr("Rename the dataset"));
    });
}

void DatasetBar::ask(const QString& title, const QString& label, const QString& name,
                     const std::function<void(const QString&)>& then) {
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("askName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(name);
    connect(dialog, &QInputDialog::textValueSelected, this, [then](const QString& given) {
        if (!given.trimmed().isEmpty()) then(given.trimmed());
    });
    dialog->open();
}

}  // namespace ricercar
