// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <filesystem>

class QMenu;
class QWidget;

namespace ricercar {

class Curation;
class DatasetExport;
class WorkspaceStore;

/// The entries of a menu that export the dataset; each asks for a place first. `window`: parent of the dialogs.
class DatasetExportMenu : public QObject {
    Q_OBJECT

public:
    DatasetExportMenu(DatasetExport& exporting, WorkspaceStore& store, Curation& curation, QMenu& menu, QWidget& window);

private:
    void askTable();
    void askFolder(const QString& title, void (DatasetExport::*write)(const std::filesystem::path&));

    DatasetExport& exporting_;
    Curation& curation_;
    QWidget& window_;
};

}  // namespace ricercar
