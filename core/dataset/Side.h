#pragma once

namespace ricercar {

/// What a piece serves for. The numbers stand in the database.
enum class Side { Train, Validation, Test, Off };

}  // namespace ricercar
