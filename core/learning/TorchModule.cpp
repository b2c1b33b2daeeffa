// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/TorchModule.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <dlfcn.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

namespace ricercar {

#ifdef RICERCAR_TORCH_LINKED

const TorchModule& torchModule() { return *ricercarTorchModule(RICERCAR_VERSION); }

#else

namespace {

namespace fs = std::filesystem;

/// Beside the folder of the program, in an installation as in a build tree.
fs::path moduleFile() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return program.parent_path().parent_path() / RICERCAR_MODULE_FOLDER / RICERCAR_TORCH_FILE;
}

const TorchModule* open(const fs::path& file) {
    const auto fail = [&](std::string_view reason) -> Error {
        const std::string path = file.string() + ": ";
        if (reason.starts_with(path)) reason.remove_prefix(path.size());
        return {ErrorKind::NotFound, {MessageId::TorchModuleMissing, {displayPath(file), validUtf8(reason)}}};
    };
    void* const module = ::dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (module == nullptr) throw fail(::dlerror());
    void* const entry = ::dlsym(module, "ricercarTorchModule");
    if (entry == nullptr) throw fail(::dlerror());
    const TorchModule* const table = reinterpret_cast<decltype(&ricercarTorchModule)>(entry)(RICERCAR_VERSION);
    if (table == nullptr)
        throw Error(ErrorKind::NotFound,
                    {MessageId::TorchModuleMissing, {displayPath(file), Message{MessageId::ReasonOtherVersion, {}}}});
    return table;
}

}  // namespace

const TorchModule& torchModule() {
    static const TorchModule* const module = open(moduleFile());
    return *module;
}

#endif

}  // namespace ricercar
