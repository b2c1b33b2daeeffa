// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>

#include <filesystem>
#include <vector>

class QSettings;
class QTabWidget;

namespace ricercar {

struct AppServices;
class BenchmarkPage;
class DatasetPanel;
class DockTitles;
class ElidedLabel;
class ExportDialogs;
class FloatingTab;
class GeneratePanel;
class Helping;
class Look;
class MessageBar;
class Opening;
class RollPanel;
class RunsPanel;
class SetPage;
class Shortcuts;
class TakesPanel;
class TensorPanel;
class TrainingPanel;
class TransportBar;
class Workspaces;

/// Menus, docks and the stage; what they do stands behind them, in the AppServices.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// The layout is kept in `settings`. `look`: for the preferences, where it can be changed.
    MainWindow(AppServices& services, QSettings& settings, Look* look = nullptr);
    ~MainWindow() override;

    void resetLayout();
    /// Shows the tour, where it has not been seen yet.
    void offerTour();
    /// As a double click in a file manager does: see Opening.
    void openFiles(const std::vector<std::filesystem::path>& files);
    /// In front of other windows, as far as the desktop lets it.
    void comeForward();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void makeStage();
    void makeDocks();
    void makeStatus();
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeOtherMenus();
    void makeStart();
    void makeHelp();
    void takeFirstSize();
    void connectPanels();
    void connectRuns();
    void connectRoll();
    [[nodiscard]] QString dropWords(const std::vector<std::filesystem::path>& paths) const;
    void connectSound();
    void showPreferences(const char* page);
    void askImport(bool folder);
    void updateTitle();
    void connectTakes();
    void restoreForms();
    void keepForms();
    /// Whether takes that are not saved may be lost.
    [[nodiscard]] bool mayLoseTakes();
    QDockWidget* dock(const char* name, const QString& title, QWidget* content, Qt::DockWidgetArea area);

    AppServices& services_;
    QSettings& settings_;
    Workspaces* workspaces_;
    ExportDialogs* exportDialogs_;
    Opening* opening_;
    MessageBar* messages_;
    QTabWidget* tabs_;
    RollPanel* roll_;
    TensorPanel* tensor_;
    FloatingTab* tensorTab_;
    TrainingPanel* training_;
    BenchmarkPage* benchmark_;
    SetPage* set_;
    DatasetPanel* dataset_;
    RunsPanel* runs_;
    GeneratePanel* generate_;
    TakesPanel* takes_;
    TransportBar* transport_;
    ElidedLabel* hover_;
    DockTitles* titles_;
    Shortcuts* shortcuts_;
    Look* look_;
    Helping* helping_ = nullptr;
    QList<QDockWidget*> docks_;
    QDockWidget *tracks_, *duet_;
    std::int64_t seenLive_ = 0;
};

}  // namespace ricercar
