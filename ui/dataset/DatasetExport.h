#pragma once

#include "core/base/Message.h"
#include "core/base/Task.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <functional>

class QMenu;
class QWidget;

namespace ricercar {

class Curation;
class Jobs;
class Session;
class Workspace;
struct Dataset;

/// Writes the table, or the current dataset's music by its split, to files: each a job. The `ask` functions open a dialog
/// first.
class DatasetExport : public QObject {
    Q_OBJECT

public:
    DatasetExport(Jobs& jobs, Session& session, Curation& curation, QObject* parent = nullptr);

    /// The three entries of a menu; `window`: parent of the dialogs.
    void fillMenu(QMenu* menu, QWidget* window);
    /// All pieces as CSV, with their sides in the current dataset.
    void writeTable(const std::filesystem::path& file);
    /// Into folders train, validation and test.
    void writeMidi(const std::filesystem::path& folder);
    void writeNumpy(const std::filesystem::path& folder);

signals:
    void written(const std::filesystem::path& path);

private:
    using Work = std::function<int(Workspace&, const Dataset&, const Task&)>;
    void askTable(QWidget* window);
    void askFolder(QWidget* window, const QString& title, void (DatasetExport::*write)(const std::filesystem::path&));
    void start(const QString& title, const std::filesystem::path& to, Work work, std::function<QString(int)> sentence);

    Jobs& jobs_;
    Session& session_;
    Curation& curation_;
};

}  // namespace ricercar
