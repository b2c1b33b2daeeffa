// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QList>

#include <functional>

namespace ricercar::test {

/// What a run of ricercar-cli left behind.
struct CliResult {
    int code = -1;  ///< 1000: it crashed or did not end
    QByteArray out;
    QByteArray err;

    /// The objects of --json output; empty where a line is not one JSON object in valid UTF-8.
    [[nodiscard]] QList<QJsonObject> objects() const;
    [[nodiscard]] QJsonObject last() const;
};

/// Calls the program's commands in this process and the current folder, where libtorch is loaded once.
CliResult callCli(const QByteArrayList& arguments);

/// Runs ricercar-cli in `folder`. Arguments are bytes, so that file names need not be UTF-8. `onLine` sees each line of stdout
/// as it comes; where it says true, `signal` is sent once.
CliResult runCli(const QByteArrayList& arguments, const QByteArray& folder = "/tmp",
                 const std::function<bool(const QByteArray& line)>& onLine = {}, int signal = 0);

}  // namespace ricercar::test
