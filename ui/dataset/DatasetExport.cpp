#include "ui/dataset/DatasetExport.h"

#include "core/dataset/Exports.h"
#include "ui/Words.h"
#include "ui/app/Exporting.h"
#include "ui/dataset/Curation.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/Session.h"
#include "ui/theme/Icons.h"

#include <QFileDialog>
#include <QMenu>

namespace ricercar {
namespace {

constexpr int stoppedEarly = -1;

}  // namespace

DatasetExport::DatasetExport(Jobs& jobs, Session& session, Curation& curation, QObject* parent)
    : QObject(parent), jobs_(jobs), session_(session), curation_(curation) {}

void DatasetExport::fillMenu(QMenu* menu, QWidget* window) {
    QAction* table = menu->addAction(tr("Table as CSV …"), this, [this, window] { askTable(window); });
    QAction* midi = menu->addAction(tr("Dataset as MIDI files …"), this, [this, window] {
        askFolder(window, tr("Export the dataset as MIDI files"), &DatasetExport::writeMidi);
    });
    QAction* arrays = menu->addAction(tr("Dataset as NumPy arrays …"), this, [this, window] {
        askFolder(window, tr("Export the dataset as NumPy arrays"), &DatasetExport::writeNumpy);
    });
    table->setObjectName(QStringLiteral("exportTable"));
    table->setToolTip(tr("Every piece with all its figures, for a spreadsheet"));
    midi->setToolTip(tr("The pieces as they are learnt from, on the grid, in folders train, validation and test"));
    arrays->setToolTip(tr("The same as arrays of steps, pitches and two numbers: play and articulate"));
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [this, table, midi, arrays] {
        for (QAction* action : {table, midi, arrays}) action->setEnabled(!session_.pieces().empty());
    });
}

void DatasetExport::askTable(QWidget* window) {
    auto* dialog = new QFileDialog(window, tr("Export the table"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(fileNameOf(fromUtf8(curation_.dataset().name)) + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { writeTable(toPath(file)); });
    dialog->open();
}

void DatasetExport::askFolder(QWidget* window, const QString& title,
                              void (DatasetExport::*write)(const std::filesystem::path&)) {
    auto* dialog = new QFileDialog(window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this, write](const QString& folder) { (this->*write)(toPath(folder)); });
    dialog->open();
}

void DatasetExport::start(const QString& title, const std::filesystem::path& to, Work work,
                          std::function<QString(int)> sentence) {
    jobs_.start(
        title, this,
        [path = session_.path(), dataset = curation_.dataset(), work = std::move(work)](const Task& task) {
            Workspace workspace(path);
            return work(workspace, dataset, task);
        },
        [this, to, sentence = std::move(sentence)](int count) {
            if (count == stoppedEarly) return;
            session_.say(Severity::Info, sentence(count));
            emit written(to);
        },
        [this](const Message& problem) { session_.say(Severity::Error, text(problem)); });
}

void DatasetExport::writeTable(const std::filesystem::path& file) {
    start(
        tr("Writing the table"), file,
        [file](Workspace& workspace, const Dataset& dataset, const Task& task) {
            const DatasetFacts facts = readFacts(workspace, dataset.id, task);
            if (task.stopped()) return stoppedEarly;
            writeFile(file, piecesCsv(facts.pieces, planDataset(facts, dataset), facts.kinships));
            return static_cast<int>(facts.pieces.size());
        },
        [file](int count) { return tr("%n pieces written to %1", nullptr, count).arg(fromPath(file)); });
}

void DatasetExport::writeMidi(const std::filesystem::path& folder) {
    start(
        tr("Writing MIDI files"), folder,
        [folder](Workspace& workspace, const Dataset& dataset, const Task& task) {
            const DatasetFacts facts = readFacts(workspace, dataset.id, task);
            return exportMidi(workspace, facts, planDataset(facts, dataset), folder, task);
        },
        [folder](int count) { return tr("%n files written to %1", nullptr, count).arg(fromPath(folder)); });
}

void DatasetExport::writeNumpy(const std::filesystem::path& folder) {
    start(
        tr("Writing NumPy arrays"), folder,
        [folder](Workspace& workspace, const Dataset& dataset, const Task& task) {
            const DatasetFacts facts = readFacts(workspace, dataset.id, task);
            return exportNumpy(workspace, facts, planDataset(facts, dataset), folder, task);
        },
        [folder](int count) { return tr("%n files written to %1", nullptr, count).arg(fromPath(folder)); });
}

}  // namespace ricercar
