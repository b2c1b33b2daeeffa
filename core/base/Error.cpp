// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

#include <utility>

namespace ricercar {

Error::Error(ErrorKind kind, Message message) : kind_(kind), message_(std::move(message)), what_(english(message_)) {}

}  // namespace ricercar
