// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/beats/BeatBar.h"

#include "ui/kit/ElidedLabel.h"
#include "ui/pianoroll/beats/BeatEditor.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

#include <cmath>

namespace ricercar {

BeatBar::BeatBar(BeatEditor& editor, QWidget* parent)
    : QWidget(parent), editor_(editor), shown_(new QToolButton), facts_(new ElidedLabel), meter_(new QComboBox) {
    setObjectName(QStringLiteral("beatBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 4, 2);
    row->setSpacing(4);
    shown_->setText(tr("Beats"));
    shown_->setObjectName(QStringLiteral("beatsShown"));
    shown_->setCheckable(true);
    shown_->setChecked(true);
    shown_->setToolTip(
        tr("The beats that were found: drag them in the ruler, double-click for a new one, right button to remove"));
    shown_->setFocusPolicy(Qt::TabFocus);
    row->addWidget(shown_);
    facts_->setObjectName(QStringLiteral("beatFacts"));
    facts_->setMuted(true);
    row->addWidget(facts_, 1);
    const auto add = [&](const char* name, const QString& title, const QString& tip, auto edit) {
        auto* button = new QToolButton;
        button->setText(title);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setObjectName(QLatin1String(name));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [this, edit, tip] {
            if (editor_.track()) editor_.change(edit(*editor_.track()), tip);
        });
        row->addWidget(button);
    };
    add("beatsHalve", QStringLiteral("÷2"), tr("Half as many beats"), halvedTempo);
    add("beatsDouble", QStringLiteral("×2"), tr("Twice as many beats"), doubledTempo);
    add("beatsOff", QStringLiteral("+½"), tr("All beats half a beat later"), shiftedHalfBeat);
    add("beatsEarlier", QStringLiteral("|←"), tr("Bars begin a beat earlier"),
        [](BeatTrack track) { return shiftedDownbeat(std::move(track), -1); });
    add("beatsLater", QStringLiteral("→|"), tr("Bars begin a beat later"),
        [](BeatTrack track) { return shiftedDownbeat(std::move(track), 1); });
    meter_->setObjectName(QStringLiteral("beatsMeter"));
    meter_->setAccessibleName(tr("Meter of the beats"));
    meter_->setToolTip(tr("Meter of the beats"));
    for (const Meter& meter : {Meter{2, 4}, {3, 4}, {4, 4}, {5, 4}, {6, 4}, {6, 8}, {9, 8}, {12, 8}})
        meter_->addItem(fromUtf8(meter.text()), meter.denominator == 8 ? -meter.numerator / 3 : meter.numerator);
    row->addWidget(meter_);
    connect(shown_, &QToolButton::toggled, &editor_, &BeatEditor::setVisible);
    connect(meter_, &QComboBox::activated, this, &BeatBar::chooseMeter);
    connect(&editor_, &BeatEditor::changed, this, &BeatBar::refresh);
    refresh();
}

void BeatBar::refresh() {
    setVisible(editor_.track().has_value());
    if (!editor_.track()) return;
    const BeatTrack& track = *editor_.track();
    const double seconds = track.beats.back().seconds - track.beats.front().seconds;
    const double tempo = seconds > 0.0 ? 60.0 * static_cast<double>(track.beats.size() - 1) / seconds : 0.0;
    facts_->setText(tr("%Ln beats, %1 a minute · %2 % sure", nullptr, static_cast<int>(track.beats.size()))
                        .arg(std::lround(tempo))
                        .arg(std::lround(track.confidence * 100)));
    meter_->setCurrentIndex(meter_->findData(track.compound ? -track.beatsPerBar : track.beatsPerBar));
}

void BeatBar::chooseMeter() {
    if (!editor_.track()) return;
    const int beats = meter_->currentData().toInt();
    editor_.change(withMeter(*editor_.track(), std::abs(beats), beats < 0), tr("Meter of the beats"));
}

}  // namespace ricercar
