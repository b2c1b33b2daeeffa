#include "core/base/Message.h"

#include <array>
#include <cstddef>

// Known to lupdate by this name; core itself has no Qt.
#define QT_TRANSLATE_NOOP(context, text) text

namespace ricercar {
namespace {

struct Entry {
    MessageId id;
    std::string_view key;
    const char* text;
};

constexpr std::size_t messageCount = static_cast<std::size_t>(MessageId::Count);

// In the order of the enumeration (a static_assert below checks it).
constexpr std::array<Entry, messageCount> entries{{
    {MessageId::FileNotFound, "file-not-found", QT_TRANSLATE_NOOP("Message", "There is no file %1.")},
    {MessageId::FileUnreadable, "file-unreadable", QT_TRANSLATE_NOOP("Message", "%1 cannot be read: %2.")},
    {MessageId::FileUnwritable, "file-unwritable",
     QT_TRANSLATE_NOOP("Message", "%1 cannot be written: %2. Choose another place or free some space.")},
    {MessageId::FileTooLarge, "file-too-large", QT_TRANSLATE_NOOP("Message", "%1 is %2 MB long; files up to %3 MB are read.")},
    {MessageId::InvalidSetting, "invalid-setting", QT_TRANSLATE_NOOP("Message", "%1 cannot be %2; it has to be %3.")},
    {MessageId::Internal, "internal", QT_TRANSLATE_NOOP("Message", "Something went wrong inside Ricercar: %1.")},
    {MessageId::SoundFontMissing, "soundfont-missing",
     QT_TRANSLATE_NOOP("Message",
                       "There is no SoundFont (.sf2 or .sf3) on this computer, so nothing can be heard. Install the package "
                       "timgm6mb-soundfont or fluid-soundfont-gm, or choose a file of your own in the settings.")},
    {MessageId::SoundFontUnreadable, "soundfont-unreadable",
     QT_TRANSLATE_NOOP("Message", "%1 is not a SoundFont that can be read. Choose another .sf2 or .sf3 file.")},
    {MessageId::SoundNoDevice, "sound-no-device",
     QT_TRANSLATE_NOOP("Message",
                       "No sound device could be opened (tried %1), so playing is silent. Connect one, or start the sound "
                       "server, then choose it again in the settings.")},
    {MessageId::SoundTooLong, "sound-too-long",
     QT_TRANSLATE_NOOP("Message", "The piece would be %1 hours of sound, a WAV file holds %2. Export a part of it.")},
    {MessageId::MidiNoSystem, "midi-no-system",
     QT_TRANSLATE_NOOP("Message",
                       "No MIDI system was found (%1). Ports are listed here once ALSA's sequencer (modprobe snd-seq) or a "
                       "JACK server runs.")},
    {MessageId::MidiPortMissing, "midi-port-missing",
     QT_TRANSLATE_NOOP("Message", "There is no MIDI port %1. Connect the device, or choose another port in the settings.")},
    {MessageId::MidiPortFailed, "midi-port-failed",
     QT_TRANSLATE_NOOP("Message", "The MIDI port %1 cannot be opened: %2. Another program may be using it.")},
}};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (static_cast<std::size_t>(entries[i].id) != i) return false;
    return true;
}
static_assert(inOrder(), "the table follows the enumeration");

const Entry& entryOf(MessageId id) { return entries.at(static_cast<std::size_t>(id)); }

}  // namespace

std::string_view messageKey(MessageId id) { return entryOf(id).key; }

const char* messageTemplate(MessageId id) { return entryOf(id).text; }

std::string fillTemplate(std::string_view text, const std::vector<std::string>& args) {
    std::string filled;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool marker = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t arg = marker ? static_cast<std::size_t>(text[i + 1] - '1') : args.size();
        if (arg < args.size()) {
            filled += args[arg];
            ++i;
        } else {
            filled += text[i];
        }
    }
    return filled;
}

std::string english(const Message& message) { return fillTemplate(messageTemplate(message.id), message.args); }

}  // namespace ricercar
