// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "ui/dataset/DatasetBar.h"
#include "ui/dataset/DatasetExportMenu.h"
#include "ui/dataset/DatasetPanel.h"
#include "ui/dataset/PieceMenus.h"
#include "ui/dataset/SetPage.h"
#include "ui/duet/DuetPanel.h"
#include "ui/generation/AskingRow.h"
#include "ui/generation/GeneratePanel.h"
#include "ui/generation/GivenLayer.h"
#include "ui/generation/PassageLayer.h"
#include "ui/generation/RollAsking.h"
#include "ui/generation/TakesPanel.h"
#include "ui/inspector/InspectorPanel.h"
#include "ui/inspector/RollInsight.h"
#include "ui/inspector/TensorInsight.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/GroupedDigits.h"
#include "ui/kit/Icons.h"
#include "ui/kit/LastFolder.h"
#include "ui/pianoroll/NoteActions.h"
#include "ui/pianoroll/RollHeader.h"
#include "ui/pianoroll/RollPanel.h"
#include "ui/pianoroll/RollView.h"
#include "ui/pianoroll/beats/BeatBar.h"
#include "ui/pianoroll/beats/BeatEditor.h"
#include "ui/pianoroll/beats/BeatTool.h"
#include "ui/services/AppServices.h"
#include "ui/services/Opening.h"
#include "ui/settings/Preferences.h"
#include "ui/settings/Shortcuts.h"
#include "ui/settings/WorkSettings.h"
#include "ui/shell/DockTitles.h"
#include "ui/shell/ExportDialogs.h"
#include "ui/shell/FileDrops.h"
#include "ui/shell/FloatingTab.h"
#include "ui/shell/FormMemory.h"
#include "ui/shell/JobLine.h"
#include "ui/shell/Keyboard.h"
#include "ui/shell/MessageBar.h"
#include "ui/shell/TakeHandle.h"
#include "ui/shell/Workspaces.h"
#include "ui/tensor/TensorPanel.h"
#include "ui/training/BenchmarkPage.h"
#include "ui/training/LossPlot.h"
#include "ui/training/RunsPanel.h"
#include "ui/training/TrainingPanel.h"
#include "ui/transport/TracksPanel.h"
#include "ui/transport/TransportBar.h"
#include "ui/words/Words.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStatusBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <system_error>

namespace ricercar {
namespace {

constexpr int layoutVersion = 3;
constexpr QSize leastFirst(1000, 560);
constexpr int low = 700;    // pixels: less is shared by tabs rather than side by side
constexpr int tall = 1000;  // from here on there is room for what is tabs else

}  // namespace

MainWindow::MainWindow(AppServices& services, QSettings& settings, Look* look)
    : services_(services),
      settings_(settings),
      titles_(new DockTitles(*this)),
      shortcuts_(new Shortcuts(settings, this)),
      look_(look) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/ricercar.svg")));
    workspaces_ = new Workspaces(services_.jobs, services_.store, services_.notices, services_.curation, services_.watch,
                                 settings_, this);
    exportDialogs_ = new ExportDialogs(services_, *this);
    opening_ = new Opening(services_.jobs, services_.store, services_.stage, services_.notices, services_.importing, this);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDockOptions(AnimatedDocks | AllowNestedDocks | AllowTabbedDocks);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    makeStage();
    makeDocks();
    transport_ = new TransportBar(services_.stage, services_.playback);
    addToolBar(Qt::BottomToolBarArea, transport_);
    transport_->toggleViewAction()->setVisible(false);
    roll_->addActions(transport_->transportActions());
    connectSound();
    makeStatus();
    makeStart();
    makeHelp();
    makeMenus();
    connectPanels();
    connectRuns();
    connectRoll();
    updateTitle();
    if (!restoreGeometry(settings_.value(QStringLiteral("window/geometry")).toByteArray())) takeFirstSize();
    resetLayout();
    restoreState(settings_.value(QStringLiteral("window/state")).toByteArray(), layoutVersion);
    roll_->restoreOptions(settings_);
    services_.playback.setFreeNotes(roll_->header().options().form == Representation::Free);
    restoreForms();
    restoreWork(settings_, services_.editing);
    dataset_->restoreTableLayout(settings_.value(QStringLiteral("dataset/columns")).toStringList());
    auto* drops = new FileDrops(this, [this](const FileDrops::Paths& paths) { return dropWords(paths); });
    for (QDockWidget* panel : docks_) panel->setAcceptDrops(true);
    connect(drops, &FileDrops::dropped, opening_, &Opening::open);
    new Keyboard(this);
    nameByTips(this);
    groupDigits(*this);
}

MainWindow::~MainWindow() = default;

void MainWindow::makeStage() {
    auto* stage = new QWidget;
    auto* column = new QVBoxLayout(stage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    tabs_ = new QTabWidget;
    tabs_->setObjectName(QStringLiteral("stage"));
    tabs_->setDocumentMode(true);
    roll_ = new RollPanel(services_.store, services_.stage, services_.changes, services_.editing);
    auto* beats = new BeatEditor(services_.jobs, services_.store, services_.stage, services_.notices, services_.curation, this);
    roll_->addFooter(new BeatBar(*beats));
    roll_->view().addTool(std::make_unique<BeatTool>(roll_->view(), *beats));
    connect(beats, &BeatEditor::changed, &roll_->view(), [view = &roll_->view()] { view->update(); });
    training_ = new TrainingPanel(services_.store, services_.training, services_.curation);
    benchmark_ = new BenchmarkPage(services_.benchmarking, services_.training);
    training_->addSection(benchmark_, tr("Public benchmark"));
    tabs_->addTab(roll_, icon(QStringLiteral("roll")), tr("Roll"));
    tensor_ = new TensorPanel(services_.stage, services_.selection, services_.notices, services_.jobs);
    tabs_->addTab(tensor_, icon(QStringLiteral("cube")), tr("Tensor"));
    tensorTab_ = new FloatingTab(*tabs_, *tensor_);
    set_ = new SetPage(services_.jobs, services_.store, services_.notices, services_.curation);
    tabs_->addTab(training_, icon(QStringLiteral("train")), tr("Training"));
    tabs_->addTab(set_, icon(QStringLiteral("chart")), tr("Set"));
    column->addWidget(tabs_);
    messages_ = new MessageBar(*stage);
    setCentralWidget(stage);
}

QDockWidget* MainWindow::dock(const char* name, const QString& title, QWidget* content, Qt::DockWidgetArea area) {
    auto* made = new QDockWidget(title);
    made->setObjectName(QString::fromLatin1(name));
    made->setWidget(content);
    addDockWidget(area, made);
    docks_ << made;
    titles_->add(made);
    return made;
}

void MainWindow::makeDocks() {
    dataset_ = new DatasetPanel(services_.store, services_.stage, services_.curation);
    runs_ = new RunsPanel(services_.store);
    generate_ = new GeneratePanel(services_.store, services_.stage, services_.notices, services_.generation, services_.curation,
                                  services_.jobs);
    takes_ = new TakesPanel(services_.store, services_.stage, services_.audition, services_.takeFigures, services_.takeTree);
    dock("datasetDock", tr("Pieces"), dataset_, Qt::LeftDockWidgetArea);
    dock("runsDock", tr("Models"), runs_, Qt::LeftDockWidgetArea);
    dock("generateDock", tr("Generate"), generate_, Qt::RightDockWidgetArea);
    dock("takesDock", tr("Takes"), takes_, Qt::BottomDockWidgetArea);
    auto* inspector = new InspectorPanel(services_.insight, services_.store, services_.stage, services_.selection);
    dock("inspectorDock", tr("Inspector"), inspector, Qt::RightDockWidgetArea);
    asking_ = new RollAsking(roll_->surface(), services_.stage, services_.store, services_.redrawing, *generate_, this);
    roll_->addFooter(new AskingRow(*asking_, services_.stage));
    new GivenMarks(roll_->surface(), services_.stage, services_.store, generate_->given(), this);
    connect(asking_, &RollAsking::formRequested, this, [this] {
        docks_[2]->show();
        docks_[2]->raise();
    });
    connect(&services_.generation, &Generation::finished, inspector,
            [this, inspector] { inspector->suggestModel(services_.generation.model()); });
    auto* passages = new SharedPassageMarks(roll_->surface(), services_.stage, services_.takeFigures, this);
    connect(takes_, &TakesPanel::passageRequested, passages, &SharedPassageMarks::showPiece);
    connect(passages, &SharedPassageMarks::seekRequested, this, [this](double step) {
        if (!services_.playback.playing()) services_.playback.seek(step);
    });
    new TensorInsight(tensor_->surface(), services_.insight, services_.stage, services_.selection);
    auto* overRoll = new RollInsight(roll_->surface(), services_.insight, services_.stage, services_.selection);
    connect(&services_.insight, &Insight::placeShown, this, [this] {
        if (services_.insight.place()) tabs_->setCurrentWidget(roll_);
    });
    connect(inspector, &InspectorPanel::nearMissesChosen, overRoll, &RollInsight::setNearMisses);
    tracks_ = new QDockWidget(tr("Tracks"));
    tracks_->setObjectName(QStringLiteral("tracksDock"));
    tracks_->setWidget(new TracksPanel(services_.playback));
    addDockWidget(Qt::RightDockWidgetArea, tracks_);
    titles_->add(tracks_);
    auto* duet = new DuetPanel(services_.duetting, services_.store);
    duet_ = new QDockWidget(tr("Duet"));
    duet_->setObjectName(QStringLiteral("duetDock"));
    duet_->setWidget(duet);
    addDockWidget(Qt::RightDockWidgetArea, duet_);
    titles_->add(duet_);
    connect(duet, &DuetPanel::inputRequested, this, [this] { showPreferences("midiPage"); });
}

void MainWindow::makeStatus() {
    hover_ = new ElidedLabel;
    hover_->setObjectName(QStringLiteral("hoverWords"));
    hover_->setTextFormat(Qt::PlainText);
    hover_->setMuted(true);
    hover_->setContentsMargins(8, 0, 8, 0);
    statusBar()->addWidget(new JobLine(services_.jobs), 1);
    statusBar()->addWidget(hover_, 1);
}

void MainWindow::takeFirstSize() {
    const QSize room = screen()->availableGeometry().size();
    resize((room * 0.8).expandedTo(leastFirst).boundedTo(room));
}

void MainWindow::resetLayout() {
    const bool folded = height() < low;
    enum { Pieces, Models, Generate, Takes, Inspector };
    const auto put = [this](QDockWidget* dock, Qt::DockWidgetArea area) {
        dock->setFloating(false);
        addDockWidget(area, dock);
        dock->show();
    };
    for (const auto& [which, area] : {std::pair{Pieces, Qt::LeftDockWidgetArea},
                                      {Models, Qt::LeftDockWidgetArea},
                                      {Generate, Qt::RightDockWidgetArea},
                                      {Inspector, Qt::RightDockWidgetArea},
                                      {Takes, folded ? Qt::LeftDockWidgetArea : Qt::BottomDockWidgetArea}})
        put(docks_[which], area);
    for (QDockWidget* dock : {tracks_, duet_}) {
        put(dock, Qt::RightDockWidgetArea);
        dock->hide();
    }
    if (height() < tall)
        tabifyDockWidget(docks_[Generate], docks_[Inspector]);
    else
        splitDockWidget(docks_[Generate], docks_[Inspector], Qt::Vertical);
    tabifyDockWidget(docks_[Inspector], tracks_);
    tabifyDockWidget(docks_[Generate], duet_);
    if (folded) {
        tabifyDockWidget(docks_[Pieces], docks_[Models]);
        tabifyDockWidget(docks_[Models], docks_[Takes]);
    } else {
        splitDockWidget(docks_[Pieces], docks_[Models], Qt::Vertical);
    }
    docks_[Pieces]->raise();
    docks_[Generate]->raise();
    resizeDocks({docks_[Pieces], docks_[Generate]},
                {std::clamp(width() * 21 / 100, 244, 400), std::clamp(width() / 5, 236, 360)}, Qt::Horizontal);
    if (folded) return;
    resizeDocks({docks_[Pieces], docks_[Models]}, {height() * 3 / 4, height() / 4}, Qt::Vertical);
    if (height() >= tall)
        resizeDocks({docks_[Generate], docks_[Inspector]}, {height() * 2 / 5, height() * 3 / 5}, Qt::Vertical);
    resizeDocks({docks_[Takes]}, {std::clamp(height() / 6, 96, 176)}, Qt::Vertical);
}

QString MainWindow::dropWords(const std::vector<std::filesystem::path>& paths) const {
    if (const auto workspace = std::find_if(paths.begin(), paths.end(), isWorkspaceFile); workspace != paths.end())
        return tr("Open the workspace “%1”").arg(fromPath(workspace->stem()));
    const auto models =
        std::count_if(paths.begin(), paths.end(), [](const auto& path) { return path.extension() == ".ricercar"; });
    const int count = static_cast<int>(paths.size());
    if (models == count) return tr("Open %Ln models", nullptr, count);
    const QString set = fromUtf8(services_.curation.dataset().name);
    std::error_code ignored;
    if (count == 1 && std::filesystem::is_directory(paths.front(), ignored))
        return tr("Add the folder “%1” to “%2”").arg(fromPath(paths.front().filename()), set);
    return tr("Add %Ln files to “%1”", nullptr, count).arg(set);
}

void MainWindow::connectPanels() {
    connect(&services_.notices, &Notices::posted, messages_, &MessageBar::post);
    connect(&services_.store, &WorkspaceStore::opened, this, &MainWindow::updateTitle);
    connect(&services_.editing, &Editing::heldChanged, this, [this] { setWindowModified(services_.editing.holds()); });
    connect(&services_.notices, &Notices::withdrawn, messages_, &MessageBar::withdraw);
    connect(&services_.store, &WorkspaceStore::opened, messages_, &MessageBar::leaveWorkspace);
    connect(&services_.stage, &Stage::stageRequested, this, [this] {
        if (tabs_->currentWidget() != tensor_) tabs_->setCurrentWidget(roll_);
    });
    connect(tensor_, &TensorPanel::floatRequested, tensorTab_, &FloatingTab::setFloating);
    connect(tensorTab_, &FloatingTab::changed, tensor_, &TensorPanel::setFloating);
    connect(&services_.playback, &Playback::positionChanged, tensor_, &TensorPanel::setPlayhead);
    connect(tensor_, &TensorPanel::seekRequested, this, [this](double step) {
        if (!services_.playback.playing()) services_.playback.seek(step);
    });

    connect(dataset_, &DatasetPanel::addFilesRequested, this, [this] { askImport(false); });
    connect(dataset_, &DatasetPanel::addFolderRequested, this, [this] { askImport(true); });
    connect(dataset_, &DatasetPanel::openRequested, workspaces_, &Workspaces::askOpen);
    connect(dataset_, &DatasetPanel::demoRequested, &services_.importing, &Importing::startDemo);
    connect(dataset_, &DatasetPanel::newRequested, workspaces_, &Workspaces::askNew);
    new DatasetExportMenu(services_.datasetExport, services_.store, services_.curation, *dataset_->exportMenu(), *this);
    connect(&services_.importing, &Importing::rejectedRequested, this, [this] {
        docks_[0]->show();
        docks_[0]->raise();
        dataset_->listOnly(PieceState::Rejected);
    });
    auto* menus =
        new PieceMenus(services_.jobs, services_.store, services_.notices, services_.changes, services_.curation, this);
    connect(dataset_, &DatasetPanel::menuOpening, menus, &PieceMenus::addTo);
    auto* bar = new DatasetBar(services_.curation, *menus, [this] { return dataset_->selected(); });
    dataset_->addHeader(bar);
    connect(bar, &DatasetBar::summaryRequested, this, [this] { tabs_->setCurrentWidget(set_); });
    connect(dataset_, &DatasetPanel::primerRequested, generate_, &GeneratePanel::usePieceAsPrimer);

    connect(opening_, &Opening::modelOpened, this, [this](const std::filesystem::path& path) {
        generate_->chooseFile(path);
        docks_[2]->show();
        docks_[2]->raise();
    });
    connect(generate_, &GeneratePanel::primerFileRequested, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Choose a primer"), {}, tr("MIDI files (*.mid *.midi *.kar *.rmi *.smf)"));
        startInLastFolder(*dialog);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, generate_,
                [this](const QString& file) { generate_->useFileAsPrimer(toPath(file)); });
        dialog->open();
    });
    connect(generate_, &GeneratePanel::saveRequested, this,
            [this] { exportDialogs_->askRequest([this](const QString& path) { generate_->saveRequest(toPath(path)); }); });
    connect(generate_, &GeneratePanel::openRequested, this, [this] {
        auto* dialog =
            new QFileDialog(this, tr("Open a request"), {}, tr("Requests and exported takes (*.json *.mid);;All files (*)"));
        startInLastFolder(*dialog);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, generate_,
                [this](const QString& file) { generate_->openRequest(toPath(file)); });
        dialog->open();
    });
    connect(takes_, &TakesPanel::exportMidiRequested, this, [this] { exportDialogs_->askMidi(); });
    connect(takes_, &TakesPanel::exportWavRequested, this, [this] { exportDialogs_->askSound(); });
    connect(takes_, &TakesPanel::exportSheetRequested, this, [this] { exportDialogs_->askSheet(); });
    connect(takes_, &TakesPanel::exportTakesRequested, exportDialogs_, &ExportDialogs::askTakes);
    connect(takes_, &TakesPanel::primerRequested, generate_, &GeneratePanel::useShownAsPrimer);
}

void MainWindow::connectRuns() {
    connect(runs_, &RunsPanel::chosen, this, [this](std::int64_t run) {
        training_->setSelectedRun(run);
        services_.training.showRun(run);
        generate_->chooseRun(run);
        training_->showSection();
        tabs_->setCurrentWidget(training_);
    });
    connect(runs_, &RunsPanel::resumeRequested, this, [this](std::int64_t run) {
        training_->setSelectedRun(run);
        training_->resume(run);
    });
    connect(runs_, &RunsPanel::fineTuneRequested, this, [this](std::int64_t run) {
        training_->setSelectedRun(run);
        training_->fineTune(run);
    });
    connect(runs_, &RunsPanel::generateRequested, this, [this](std::int64_t run) {
        generate_->chooseRun(run);
        docks_[2]->show();
    });
    connect(&services_.training, &Training::finished, this, [this](std::int64_t run) {
        training_->setSelectedRun(run);
        generate_->chooseRun(run);
        runs_->select(run);
    });
    connect(&services_.store, &WorkspaceStore::runsChanged, this, [this] {
        const std::int64_t live = services_.training.runInTraining();
        if (live != 0 && live != seenLive_) {
            runs_->select(live);
            training_->setSelectedRun(live);
        }
        seenLive_ = live;
    });
    connect(&services_.training, &Training::runningChanged, this, [this] {
        if (!services_.training.running()) return;
        training_->showSection(services_.training.benchmarking() ? benchmark_ : nullptr);
        tabs_->setCurrentWidget(training_);
    });
    connect(benchmark_, &BenchmarkPage::curveRequested, this, [this] { training_->showSection(); });
    connect(training_, &TrainingPanel::exportCsvRequested, this, [this] { exportDialogs_->askCurve(); });
    connect(training_, &TrainingPanel::exportPngRequested, this, [this] {
        const QString folder = lastFolder().isEmpty() ? QString() : lastFolder() + QLatin1Char('/');
        const QString path = QFileDialog::getSaveFileName(this, tr("Export the curve"), folder + QStringLiteral("curve.png"),
                                                          tr("Pictures (*.png)"));
        if (path.isEmpty()) return;
        services_.notices.withdraw(About::Export);
        if (!training_->plot().savePng(path))
            services_.notices.post(About::Export, Severity::Error, tr("%1 cannot be written. Choose another place.").arg(path));
    });
}

void MainWindow::connectRoll() {
    const auto form = [this] { services_.playback.setFreeNotes(roll_->header().options().form == Representation::Free); };
    connect(&roll_->header(), &RollHeader::optionsChanged, &services_.playback, form);
    connect(&services_.playback, &Playback::midiKeyPressed, &roll_->view(),
            [this](int pitch) { roll_->view().setKeyDown(pitch, true); });
    connect(&services_.playback, &Playback::midiKeyReleased, &roll_->view(),
            [this](int pitch) { roll_->view().setKeyDown(pitch, false); });

    connectTakes();

    RollView& view = roll_->view();
    Playback& playback = services_.playback;
    connect(&view, &RollView::hovered, hover_, &QLabel::setText);
    connect(&view, &RollView::seekRequested, &playback, &Playback::seek);
    connect(&view, &RollView::loopDragged, &playback, &Playback::setLoop);
    connect(&roll_->actions(), &NoteActions::loopRequested, &playback, &Playback::setLoop);
    connect(&view, &RollView::keyPressed, &playback, &Playback::keyDown);
    connect(&view, &RollView::playRequested, &playback, &Playback::toggle);
    connect(&view, &RollView::keyReleased, &playback, &Playback::keyUp);
    connect(&playback, &Playback::positionChanged, &view, &RollView::setPlayhead);
    connect(&playback, &Playback::positionChanged, asking_, &RollAsking::setPlayhead);
    connect(&playback, &Playback::loopChanged, &view, [this, &view] {
        std::optional<RollContent::Loop> loop;
        if (const auto region = services_.playback.loop()) loop = {region->first, region->second};
        view.setLoop(loop, services_.playback.looping());
    });
}

void MainWindow::connectTakes() {
    const auto setup = [this](std::int64_t id) {
        const std::optional<Take> take = services_.store.take(id);
        if (!take) return;
        generate_->useSetupOf(*take);
        docks_[2]->show();
        docks_[2]->raise();
    };
    connect(opening_, &Opening::takeOpened, this, setup);
    connect(takes_, &TakesPanel::setupRequested, this, setup);
    connect(takes_, &TakesPanel::sweepRequested, this, [this](std::int64_t id) {
        if (const std::optional<Take> take = services_.store.take(id))
            services_.takeFigures.sweep(services_.generation, services_.notices, *take, TakesPanel::sweepTemperatures());
    });
    connect(takes_, &TakesPanel::sweepAtRequested, this, [this](std::int64_t id, const std::vector<double>& temperatures) {
        if (const std::optional<Take> take = services_.store.take(id))
            services_.takeFigures.sweep(services_.generation, services_.notices, *take, temperatures);
    });
    connect(takes_, &TakesPanel::temperaturesRefused, this, [this](const QString& words) {
        services_.notices.post(
            Severity::Warning,
            tr("“%1” is no row of temperatures: write up to 32 numbers from 0.01 to 10, with spaces between.").arg(words));
    });
    connect(takes_, &TakesPanel::continueRequested, this, [this](std::int64_t id) {
        const std::optional<Take> take = services_.store.take(id);
        if (!take) return;
        const bool whole = take->roll.steps() > 0 && take->roll.stepInBar(take->roll.steps()) == 0;
        const int bars = take->roll.steps() > 0 ? take->roll.bar(take->roll.steps() - 1) + 1 : 0;
        services_.redrawing.goOn(*take, whole ? bars : bars - 1, generate_->bars(), generate_->variations(),
                                 tr("%1, continued").arg(fromUtf8(take->name)));
    });
    connect(takes_, &TakesPanel::datasetRequested, this, [this](std::int64_t id) {
        const std::optional<Take> take = services_.store.take(id);
        const QString file = take ? services_.exporting.temporaryMidi(*take) : QString();
        if (!file.isEmpty()) services_.importing.start({toPath(file)});
    });
}

void MainWindow::restoreForms() {
    setLastFolder(settings_.value(QStringLiteral("files/folder")).toString());
    restoreForm(*generate_, settings_, QStringLiteral("forms/generate"));
    restoreForm(*training_, settings_, QStringLiteral("forms/train"));
}

void MainWindow::keepForms() {
    settings_.setValue(QStringLiteral("files/folder"), lastFolder());
    keepForm(*generate_, settings_, QStringLiteral("forms/generate"));
    keepForm(*training_, settings_, QStringLiteral("forms/train"));
}

bool MainWindow::mayLoseTakes() {
    const auto& takes = services_.store.takes();
    const auto unsaved =
        std::count_if(takes.begin(), takes.end(), [](const TakeRow& take) { return WorkspaceStore::isUnsaved(take.id); });
    if (unsaved == 0) return true;
    QMessageBox box(
        QMessageBox::Warning, tr("Takes are not saved"),
        tr("%Ln takes could not be saved yet and are lost when the window closes.", nullptr, static_cast<int>(unsaved)),
        QMessageBox::Cancel, this);
    const QPushButton* close = box.addButton(tr("Close all the same"), QMessageBox::DestructiveRole);
    box.exec();
    return box.clickedButton() == close;
}

void MainWindow::connectSound() {
    Playback& playback = services_.playback;
    QAction* tracks = tracks_->toggleViewAction();
    tracks->setIcon(icon(QStringLiteral("tracks")));
    tracks->setToolTip(tr("Tracks: instruments, volumes, mute and solo"));
    connect(tracks, &QAction::triggered, tracks_, [this](bool shown) {
        if (shown) tracks_->raise();
    });
    transport_->addPanelAction(tracks);
    connect(transport_, &TransportBar::settingsWanted, this, [this] { showPreferences("soundPage"); });
    connect(&playback, &Playback::preferencesChanged, this,
            [this] { services_.playback.soundOutput().preferences().save(settings_); });
    takes_->setFileOf([this](const Take& take) { return services_.exporting.temporaryMidi(take); });
    roll_->header().addTool(new TakeHandle(services_.exporting, *exportDialogs_), 6);
}

void MainWindow::showPreferences(const char* page) {
    auto* dialog = findChild<Preferences*>();
    if (!dialog) {
        dialog = new Preferences({services_.jobs, services_.playback, services_.editing, settings_, *shortcuts_, look_}, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &Preferences::pitchNamesChosen, roll_, [this](PitchNames names) {
            RollOptions options = roll_->header().options();
            options.names = names;
            roll_->setOptions(options);
        });
    }
    dialog->showPage(page);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::openFiles(const std::vector<std::filesystem::path>& files) { opening_->open(files); }

void MainWindow::comeForward() {
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

void MainWindow::updateTitle() {
    setWindowTitle(services_.store.isOpen() && services_.store.path() != AppServices::defaultWorkspace()
                       ? tr("%1[*] – Ricercar").arg(fromPath(services_.store.path().stem()))
                       : QStringLiteral("Ricercar[*]"));
    setWindowModified(services_.editing.holds());
}

void MainWindow::askImport(bool folder) {
    auto* dialog = new QFileDialog(this, folder ? tr("Import a folder") : tr("Import MIDI files"));
    startInLastFolder(*dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (folder) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFiles);
        dialog->setNameFilters({tr("Music (*.mid *.midi *.kar *.rmi *.smf *.zip *.json)"),
                                tr("MIDI files (*.mid *.midi *.kar *.rmi *.smf)"), tr("Archives (*.zip)"),
                                tr("Published rolls (*.json)"), tr("All files (*)")});
    }
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        std::vector<std::filesystem::path> paths;
        for (const QString& file : files) paths.push_back(toPath(file));
        services_.importing.start(paths);
    });
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayLoseTakes()) {
        event->ignore();
        return;
    }
    keepForms();
    settings_.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings_.setValue(QStringLiteral("window/state"), saveState(layoutVersion));
    roll_->saveOptions(settings_);
    settings_.setValue(QStringLiteral("dataset/columns"), dataset_->tableLayout());
    services_.duetting.stop();
    services_.playback.stop();
    services_.playback.panic();
    services_.jobs.stopAll();
    services_.editing.flush();
    services_.changes.finish();
    QMainWindow::closeEvent(event);
}

}  // namespace ricercar
