#pragma once

#include "core/workbench/Takes.h"

#include <QObject>

namespace ricercar {

class Jobs;
class Session;

/// Generates takes, one at a time: the notes stream into the session's draft, the finished take is stored and shown.
class Generation : public QObject {
    Q_OBJECT

public:
    Generation(Jobs& jobs, Session& session, QObject* parent = nullptr);

    /// A primer stands in the request's settings, not in a file.
    void start(const TakeRequest& request, const QString& title);
    void stop();
    [[nodiscard]] bool running() const { return job_ != 0; }
    /// 0 .. 1 of the steps asked for.
    [[nodiscard]] double progress() const { return progress_; }

signals:
    void runningChanged();
    void progressed();
    void finished(std::int64_t take);

private:
    struct Post;
    void drain(Post& post);

    Jobs& jobs_;
    Session& session_;
    int job_ = 0;
    int steps_ = 1;
    int first_ = 0;
    double progress_ = 0;
};

}  // namespace ricercar
