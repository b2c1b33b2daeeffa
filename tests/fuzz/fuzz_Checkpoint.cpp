// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Files.h"
#include "core/base/Sha256.h"
#include "core/learning/Checkpoint.h"
#include "tests/fuzz/MemoryFile.h"

#include <cstdlib>
#include <span>

namespace {

using namespace ricercar;

void allowed(const Error& error) {
    for (const ErrorKind kind : {ErrorKind::Damaged, ErrorKind::Incompatible, ErrorKind::Invalid})
        if (error.kind() == kind) return;
    std::abort();
}

}  // namespace

/// The input is a checkpoint without its sum, which is put right: bytes that somebody altered on purpose. They are a checkpoint
/// whose tensors have the shapes that its settings ask for, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static test::MemoryFile file("fuzz.ricercar");
    Bytes bytes(data, data + size);
    const std::string digest = sha256(bytes);
    bytes.insert(bytes.end(), digest.begin(), digest.end());
    if (!file.hold(bytes.data(), bytes.size())) return 0;
    try {
        (void)loadCheckpointHeader(file.path());
    } catch (const Error& error) {
        allowed(error);
    }
    try {
        const Checkpoint checkpoint = loadCheckpoint(file.path());
        const auto shapes = parameterShapes(checkpoint.config.model);
        if (checkpoint.weights.size() != shapes.size()) std::abort();
        for (std::size_t i = 0; i < shapes.size(); ++i)
            if (checkpoint.weights[i].shape != shapes[i].shape) std::abort();
        (void)checkpoint.modelHash();
    } catch (const Error& error) {
        allowed(error);
    }
    return 0;
}
