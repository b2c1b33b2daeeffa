// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/AskedModel.h"

namespace ricercar {

std::shared_ptr<const AskedModel> readModel(const std::filesystem::path& path) {
    auto model = std::make_shared<AskedModel>();
    model->path = path;
    model->checkpoint = loadCheckpoint(path);
    model->hash = model->checkpoint.modelHash();
    model->engine = std::make_shared<StepEngine>(model->checkpoint);
    return model;
}

}  // namespace ricercar
