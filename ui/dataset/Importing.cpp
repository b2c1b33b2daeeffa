#include "ui/dataset/Importing.h"

#include "core/workbench/Resources.h"
#include "ui/Words.h"
#include "ui/jobs/Jobs.h"
#include "ui/jobs/Mailbox.h"
#include "ui/session/Session.h"

#include <memory>

namespace ricercar {

Importing::Importing(Jobs& jobs, Session& session, QObject* parent) : QObject(parent), jobs_(jobs), session_(session) {}

void Importing::start(const std::vector<std::filesystem::path>& paths) {
    if (paths.empty()) return;
    if (!session_.isOpen()) {
        session_.say(Severity::Warning, tr("No workspace is open to import into. Open one, or make a new one."));
        return;
    }
    waiting_.push_back(paths);
    if (!running_) next();
}

void Importing::startDemo() { start({demoFolder()}); }

void Importing::next() {
    if (waiting_.empty() || !session_.isOpen()) return;
    running_ = true;
    const std::vector<std::filesystem::path> paths = waiting_.front();
    waiting_.erase(waiting_.begin());
    auto mailbox = std::make_shared<Mailbox<Piece>>();
    auto* drain = new QObject(this);
    connect(&jobs_, &Jobs::tick, drain, [this, mailbox] { session_.appendPieces(mailbox->take()); });
    const auto over = [this, drain] {
        delete drain;
        running_ = false;
    };
    const Jobs::Id job = jobs_.start(
        tr("Importing"), this,
        [workspace = session_.path(), paths, mailbox](const Task& task) {
            Workspace mine(workspace);
            return importFiles(mine, paths, {}, task, [&](const std::vector<Workspace::NewPiece>& pieces) {
                for (const auto& piece : pieces) mailbox->put(piece.piece);
            });
        },
        [this, over](const ImportReport& result) {
            over();
            session_.reloadPieces();
            report(result);
            emit finished(result);
            next();
        },
        [this, over](const Message& problem) {
            over();
            session_.reloadPieces();  // what was written before is kept
            session_.say(Severity::Error, text(problem));
            next();
        });
    jobs_.setRateWords(job, tr("%1 files/s"));
}

void Importing::report(const ImportReport& result) {
    if (result.files == 0) {
        session_.say(Severity::Warning, tr("No MIDI files (.mid, .midi, .kar, .rmi, .smf) were found there."));
        return;
    }
    QStringList parts;
    parts << tr("%n pieces added in %1", nullptr, result.accepted).arg(duration(result.seconds));
    if (result.rejected > 0) parts << tr("%n rejected", nullptr, result.rejected);
    if (result.known > 0) parts << tr("%n files were there already", nullptr, result.known);
    if (result.stopped) parts << tr("stopped before the end; import again to go on");
    const QString line = parts.join(QStringLiteral(" · "));
    if (result.rejected > 0)
        session_.say(Severity::Info, line, {tr("Show the rejected"), [this] { emit rejectedWanted(); }});
    else
        session_.say(Severity::Info, line);
}

}  // namespace ricercar
