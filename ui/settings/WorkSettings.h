// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QSettings;
class QSpinBox;

namespace ricercar {

class Editing;

/// Puts in force what is kept of the work: how many threads it takes, and when edited notes are saved.
void restoreWork(const QSettings& settings, Editing& editing);

/// The fields of the preferences for that. What is chosen is in force at once, and kept.
class WorkSettings : public QWidget {
    Q_OBJECT

public:
    WorkSettings(QSettings& settings, Editing& editing, QWidget* parent = nullptr);

private:
    QSpinBox* threads_;
    QComboBox* saving_;
};

}  // namespace ricercar
