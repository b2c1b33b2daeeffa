#include "ui/generation/Generation.h"

#include "ui/Words.h"
#include "ui/jobs/Jobs.h"
#include "ui/jobs/Mailbox.h"
#include "ui/session/Session.h"

#include <algorithm>
#include <memory>

namespace ricercar {
namespace {

/// What is shown before the first new note: the primer, in the model's range.
struct Beginning {
    PianoRoll roll;
    double tempo = 120;
    int newSteps = 0;
    std::vector<Message> remarks;
};

struct Row {
    int step = 0;
    std::vector<Cell> cells;
};

Beginning beginningOf(const PreparedTake& prepared) {
    const SampleSettings& settings = prepared.request.settings;
    const PianoRoll silence(prepared.checkpoint.config.model.range, 0, settings.meter);
    return {settings.primer.value_or(silence), prepared.request.tempo, settings.steps, prepared.remarks};
}

}  // namespace

struct Generation::Post {
    QString title;
    Mailbox<Beginning> beginning;
    Mailbox<Row> rows;
};

Generation::Generation(Jobs& jobs, Session& session, QObject* parent) : QObject(parent), jobs_(jobs), session_(session) {}

void Generation::start(const TakeRequest& request, const QString& title) {
    if (running() || !session_.isOpen()) return;
    auto post = std::make_shared<Post>();
    post->title = title;
    auto* drainer = new QObject(this);
    connect(&jobs_, &Jobs::tick, drainer, [this, post] { drain(*post); });
    const auto over = [this, drainer] {
        delete drainer;
        job_ = 0;
        progress_ = 0;
        emit runningChanged();
        emit progressed();
    };
    job_ = jobs_.start(
        tr("Generating"), this,
        [request, post, workspace = session_.path()](const Task& task) -> std::int64_t {
            const PreparedTake prepared = prepareTake(request);
            post->beginning.put(beginningOf(prepared));
            Take take = makeTake(prepared, task, [&post](int step, std::span<const Cell> row) {
                post->rows.put({step, {row.begin(), row.end()}});
            });
            if (take.roll.steps() <= take.primerSteps) return 0;
            return Workspace(workspace).addTake(take);
        },
        [this, over](std::int64_t take) {
            over();
            if (take == 0) {
                session_.say(Severity::Info, tr("Stopped before the first note; nothing was kept."));
                session_.showNothing();
                return;
            }
            session_.reloadTakes([this, take] {
                session_.showTake(take, false);
                emit finished(take);
            });
        },
        [this, over](const Message& problem) {
            over();
            if (session_.shown().kind == Shown::Kind::Draft) session_.showNothing();
            session_.say(Severity::Error, text(problem));
        });
    emit runningChanged();
}

void Generation::stop() { jobs_.stop(job_); }

void Generation::drain(Post& post) {
    for (const Beginning& beginning : post.beginning.take()) {
        first_ = beginning.roll.steps();
        steps_ = std::max(1, beginning.newSteps);
        for (const Message& remark : beginning.remarks) session_.say(Severity::Warning, text(remark));
        session_.beginDraft({Shown::Kind::Draft, 0, post.title, beginning.roll, beginning.tempo, first_});
    }
    const auto rows = post.rows.take();
    if (rows.empty()) return;
    for (const Row& row : rows) session_.growDraft(row.step, row.cells);
    session_.draftGrown();
    progress_ = std::clamp((rows.back().step + 1 - first_) / static_cast<double>(steps_), 0.0, 1.0);
    emit progressed();
}

}  // namespace ricercar
