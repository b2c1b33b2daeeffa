// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <torch/torch.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace ricercar {

/// Runs `action`; what torch throws leaves as an Error of kind Internal with the first line of its text.
template <typename Action>
auto translatingTorchErrors(Action&& action) {
    try {
        return std::forward<Action>(action)();
    } catch (const c10::Error& error) {
        const std::string text = error.what_without_backtrace();
        throw Error(ErrorKind::Internal, {MessageId::Internal, {text.substr(0, text.find('\n'))}});
    } catch (const std::runtime_error& error) {
        throw Error(ErrorKind::Internal, {MessageId::Internal, {error.what()}});
    }
}

}  // namespace ricercar
