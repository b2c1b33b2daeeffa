#include "ui/inspector/PieceReading.h"

#include "ui/Words.h"
#include "ui/jobs/Jobs.h"
#include "ui/jobs/Mailbox.h"
#include "ui/session/Session.h"

#include <utility>

namespace ricercar {

struct PieceReading::Post {
    struct Part {
        int first = 0;
        Expectation steps;
    };
    Mailbox<Part> parts;
};

PieceReading::PieceReading(Jobs& jobs, Session& session, QObject* parent) : QObject(parent), jobs_(jobs), session_(session) {
    connect(&session_, &Session::shownChanged, this, &PieceReading::begin);
    connect(&jobs_, &Jobs::tick, this, [this] {
        if (post_) drain(*post_);
    });
}

void PieceReading::setModel(const std::filesystem::path& path) {
    if (path == path_) return;
    path_ = path;
    const int asked = ++asked_;
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
            session_.say(Severity::Error, text(problem));
        });
}

void PieceReading::setWanted(bool wanted) {
    if (std::exchange(wanted_, wanted) == wanted || !wanted || !trail_) return;
    if (expectation_.steps < trail_->roll().steps()) compute();
}

void PieceReading::begin() {
    jobs_.stop(std::exchange(job_, 0));
    post_.reset();
    trail_.reset();
    expectation_ = {};
    const Shown& shown = session_.shown();
    if (model_ && shown.kind != Shown::Kind::Draft && shown.roll.steps() > 0)
        trail_ = std::make_shared<Trail>(model_->engine, shown.roll);
    emit begun();
    if (wanted_ && trail_) compute();
}

void PieceReading::compute() {
    jobs_.stop(job_);
    expectation_ = {};
    expectation_.range = trail_->roll().range();
    const auto post = std::make_shared<Post>();
    post_ = post;
    job_ = jobs_.ask(
        this,
        [trail = trail_, post](const Task& task) {
            const auto width = static_cast<std::ptrdiff_t>(trail->roll().pitches());
            expectationOf(*trail, task, [&](int first, const Expectation& soFar) {
                const auto copy = [&](const std::vector<float>& values) {
                    return std::vector<float>(values.begin() + first * width, values.end());
                };
                post->parts.put(
                    {first, {soFar.range, soFar.steps - first, copy(soFar.play), copy(soFar.articulate), copy(soFar.nats)}});
            });
            return true;
        },
        [](bool) {}, [this](const Message& problem) { session_.say(Severity::Error, text(problem)); });
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
