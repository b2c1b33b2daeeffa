// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/Sqlite.h"

namespace ricercar {

/// Brings a file to the newest schema, a new one from nothing. Throws Error Damaged for a file of another program, Incompatible
/// for one of a newer version.
void migrate(Sqlite& database);

/// The version that PRAGMA user_version holds after migrate.
int newestSchema();

}  // namespace ricercar
