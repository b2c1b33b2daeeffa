// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workbench/Resources.h"
#include "core/workbench/Takes.h"
#include "ui/kit/Theme.h"
#include "ui/pianoroll/RollPicture.h"
#include "ui/services/Stage.h"
#include "ui/words/Words.h"

#include <QApplication>

#include <cstdio>

using namespace ricercar;

/// Three takes of 16 bars of each model that ships, drawn as the models want it, as pictures in a folder:
/// "chorale-take-1.png". The seeds are 1, 2 and 3: none was chosen.
int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: take-pictures FOLDER\n", stderr);
        return 2;
    }
    QApplication::setPalette(Theme::lightPalette());
    for (const ShippedModel& model : shippedModels())
        for (int seed = 1; seed <= 3; ++seed) {
            TakeRequest request;
            request.checkpoint = model.file;
            useDefaults(request.settings, loadCheckpointHeader(model.file));
            request.settings.seed = static_cast<std::uint64_t>(seed);
            const Take take = makeTake(prepareTake(request));
            StageContent shown;
            shown.kind = StageContent::Kind::Take;
            shown.roll = take.roll;
            shown.tempo = take.tempo;
            const std::string name = model.name + "-take-" + std::to_string(seed) + ".png";
            writeFile(toPath(QString::fromLocal8Bit(argv[1])) / name, rollPicture(shown, Representation::Grid, false));
            std::puts(name.c_str());
        }
    return 0;
}
