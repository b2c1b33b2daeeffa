#pragma once

#include "core/base/Message.h"
#include "core/music/Score.h"
#include "ui/pianoroll/RollContent.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

class QTemporaryDir;
class QWidget;

namespace ricercar {

class Jobs;
class Playback;
class Session;
class Training;
struct Take;

/// Writes what is shown to files, on worker threads. The `ask` functions open a file dialog first.
class Exporting : public QObject {
    Q_OBJECT

public:
    Exporting(Jobs& jobs, Session& session, Training& training, const Playback& playback, QObject* parent = nullptr);
    ~Exporting() override;

    void askMidi(QWidget* window);
    void askWav(QWidget* window);
    void askPicture(QWidget* window, Representation form);
    void askCsv(QWidget* window);
    /// `format` 0: all in one track; 1: a track each.
    void exportMidi(const QString& path, int format = 1);
    /// WAV, FLAC or OGG, by the ending.
    void exportWav(const QString& path);
    /// PNG or SVG, by the ending: all of the roll.
    void exportPicture(const QString& path, Representation form);
    /// What is shown as a .mid file of its name in a folder of this program's own, for dragging; empty: nothing is shown.
    [[nodiscard]] QString temporaryMidi();
    /// The same of a take.
    [[nodiscard]] QString temporaryMidi(const Take& take);
    void exportCsv(const QString& path);

signals:
    void exported(const QString& path);

private:
    /// `chosen(path, number of the filter)`
    void ask(QWidget* window, const QString& title, const QStringList& filters, const QStringList& suffixes,
             const QString& name, std::function<void(const QString&, int)> chosen);
    [[nodiscard]] Score shownScore() const;
    QString temporaryMidi(const QString& title, const Score& score);
    void done(const QString& path);
    void failed(const Message& problem);

    Jobs& jobs_;
    Session& session_;
    Training& training_;
    const Playback& playback_;
    std::unique_ptr<QTemporaryDir> dragged_;
};

/// A title as a file name: no slashes, not empty.
QString fileNameOf(const QString& title);

}  // namespace ricercar
