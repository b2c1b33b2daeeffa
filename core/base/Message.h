#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ricercar {

/// Everything core may have to tell a person: why a file was refused, what was repaired, what failed.
/// Core deals in ids and arguments; the sentences stand in Message.cpp alone, where the translator finds them.
enum class MessageId {
    // files
    FileNotFound,    ///< %1 path
    FileUnreadable,  ///< %1 path, %2 system reason
    FileUnwritable,  ///< %1 path, %2 system reason
    FileTooLarge,    ///< %1 path, %2 size in MB, %3 limit in MB
    // general
    InvalidSetting,  ///< %1 name, %2 value given, %3 what is allowed
    Internal,        ///< %1 technical detail
    // sound
    SoundFontMissing,     ///< nothing
    SoundFontUnreadable,  ///< %1 path
    SoundNoDevice,        ///< %1 drivers tried
    SoundTooLong,         ///< %1 hours, %2 hours a WAV file holds
    MidiNoSystem,         ///< %1 system reason
    MidiPortMissing,      ///< %1 name
    MidiPortFailed,       ///< %1 name, %2 system reason
    Count
};

/// A sentence-to-be: an id and its arguments (%1 .. %9), already formatted, UTF-8.
struct Message {
    MessageId id{};
    std::vector<std::string> args;

    friend bool operator==(const Message&, const Message&) = default;
};

/// Stable machine-readable name, for JSON: "file-not-found".
std::string_view messageKey(MessageId id);

/// English template with %1 .. %9; also the key under which the ui looks up a translation (context "Message").
const char* messageTemplate(MessageId id);

/// Replaces %1 .. %9 in a template, in one pass (arguments that contain % are safe).
std::string fillTemplate(std::string_view text, const std::vector<std::string>& args);

/// The English sentence.
std::string english(const Message& message);

}  // namespace ricercar
