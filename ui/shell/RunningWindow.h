// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QStringList>

namespace ricercar {

/// The window to which later starts hand their files: one for each user and display. Whether it lives is told by a lock file
/// that names its process, so what a killed program left behind is in nobody's way.
class RunningWindow : public QObject {
    Q_OBJECT

public:
    /// `folder`: where the lock and the socket stand, for this user alone.
    explicit RunningWindow(const QString& folder = userFolder(), QObject* parent = nullptr);

    /// Becomes that window; false where another one lives.
    bool claim();
    /// Hands absolute paths to the window that lives, and waits until it has them; false where there is none, or it does not
    /// answer.
    [[nodiscard]] bool handOver(const QStringList& files) const;

    static QString userFolder();

signals:
    void filesArrived(const QStringList& files);

private:
    void greet(QLocalSocket* socket);

    QString name_;
    QLockFile lock_;
    QLocalServer server_;
};

}  // namespace ricercar
