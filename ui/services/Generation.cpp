// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Generation.h"

#include "core/base/Error.h"
#include "ui/services/Jobs.h"
#include "ui/services/Mailbox.h"
#include "ui/services/Notices.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <array>
#include <atomic>
#include <charconv>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>

namespace ricercar {
namespace {

/// What is shown before the first new note: the primer, in the model's range.
struct Beginning {
    PianoRoll roll;
    double tempo = 120;
    std::vector<Message> remarks;
};

struct Row {
    int step = 0;
    std::vector<Cell> cells;
};

struct Kept {
    int variation = 0;
    Take take;  ///< as it is in the file
};

/// A take that could not be written.
struct Unwritten {
    int variation = 0;
    Take take;
    Message why;
};

Beginning beginningOf(const PreparedTake& prepared) {
    const SampleSettings& settings = prepared.request.settings;
    const PianoRoll silence(prepared.checkpoint.config.model.range, 0, settings.meter);
    return {settings.primer.value_or(silence), prepared.request.tempo, prepared.remarks};
}

/// Of a row of takes that differ in this.
std::string withTemperature(const std::string& name, double temperature) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), std::round(temperature * 100.0) / 100.0).ptr;
    return name + ", temperature " + std::string(digits.data(), end);
}

}  // namespace

struct Generation::Post {
    QString title;
    int opening = 0;  ///< of the workspace that the takes go to
    Mailbox<Beginning> beginning;
    Mailbox<Row> rows;  ///< of the first variation
    Mailbox<Kept> kept;
    Mailbox<Unwritten> unwritten;
    bool lost = false;  ///< there were such; of the window's thread
    std::atomic<double> progress{0};
    EffectsCounter effects;
};

/// All takes of the requests, one request after the other; the first take that was kept, or 0.
std::int64_t Generation::generateAll(const std::vector<TakeRequest>& requests, const std::filesystem::path& workspace,
                                     Post& post, const Task& task) {
    constexpr std::uint64_t whole = 1'000;
    int firstNumber = std::numeric_limits<int>::max();
    std::int64_t first = 0;
    for (std::size_t i = 0; i < requests.size() && !task.stopped(); ++i) {
        const PreparedTake prepared = prepareTake(requests[i]);
        if (i == 0) post.beginning.put(beginningOf(prepared));
        const Task counted(task.stopToken(), [&](std::uint64_t done, std::uint64_t total) {
            const double share = (static_cast<double>(i) + static_cast<double>(done) / static_cast<double>(total)) /
                                 static_cast<double>(requests.size());
            if (requests.size() == 1)
                task.report(done, total);
            else
                task.report(static_cast<std::uint64_t>(share * whole), whole);
            post.progress = share;
        });
        const auto grow = [&](int variation, int step, std::span<const Cell> row) {
            if (i == 0 && variation == 0) post.rows.put({step, {row.begin(), row.end()}});
        };
        const auto keep = [&](int variation, const Take& made) {
            if (made.roll.steps() <= made.primerSteps) return;
            Take take = made;
            if (requests.size() > 1) take.name = withTemperature(take.name, requests[i].settings.temperature);
            const int number = static_cast<int>(i) + variation;
            try {
                take.id = Workspace::existing(workspace).takes().add(take);
                if (number < firstNumber) {
                    firstNumber = number;
                    first = take.id;
                }
                post.kept.put({number, std::move(take)});
            } catch (const Error& error) {
                post.unwritten.put({number, take, error.message()});
            }
        };
        makeTakes(prepared, counted, grow, keep, [&](const StepReport& report) { post.effects.add(report); });
    }
    return first;
}

Generation::Generation(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, QObject* parent)
    : QObject(parent), jobs_(jobs), store_(store), stage_(stage), notices_(notices) {
    connect(&store_, &WorkspaceStore::takesChanged, this, [this] {
        if (!store_.hasUnsaved()) notices_.withdraw(About::UnsavedTakes);
    });
}

void Generation::startAll(const std::vector<TakeRequest>& requests, const QString& title) {
    if (requests.empty() || running() || !store_.isOpen()) return;
    auto post = std::make_shared<Post>();
    post->title = title;
    post->opening = store_.openings();
    auto* drainer = new QObject(this);
    connect(&jobs_, &Jobs::tick, drainer, [this, post] { drain(*post); });
    const auto over = [this, drainer, post] {
        delete drainer;
        effects_ = post->effects.effects();
        job_ = 0;
        progress_ = 0;
        emit runningChanged();
        emit progressed();
    };
    shown_ = false;
    model_ = requests.front().checkpoint;
    notices_.withdraw(About::Generation);
    job_ = jobs_.start(
        tr("Generating"), this,
        [requests, post, workspace = store_.path()](const Task& task) { return generateAll(requests, workspace, *post, task); },
        [this, over, post](std::int64_t take) {
            over();
            if (take == 0 && post->lost) return;
            if (take == 0) {
                notices_.post(Severity::Info, tr("Stopped before the first note; nothing was kept."));
                stage_.showNothing();
                return;
            }
            if (post->opening != store_.openings()) return;  // its takes are another workspace's
            if (!shown_) stage_.showTake(take, false);
            emit finished(take);
        },
        [this, over](const Message& problem) {
            over();
            if (stage_.shown().kind == StageContent::Kind::Draft) stage_.showNothing();
            notices_.post(About::Generation, Severity::Error, text(problem));
        });
    emit runningChanged();
}

void Generation::stop() { jobs_.stop(job_); }

void Generation::tellUnsaved(const Message& why) {
    const auto again = [this](const Message& problem) { tellUnsaved(problem); };
    notices_.post(
        About::UnsavedTakes, Severity::Error,
        tr("The take is not saved yet: %1 It stays in the list, and is saved as soon as that is possible.").arg(text(why)),
        {tr("Save now"), [this, again] { store_.saveUnsaved(again); }});
}

void Generation::drain(Post& post) {
    std::vector<Kept> kept = post.kept.take();  // first: the rows of a take that is kept are there
    std::vector<Unwritten> lost = post.unwritten.take();
    for (const Beginning& beginning : post.beginning.take()) {
        if (!beginning.remarks.empty()) notices_.post(About::Generation, Severity::Warning, text(beginning.remarks));
        stage_.beginDraft({StageContent::Kind::Draft, 0, post.title, beginning.roll, beginning.tempo, beginning.roll.steps()});
    }
    const auto rows = post.rows.take();
    for (const Row& row : rows) stage_.growDraft(row.step, row.cells);
    if (!rows.empty()) stage_.draftGrown();
    progress_ = post.progress;
    emit progressed();
    for (Unwritten& unwritten : lost) {
        const bool first = !std::exchange(post.lost, true);
        const std::int64_t take = store_.keepUnsaved(std::move(unwritten.take));
        if (unwritten.variation == 0) {
            shown_ = true;
            stage_.showTake(take, false);
        }
        if (first) tellUnsaved(unwritten.why);
    }
    if (kept.empty() || post.opening != store_.openings()) return;
    std::vector<Take> takes;
    std::int64_t first = 0;
    for (Kept& one : kept) {
        if (one.variation == 0) first = one.take.id;
        takes.push_back(std::move(one.take));
    }
    store_.putTakes(takes);
    if (first == 0) return;
    shown_ = true;
    stage_.showTake(first, false);
}

}  // namespace ricercar
