// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/PieceReading.h"

#include "ui/services/Jobs.h"
#include "ui/services/Mailbox.h"
#include "ui/services/Notices.h"
#include "ui/services/Stage.h"
#include "ui/words/Words.h"

#include <utility>

namespace ricercar {

struct PieceReading::Post {
    struct Part {
        int first = 0;
        Expectation steps;
    };
    Mailbox<Part> parts;
};

PieceReading::PieceReading(Jobs& jobs, Stage& stage, Notices& notices, QObject* parent)
    : QObject(parent), jobs_(jobs), stage_(stage), notices_(notices) {
    connect(&stage_, &Stage::shownChanged, this, &PieceReading::begin);
    connect(&jobs_, &Jobs::tick, this, [this] {
        if (post_) drain(*post_);
    });
}

void PieceReading::setModel(const std::filesystem::path& path) {
    if (path == path_) return;
    path_ = path;
    const int asked = ++asked_;
    notices_.withdraw(About::Reading);
    model_.reset();
    emit modelChanged();
    begin();
    if (path.empty()) return;
    jobs_.ask(
        this, [path](const Task&) { return readModel(path); },
        [this, asked](std::shared_ptr<const AskedModel> model) {
            if (asked != asked_) return;
            model_ = std::move(model);
            emit modelChanged();
            begin();
        },
        [this, asked](const Message& problem) {
            if (asked == asked_) path_.clear();
            notices_.post(About::Reading, Severity::Error, text(problem));
        });
}

void PieceReading::setWanted(bool wanted) {
    if (std::exchange(wanted_, wanted) == wanted || !wanted || !cache_) return;
    if (expectation_.steps < cache_->roll().steps()) compute();
}

void PieceReading::begin() {
    jobs_.stop(std::exchange(job_, 0));
    post_.reset();
    cache_.reset();
    expectation_ = {};
    const StageContent& shown = stage_.shown();
    if (model_ && shown.kind != StageContent::Kind::Draft && shown.roll.steps() > 0)
        cache_ = std::make_shared<InferenceCache>(model_->engine, shown.roll);
    emit begun();
    if (wanted_ && cache_) compute();
}

void PieceReading::compute() {
    jobs_.stop(job_);
    notices_.withdraw(About::Reading);
    expectation_ = {};
    expectation_.range = cache_->roll().range();
    const auto post = std::make_shared<Post>();
    post_ = post;
    job_ = jobs_.ask(
        this,
        [cache = cache_, post](const Task& task) {
            const auto width = static_cast<std::ptrdiff_t>(cache->roll().pitches());
            expectationOf(*cache, task, [&](int first, const Expectation& soFar) {
                const auto copy = [&](const std::vector<float>& values) {
                    return std::vector<float>(values.begin() + first * width, values.end());
                };
                post->parts.put(
                    {first, {soFar.range, soFar.steps - first, copy(soFar.play), copy(soFar.articulate), copy(soFar.nats)}});
            });
            return true;
        },
        [](bool) {}, [this](const Message& problem) { notices_.post(About::Reading, Severity::Error, text(problem)); });
}

void PieceReading::drain(Post& post) {
    for (const Post::Part& part : post.parts.take()) {
        const auto append = [](std::vector<float>& to, const std::vector<float>& from) {
            to.insert(to.end(), from.begin(), from.end());
        };
        append(expectation_.play, part.steps.play);
        append(expectation_.articulate, part.steps.articulate);
        append(expectation_.nats, part.steps.nats);
        expectation_.steps += part.steps.steps;
        emit grew(part.first);
        if (&post != post_.get()) return;  // somebody who was told asked for something else
    }
}

}  // namespace ricercar
