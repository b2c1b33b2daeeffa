// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/TakeExport.h"
#include "ui/canvas/RollContent.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace ricercar {

struct AppServices;

/// Asks where to write what is shown, and has Exporting write it. The dialogs do not block.
class ExportDialogs : public QObject {
    Q_OBJECT

public:
    /// `window`: parent of the dialogs.
    ExportDialogs(AppServices& services, QWidget& window);

    void askMidi();
    void askSound();
    void askSheet();
    void askRequest(std::function<void(const QString&)> chosen);
    /// Takes of the list: a file, or a folder for one each.
    void askTakes(const std::vector<std::int64_t>& takes, TakeLayout layout, TakeFormat format);
    /// A picture of the roll in one of its forms.
    void askPicture(Representation form);
    void askCurve();

private:
    /// `chosen(path, number of the filter)`
    void ask(const QString& title, const QStringList& filters, const QStringList& suffixes, const QString& name,
             std::function<void(const QString&, int)> chosen);

    AppServices& services_;
    QWidget& window_;
};

}  // namespace ricercar
