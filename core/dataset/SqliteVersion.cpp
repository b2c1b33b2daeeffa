// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/SqliteVersion.h"

#include <sqlite3.h>

namespace ricercar {

NamedVersion sqliteVersion() { return {"SQLite", sqlite3_libversion()}; }

}  // namespace ricercar
