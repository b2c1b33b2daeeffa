// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Resources.h"

#include "core/base/Error.h"
#include "core/base/Files.h"

#include <algorithm>
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

fs::path handbookFolder() { return resourcesFolder() / "help"; }

std::vector<ShippedModel> shippedModels() {
    std::vector<ShippedModel> models;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(resourcesFolder() / "models", error))
        if (entry.path().extension() == ".ricercar") models.push_back({displayPath(entry.path().stem()), entry.path()});
    std::ranges::sort(models, {}, &ShippedModel::name);
    if (fs::exists(demoCheckpoint(), error)) models.push_back({"demo", demoCheckpoint()});
    return models;
}

fs::path shippedModel(const std::string& name) {
    std::string all;
    for (const ShippedModel& model : shippedModels()) {
        if (model.name == name) return model.file;
        all += (all.empty() ? "" : ", ") + model.name;
    }
    throw Error(ErrorKind::NotFound, {MessageId::ModelNotFound, {validUtf8(name), all}});
}

}  // namespace ricercar
