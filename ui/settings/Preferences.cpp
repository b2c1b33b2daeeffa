// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/Preferences.h"

#include "ui/kit/ScrolledPage.h"
#include "ui/settings/GeneralPage.h"
#include "ui/settings/MidiPage.h"
#include "ui/settings/ShortcutsPage.h"
#include "ui/settings/SoundPage.h"

#include <QDialogButtonBox>
#include <QScreen>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ricercar {

Preferences::Preferences(const Of& of, QWidget* parent) : QDialog(parent), tabs_(new QTabWidget) {
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    auto* general = new GeneralPage(of.settings, of.editing, of.look);
    auto* sound = new SoundPage(of.jobs, of.playback);
    auto* midi = new MidiPage(of.playback);
    sound->setObjectName(QStringLiteral("soundPage"));
    midi->setObjectName(QStringLiteral("midiPage"));
    tabs_->setObjectName(QStringLiteral("preferencePages"));
    tabs_->addTab(new ScrolledPage(general), tr("General"));
    tabs_->addTab(new ScrolledPage(sound), tr("Sound"));
    tabs_->addTab(new ScrolledPage(midi), tr("MIDI"));
    tabs_->addTab(new ShortcutsPage(of.shortcuts), tr("Shortcuts"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(general, &GeneralPage::pitchNamesChosen, this, &Preferences::pitchNamesChosen);
    auto* column = new QVBoxLayout(this);
    column->addWidget(tabs_);
    column->addWidget(buttons);
    resize(sizeHint().expandedTo({560, 520}).boundedTo(screen()->availableGeometry().size() * 9 / 10));
}

void Preferences::showPage(const char* name) {
    for (int i = 0; i < tabs_->count(); ++i)
        if (tabs_->widget(i)->objectName() == QLatin1String(name) || tabs_->widget(i)->findChild<QWidget*>(QLatin1String(name)))
            tabs_->setCurrentIndex(i);
}

}  // namespace ricercar
