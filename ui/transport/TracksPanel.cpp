// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/TracksPanel.h"

#include "ui/kit/ElidedLabel.h"
#include "ui/kit/MutedLabel.h"
#include "ui/services/Playback.h"
#include "ui/words/ProgramNames.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <cmath>

namespace ricercar {
namespace {

/// A wheel that was meant for the list shall not change a value under it.
class QuietCombo : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

class QuietSlider : public QSlider {
public:
    using QSlider::QSlider;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

}  // namespace

TracksPanel::TracksPanel(Playback& playback, QWidget* parent)
    : QWidget(parent), playback_(playback), area_(new QScrollArea), empty_(nullptr) {
    setObjectName(QStringLiteral("tracksPanel"));
    auto* words = new MutedLabel(tr("Show a piece or a take to see its tracks."));
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    words->setMargin(24);
    empty_ = words;
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(words);
    column->addWidget(area_);
    connect(&playback_, &Playback::partsChanged, this, &TracksPanel::follow);
    rebuild();
}

void TracksPanel::follow() {
    if (working_ && playback_.parts() == shown_) return;
    rebuild();
}

void TracksPanel::rebuild() {
    shown_ = playback_.parts();
    empty_->setVisible(shown_.empty());
    area_->setVisible(!shown_.empty());
    auto* lines = new QWidget;
    auto* grid = new QGridLayout(lines);
    grid->setContentsMargins(8, 8, 8, 8);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    area_->setWidget(lines);
    int row = 0;
    for (const Part& part : shown_) addLine(row++, part);
    grid->setRowStretch(2 * row, 1);
}

void TracksPanel::addLine(int row, const Part& part) {
    auto* grid = qobject_cast<QGridLayout*>(area_->widget()->layout());
    const PartMix mix = playback_.mix().of(part);
    const QString name = !part.name.empty() ? fromUtf8(part.name)
                         : part.drums       ? tr("Drums")
                                            : tr("Track %1").arg(part.track + 1);
    const auto change = [this, part](auto&& action) {
        PartMix changed = playback_.mix().of(part);
        action(changed);
        working_ = true;
        playback_.setPartMix(part, changed);
        working_ = false;
    };

    auto* label = new ElidedLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(name);
    label->setToolTip(tr("Channel %1, notes: %2").arg(part.channel + 1).arg(whole(static_cast<std::int64_t>(part.notes))));
    const auto toggle = [&](const QString& letter, const QString& tip, bool on, auto member, const char* object) {
        auto* tool = new QToolButton;
        tool->setText(letter);
        tool->setCheckable(true);
        tool->setChecked(on);
        tool->setToolTip(tip);
        tool->setAccessibleName(tr("%1: %2").arg(name, tip));
        tool->setObjectName(QStringLiteral("%1%2").arg(QLatin1String(object)).arg(row));
        connect(tool, &QToolButton::toggled, this,
                [change, member](bool down) { change([&](PartMix& changed) { changed.*member = down; }); });
        return tool;
    };
    auto* mute = toggle(tr("M", "mute"), tr("Mute"), mix.mute, &PartMix::mute, "mute");
    auto* solo = toggle(tr("S", "solo"), tr("Solo"), mix.solo, &PartMix::solo, "solo");

    auto* program = new QuietCombo;
    program->setObjectName(QStringLiteral("program%1").arg(row));
    program->setAccessibleName(tr("%1: %2").arg(name, tr("Instrument")));
    program->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    program->setMinimumContentsLength(12);
    if (part.drums) {
        program->addItem(tr("Drum kit"));
        program->setEnabled(false);
        program->setToolTip(tr("Channel 10 plays drums"));
    } else {
        for (int number = 0; number < 128; ++number)
            program->addItem(QStringLiteral("%1 %2").arg(number + 1).arg(programName(number)));
        program->setCurrentIndex(mix.program >= 0 ? mix.program : part.program);
        connect(program, &QComboBox::activated, this,
                [change](int number) { change([&](PartMix& changed) { changed.program = number; }); });
    }

    auto* volume = new QuietSlider(Qt::Horizontal);
    volume->setObjectName(QStringLiteral("volume%1").arg(row));
    volume->setRange(0, 127);
    volume->setValue(static_cast<int>(std::lround(mix.volume * 100)));
    volume->setMinimumWidth(56);
    volume->setToolTip(tr("Volume"));
    volume->setAccessibleName(tr("%1: %2").arg(name, tr("Volume")));
    connect(volume, &QSlider::valueChanged, this,
            [change](int value) { change([&](PartMix& changed) { changed.volume = value / 100.0; }); });

    grid->addWidget(label, 2 * row, 0);
    grid->addWidget(mute, 2 * row, 1);
    grid->addWidget(solo, 2 * row, 2);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(0, 0, 0, 6);
    below->setSpacing(8);
    below->addWidget(program, 3);
    below->addWidget(volume, 2);
    grid->addLayout(below, 2 * row + 1, 0, 1, 3);
}

}  // namespace ricercar
