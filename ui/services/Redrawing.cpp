// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Redrawing.h"

#include "ui/services/Generation.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/TakeReading.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QRandomGenerator>

#include <optional>
#include <utility>

namespace ricercar {

Redrawing::Redrawing(Jobs& jobs, WorkspaceStore& store, Notices& notices, Generation& generation, QObject* parent)
    : QObject(parent),
      jobs_(jobs),
      store_(store),
      notices_(notices),
      generation_(generation),
      shelf_(std::make_shared<ModelShelf>()) {}

Redrawing::~Redrawing() = default;

bool Redrawing::busy() const { return looking_ || generation_.running(); }

void Redrawing::again(const Take& take, const TakeRegion& region, int variations, const QString& words) {
    start(take, variations, words,
          [take, region](const TakeOrigin& origin, const std::filesystem::path& model, std::uint64_t seed) {
              return rerollOf(take, origin, region, model, seed);
          });
}

void Redrawing::goOn(const Take& take, int bar, int bars, int variations, const QString& words) {
    start(take, variations, words,
          [take, bar, bars](const TakeOrigin& origin, const std::filesystem::path& model, std::uint64_t seed) {
              return continueOf(take, origin, bar, bars, model, seed);
          });
}

void Redrawing::start(const Take& take, int variations, const QString& words, Make make) {
    if (busy()) return;
    const std::optional<TakeOrigin> origin = originOf(take);
    if (!origin) {
        notices_.post(Severity::Warning, tr("This take does not say how it was made."));
        return;
    }
    std::vector<std::filesystem::path> models;
    for (const CheckpointChoice& choice : store_.checkpoints()) models.push_back(choice.path);
    const std::uint64_t seed = QRandomGenerator::global()->bounded(1U, 1'000'000U);
    looking_ = true;
    jobs_.ask(
        this,
        [shelf = shelf_, origin = *origin, models, seed, variations, make = std::move(make)](const Task& task) {
            std::optional<TakeRequest> request;
            if (const auto model = shelf->find(origin.modelHash, models, task)) {
                request = make(origin, model->path, seed);
                request->variations = variations;
            }
            return request;
        },
        [this, words, name = origin->modelName](const std::optional<TakeRequest>& request) {
            looking_ = false;
            if (request)
                generation_.start(*request, words);
            else
                notices_.post(Severity::Warning, tr("The model that made this take is not here: %1.").arg(fromUtf8(name)));
        },
        [this](const Message& problem) {
            looking_ = false;
            notices_.post(Severity::Error, text(problem));
        });
}

}  // namespace ricercar
