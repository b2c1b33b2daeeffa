// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/dataset/Archive.h"
#include "core/dataset/RollFile.h"
#include "core/music/MidiFile.h"
#include "tests/fuzz/MemoryFile.h"

#include <cstdlib>

namespace {

/// As an import does with a member.
void read(const ricercar::Archive::Member& member) {
    using namespace ricercar;
    try {
        if (beginAsRolls(member.bytes))
            (void)readRollFile(member.bytes, member.name);
        else
            (void)readMidi(member.bytes, member.name);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Damaged) std::abort();
    }
}

}  // namespace

/// Any bytes are an archive or an Error; its members have names in UTF-8, and are rolls, MIDI or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ricercar;
    static test::MemoryFile file("fuzz.zip");
    if (!file.hold(data, size)) return 0;
    try {
        Archive archive(file.path());
        for (int members = 0; members < 1000; ++members) {
            const auto member = archive.next();
            if (!member) break;
            if (validUtf8(member->name) != member->name) std::abort();
            if (!member->problem) read(*member);
        }
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Damaged && error.kind() != ErrorKind::Unsupported) std::abort();
    }
    return 0;
}
