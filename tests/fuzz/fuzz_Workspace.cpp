// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Folders.h"
#include "core/dataset/Importer.h"
#include "core/dataset/Workspace.h"

#include <cstdio>
#include <fstream>
#include <string>

using namespace ricercar;

namespace {

struct Sound {
    TemporaryFolder folder;
    Bytes bytes;  ///< of a small workspace with some of everything

    Sound() {
        const auto path = folder.path() / "sound.db";
        {
            Workspace workspace(path);
            PianoRoll roll(pianoRange, 32);
            roll.addNote(0, 4, 60);
            std::vector<NewPiece> pieces(2);
            pieces[0].roll = pieces[1].roll = roll;
            pieces[0].source = std::make_shared<const Bytes>(writeMidi(toScore(roll)));
            pieces[0].piece.fileHash = "a";
            pieces[1].piece.fileHash = "b";
            pieces[0].piece.steps = pieces[1].piece.steps = 32;
            workspace.pieces().add(pieces);
            workspace.pieces().addTag({pieces[0].piece.id}, "tag");
            Run run;
            run.lastCheckpoint = "1/last.ricercar";
            workspace.runs().addMetrics(workspace.runs().add(run), {{"loss", 1, 1, 1, 1}});
            Take take;
            take.roll = roll;
            workspace.takes().add(take);
        }
        bytes = readFile(path);
    }
};

void readAll(const std::filesystem::path& path) {
    Workspace workspace(path);
    for (const Piece& piece : workspace.pieces().all()) {
        try {
            (void)workspace.versions().roll(piece.id);
            (void)workspace.versions().of(piece.id);
            (void)workspace.pieces().source(piece);
        } catch (const Error&) {
        }
    }
    for (const Run& run : workspace.runs().all()) (void)workspace.runs().metrics(run.id);
    (void)workspace.takes().all();
    for (const Dataset& dataset : workspace.datasets().all()) (void)workspace.datasets().subsets(dataset.id);
    (void)workspace.versions().profiles();
}

}  // namespace

/// The input says which bytes of a sound workspace are replaced: three of place, one of value. It is read as far as it goes, or
/// is an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Sound sound;
    Bytes damaged = sound.bytes;
    for (std::size_t i = 0; i + 3 < size; i += 4)
        damaged[(std::size_t{data[i]} << 16U | std::size_t{data[i + 1]} << 8U | data[i + 2]) % damaged.size()] = data[i + 3];
    const auto path = sound.folder.path() / "damaged.db";
    for (const char* more : {"-wal", "-shm"}) std::remove((path.string() + more).c_str());
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(damaged.data()), static_cast<std::streamsize>(damaged.size()));
    try {
        readAll(path);
    } catch (const Error&) {
    } catch (const std::bad_alloc&) {  // SQLite's word for a size that makes no sense
    }
    return 0;
}
