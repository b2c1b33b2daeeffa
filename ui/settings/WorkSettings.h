// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFormLayout;
class QSettings;

namespace ricercar {

class Editing;

/// Puts in force what is kept of the work: how many threads it takes, and when edited notes are saved.
void restoreWork(const QSettings& settings, Editing& editing);

/// Adds the fields of the preferences for that. What is chosen is in force at once, and kept.
void addWorkRows(QFormLayout& form, QSettings& settings, Editing& editing);

}  // namespace ricercar
