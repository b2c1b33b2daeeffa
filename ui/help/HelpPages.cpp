// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/HelpPages.h"

#include <QHash>
#include <QWidget>

namespace ricercar {

QString helpPageOf(const QWidget* widget) {
    static const QHash<QString, QString> pages{{QStringLiteral("startPage"), QStringLiteral("first-steps")},
                                               {QStringLiteral("datasetPanel"), QStringLiteral("dataset")},
                                               {QStringLiteral("datasetDock"), QStringLiteral("dataset")},
                                               {QStringLiteral("setPage"), QStringLiteral("dataset")},
                                               {QStringLiteral("rollPanel"), QStringLiteral("piano-roll")},
                                               {QStringLiteral("tensorPanel"), QStringLiteral("tensor")},
                                               {QStringLiteral("benchmarkPage"), QStringLiteral("models")},
                                               {QStringLiteral("trainingPanel"), QStringLiteral("training")},
                                               {QStringLiteral("runsPanel"), QStringLiteral("models")},
                                               {QStringLiteral("runsDock"), QStringLiteral("models")},
                                               {QStringLiteral("generatePanel"), QStringLiteral("generation")},
                                               {QStringLiteral("generateDock"), QStringLiteral("generation")},
                                               {QStringLiteral("takesPanel"), QStringLiteral("takes")},
                                               {QStringLiteral("takesDock"), QStringLiteral("takes")},
                                               {QStringLiteral("duetPanel"), QStringLiteral("duet")},
                                               {QStringLiteral("duetDock"), QStringLiteral("duet")},
                                               {QStringLiteral("transport"), QStringLiteral("sound")},
                                               {QStringLiteral("tracksPanel"), QStringLiteral("sound")},
                                               {QStringLiteral("tracksDock"), QStringLiteral("sound")},
                                               {QStringLiteral("inspectorPanel"), QStringLiteral("inspector")},
                                               {QStringLiteral("inspectorDock"), QStringLiteral("inspector")}};
    for (; widget; widget = widget->parentWidget())
        if (const auto found = pages.constFind(widget->objectName()); found != pages.constEnd()) return *found;
    return {};
}

}  // namespace ricercar
