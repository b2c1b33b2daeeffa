#include "core/workbench/Resources.h"

#include <cstdlib>
#include <system_error>

namespace ricercar {
namespace {

namespace fs = std::filesystem;

fs::path programFolder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path() : program.parent_path();
}

}  // namespace

fs::path resourcesFolder() {
    if (const char* given = std::getenv("RICERCAR_RESOURCES"); given != nullptr && *given != '\0') return given;
    return programFolder().parent_path() / "share" / "ricercar";
}

fs::path demoFolder() { return resourcesFolder() / "demo" / "midi"; }

fs::path demoCheckpoint() { return resourcesFolder() / "demo" / "demo.ricercar"; }

}  // namespace ricercar
