// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

namespace ricercar {

/// What core says of a request, its settings called as the form calls them.
Message inFormsWords(const Message& message);

}  // namespace ricercar
