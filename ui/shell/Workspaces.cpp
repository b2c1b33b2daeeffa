// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Workspaces.h"

#include "ui/services/AppServices.h"
#include "ui/services/Curation.h"
#include "ui/services/Notices.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

#include <utility>

namespace ricercar {
namespace {

constexpr int longestList = 8;

QString settingsKey() { return QStringLiteral("workspaces/recent"); }

/// A map from a workspace's path to the id of its chosen dataset, where that is not the first.
QString chosenKey() { return QStringLiteral("workspaces/datasets"); }

QString suffix() { return QStringLiteral("ricercar-db"); }

}  // namespace

Workspaces::Workspaces(Jobs& jobs, WorkspaceStore& store, Notices& notices, Curation& curation, QSettings& settings,
                       QWidget* window)
    : QObject(window),
      jobs_(jobs),
      store_(store),
      notices_(notices),
      curation_(curation),
      settings_(settings),
      window_(window) {
    connect(&store_, &WorkspaceStore::opened, this, [this] {
        remember();
        const QVariant chosen = settings_.value(chosenKey()).toMap().value(fromPath(store_.path()));
        if (chosen.isValid()) curation_.choose(chosen.toLongLong());
    });
    connect(&curation_, &Curation::datasetsChanged, this, &Workspaces::rememberDataset);
}

void Workspaces::rememberDataset() {
    const std::int64_t id = curation_.dataset().id;
    if (id == 0) return;
    QVariantMap chosen = settings_.value(chosenKey()).toMap();
    const QString path = fromPath(store_.path());
    const bool first = curation_.datasets().front().id == id;  // what is chosen anyway
    if (first ? chosen.remove(path) == 0 : std::exchange(chosen[path], QVariant(static_cast<qlonglong>(id))).toLongLong() == id)
        return;
    settings_.setValue(chosenKey(), chosen);
}

void Workspaces::ask(bool existing) {
    auto* dialog = new QFileDialog(window_, existing ? tr("Open a workspace") : tr("New workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Ricercar workspaces (*.ricercar-db)"), tr("All files (*)")});
    dialog->setFileMode(existing ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setAcceptMode(existing ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
    // an existing file is opened, never written over
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setDefaultSuffix(suffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { store_.open(toPath(file)); });
    dialog->open();
}

void Workspaces::askCopy() {
    auto* dialog = new QFileDialog(window_, tr("Save a copy of the workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("Ricercar workspaces (*.ricercar-db)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix());
    dialog->selectFile(tr("%1 copy").arg(fromPath(store_.path().stem())) + QLatin1Char('.') + suffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { copyTo(toPath(file)); });
    dialog->open();
}

void Workspaces::copyTo(const std::filesystem::path& path) {
    if (!store_.isOpen()) return;
    jobs_.start(
        tr("Copying the workspace"), this,
        [from = store_.path(), path](const Task& task) { return Workspace(from).copyTo(path, task); },
        [this, path](bool whole) {
            if (!whole) return;
            notices_.post(Severity::Info, tr("Copied to %1").arg(fromPath(path)),
                          {tr("Open the copy"), [this, path] { store_.open(path); }});
            emit copied(path);
        },
        [this](const Message& problem) { notices_.post(Severity::Error, text(problem)); });
}

QStringList Workspaces::recent() const {
    QStringList files = settings_.value(settingsKey()).toStringList();
    files.removeAll(fromPath(store_.path()));
    return files;
}

void Workspaces::remember() {
    if (store_.path() == AppServices::defaultWorkspace()) return;
    QStringList files = settings_.value(settingsKey()).toStringList();
    const QString path = QFileInfo(fromPath(store_.path())).absoluteFilePath();
    files.removeAll(path);
    files.prepend(path);
    while (files.size() > longestList) files.removeLast();
    settings_.setValue(settingsKey(), files);
}

void Workspaces::fillRecent(QMenu* menu) {
    menu->clear();
    const auto add = [&](const QString& words, const std::filesystem::path& path) {
        QAction* action = menu->addAction(words, this, [this, path] { store_.open(path); });
        action->setToolTip(fromPath(path));
        action->setEnabled(path != store_.path());
    };
    add(tr("Your own workspace"), AppServices::defaultWorkspace());
    menu->addSeparator();
    for (const QString& file : recent()) add(QFileInfo(file).completeBaseName(), toPath(file));
    menu->setToolTipsVisible(true);
}

}  // namespace ricercar
