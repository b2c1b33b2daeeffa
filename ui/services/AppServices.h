// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services/Audition.h"
#include "ui/services/Benchmarking.h"
#include "ui/services/Changes.h"
#include "ui/services/Curation.h"
#include "ui/services/DatasetExport.h"
#include "ui/services/Duetting.h"
#include "ui/services/Editing.h"
#include "ui/services/Exporting.h"
#include "ui/services/Generation.h"
#include "ui/services/Importing.h"
#include "ui/services/Insight.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/Playback.h"
#include "ui/services/Selection.h"
#include "ui/services/Stage.h"
#include "ui/services/TakeFigures.h"
#include "ui/services/Training.h"
#include "ui/services/Watch.h"
#include "ui/services/WorkspaceStore.h"

#include <filesystem>

namespace ricercar {

/// Everything behind the window, put together once. Members in order of dependence: users are destroyed first.
struct AppServices {
    explicit AppServices(const Playback::Options& sound = {});

    /// Where the music of this user is kept: "ricercar/workspace.ricercar-db" among the application's data.
    static std::filesystem::path defaultWorkspace();

    Jobs jobs;
    Notices notices;
    Changes changes;
    WorkspaceStore store;
    Stage stage;
    Selection selection;
    Editing editing;
    Importing importing;
    Curation curation;
    Training training;
    Benchmarking benchmarking;
    Generation generation;
    Insight insight;
    Playback playback;
    Duetting duetting;
    Audition audition;
    TakeFigures takeFigures;
    Exporting exporting;
    DatasetExport datasetExport;
    Watch watch;
};

}  // namespace ricercar
