// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/help/Handbook.h"
#include "ui/help/Tour.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMenu;
class QSettings;

namespace ricercar {

class HelpWindow;
class Terms;

/// Handbook, explanations of terms and the tour of a window.
class Helping : public QObject {
    Q_OBJECT

public:
    /// `stage`: the page of the stage that is seen, which help is about where nothing else has the focus.
    Helping(QWidget& window, QSettings& settings, std::function<QWidget*()> stage);
    ~Helping() override;

    void fill(QMenu& menu);
    void setTour(std::vector<TourStop> stops);
    void startTour();
    /// Once in the life of the settings.
    void offerTour();
    /// The handbook's page, in a window of its own.
    void open(const QString& page, const QString& anchor = {});
    /// The page of the panel that has the focus.
    void openForFocus();

private:
    void explain();

    QWidget& window_;
    QSettings& settings_;
    std::function<QWidget*()> stage_;
    Handbook handbook_;
    QPointer<HelpWindow> shown_;
    Terms* terms_;
    Tour* tour_ = nullptr;
};

}  // namespace ricercar
