// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/MidiPage.h"

#include "ui/kit/MutedLabel.h"
#include "ui/services/Playback.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace ricercar {
namespace {

constexpr int columns = 4;

void selectPort(QComboBox* box, const QString& name, const QString& words) {
    int row = box->findData(name);
    if (row < 0) {
        box->addItem(words, name);
        row = box->count() - 1;
    }
    box->setCurrentIndex(row);
}

}  // namespace

MidiPage::MidiPage(Playback& playback, QWidget* parent)
    : QWidget(parent),
      playback_(playback),
      input_(new QComboBox),
      port_(new QComboBox),
      clock_(new QCheckBox(tr("Send MIDI clock, start, stop and song position"))),
      latency_(new QSpinBox),
      same_(new QPushButton(tr("Every channel to its own"))),
      state_(new MutedLabel) {
    input_->setObjectName(QStringLiteral("midiInput"));
    port_->setObjectName(QStringLiteral("midiPort"));
    clock_->setObjectName(QStringLiteral("midiClock"));
    latency_->setObjectName(QStringLiteral("midiLatency"));
    latency_->setRange(-500, 500);
    latency_->setSuffix(tr(" ms"));
    latency_->setKeyboardTracking(false);
    latency_->setToolTip(
        tr("From sending a note to hearing it: the playhead waits that long, and what is recorded is moved back"));
    same_->setObjectName(QStringLiteral("sameChannels"));
    state_->setWordWrap(true);
    state_->setTextFormat(Qt::PlainText);

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    for (int channel = 0; channel < 16; ++channel) {
        auto* to = new QSpinBox;
        to->setObjectName(QStringLiteral("channel%1").arg(channel + 1));
        to->setRange(0, 16);
        to->setSpecialValueText(tr("off"));
        to->setAccessibleName(tr("Channel %1 goes to").arg(channel + 1));
        channels_[static_cast<std::size_t>(channel)] = to;
        auto* label = new MutedLabel(QStringLiteral("%1 →").arg(channel + 1));
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(label, channel / columns, 2 * (channel % columns));
        grid->addWidget(to, channel / columns, 2 * (channel % columns) + 1);
        connect(to, &QSpinBox::valueChanged, this, [this, channel](int value) {
            change(
                [channel, value](PortPreferences& wanted) { wanted.channels[static_cast<std::size_t>(channel)] = value - 1; });
        });
    }
    auto* form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("Keyboard"), input_);
    form->addRow(tr("Output port"), port_);
    form->addRow(QString(), clock_);
    form->addRow(tr("Latency"), latency_);
    form->addRow(tr("Channels"), grid);
    form->addRow(QString(), same_);
    form->addRow(state_);

    connect(input_, &QComboBox::activated, this, [this] {
        SoundPreferences wanted = playback_.soundOutput().preferences();
        wanted.input = input_->currentData().toString();
        playback_.setPreferences(wanted);
    });
    connect(port_, &QComboBox::activated, this, &MidiPage::followPort);
    connect(clock_, &QCheckBox::toggled, this,
            [this](bool on) { change([on](PortPreferences& wanted) { wanted.clock = on; }); });
    connect(latency_, &QSpinBox::valueChanged, this,
            [this](int value) { change([value](PortPreferences& wanted) { wanted.latency = value; }); });
    connect(same_, &QPushButton::clicked, this,
            [this] { change([](PortPreferences& wanted) { wanted.channels = sameChannels; }); });
    connect(&playback_, &Playback::preferencesChanged, this, &MidiPage::follow);
    connect(&playback_, &Playback::outputsChanged, this, &MidiPage::follow);
    follow();
}

QString MidiPage::port() const { return port_->currentData().toString(); }

void MidiPage::change(const std::function<void(PortPreferences&)>& action) {
    if (port().isEmpty()) return;
    SoundPreferences wanted = playback_.soundOutput().preferences();
    action(wanted.ports[port()]);
    playback_.setPreferences(wanted);
}

void MidiPage::follow() {
    const SoundOutput& output = playback_.soundOutput();
    const SoundPreferences& now = output.preferences();
    const auto fill = [](QComboBox* box, const QStringList& names) {
        for (const QString& name : names) box->addItem(name, name);
    };
    const QString before = port().isEmpty() && now.output.kind == Output::Kind::Port ? now.output.name : port();
    const bool away = !now.input.isEmpty() && !playback_.midiKeyboard().open();
    input_->clear();
    input_->addItem(tr("No keyboard"), QString());
    fill(input_, output.inputs());
    selectPort(input_, now.input, now.input);
    if (away) input_->setItemText(input_->currentIndex(), tr("%1 (not there)").arg(now.input));
    port_->clear();
    fill(port_, output.ports());
    for (auto known = now.ports.begin(); known != now.ports.end(); ++known)
        if (port_->findData(known.key()) < 0) port_->addItem(tr("%1 (not there)").arg(known.key()), known.key());
    if (const int row = port_->findData(before); row >= 0) port_->setCurrentIndex(row);
    state_->setText(output.portProblem());
    state_->setVisible(!state_->text().isEmpty());
    followPort();
}

void MidiPage::followPort() {
    const PortPreferences now = playback_.soundOutput().preferences().port(port());
    const bool any = !port().isEmpty();
    const QString why = any ? QString() : tr("There is no MIDI output port");
    const QSignalBlocker blockers[]{QSignalBlocker(clock_), QSignalBlocker(latency_)};
    clock_->setChecked(now.clock);
    latency_->setValue(now.latency);
    for (std::size_t i = 0; i < channels_.size(); ++i) {
        const QSignalBlocker blocker(channels_[i]);
        channels_[i]->setValue(now.channels[i] + 1);
        channels_[i]->setEnabled(any);
        channels_[i]->setToolTip(why);
    }
    for (QWidget* widget : {static_cast<QWidget*>(port_), static_cast<QWidget*>(clock_), static_cast<QWidget*>(same_)}) {
        widget->setEnabled(any);
        widget->setToolTip(why);
    }
    latency_->setEnabled(any);
}

}  // namespace ricercar
