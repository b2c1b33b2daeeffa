// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/RunModel.h"

#include "ui/kit/TwoLineDelegate.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ricercar {
namespace {

QString presetOf(const Run& run) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(run.config)).object().value(QStringLiteral("preset")).toString();
}

Tone toneOf(RunState state) {
    switch (state) {
        case RunState::Interrupted: return Tone::Warning;
        case RunState::Finished: return Tone::Good;
        case RunState::Failed: return Tone::Error;
        case RunState::Running:
        case RunState::Stopped: break;
    }
    return Tone::Plain;
}

QString signOf(RunState state) {
    switch (state) {
        case RunState::Running: return QStringLiteral("train");
        case RunState::Interrupted: return QStringLiteral("warning");
        case RunState::Finished: return QStringLiteral("check");
        case RunState::Stopped: return QStringLiteral("pause");
        case RunState::Failed: return QStringLiteral("error");
    }
    return {};
}

}  // namespace

QString runStateName(RunState state) {
    switch (state) {
        case RunState::Running: return RunModel::tr("Running");
        case RunState::Interrupted: return RunModel::tr("Interrupted");
        case RunState::Finished: return RunModel::tr("Finished");
        case RunState::Stopped: return RunModel::tr("Stopped");
        case RunState::Failed: return RunModel::tr("Failed");
    }
    return {};
}

RunModel::RunModel(WorkspaceStore& store, QObject* parent) : QAbstractListModel(parent), store_(store) {
    connect(&store_, &WorkspaceStore::runsChanged, this, &RunModel::reload);
    reload();
}

void RunModel::reload() {
    std::vector<Run> now(store_.runs().rbegin(), store_.runs().rend());
    const auto sameId = [](const Run& a, const Run& b) { return a.id == b.id; };
    if (std::equal(now.begin(), now.end(), runs_.begin(), runs_.end(), sameId)) {
        runs_ = std::move(now);
        if (!runs_.empty()) emit dataChanged(index(0), index(static_cast<int>(runs_.size()) - 1));
        return;
    }
    if (now.size() == runs_.size() + 1 && std::equal(now.begin() + 1, now.end(), runs_.begin(), runs_.end(), sameId)) {
        beginInsertRows({}, 0, 0);
        runs_ = std::move(now);
        endInsertRows();
        return;
    }
    beginResetModel();
    runs_ = std::move(now);
    endResetModel();
}

int RunModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(runs_.size()); }

int RunModel::rowOf(std::int64_t id) const {
    const auto at = std::find_if(runs_.begin(), runs_.end(), [id](const Run& run) { return run.id == id; });
    return at == runs_.end() ? -1 : static_cast<int>(at - runs_.begin());
}

QVariant RunModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Run& run = runs_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole: return fromUtf8(run.name);
        case Qt::ToolTipRole: {
            QString tip = tr("%1\n%2, started %3\nPreset %4")
                              .arg(fromUtf8(run.name), runStateName(run.state), timeWords(run.started), presetOf(run));
            if (run.problem) tip += QLatin1Char('\n') + text(*run.problem);
            return tip;
        }
        case IdRole: return static_cast<qlonglong>(run.id);
        case TwoLineDelegate::DetailRole:
            return run.state == RunState::Failed && run.problem ? text(*run.problem)
                   : run.owner && run.id != store_.liveRun()
                       ? tr("Trained by %1 since %2").arg(text(run.owner->who), timeWords(run.owner->since))
                       : QStringLiteral("%1 · %2 · %3").arg(runStateName(run.state), presetOf(run), timeWords(run.started));
        case TwoLineDelegate::SignRole: return signOf(run.state);
        case TwoLineDelegate::ToneRole: return static_cast<int>(toneOf(run.state));
        default: return {};
    }
}

}  // namespace ricercar
