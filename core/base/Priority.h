// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ricercar {

/// From here on the calling thread, and threads that it starts, give way to others when cores are short. Where the system
/// cannot, nothing happens.
void giveWay();

/// The calling thread is short of nothing but time: it wakes when it asked to, and first where the system lets it; else it is
/// as any other.
void hurry();

}  // namespace ricercar
