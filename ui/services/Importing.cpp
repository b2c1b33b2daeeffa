// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Importing.h"

#include "core/workbench/Resources.h"
#include "ui/services/Jobs.h"
#include "ui/services/Mailbox.h"
#include "ui/services/Notices.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <memory>

namespace ricercar {

Importing::Importing(Jobs& jobs, WorkspaceStore& store, Notices& notices, QObject* parent)
    : QObject(parent), jobs_(jobs), store_(store), notices_(notices) {}

void Importing::start(const std::vector<std::filesystem::path>& paths) {
    if (paths.empty()) return;
    if (!store_.isOpen()) {
        notices_.post(About::Import, Severity::Warning,
                      tr("No workspace is open to import into. Open one, or make a new one."));
        return;
    }
    waiting_.push_back(paths);
    if (!running_) next();
}

void Importing::startDemo() { start({demoFolder()}); }

void Importing::next() {
    if (waiting_.empty() || !store_.isOpen()) return;
    running_ = true;
    notices_.withdraw(About::Import);
    const std::vector<std::filesystem::path> paths = waiting_.front();
    waiting_.erase(waiting_.begin());
    auto mailbox = std::make_shared<Mailbox<Piece>>();
    auto ids = std::make_shared<std::vector<std::int64_t>>();  // of the worker, until it is done
    auto* drain = new QObject(this);
    connect(&jobs_, &Jobs::tick, drain, [this, mailbox] { store_.putPieces(mailbox->take()); });
    const auto over = [this, drain, ids, workspace = store_.path()] {
        delete drain;
        running_ = false;
        if (ids->empty() || workspace != store_.path())
            store_.reloadPieces();
        else
            store_.importedPieces(*ids);  // what was written before a failure is kept
    };
    const Jobs::Id job = jobs_.start(
        tr("Importing"), this,
        [workspace = store_.path(), paths, mailbox, ids](const Task& task) {
            Workspace mine = Workspace::existing(workspace);
            return importFiles(mine, paths, {}, task, [&](const std::vector<NewPiece>& pieces) {
                for (const auto& piece : pieces) {
                    mailbox->put(piece.piece);
                    ids->push_back(piece.piece.id);
                }
            });
        },
        [this, over](const ImportReport& result) {
            over();
            report(result);
            emit finished(result);
            next();
        },
        [this, over](const Message& problem) {
            over();
            notices_.post(About::Import, Severity::Error, text(problem));
            next();
        });
    jobs_.setRateWords(job, tr("%1 files/s"));
}

void Importing::report(const ImportReport& result) {
    if (result.files == 0) {
        notices_.post(About::Import, Severity::Warning, tr("No MIDI files (.mid, .midi, .kar, .rmi, .smf) were found there."));
        return;
    }
    QStringList parts;
    parts << tr("%Ln pieces added in %1", nullptr, result.accepted).arg(duration(result.seconds));
    if (result.rejected > 0) parts << tr("%Ln rejected", nullptr, result.rejected);
    if (result.known > 0) parts << tr("%Ln files were there already", nullptr, result.known);
    if (result.stopped) parts << tr("stopped before the end; import again to go on");
    const QString line = parts.join(QStringLiteral(" · "));
    if (result.rejected > 0)
        notices_.post(Severity::Info, line, {tr("Show the rejected"), [this] { emit rejectedRequested(); }});
    else
        notices_.post(Severity::Info, line);
}

}  // namespace ricercar
