// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/EngineVersions.h"

#include "core/learning/Kernels.h"

namespace ricercar {

std::vector<NamedVersion> engineVersions() {
    std::string level = kernels().name;
    if (bfloat16Available()) level += ", bfloat16";
    return {{"libtorch", RICERCAR_TORCH_VERSION}, {"kernels", level}};
}

}  // namespace ricercar
