// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

#include <utility>

namespace ricercar {

Error::Error(ErrorKind kind, Message message) : kind_(kind), message_(std::move(message)), what_(english(message_)) {}

void rejectSetting(Argument name, Argument value, Argument allowed) {
    throw Error(ErrorKind::Invalid, {MessageId::InvalidSetting, {std::move(name), std::move(value), std::move(allowed)}});
}

}  // namespace ricercar
