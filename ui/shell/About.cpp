// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/About.h"

#include "core/sound/FluidVersion.h"
#include "core/workbench/ProgramVersions.h"
#include "ui/kit/MutedLabel.h"
#include "ui/words/Words.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace ricercar {
namespace {

struct AboutWords {
    Q_DECLARE_TR_FUNCTIONS(AboutWords)
};

QLayout* head(const QWidget* window) {
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    auto* picture = new QLabel;
    picture->setPixmap(window->windowIcon().pixmap(QSize(64, 64), window->devicePixelRatioF()));
    auto* name =
        new QLabel(QStringLiteral("<h2>Ricercar %1</h2>%2")
                       .arg(QStringLiteral(RICERCAR_VERSION),
                            AboutWords::tr("Train a biaxial LSTM on your own MIDI files and make new music with it.")));
    name->setWordWrap(true);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(name, 1);
    return row;
}

QLabel* licence() {
    auto* words = new QLabel(AboutWords::tr(
        "<p>Ricercar is free software: you may use, share and change it under the GNU General Public License, version 3 or "
        "later. It comes without any warranty.</p>"
        "<p>Built upon: Qt (LGPL-3), libtorch (BSD-3-Clause), QCustomPlot (GPL-3 or later), FluidSynth (LGPL-2.1 or later), "
        "RtMidi (MIT), libsndfile (LGPL-2.1 or later), SQLite (public domain), OpenSSL (Apache-2.0), nlohmann-json "
        "(MIT).</p>"
        "<p>The model follows Daniel Johnson's biaxial LSTM (2015). The music you generate is yours.</p>"));
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextBrowserInteraction);
    words->setMinimumWidth(440);
    return words;
}

QDialogButtonBox* buttons(QDialog* about, const QString& versions) {
    auto* box = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copy = box->addButton(AboutWords::tr("Copy versions"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyVersions"));
    copy->setToolTip(AboutWords::tr("For a bug report: the versions above and the system"));
    QObject::connect(copy, &QPushButton::clicked, about, [versions] {
        QApplication::clipboard()->setText(
            versions + QLatin1Char('\n') +
            QStringLiteral("%1, %2, %3")
                .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(), QApplication::platformName()));
    });
    QObject::connect(box, &QDialogButtonBox::rejected, about, &QDialog::reject);
    return box;
}

}  // namespace

std::string windowVersions() { return versionLines(programVersions("ricercar", {{"Qt", qVersion()}, fluidSynthVersion()})); }

void showAbout(QWidget* window) {
    auto* about = new QDialog(window);
    about->setObjectName(QStringLiteral("about"));
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->setWindowTitle(AboutWords::tr("About Ricercar"));
    auto* column = new QVBoxLayout(about);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addLayout(head(window));
    column->addWidget(licence());
    const QString versions = fromUtf8(windowVersions());
    auto* lines = new MutedLabel(versions);
    lines->setObjectName(QStringLiteral("versions"));
    lines->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(lines);
    column->addWidget(buttons(about, versions));
    about->show();
}

}  // namespace ricercar
