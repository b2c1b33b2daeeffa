// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/WorkSettings.h"

#include "core/base/Parallel.h"
#include "ui/services/Editing.h"

#include <QComboBox>
#include <QFormLayout>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>

namespace ricercar {
namespace {

constexpr int mostThreads = 256;

QString threadsKey() { return QStringLiteral("work/threads"); }
QString savingKey() { return QStringLiteral("work/saveAfter"); }

}  // namespace

void restoreWork(const QSettings& settings, Editing& editing) {
    standardThreads = std::clamp(settings.value(threadsKey(), 0).toInt(), 0, mostThreads);
    editing.setSaving(std::clamp(settings.value(savingKey(), Editing::AtOnce).toInt(), int{Editing::WhenNeeded}, 3600));
}

WorkSettings::WorkSettings(QSettings& settings, Editing& editing, QWidget* parent)
    : QWidget(parent), threads_(new QSpinBox), saving_(new QComboBox) {
    setObjectName(QStringLiteral("workSettings"));
    threads_->setObjectName(QStringLiteral("standardThreads"));
    threads_->setRange(0, mostThreads);
    threads_->setSpecialValueText(tr("All %1 cores").arg(allThreads()));
    threads_->setToolTip(
        tr("For training, generating, importing and all else that takes long, from the next one on. Fewer leave room for other "
           "programs; what comes out is the same to the bit"));
    threads_->setValue(standardThreads);
    saving_->setObjectName(QStringLiteral("autosave"));
    saving_->addItem(tr("After every change"), int{Editing::AtOnce});
    saving_->addItem(tr("Every 10 seconds"), 10);
    saving_->addItem(tr("Every minute"), 60);
    saving_->addItem(tr("When other music is opened"), int{Editing::WhenNeeded});
    saving_->setCurrentIndex(std::max(0, saving_->findData(editing.saving())));
    saving_->setToolTip(
        tr("When edited notes are written into the workspace. In every case also before anything reads them from there: other "
           "music, training, an export, the end of the program"));

    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("Threads"), threads_);
    form->addRow(tr("Edited notes are saved"), saving_);
    connect(threads_, &QSpinBox::valueChanged, this, [&settings](int threads) {
        settings.setValue(threadsKey(), threads);
        standardThreads = threads;
    });
    connect(saving_, &QComboBox::activated, this, [this, &settings, &editing] {
        settings.setValue(savingKey(), saving_->currentData());
        editing.setSaving(saving_->currentData().toInt());
    });
}

}  // namespace ricercar
