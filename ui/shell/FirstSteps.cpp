// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/StartPage.h"
#include "ui/pianoroll/RollPanel.h"
#include "ui/services/AppServices.h"
#include "ui/shell/Helping.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Workspaces.h"
#include "ui/training/TrainingPanel.h"
#include "ui/transport/TransportBar.h"

#include <QDockWidget>
#include <QTabBar>
#include <QTabWidget>

namespace ricercar {

void MainWindow::makeStart() {
    auto* start = new StartPage(services_.store, services_.stage);
    roll_->addStartPage(start);
    connect(start, &StartPage::wantedChanged, roll_, [this, start] { roll_->setStartShown(start->isWanted()); });
    connect(start, &StartPage::demoRequested, &services_.importing, &Importing::startDemo);
    connect(start, &StartPage::filesRequested, this, [this] { askImport(false); });
    connect(start, &StartPage::folderRequested, this, [this] { askImport(true); });
    connect(start, &StartPage::openRequested, workspaces_, &Workspaces::askOpen);
    connect(start, &StartPage::tourRequested, this, [this] { helping_->startTour(); });
}

void MainWindow::makeHelp() {
    helping_ = new Helping(*this, settings_, [this] { return tabs_->currentWidget(); });
    const auto panel = [this](int which) {
        return [this, which]() -> QWidget* {
            docks_[which]->show();
            docks_[which]->raise();
            return docks_[which];
        };
    };
    enum { Pieces, Models, Generate, Takes };
    helping_->setTour(
        {{panel(Pieces), tr("Your music"),
          tr("Drop MIDI files or folders on the window: each is listed here, taken or not, and why. Click one to see it.")},
         {[this]() -> QWidget* {
              tabs_->setCurrentWidget(roll_);
              return tabs_;
          },
          tr("The stage"),
          tr("The piano roll shows the music. The tabs above lead to what the network sees, to training and to "
             "the set as a whole.")},
         {[this] { return transport_; }, tr("Listen"),
          tr("Space plays and pauses. Choose here what plays: the built-in synthesizer or a MIDI port.")},
         {panel(Generate), tr("Generate"),
          tr("Choose a model and press Generate. The notes appear in the roll while they are drawn. Labels explain themselves: "
             "rest the pointer on one, or click it.")},
         {panel(Takes), tr("Takes"),
          tr("What was generated is kept here. Export it as MIDI or sound, or drag it out of the window.")},
         {[this]() -> QWidget* {
              tabs_->setCurrentWidget(training_);
              return training_;
          },
          tr("Train a model of your own"),
          tr("With your music in the set, press Train and watch the curve fall. F1 opens the handbook's page about the panel "
             "you are in.")}});
}

void MainWindow::offerTour() { helping_->offerTour(); }

}  // namespace ricercar
