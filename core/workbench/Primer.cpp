// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Primer.h"

#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/music/MidiFile.h"
#include "core/music/Quantizer.h"

#include <utility>

namespace ricercar {

Primer readPrimer(const std::filesystem::path& path) {
    const MidiFile file = readMidi(path);
    QuantizeOptions options;
    options.range = fullRange;
    for (QuantizedPart& part : quantize(file.sequences.front(), options))
        if (!part.rejection) return {std::move(part.roll), part.tempo};
    throw Error(ErrorKind::Invalid, {MessageId::PrimerWithoutMusic, {displayPath(path)}});
}

}  // namespace ricercar
