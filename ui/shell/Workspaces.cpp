// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Workspaces.h"

#include "ui/kit/LastFolder.h"
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

QString lastKey() { return QStringLiteral("workspaces/last"); }

QString suffix() { return QStringLiteral("ricercar-db"); }

}  // namespace

Workspaces::Workspaces(Jobs& jobs, WorkspaceStore& store, Notices& notices, Curation& curation, Watch& watch,
                       QSettings& settings, QWidget* window)
    : QObject(window),
      jobs_(jobs),
      store_(store),
      notices_(notices),
      curation_(curation),
      watch_(watch),
      settings_(settings),
      window_(window) {
    connect(&store_, &WorkspaceStore::opened, this, [this] {
        remember();
        const QVariant chosen = settings_.value(chosenKey()).toMap().value(fromPath(store_.path()));
        if (chosen.isValid()) curation_.choose(chosen.toLongLong());
    });
    connect(&curation_, &Curation::datasetsChanged, this, &Workspaces::rememberDataset);
    connect(&watch_, &Watch::fileLost, this, &Workspaces::tellLost);
    connect(&watch_, &Watch::fileFound, this, [this] {
        notices_.withdraw(About::WorkspaceFile);
        notices_.post(Severity::Info, tr("The workspace's file is back."));
    });
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
    startInLastFolder(*dialog);
    if (!existing) dialog->selectFile(freeName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { store_.open(toPath(file)); });
    dialog->open();
}

void Workspaces::askCopy() {
    auto* dialog = new QFileDialog(window_, tr("Save a copy of the workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("Ricercar workspaces (*.ricercar-db)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix());
    startInLastFolder(*dialog);
    dialog->selectFile(tr("%1 copy").arg(fromPath(store_.path().stem())) + QLatin1Char('.') + suffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { copyTo(toPath(file)); });
    dialog->open();
}

void Workspaces::copyTo(const std::filesystem::path& path) {
    if (!store_.isOpen()) return;
    notices_.withdraw(About::WorkspaceCopy);
    jobs_.start(
        tr("Copying the workspace"), this,
        [from = store_.path(), path](const Task& task) { return Workspace::existing(from).copyTo(path, task); },
        [this, path](bool whole) {
            if (!whole) return;
            notices_.post(Severity::Info, tr("Copied to %1").arg(fromPath(path)),
                          {tr("Open the copy"), [this, path] { store_.open(path); }});
            emit copied(path);
        },
        [this](const Message& problem) { notices_.post(About::WorkspaceCopy, Severity::Error, text(problem)); });
}

void Workspaces::tellLost(bool replaced) {
    const QString file = fromPath(store_.path());
    notices_.post(
        About::WorkspaceFile, Severity::Error,
        replaced ? tr("Another file stands in the place of the workspace, %1. What was open is still here: save it under "
                      "another name, or open the other one.")
                       .arg(file)
                 : tr("The workspace's file is gone: %1. What was open is still here: save it under another name.").arg(file),
        {tr("Save as …"), [this] { askRescue(); }});
}

void Workspaces::askRescue() {
    auto* dialog = new QFileDialog(window_, tr("Save the workspace"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(tr("Ricercar workspaces (*.ricercar-db)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix());
    startInLastFolder(*dialog);
    dialog->selectFile(fromPath(store_.path().stem()) + QLatin1Char('.') + suffix());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { rescueTo(toPath(file)); });
    dialog->open();
}

void Workspaces::rescueTo(const std::filesystem::path& path) {
    notices_.withdraw(About::WorkspaceCopy);
    watch_.saveCopy(path, [this, path] { store_.open(path); });
}

QString Workspaces::freeName() const {
    const std::filesystem::path folder = toPath(lastFolder().isEmpty() ? fromPath(store_.path().parent_path()) : lastFolder());
    std::error_code ignored;
    for (int number = 1;; ++number) {
        const QString name = number == 1 ? tr("Workspace") : tr("Workspace %1").arg(number);
        const QString file = name + QLatin1Char('.') + suffix();
        if (!std::filesystem::exists(folder / toPath(file), ignored)) return file;
    }
}

std::optional<std::filesystem::path> Workspaces::last(const QSettings& settings) {
    const QString file = settings.value(lastKey()).toString();
    if (file.isEmpty() || !QFileInfo::exists(file)) return std::nullopt;
    return toPath(file);
}

QStringList Workspaces::recent() const {
    QStringList files = settings_.value(settingsKey()).toStringList();
    files.removeAll(fromPath(store_.path()));
    return files;
}

void Workspaces::remember() {
    settings_.setValue(lastKey(), QFileInfo(fromPath(store_.path())).absoluteFilePath());
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
