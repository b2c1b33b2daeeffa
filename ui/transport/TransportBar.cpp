// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transport/TransportBar.h"

#include "ui/kit/FoldingRow.h"
#include "ui/kit/IconLabel.h"
#include "ui/kit/Icons.h"
#include "ui/kit/LevelMeter.h"
#include "ui/kit/Theme.h"
#include "ui/services/Playback.h"
#include "ui/services/Stage.h"
#include "ui/words/BarBeat.h"

#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace ricercar {
namespace {

enum OutputRole { KindRole = Qt::UserRole, NameRole };

/// Words that end in the keys of the moment.
void setTip(QAction* action, const QString& words) {
    const auto tell = [action, words] {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString tip = keys.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, keys);
        if (action->toolTip() != tip) action->setToolTip(tip);
    };
    QObject::connect(action, &QAction::changed, action, tell);
    tell();
}

}  // namespace

TransportBar::TransportBar(Stage& stage, Playback& playback, QWidget* parent)
    : QToolBar(tr("Transport"), parent),
      stage_(stage),
      playback_(playback),
      row_(new FoldingRow),
      position_(new QLabel),
      tempo_(new QDoubleSpinBox),
      output_(new QComboBox),
      outputSign_(new IconLabel({}, 18, &Theme::warning)),
      volume_(new QSlider(Qt::Horizontal)) {
    setObjectName(QStringLiteral("transport"));
    setMovable(false);
    makeActions();
    makeSoundActions();
    layOut();
    connectPlayback();
    updateState();
    updatePosition();
    updateOutputs();
}

void TransportBar::makeActions() {
    const auto add = [this](const QString& name, const QString& words, const QKeySequence& key, auto slot) {
        auto* action = new QAction(icon(name), words, this);
        action->setObjectName(name);
        action->setShortcut(key);
        connect(action, &QAction::triggered, &playback_, slot);
        return action;
    };
    start_ = add(QStringLiteral("start"), tr("Return to start"), QKeySequence(Qt::Key_Home), &Playback::toStart);
    play_ = add(QStringLiteral("play"), tr("Play"), QKeySequence(Qt::Key_Space), &Playback::toggle);
    stop_ = add(QStringLiteral("stop"), tr("Stop"), QKeySequence(Qt::Key_Return), &Playback::stop);
    end_ = add(QStringLiteral("end"), tr("Go to end"), QKeySequence(Qt::Key_End), &Playback::toEnd);
    for (QAction* action : {start_, stop_, end_}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        setTip(action, action->text());
    }
    row_->addActions({start_, stop_, end_});  // their keys work wherever the bar has the focus
    loop_ = new QAction(icon(QStringLiteral("loop")), tr("Loop"), this);
    loop_->setObjectName(QStringLiteral("loop"));
    loop_->setCheckable(true);
    loop_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    setTip(loop_, tr("Loop; drag in the ruler to choose the bars"));
    connect(loop_, &QAction::triggered, &playback_, &Playback::setLooping);
    listen_ = new QAction(icon(QStringLiteral("listen")), tr("Play takes while they are generated"), this);
    listen_->setObjectName(QStringLiteral("listen"));
    listen_->setCheckable(true);
    listen_->setChecked(true);
    setTip(listen_, listen_->text());
    connect(listen_, &QAction::toggled, &playback_, &Playback::setListening);
}

QToolButton* TransportBar::button(QAction* action) const {
    auto* made = new QToolButton;
    made->setDefaultAction(action);
    made->setIconSize({20, 20});
    made->setAutoRaise(true);
    return made;
}

void TransportBar::layOut() {
    QFont tabular = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    tabular.setPointSizeF(font().pointSizeF() * 1.25);
    tabular.setBold(true);
    position_->setFont(tabular);
    position_->setObjectName(QStringLiteral("position"));
    position_->setToolTip(tr("Position: bar and beat"));
    position_->setFixedWidth(QFontMetrics(tabular).horizontalAdvance(QStringLiteral("0000.00")));
    position_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    tempo_->setObjectName(QStringLiteral("tempo"));
    tempo_->setRange(10, 400);
    tempo_->setDecimals(0);
    tempo_->setValue(120);
    tempo_->setKeyboardTracking(false);
    tempo_->setAccessibleName(tr("Tempo"));
    tempo_->setToolTip(tr("Tempo in quarter notes a minute"));
    outputSign_->setContentsMargins(0, 0, 6, 0);
    output_->setObjectName(QStringLiteral("output"));
    output_->setAccessibleName(tr("Output"));
    output_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    output_->setMinimumContentsLength(16);
    volume_->setObjectName(QStringLiteral("volume"));
    volume_->setRange(0, 100);
    volume_->setValue(static_cast<int>(std::lround(playback_.volume() * 100)));
    volume_->setFixedWidth(88);
    volume_->setAccessibleName(tr("Volume"));
    volume_->setToolTip(tr("Volume"));
    level_ = new LevelMeter;
    level_->setFixedWidth(64);
    auto* metronome = button(metronome_);
    metronome->setObjectName(QStringLiteral("metronomeButton"));
    metronome->setMenu(countIn_);
    metronome->setPopupMode(QToolButton::MenuButtonPopup);
    auto* outputWords = new QLabel(tr("Output"));

    enum Folds { First = 1, MeterFold, WordsFold, ListenFold, PanelFold, MetronomeFold, OutputFold, RecordFold, EndFold };
    row_->setMargins(4, 2, 4, 2);
    row_->setSpacing(2);
    row_->add(button(start_));
    row_->add(button(play_));
    row_->add(button(stop_));
    row_->add(button(end_), EndFold);
    row_->add(button(loop_));
    row_->add(button(record_), RecordFold);
    row_->addGap(8);
    row_->add(position_);
    row_->addGap(12);
    row_->add(new QLabel(QStringLiteral("♩ =")));
    row_->addGap(2);
    row_->add(tempo_);
    row_->addGap(8);
    row_->add(metronome, MetronomeFold);
    row_->add(button(listen_), ListenFold);
    beforeOutput_ = new QWidget;
    row_->add(beforeOutput_, 0, 1);
    row_->add(outputSign_);
    row_->add(outputWords, WordsFold);
    row_->addGap(2);
    row_->add(output_, OutputFold);
    row_->addGap(8);
    row_->add(new IconLabel(QStringLiteral("volume"), 18, &Theme::mutedText), First);
    row_->add(volume_);
    row_->addGap(4);
    row_->add(level_, MeterFold);
    row_->add(button(settings_), PanelFold);
    row_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(row_);
}

void TransportBar::connectPlayback() {
    connect(tempo_, &QDoubleSpinBox::valueChanged, &playback_, &Playback::setTempo);
    connect(volume_, &QSlider::valueChanged, this, [this](int value) { playback_.setVolume(value / 100.0); });
    connect(output_, &QComboBox::activated, this, &TransportBar::outputChosen);
    connect(&playback_, &Playback::stateChanged, this, &TransportBar::updateState);
    connect(&playback_, &Playback::positionChanged, this, &TransportBar::updatePosition);
    connect(&playback_, &Playback::outputsChanged, this, &TransportBar::updateOutputs);
    connect(&playback_, &Playback::loopChanged, this, [this] { loop_->setChecked(playback_.looping()); });
    connect(&playback_, &Playback::tempoChanged, this, [this](double tempo) {
        const QSignalBlocker blocker(tempo_);
        tempo_->setValue(tempo);
    });
    connect(&playback_, &Playback::levelChanged, level_, &LevelMeter::setLevel);
    connect(&playback_, &Playback::volumeChanged, this, [this](double volume) {
        const QSignalBlocker blocker(volume_);
        volume_->setValue(static_cast<int>(std::lround(volume * 100)));
    });
    connect(&stage_, &Stage::shownGrew, this, &TransportBar::updateState);
}

void TransportBar::makeSoundActions() {
    record_ = new QAction(icon(QStringLiteral("record"), Theme::current().error), tr("Record"), this);
    record_->setObjectName(QStringLiteral("record"));
    record_->setCheckable(true);
    record_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    setTip(record_, tr("Record what is played on the MIDI keyboard into a new take"));
    connect(record_, &QAction::triggered, this,
            [this](bool on) { on ? playback_.startRecording() : playback_.stopRecording(); });

    metronome_ = new QAction(icon(QStringLiteral("metronome")), tr("Metronome"), this);
    metronome_->setObjectName(QStringLiteral("metronome"));
    metronome_->setCheckable(true);
    metronome_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    setTip(metronome_, tr("Metronome; count-in in its menu"));
    connect(metronome_, &QAction::triggered, &playback_, &Playback::setMetronome);
    countIn_ = new QMenu(tr("Count-in"), this);
    countIn_->setObjectName(QStringLiteral("countIn"));
    auto* group = new QActionGroup(countIn_);
    for (const int bars : {0, 1, 2, 4}) {
        QAction* action = countIn_->addAction(bars == 0 ? tr("No count-in") : tr("%Ln bars", nullptr, bars));
        action->setCheckable(true);
        action->setData(bars);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, bars] { playback_.setCountIn(bars); });
    }
    panic_ = new QAction(icon(QStringLiteral("panic")), tr("All notes off"), this);
    panic_->setObjectName(QStringLiteral("panic"));
    panic_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Period));
    connect(panic_, &QAction::triggered, &playback_, &Playback::panic);
    settings_ = new QAction(icon(QStringLiteral("settings")), tr("Sound and MIDI …"), this);
    settings_->setObjectName(QStringLiteral("soundSettings"));
    setTip(settings_, tr("Sound and MIDI settings"));
    connect(settings_, &QAction::triggered, this, &TransportBar::settingsWanted);
}

void TransportBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange && record_)
        record_->setIcon(icon(QStringLiteral("record"), Theme::current().error));
    QToolBar::changeEvent(event);
}

void TransportBar::addPanelAction(QAction* action) { row_->insert(beforeOutput_, button(action), 5); }

void TransportBar::updateState() {
    const bool music = playback_.hasMusic();
    const bool playing = playback_.playing();
    play_->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    play_->setText(playing ? tr("Pause") : tr("Play"));
    const QString key = play_->shortcut().toString(QKeySequence::NativeText);
    play_->setToolTip(music ? QStringLiteral("%1 (%2)").arg(play_->text(), key) : tr("Show a piece or a take first"));
    for (QAction* action : {start_, play_, end_, loop_}) action->setEnabled(music);
    stop_->setEnabled(music || playback_.recording());
    record_->setChecked(playback_.recording());
    record_->setText(playback_.recording() ? tr("Stop recording") : tr("Record"));
    metronome_->setChecked(playback_.metronome());
    const int bars = playback_.soundOutput().preferences().countInBars;
    for (QAction* action : countIn_->actions()) action->setChecked(action->data().toInt() == bars);
    updatePosition();
}

void TransportBar::updatePosition() {
    const StageContent& shown = stage_.shown();
    if (!playback_.hasMusic())
        position_->setText(QStringLiteral("–"));
    else if (shown.roll.steps() == 0 && shown.score)
        position_->setText(barBeat(BarMap(*shown.score, shown.firstStep), playback_.position()));
    else
        position_->setText(barBeat(shown.roll, playback_.position()));
}

void TransportBar::updateOutputs() {
    const QSignalBlocker blocker(output_);
    output_->clear();
    const auto add = [this](Output::Kind kind, const QString& label, const QString& name) {
        output_->addItem(label);
        const int row = output_->count() - 1;
        output_->setItemData(row, static_cast<int>(kind), KindRole);
        output_->setItemData(row, name, NameRole);
        if (playback_.output() == Output{kind, name}) output_->setCurrentIndex(row);
        return row;
    };
    const QString synthProblem = playback_.synthProblem();
    const int synth =
        add(Output::Kind::Synth, synthProblem.isEmpty() ? tr("Synthesizer") : tr("Synthesizer (not available)"), {});
    output_->setItemData(synth, synthProblem, Qt::ToolTipRole);
    const Output wanted = playback_.soundOutput().preferences().output;
    QStringList ports = playback_.ports();
    const bool away = wanted.kind == Output::Kind::Port && !ports.contains(wanted.name);
    for (const QString& port : ports) add(Output::Kind::Port, tr("MIDI: %1").arg(port), port);
    if (away) {
        const int row = add(Output::Kind::Port, tr("MIDI: %1 (not there)").arg(wanted.name), wanted.name);
        if (playback_.output().kind == Output::Kind::Silence) output_->setCurrentIndex(row);
    }
    const int silence = add(Output::Kind::Silence, tr("Silence"), {});
    if (playback_.output().kind == Output::Kind::Silence && !away) output_->setCurrentIndex(silence);

    QStringList words;
    switch (playback_.output().kind) {
        case Output::Kind::Synth: words << tr("Played by the built-in synthesizer."); break;
        case Output::Kind::Port: words << tr("Sent to the MIDI port %1.").arg(playback_.output().name); break;
        case Output::Kind::Silence: words << tr("Nothing is heard; the playhead moves."); break;
    }
    if (!synthProblem.isEmpty()) words << synthProblem;
    if (!playback_.portProblem().isEmpty()) words << playback_.portProblem();
    for (QString& sentence : words) sentence = sentence.toHtmlEscaped();
    output_->setToolTip(QStringLiteral("<qt>%1</qt>").arg(words.join(QStringLiteral("<br><br>"))));
    const bool silent = playback_.output().kind == Output::Kind::Silence && (away || !synthProblem.isEmpty());
    outputSign_->setVisible(silent);
    outputSign_->setIcon(silent ? QStringLiteral("warning") : QString());
    outputSign_->setToolTip(output_->toolTip());
    output_->setStatusTip(synthProblem);
}

void TransportBar::outputChosen(int index) {
    const auto kind = static_cast<Output::Kind>(output_->itemData(index, KindRole).toInt());
    playback_.setOutput({kind, output_->itemData(index, NameRole).toString()});
    updateOutputs();
}

}  // namespace ricercar
