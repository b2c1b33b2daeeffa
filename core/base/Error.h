// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <exception>
#include <string>

namespace ricercar {

/// What a caller may want to tell apart; the Message says the rest.
enum class ErrorKind {
    NotFound,      ///< a file or record is not there
    Unreadable,    ///< the system refused to read
    Unwritable,    ///< the system refused to write
    Damaged,       ///< the bytes are not what they claim to be
    Unsupported,   ///< understood, but not something Ricercar does
    Invalid,       ///< an argument or setting out of its range
    Incompatible,  ///< made by another version, or of another shape
    Device,        ///< sound, MIDI or GPU
    Internal,      ///< a third-party exception, a broken promise
};

/// The one exception type of core. Thrown by value, caught by const reference.
class Error : public std::exception {
public:
    Error(ErrorKind kind, Message message);

    [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }
    [[nodiscard]] const Message& message() const noexcept { return message_; }
    /// The English sentence.
    [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

private:
    ErrorKind kind_;
    Message message_;
    std::string what_;
};

/// Throws Invalid with InvalidSetting.
[[noreturn]] void rejectSetting(Argument name, Argument value, Argument allowed);

}  // namespace ricercar
