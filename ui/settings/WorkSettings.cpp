// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/WorkSettings.h"

#include "core/base/Parallel.h"
#include "ui/services/Editing.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>

namespace ricercar {
namespace {

struct WorkWords {
    Q_DECLARE_TR_FUNCTIONS(WorkWords)
};

constexpr int mostThreads = 256;

QString threadsKey() { return QStringLiteral("work/threads"); }
QString savingKey() { return QStringLiteral("work/saveAfter"); }

}  // namespace

void restoreWork(const QSettings& settings, Editing& editing) {
    standardThreads = std::clamp(settings.value(threadsKey(), 0).toInt(), 0, mostThreads);
    editing.setSaving(std::clamp(settings.value(savingKey(), Editing::AtOnce).toInt(), int{Editing::WhenNeeded}, 3600));
}

void addWorkRows(QFormLayout& form, QSettings& settings, Editing& editing) {
    auto* threads = new QSpinBox;
    auto* saving = new QComboBox;
    threads->setObjectName(QStringLiteral("standardThreads"));
    threads->setRange(0, mostThreads);
    threads->setSpecialValueText(WorkWords::tr("All %1 cores").arg(allThreads()));
    threads->setToolTip(WorkWords::tr(
        "For training, generating, importing and all else that takes long, from the next one on. Fewer leave room for other "
        "programs; what comes out is the same to the bit"));
    threads->setValue(standardThreads);
    saving->setObjectName(QStringLiteral("autosave"));
    saving->addItem(WorkWords::tr("After every change"), int{Editing::AtOnce});
    saving->addItem(WorkWords::tr("Every 10 seconds"), 10);
    saving->addItem(WorkWords::tr("Every minute"), 60);
    saving->addItem(WorkWords::tr("When other music is opened"), int{Editing::WhenNeeded});
    saving->setCurrentIndex(std::max(0, saving->findData(editing.saving())));
    saving->setToolTip(WorkWords::tr(
        "When edited notes are written into the workspace. In every case also before anything reads them from there: other "
        "music, training, an export, the end of the program"));

    form.addRow(WorkWords::tr("Threads"), threads);
    form.addRow(WorkWords::tr("Edited notes are saved"), saving);
    QObject::connect(threads, &QSpinBox::valueChanged, threads, [&settings](int chosen) {
        settings.setValue(threadsKey(), chosen);
        standardThreads = chosen;
    });
    QObject::connect(saving, &QComboBox::activated, saving, [saving, &settings, &editing] {
        settings.setValue(savingKey(), saving->currentData());
        editing.setSaving(saving->currentData().toInt());
    });
}

}  // namespace ricercar
