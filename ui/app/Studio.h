#pragma once

#include "ui/app/Exporting.h"
#include "ui/benchmark/Benchmarking.h"
#include "ui/dataset/Curation.h"
#include "ui/dataset/DatasetExport.h"
#include "ui/dataset/Importing.h"
#include "ui/generation/Generation.h"
#include "ui/inspector/Insight.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/Session.h"
#include "ui/session/Watch.h"
#include "ui/training/Training.h"
#include "ui/transport/Playback.h"

#include <filesystem>

namespace ricercar {

/// Everything behind the window, put together once. Order of members: what is used stands first and goes last.
struct Studio {
    explicit Studio(const Playback::Options& sound = {})
        : session(jobs),
          importing(jobs, session),
          curation(jobs, session),
          training(jobs, session),
          benchmarking(jobs, session, training),
          generation(jobs, session),
          insight(jobs, session, generation),
          playback(jobs, session, sound),
          exporting(jobs, session, training, playback),
          datasetExport(jobs, session, curation),
          watch(jobs, session) {
        training.setDataset([this] { return curation.dataset().id; });
        watch.pauseWhile([this] { return importing.running(); });
    }

    /// Where the music of this user is kept: "ricercar/workspace.ricercar-db" among the application's data.
    static std::filesystem::path defaultWorkspace();

    Jobs jobs;
    Session session;
    Importing importing;
    Curation curation;
    Training training;
    Benchmarking benchmarking;
    Generation generation;
    Insight insight;
    Playback playback;
    Exporting exporting;
    DatasetExport datasetExport;
    Watch watch;
};

}  // namespace ricercar
