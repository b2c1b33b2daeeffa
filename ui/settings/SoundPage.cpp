// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SoundPage.h"

#include "core/sound/SoundFonts.h"
#include "core/sound/Synthesizer.h"
#include "ui/kit/LastFolder.h"
#include "ui/kit/LevelMeter.h"
#include "ui/services/Jobs.h"
#include "ui/services/Playback.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <cmath>

namespace ricercar {
namespace {

const QString otherFont = QStringLiteral("other");

void select(QComboBox* box, const QVariant& value, const QString& words) {
    int row = box->findData(value);
    if (row < 0) {
        box->addItem(words, value);
        row = box->count() - 1;
    }
    box->setCurrentIndex(row);
}

}  // namespace

SoundPage::SoundPage(Jobs& jobs, Playback& playback, QWidget* parent)
    : QWidget(parent),
      jobs_(jobs),
      playback_(playback),
      driver_(new QComboBox),
      device_(new QComboBox),
      rate_(numbers("rate", {22050, 32000, 44100, 48000, 88200, 96000}, &SoundPreferences::sampleRate)),
      period_(numbers("period", {64, 128, 256, 512, 1024, 2048, 4096, 8192}, &SoundPreferences::periodSize)),
      font_(new QComboBox),
      periods_(new QSpinBox),
      latency_(new QSpinBox),
      gain_(new QDoubleSpinBox),
      state_(new QLabel) {
    driver_->setObjectName(QStringLiteral("driver"));
    device_->setObjectName(QStringLiteral("device"));
    font_->setObjectName(QStringLiteral("soundFont"));
    font_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    font_->setMinimumContentsLength(24);
    periods_->setObjectName(QStringLiteral("periods"));
    periods_->setRange(2, 64);
    latency_->setObjectName(QStringLiteral("latency"));
    latency_->setRange(-500, 500);
    latency_->setSuffix(tr(" ms"));
    latency_->setToolTip(
        tr("From sending a note to hearing it: the playhead waits that long, and what is recorded is moved back"));
    gain_->setObjectName(QStringLiteral("gain"));
    gain_->setRange(0.1, 5.0);
    gain_->setSingleStep(0.1);
    gain_->setDecimals(1);
    gain_->setToolTip(tr("Loudness of the synthesizer when the volume is at its top"));
    state_->setObjectName(QStringLiteral("soundState"));
    state_->setWordWrap(true);
    state_->setTextFormat(Qt::PlainText);
    auto* test = new QPushButton(tr("Test tone"));
    test->setObjectName(QStringLiteral("testTone"));
    test->setToolTip(tr("Plays a chord through what is chosen"));
    auto* level = new LevelMeter;

    auto* tone = new QHBoxLayout;
    tone->addWidget(test);
    tone->addSpacing(12);
    tone->addWidget(level);
    tone->addStretch(1);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("SoundFont"), font_);
    form->addRow(tr("Gain"), gain_);
    form->addRow(tr("Driver"), driver_);
    form->addRow(tr("Device"), device_);
    form->addRow(tr("Sample rate"), rate_);
    form->addRow(tr("Period"), period_);
    form->addRow(tr("Periods"), periods_);
    form->addRow(tr("Latency"), latency_);
    form->addRow(QString(), tone);
    form->addRow(tr("State"), state_);

    connect(driver_, &QComboBox::activated, this, [this] {
        change([this](SoundPreferences& wanted) {
            wanted.driver = driver_->currentData().toString();
            wanted.device.clear();
        });
    });
    connect(device_, &QComboBox::activated, this,
            [this] { change([this](SoundPreferences& wanted) { wanted.device = device_->currentData().toString(); }); });
    connect(font_, &QComboBox::activated, this, [this] {
        if (font_->currentData().toString() == otherFont) {
            follow();
            askFont();
        } else {
            change([this](SoundPreferences& wanted) { wanted.soundFont = font_->currentData().toString(); });
        }
    });
    periods_->setKeyboardTracking(false);
    gain_->setKeyboardTracking(false);
    latency_->setKeyboardTracking(false);
    connect(periods_, &QSpinBox::valueChanged, this,
            [this](int value) { change([value](SoundPreferences& wanted) { wanted.periods = value; }); });
    connect(latency_, &QSpinBox::valueChanged, this,
            [this](int value) { change([value](SoundPreferences& wanted) { wanted.synthLatency = value; }); });
    connect(gain_, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { change([value](SoundPreferences& wanted) { wanted.gain = value; }); });
    connect(test, &QPushButton::clicked, &playback_, &Playback::testTone);
    connect(&playback_, &Playback::levelChanged, level, &LevelMeter::setLevel);
    connect(&playback_, &Playback::preferencesChanged, this, &SoundPage::follow);
    connect(&playback_, &Playback::outputsChanged, this, &SoundPage::followState);
    driver_->addItem(tr("Automatic"), QString());
    listFonts();
    listDrivers();
    follow();
}

QComboBox* SoundPage::numbers(const char* name, const QList<int>& values, int SoundPreferences::*member) {
    auto* box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    for (const int value : values)
        box->addItem(
            member == &SoundPreferences::sampleRate ? tr("%1 Hz").arg(whole(value)) : tr("%1 frames").arg(whole(value)), value);
    connect(box, &QComboBox::activated, this, [this, box, member] {
        change([box, member](SoundPreferences& wanted) { wanted.*member = box->currentData().toInt(); });
    });
    return box;
}

void SoundPage::change(const std::function<void(SoundPreferences&)>& action) {
    SoundPreferences wanted = playback_.soundOutput().preferences();
    action(wanted);
    playback_.setPreferences(wanted);
}

void SoundPage::listDrivers() {
    jobs_.ask(
        this, [](const Task&) { return soundDrivers(); },
        [this](const std::vector<std::string>& drivers) {
            for (const std::string& driver : drivers)
                if (driver_->findData(fromUtf8(driver)) < 0) driver_->addItem(fromUtf8(driver), fromUtf8(driver));
        },
        {});
}

void SoundPage::listDevices() {
    const QString driver = driver_->currentData().toString();
    if (driver == devicesOf_ && device_->count() > 0) return;
    devicesOf_ = driver;
    device_->clear();
    device_->addItem(tr("The driver's own choice"), QString());
    device_->setEnabled(!driver.isEmpty());
    device_->setToolTip(driver.isEmpty() ? tr("Choose a driver first") : QString());
    if (driver.isEmpty()) return;
    jobs_.ask(
        this, [name = toUtf8(driver)](const Task&) { return soundDevices(name); },
        [this, driver](const std::vector<std::string>& devices) {
            if (driver != devicesOf_) return;
            for (const std::string& device : devices)
                if (device_->findData(fromUtf8(device)) < 0) device_->addItem(fromUtf8(device), fromUtf8(device));
        },
        {});
}

void SoundPage::listFonts() {
    font_->clear();
    font_->addItem(tr("Default"), QString());
    jobs_.ask(
        this, [](const Task&) { return listSoundFonts(); },
        [this](const std::vector<std::filesystem::path>& fonts) {
            const QSignalBlocker blocker(font_);
            if (!fonts.empty()) font_->setItemText(0, tr("Default (%1)").arg(fromPath(fonts.front().filename())));
            for (const auto& font : fonts)
                if (font_->findData(fromPath(font)) < 0) {
                    font_->addItem(fromPath(font.filename()), fromPath(font));
                    font_->setItemData(font_->count() - 1, fromPath(font), Qt::ToolTipRole);
                }
            if (font_->findData(otherFont) >= 0) font_->removeItem(font_->findData(otherFont));
            font_->addItem(tr("Another file …"), otherFont);
            follow();
        },
        {});
}

void SoundPage::askFont() {
    auto* dialog = new QFileDialog(this, tr("Choose a SoundFont"), {}, tr("SoundFonts (*.sf2 *.sf3)"));
    startInLastFolder(*dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { change([file](SoundPreferences& wanted) { wanted.soundFont = file; }); });
    dialog->open();
}

void SoundPage::follow() {
    const SoundPreferences& now = playback_.soundOutput().preferences();
    const QSignalBlocker blockers[]{QSignalBlocker(periods_), QSignalBlocker(latency_), QSignalBlocker(gain_)};
    select(driver_, now.driver, now.driver);
    listDevices();
    select(device_, now.device, now.device);
    select(rate_, now.sampleRate, tr("%1 Hz").arg(whole(now.sampleRate)));
    select(period_, now.periodSize, tr("%1 frames").arg(whole(now.periodSize)));
    select(font_, now.soundFont, QFileInfo(now.soundFont).fileName());
    font_->setToolTip(now.soundFont);
    periods_->setValue(now.periods);
    latency_->setValue(now.synthLatency);
    gain_->setValue(now.gain);
    followState();
}

void SoundPage::followState() {
    const SoundOutput& output = playback_.soundOutput();
    if (!output.synthDriver().isEmpty()) {
        const SoundPreferences& now = output.preferences();
        const double buffered = 1000.0 * now.periodSize * now.periods / now.sampleRate;
        state_->setText(tr("Playing through %1; at most %2 ms are buffered.")
                            .arg(output.synthDriver(), whole(static_cast<std::int64_t>(std::lround(buffered)))));
    } else {
        state_->setText(output.synthProblem().isEmpty() ? tr("The synthesizer is not in use.") : output.synthProblem());
    }
}

}  // namespace ricercar
