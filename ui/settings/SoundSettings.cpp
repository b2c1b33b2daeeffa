// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SoundSettings.h"

#include "ui/settings/MidiPage.h"
#include "ui/settings/SoundPage.h"

#include <QDialogButtonBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ricercar {

SoundSettings::SoundSettings(Jobs& jobs, Playback& playback, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("soundSettingsDialog"));
    setWindowTitle(tr("Sound and MIDI"));
    auto* tabs = new QTabWidget;
    tabs->addTab(new SoundPage(jobs, playback), tr("Sound"));
    tabs->addTab(new MidiPage(playback), tr("MIDI"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(tabs);
    column->addWidget(buttons);
    resize(520, sizeHint().height());
}

}  // namespace ricercar
