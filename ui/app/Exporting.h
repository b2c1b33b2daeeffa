#pragma once

#include "core/base/Message.h"
#include "core/music/Score.h"

#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace ricercar {

class Jobs;
class Session;
class Training;

/// Writes what is shown to files, on worker threads. The `ask` functions open a file dialog first.
class Exporting : public QObject {
    Q_OBJECT

public:
    Exporting(Jobs& jobs, Session& session, Training& training, QObject* parent = nullptr);

    void askMidi(QWidget* window);
    void askWav(QWidget* window);
    void askCsv(QWidget* window);
    void exportMidi(const QString& path);
    void exportWav(const QString& path);
    void exportCsv(const QString& path);

signals:
    void exported(const QString& path);

private:
    void ask(QWidget* window, const QString& title, const QString& filter, const QString& suffix, const QString& name,
             std::function<void(const QString&)> chosen);
    [[nodiscard]] Score shownScore() const;
    void done(const QString& path);
    void failed(const Message& problem);

    Jobs& jobs_;
    Session& session_;
    Training& training_;
};

/// A title as a file name: no slashes, not empty.
QString fileNameOf(const QString& title);

}  // namespace ricercar
