// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/DatasetExportMenu.h"

#include "ui/kit/LastFolder.h"
#include "ui/services/Curation.h"
#include "ui/services/DatasetExport.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QFileDialog>
#include <QMenu>

namespace ricercar {

DatasetExportMenu::DatasetExportMenu(DatasetExport& exporting, WorkspaceStore& store, Curation& curation, QMenu& menu,
                                     QWidget& window)
    : QObject(&window), exporting_(exporting), curation_(curation), window_(window) {
    QAction* table = menu.addAction(tr("Table as CSV …"), this, [this] { askTable(); });
    QAction* midi = menu.addAction(tr("Dataset as MIDI files …"), this,
                                   [this] { askFolder(tr("Export the dataset as MIDI files"), &DatasetExport::writeMidi); });
    QAction* arrays = menu.addAction(tr("Dataset as NumPy arrays …"), this, [this] {
        askFolder(tr("Export the dataset as NumPy arrays"), &DatasetExport::writeNumpy);
    });
    table->setObjectName(QStringLiteral("exportTable"));
    table->setToolTip(tr("Every piece with all its figures, for a spreadsheet"));
    midi->setToolTip(tr("The pieces as they are learnt from, on the grid, in folders train, validation and test"));
    arrays->setToolTip(tr("The same as arrays of steps, pitches and two numbers: play and articulate"));
    menu.setToolTipsVisible(true);
    connect(&menu, &QMenu::aboutToShow, this, [&store, table, midi, arrays] {
        for (QAction* action : {table, midi, arrays}) action->setEnabled(!store.pieces().empty());
    });
}

void DatasetExportMenu::askTable() {
    auto* dialog = new QFileDialog(&window_, tr("Export the table"));
    startInLastFolder(*dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(fileNameOf(fromUtf8(curation_.dataset().name)) + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { exporting_.writeTable(toPath(file)); });
    dialog->open();
}

void DatasetExportMenu::askFolder(const QString& title, void (DatasetExport::*write)(const std::filesystem::path&)) {
    auto* dialog = new QFileDialog(&window_, title);
    startInLastFolder(*dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, write](const QString& folder) { (exporting_.*write)(toPath(folder)); });
    dialog->open();
}

}  // namespace ricercar
