#pragma once

namespace ricercar {

/// Starts this program anew with OMP_WAIT_POLICY=passive, which is read before main: OpenMP threads that wait by spinning
/// would take the cores from everything else. Returns where the variable is set already, or starting anew fails. Call it
/// first thing in main, before any thread.
void reexecWithPassiveWaiting(char* const* arguments);

}  // namespace ricercar
