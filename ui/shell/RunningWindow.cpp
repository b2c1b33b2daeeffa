// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RunningWindow.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QStandardPaths>

namespace ricercar {
namespace {

constexpr int patience = 5'000;            // ms
constexpr qint64 longestLine = 1'000'000;  // bytes
constexpr const char* tokenVariable = "XDG_ACTIVATION_TOKEN";

/// "ricercar-wayland-0"
QString nameFor(const QString& folder) {
    QByteArray display = qgetenv("WAYLAND_DISPLAY");
    if (display.isEmpty()) display = qgetenv("DISPLAY");
    for (char& letter : display)
        if (letter == '/' || letter == ':') letter = '_';
    return QDir(folder).filePath(QStringLiteral("ricercar-") + QString::fromLocal8Bit(display));
}

}  // namespace

RunningWindow::RunningWindow(const QString& folder, QObject* parent)
    : QObject(parent), name_(nameFor(folder)), lock_(name_ + QStringLiteral(".lock")) {
    lock_.setStaleLockTime(0);  // however old: only a process that is gone makes it stale
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = server_.nextPendingConnection()) greet(socket);
    });
}

QString RunningWindow::userFolder() { return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation); }

bool RunningWindow::claim() {
    if (!lock_.tryLock(0)) return false;
    QLocalServer::removeServer(name_);
    return server_.listen(name_);
}

bool RunningWindow::handOver(const QStringList& files) const {
    QLocalSocket socket;
    socket.connectToServer(name_);
    if (!socket.waitForConnected(patience)) return false;
    const QJsonObject words{{QStringLiteral("files"), QJsonArray::fromStringList(files)},
                            {QStringLiteral("token"), QString::fromLocal8Bit(qgetenv(tokenVariable))}};
    socket.write(QJsonDocument(words).toJson(QJsonDocument::Compact) + '\n');
    while (socket.bytesToWrite() > 0)
        if (!socket.waitForBytesWritten(patience)) return false;
    return socket.waitForReadyRead(patience);
}

void RunningWindow::greet(QLocalSocket* socket) {
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (socket->bytesAvailable() > longestLine) socket->abort();
        if (!socket->canReadLine()) return;
        const QJsonObject words = QJsonDocument::fromJson(socket->readLine()).object();
        socket->write("\n");
        socket->disconnectFromServer();
        const QByteArray token = words.value(QStringLiteral("token")).toString().toLocal8Bit();
        if (!token.isEmpty()) qputenv(tokenVariable, token);  // Qt takes it when the window asks to come forward
        emit filesArrived(words.value(QStringLiteral("files")).toVariant().toStringList());
    });
}

}  // namespace ricercar
