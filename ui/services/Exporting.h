// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Files.h"
#include "core/base/Message.h"
#include "core/music/Score.h"
#include "core/workbench/TakeExport.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

class QTemporaryDir;

namespace ricercar {

class Jobs;
class Playback;
class Notices;
class Stage;
class WorkspaceStore;
class Training;

/// Writes what is shown to files, on worker threads.
class Exporting : public QObject {
    Q_OBJECT

public:
    Exporting(Jobs& jobs, WorkspaceStore& store, Stage& stage, Notices& notices, Training& training, const Playback& playback,
              QObject* parent = nullptr);
    ~Exporting() override;

    /// `format` 0: all in one track; 1: a track each.
    void exportMidi(const QString& path, int format = 1);
    /// WAV, FLAC or OGG, by the ending.
    void exportSound(const QString& path);
    /// The grid's notes as MusicXML.
    void exportSheet(const QString& path);
    /// Takes of the list, into a file or, each for itself, into a folder.
    void exportTakes(const std::vector<std::int64_t>& ids, TakeLayout layout, TakeFormat format, const QString& path);
    /// The bytes of a picture.
    void exportPicture(const QString& path, Bytes picture);
    /// What is shown as a .mid file of its name in a folder of this program's own, for dragging; empty: nothing is shown.
    [[nodiscard]] QString temporaryMidi();
    /// The same of a take.
    [[nodiscard]] QString temporaryMidi(const Take& take);
    void exportCsv(const QString& path);

signals:
    void exported(const QString& path);

private:
    [[nodiscard]] Score shownScore() const;
    QString temporaryMidi(const QString& title, const Score& score);
    /// `takes`: that are in it; they count as exported.
    void done(const QString& path, const std::vector<std::int64_t>& takes = {});
    [[nodiscard]] std::vector<std::int64_t> shownTake() const;
    void failed(const Message& problem);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Stage& stage_;
    Notices& notices_;
    Training& training_;
    const Playback& playback_;
    std::unique_ptr<QTemporaryDir> dragged_;
};

}  // namespace ricercar
