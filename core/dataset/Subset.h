// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ricercar {

/// What a piece serves for. The numbers stand in the database.
enum class Subset { Train, Validation, Test, Off };

}  // namespace ricercar
