// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <optional>

class QMenu;
class QSettings;
class QWidget;

namespace ricercar {

class Jobs;
class Curation;
class Notices;
class Watch;
class WorkspaceStore;

/// Opens, makes and copies workspaces, and remembers those that were open and the dataset chosen in each. The `ask` functions
/// open a dialog first.
class Workspaces : public QObject {
    Q_OBJECT

public:
    Workspaces(Jobs& jobs, WorkspaceStore& store, Notices& notices, Curation& curation, Watch& watch, QSettings& settings,
               QWidget* window);

    void askNew() { ask(false); }
    void askOpen() { ask(true); }
    void askCopy();
    /// For a workspace whose file is gone: all that was open goes there, and is opened.
    void askRescue();
    void rescueTo(const std::filesystem::path& path);
    /// What was open when the program was closed last, where it is still there.
    [[nodiscard]] static std::optional<std::filesystem::path> last(const QSettings& settings);
    /// A name that nothing has yet, beside the open workspace: "Workspace 2".
    [[nodiscard]] QString freeName() const;
    /// On a worker; what stands there is replaced.
    void copyTo(const std::filesystem::path& path);
    /// The last ones that were open, newest first, without the open one.
    [[nodiscard]] QStringList recent() const;
    /// An entry each for the recent ones.
    void fillRecent(QMenu* menu);

signals:
    void copied(const std::filesystem::path& path);

private:
    void ask(bool existing);
    void remember();
    void rememberDataset();
    void tellLost(bool replaced);

    Jobs& jobs_;
    WorkspaceStore& store_;
    Notices& notices_;
    Curation& curation_;
    Watch& watch_;
    QSettings& settings_;
    QWidget* window_;
};

}  // namespace ricercar
