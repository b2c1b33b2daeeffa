// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/LastFolder.h"

#include <QFileDialog>
#include <QFileInfo>

namespace ricercar {
namespace {

QString& folder() {
    static QString last;
    return last;
}

}  // namespace

QString lastFolder() { return folder(); }

void setLastFolder(const QString& last) { folder() = last; }

void startInLastFolder(QFileDialog& dialog) {
    if (!folder().isEmpty() && QFileInfo(folder()).isDir()) dialog.setDirectory(folder());
    QObject::connect(&dialog, &QFileDialog::filesSelected, &dialog, [](const QStringList& files) {
        if (!files.isEmpty()) setLastFolder(QFileInfo(files.front()).absolutePath());
    });
}

}  // namespace ricercar
