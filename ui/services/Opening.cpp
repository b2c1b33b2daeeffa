// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/Opening.h"

#include "core/base/Files.h"
#include "core/base/Sha256.h"
#include "core/dataset/Workspace.h"
#include "core/learning/Checkpoint.h"
#include "core/workbench/TakeFile.h"
#include "ui/services/Importing.h"
#include "ui/services/Jobs.h"
#include "ui/services/Notices.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>

namespace ricercar {

bool isModelFile(const std::filesystem::path& path) {
    if (path.extension() == ".ricercar") return true;
    std::array<char, 8> head{};
    std::ifstream(path, std::ios::binary).read(head.data(), head.size());
    return std::string_view(head.data(), head.size()) == "RICERCAR";
}

Opening::Opening(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, Importing& importing, QObject* parent)
    : QObject(parent), jobs_(jobs), store_(store), stage_(stage), notices_(notices), importing_(importing) {
    connect(&store_, &WorkspaceStore::piecesChanged, this, &Opening::showAwaited);
    connect(&store_, &WorkspaceStore::opened, this, [this] { awaited_.clear(); });
}

void Opening::open(const std::vector<std::filesystem::path>& paths) {
    std::optional<std::filesystem::path> workspace;
    std::vector<std::filesystem::path> models, music;
    for (const auto& path : paths) {
        if (isWorkspaceFile(path))
            workspace = path;
        else
            (isModelFile(path) ? models : music).push_back(path);
    }
    if (!workspace || (store_.isOpen() && *workspace == store_.path())) {
        openRest(models, music);
        return;
    }
    delete opening_;  // what waited for another one
    opening_ = new QObject(this);
    connect(&store_, &WorkspaceStore::openFailed, opening_, [this] { delete opening_; });
    connect(&store_, &WorkspaceStore::opened, opening_, [this, models, music] {
        opening_->deleteLater();
        opening_ = nullptr;
        openRest(models, music);
    });
    store_.open(*workspace);
}

void Opening::openRest(const std::vector<std::filesystem::path>& models, const std::vector<std::filesystem::path>& music) {
    notices_.withdraw(About::OpenedFiles);
    for (const auto& path : models) openModel(path);
    if (!music.empty()) openMusic(music);
}

void Opening::openMusic(const std::vector<std::filesystem::path>& files) {
    struct Sorted {
        std::vector<Take> takes;
        std::vector<std::filesystem::path> music;
    };
    jobs_.ask(
        this,
        [files](const Task&) {
            Sorted sorted;
            for (const auto& file : files) {
                if (auto take = readTakeFile(file))
                    sorted.takes.push_back(*std::move(take));
                else
                    sorted.music.push_back(file);
            }
            return sorted;
        },
        [this](const Sorted& sorted) {
            for (const Take& take : sorted.takes) openTake(take);
            importMusic(sorted.music);
        },
        [this](const Message& problem) { notices_.post(About::OpenedFiles, Severity::Error, text(problem)); });
}

void Opening::openTake(const Take& take) {
    const auto& known = store_.takes();
    const auto same = std::find_if(known.begin(), known.end(), [&](const TakeRow& one) {
        return one.settings == take.settings && one.name == take.name && one.steps == take.roll.steps();
    });
    if (same != known.end()) {
        const std::int64_t id = same->id;
        stage_.showTake(id);
        emit takeOpened(id);
        return;
    }
    if (!store_.isOpen()) return;
    jobs_.ask(
        this, [path = store_.path(), take](const Task&) { return Workspace::existing(path).takes().add(take); },
        [this, take, opening = store_.openings()](std::int64_t id) {
            if (opening != store_.openings()) return;
            Take kept = take;
            kept.id = id;
            store_.putTake(kept);
            stage_.showTake(id);
            emit takeOpened(id);
        },
        [this, take](const Message& problem) {
            notices_.post(About::UnsavedTakes, Severity::Error, text(problem));
            const std::int64_t id = store_.keepUnsaved(take);
            stage_.showTake(id);
            emit takeOpened(id);
        });
}

void Opening::importMusic(const std::vector<std::filesystem::path>& music) {
    importing_.start(music);
    std::error_code ignored;
    if (music.size() == 1 && std::filesystem::is_regular_file(music.front(), ignored)) showOnceThere(music.front());
}

void Opening::openModel(const std::filesystem::path& path) {
    jobs_.ask(
        this, [path](const Task&) { return loadCheckpoint(path).name; },
        [this, path](const std::string& name) {
            const auto& known = store_.checkpoints();
            if (std::any_of(known.begin(), known.end(), [&](const CheckpointChoice& one) { return one.path == path; })) {
                emit modelOpened(path);
                return;
            }
            const QString file = fromPath(path.stem());
            const QString title = name.empty() ? file : QStringLiteral("%1 · %2").arg(file, fromUtf8(name));
            store_.addModel({title, fromPath(path), path, 0});
            emit modelOpened(path);
        },
        [this](const Message& problem) { notices_.post(About::OpenedFiles, Severity::Error, text(problem)); });
}

void Opening::showOnceThere(const std::filesystem::path& music) {
    jobs_.ask(
        this, [music](const Task&) { return sha256(readFile(music)); },
        [this](const std::string& hash) {
            awaited_ = hash;
            showAwaited();
        },
        [](const Message&) {});  // the import says it
}

void Opening::showAwaited() {
    if (awaited_.empty()) return;
    const auto& pieces = store_.pieces();
    const auto piece =
        std::find_if(pieces.begin(), pieces.end(), [this](const Piece& one) { return one.fileHash == awaited_; });
    if (piece == pieces.end()) return;
    awaited_.clear();
    if (piece->state != PieceState::Rejected) stage_.showPiece(piece->id);
}

}  // namespace ricercar
