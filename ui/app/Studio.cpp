#include "ui/app/Studio.h"

#include "ui/Words.h"

#include <QStandardPaths>

namespace ricercar {

std::filesystem::path Studio::defaultWorkspace() {
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return toPath(data) / "ricercar" / "workspace.ricercar-db";
}

}  // namespace ricercar
