// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ricercar {

/// From here on the calling thread, and threads that it starts, give way to others when cores are short. Where the system
/// cannot, nothing happens.
void giveWay();

}  // namespace ricercar
