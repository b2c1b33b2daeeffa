// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/TensorPanel.h"

#include "core/learning/FeatureLayout.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/FoldingRow.h"
#include "ui/kit/Heading.h"
#include "ui/kit/Icons.h"
#include "ui/kit/MutedLabel.h"
#include "ui/services/Notices.h"
#include "ui/services/Selection.h"
#include "ui/services/Stage.h"
#include "ui/tensor/LayerList.h"
#include "ui/tensor/ScaleLegend.h"
#include "ui/tensor/SliceRows.h"
#include "ui/tensor/TensorExportMenu.h"
#include "ui/words/BarBeat.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ricercar {
namespace {

constexpr std::array windowSizes{16, 32, 64, 128, 256};
constexpr int thresholdSteps = 100;

QToolButton* tool(const QString& text, const QString& tip, const char* name) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setObjectName(QLatin1String(name));
    return button;
}

}  // namespace

class TensorPanel::Surface final : public TensorSurface {
public:
    explicit Surface(TensorPanel& panel) : TensorSurface(&panel), panel_(panel) {
        connect(&panel_, &TensorPanel::cellClicked, this, &TensorSurface::cellClicked);
        connect(&panel_, &TensorPanel::sourceChosen, this, &TensorSurface::sourceChosen);
        connect(&panel_, &TensorPanel::seen, this, &TensorSurface::seen);
    }
    void setSources(std::vector<TensorSource> sources) override { panel_.setSources(std::move(sources)); }
    [[nodiscard]] QString source() const override { return panel_.source(); }
    void addControl(QWidget* control) override { panel_.addControl(control); }
    [[nodiscard]] int featureUnits() const override { return panel_.featureUnits(); }
    void setSeenUnit(int unit) override { panel_.setSeenUnit(unit); }
    void setPredictions(std::optional<Predictions> predictions) override { panel_.setPredictions(std::move(predictions)); }

private:
    TensorPanel& panel_;
};

TensorPanel::TensorPanel(Stage& stage, Selection& selection, Notices& notices, Jobs& jobs, QWidget* parent)
    : QWidget(parent),
      stage_(stage),
      selection_(selection),
      notices_(notices),
      jobs_(jobs),
      surface_(new Surface(*this)),
      view_(new SceneView),
      layers_(new LayerList),
      slices_(new SliceRows),
      legend_(new ScaleLegend),
      predictions_(std::make_shared<const std::optional<Predictions>>()) {
    setObjectName(QStringLiteral("tensorPanel"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    makeHead();
    grid->addWidget(view_, 1, 0);
    grid->addWidget(makeSide(), 1, 1);
    words_ = new ElidedLabel;
    words_->setObjectName(QStringLiteral("tensorWords"));
    words_->setTextFormat(Qt::PlainText);
    words_->setContentsMargins(8, 3, 8, 3);
    grid->addWidget(words_, 2, 0, 1, 2);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(0, 1);
    connectView();
    connect(&stage_, &Stage::shownChanged, this, &TensorPanel::shownChanged);
    connect(&stage_, &Stage::shownGrew, this, [this] {
        takeRoll();
        stale_ = true;
        load();
    });
    connect(&selection_, &Selection::cellSelected, this, [this] {
        goToSelection();
        syncSelection();
    });
    setSources({});
    say(-1, -1, -1);
    shownChanged();
}

TensorPanel::~TensorPanel() = default;

void TensorPanel::makeHead() {
    head_ = new FoldingRow;
    head_->setMargins(8, 2, 4, 2);
    head_->setSpacing(2);
    title_ = new ElidedLabel;
    title_->setTextFormat(Qt::PlainText);
    makeHeading(*title_);
    source_ = new QComboBox;
    source_->setObjectName(QStringLiteral("tensorSource"));
    source_->setToolTip(tr("What the third axis shows"));
    source_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    source_->setMinimumContentsLength(8);
    head_->add(title_, 0, 1);
    head_->add(source_);
    enum Folds { SidesFold = 1, ZoomFold, GiveFold };
    const auto preset = [&](const QString& text, const QString& tip, const char* name, CameraPreset which, int fold) {
        QToolButton* button = tool(text, tip, name);
        connect(button, &QToolButton::clicked, view_, [this, which] { view_->showPreset(which); });
        head_->add(button, fold);
        return button;
    };
    head_->addGap(8);
    home_ = preset({}, tr("Home (F)"), "tensorHome", CameraPreset::Home, 0);
    home_->setIcon(icon(QStringLiteral("cube")));
    preset(tr("Time × note"), tr("Time × note: the roll itself (1)"), "tensorTimeNote", CameraPreset::TimeNote, SidesFold);
    preset(tr("Time × feature"), tr("Time × feature, from above (2)"), "tensorTimeFeature", CameraPreset::TimeFeature,
           SidesFold);
    preset(tr("Note × feature"), tr("Note × feature, from the side (3)"), "tensorNoteFeature", CameraPreset::NoteFeature,
           SidesFold);
    flat_ = tool(tr("2D"), tr("Flat: without perspective, dragging moves (D)"), "tensorFlat");
    flat_->setCheckable(true);
    connect(flat_, &QToolButton::toggled, view_, &SceneView::setFlat);
    connect(view_, &SceneView::flatChanged, flat_, &QToolButton::setChecked);
    auto* in = tool({}, tr("Zoom in (wheel)"), "tensorIn");
    in->setIcon(icon(QStringLiteral("plus")));
    connect(in, &QToolButton::clicked, view_, [this] { view_->zoomBy(1.25); });
    auto* out = tool({}, tr("Zoom out (wheel)"), "tensorOut");
    out->setIcon(icon(QStringLiteral("minus")));
    connect(out, &QToolButton::clicked, view_, [this] { view_->zoomBy(0.8); });
    auto* give = tool({}, tr("Export"), "tensorExport");
    give->setIcon(icon(QStringLiteral("export")));
    give->setPopupMode(QToolButton::InstantPopup);
    give->setMenu(tensorExportMenu(*view_, notices_, jobs_, give));
    float_ = tool({}, tr("In a window of its own"), "tensorFloat");
    float_->setIcon(icon(QStringLiteral("float")));
    float_->setCheckable(true);
    connect(float_, &QToolButton::toggled, this, &TensorPanel::floatRequested);
    head_->add(flat_);
    head_->addGap(8);
    for (QToolButton* button : {out, in}) head_->add(button, ZoomFold);
    head_->addGap(8);
    head_->add(give, GiveFold);
    head_->add(float_);
    static_cast<QGridLayout*>(layout())->addWidget(head_, 0, 0, 1, 2);
}

QWidget* TensorPanel::makeSide() {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);

    column->addWidget(heading(tr("Layers")));
    column->addWidget(layers_);
    column->addWidget(legend_);
    auto* line = new QHBoxLayout;
    auto* name = new QLabel(tr("Threshold"));
    threshold_ = new QSlider(Qt::Horizontal);
    threshold_->setObjectName(QStringLiteral("tensorThreshold"));
    threshold_->setRange(0, thresholdSteps);
    threshold_->setToolTip(tr("Smaller values are hidden; zeros always are"));
    name->setBuddy(threshold_);
    line->addWidget(name);
    line->addWidget(threshold_, 1);
    column->addLayout(line);

    column->addSpacing(8);
    column->addWidget(heading(tr("Slices")));
    column->addWidget(slices_);

    column->addSpacing(8);
    column->addWidget(heading(tr("Window")));
    auto* window = new QHBoxLayout;
    size_ = new QComboBox;
    size_->setObjectName(QStringLiteral("tensorSteps"));
    size_->setToolTip(tr("How many steps are shown"));
    for (const int steps : windowSizes) size_->addItem(tr("%Ln steps", nullptr, steps), steps);
    size_->setCurrentIndex(size_->findData(steps_));
    windowWords_ = new MutedLabel;
    window->addWidget(size_);
    window->addWidget(windowWords_, 1);
    column->addLayout(window);
    start_ = new QSlider(Qt::Horizontal);
    start_->setObjectName(QStringLiteral("tensorStart"));
    start_->setToolTip(tr("Where in the piece the window begins"));
    start_->setAccessibleName(start_->toolTip());
    column->addWidget(start_);
    follow_ = new QCheckBox(tr("Follow the playhead"));
    follow_->setObjectName(QStringLiteral("tensorFollow"));
    follow_->setToolTip(tr("Window and time slice move along with the music"));
    follow_->setChecked(true);
    column->addWidget(follow_);
    column->addStretch(1);

    connect(layers_, &LayerList::changed, this, &TensorPanel::look);
    connect(slices_, &SliceRows::changed, this, &TensorPanel::look);
    connect(threshold_, &QSlider::valueChanged, this, [this](int value) {
        thresholds_[source()] = value;
        look();
    });
    connect(size_, &QComboBox::currentIndexChanged, this, [this] { showSteps(first_, size_->currentData().toInt()); });
    connect(start_, &QSlider::valueChanged, this, [this](int value) { moveWindow(value); });
    connect(follow_, &QCheckBox::toggled, this, [this] { setPlayhead(playhead_); });
    connect(source_, &QComboBox::currentIndexChanged, this, [this] {
        selectedUnit_ = -1;
        stale_ = true;
        load();
        emit sourceChosen();
    });

    auto* scroll = new QScrollArea;
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(250);
    return scroll;
}

void TensorPanel::connectView() {
    connect(view_, &SceneView::hovered, this, &TensorPanel::say);
    connect(view_, &SceneView::presetShown, this, [this](CameraPreset preset) {
        // Time x note is the roll itself: what sounds at each pitch, the middle of its vicinity.
        const bool roll = preset == CameraPreset::TimeNote && source_->currentIndex() == 0;
        if (roll && slices_->slices().none()) {
            slices_->setPosition(2, 2 * vicinityReach);
            slices_->setOn(2, rollSlice_ = true);
        } else if (!roll && std::exchange(rollSlice_, false)) {
            slices_->setOn(2, false);
        }
    });
    connect(view_, &SceneView::sliceMoved, slices_, &SliceRows::moveBy);
    connect(view_, &SceneView::sliceGrown, slices_, &SliceRows::grow);
    connect(view_, &SceneView::clicked, this, [this](int x, int y, int z) {
        if (!scene()) return;
        const Tensor& tensor = scene()->tensor;
        selectedUnit_ = z;
        clicking_ = true;
        if (x < 0) {
            selection_.selectCell(std::nullopt);
        } else {
            selection_.selectCell(CellRef{tensor.first + x, tensor.range.lowest + y});
            emit seekRequested(tensor.first + x);
            emit cellClicked(tensor.first + x, tensor.range.lowest + y, z);
        }
        clicking_ = false;
        syncSelection();
    });
    connect(view_, &SceneView::boxChanged, this, [this](const BoxSelection& box) {
        if (box.cells == 0 || !scene()) {
            say(-1, -1, -1);
            return;
        }
        const auto words = [&](int axis) {
            const auto at = static_cast<std::size_t>(axis);
            const QString from = axisWords(axis, box.range.first[at]), to = axisWords(axis, box.range.last[at]);
            return from == to ? from : tr("%1 to %2").arg(from, to);
        };
        words_->setText(tr("%Ln cells · %1 · %2 · %3 · mean %4, %5 to %6", nullptr, static_cast<int>(box.cells))
                            .arg(words(0), words(1), words(2), figure(box.sum / static_cast<double>(box.cells)),
                                 figure(box.lowest), figure(box.highest)));
    });
}

QString TensorPanel::source() const { return source_->currentIndex() > 0 ? source_->currentText() : QString(); }

void TensorPanel::addControl(QWidget* control) { head_->insert(home_, control); }

void TensorPanel::setSources(std::vector<TensorSource> sources) {
    const QString chosen = source();
    const auto of = [&]() -> QString {
        const int which = source_->currentIndex();
        return which > 0 ? sources_[static_cast<std::size_t>(which - 1)].of : QStringLiteral("features");
    };
    const QString before = of();
    sources_ = std::move(sources);
    {
        const QSignalBlocker quiet(source_);
        source_->clear();
        source_->addItem(tr("Features"));
        for (const TensorSource& source : sources_) source_->addItem(source.name);
        source_->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, source_->findText(chosen)));
        source_->setVisible(!sources_.empty());
    }
    if (source() != chosen) emit sourceChosen();
    if (source() == chosen && !before.isEmpty() && of() == before) return;
    stale_ = true;
    load();
}

void TensorPanel::setPredictions(std::optional<Predictions> predictions) {
    predictions_ = std::make_shared<const std::optional<Predictions>>(std::move(predictions));
    if (source_->currentIndex() != 0) return;
    stale_ = true;
    load();
}

void TensorPanel::shownChanged() {
    const StageContent& shown = stage_.shown();
    const std::pair<int, std::int64_t> of(static_cast<int>(shown.kind), shown.id);
    if (of != of_) {
        predictions_ = std::make_shared<const std::optional<Predictions>>();
        first_ = 0;
        selectedUnit_ = -1;
    }
    of_ = of;
    title_->setText(shown.title);
    takeRoll();
    stale_ = true;
    load();
}

void TensorPanel::takeRoll() {
    roll_ = std::make_shared<const PianoRoll>(stage_.shown().roll);
    syncWindow();
}

void TensorPanel::syncWindow() {
    const int total = roll_->steps();
    first_ = std::clamp(first_, 0, std::max(0, total - steps_));
    const QSignalBlocker quiet(start_);
    start_->setRange(0, std::max(0, total - steps_));
    start_->setSingleStep(std::max(1, roll_->barSteps()));
    start_->setPageStep(steps_);
    start_->setValue(first_);
    start_->setEnabled(total > steps_);
    const int last = std::min(total, first_ + steps_) - 1;
    windowWords_->setText(total == 0 ? QString()
                                     : tr("bars %1 to %2").arg(barNumber(*roll_, first_)).arg(barNumber(*roll_, last)));
}

void TensorPanel::showSteps(int first, int steps) {
    steps = std::clamp(steps, windowSizes.front(), windowSizes.back());
    if (first == first_ && steps == steps_) return;
    first_ = first;
    steps_ = steps;
    {
        const QSignalBlocker quiet(size_);
        size_->setCurrentIndex(size_->findData(steps_));
    }
    syncWindow();
    stale_ = true;
    load();
}

void TensorPanel::moveWindow(int first) { showSteps(first, steps_); }

void TensorPanel::setPlayhead(double step) {
    playhead_ = step;
    if (roll_->steps() == 0) return;
    const int at = static_cast<int>(std::floor(step));
    if (follow_->isChecked() && isVisible() && (at < first_ || at >= first_ + steps_)) {
        const int bar = std::clamp(at, 0, roll_->steps() - 1);
        moveWindow(bar - roll_->stepInBar(bar));
    }
    showPlayhead();
}

void TensorPanel::showPlayhead() {
    if (!scene()) return;
    const Tensor& tensor = scene()->tensor;
    const bool inside = playhead_ >= tensor.first && playhead_ <= tensor.first + tensor.steps;
    view_->setPlayhead(inside ? std::optional(playhead_ - tensor.first) : std::nullopt);
    if (follow_->isChecked() && inside && slices_->slices().axis[0].on)
        slices_->setPosition(0, static_cast<int>(std::floor(playhead_)) - tensor.first);
}

void TensorPanel::load() {
    if (!stale_ || job_ || !isVisible()) return;
    stale_ = false;
    if (roll_->steps() == 0) {
        view_->setHint(stage_.shown().kind == StageContent::Kind::Draft
                           ? tr("The first notes are on their way …")
                           : tr("Choose a piece in the dataset, or generate a take."));
        view_->setScene(nullptr);
        emit sceneChanged();
        return;
    }
    const int which = source_->currentIndex();
    const auto compute = which > 0
                             ? sources_[static_cast<std::size_t>(which - 1)].compute
                             : [predictions = predictions_](const PianoRoll& roll, int first, int steps, const Task& task) {
                                   return featureTensor(roll, first, steps, *predictions, task);
                               };
    job_ = jobs_.ask(
        this,
        [roll = roll_, first = first_, steps = steps_, compute](const Task& task) {
            return tensorScene(compute(*roll, first, steps, task), *roll);
        },
        [this](std::shared_ptr<const TensorScene> scene) {
            job_.reset();
            notices_.withdraw(About::Tensor);
            arrived(std::move(scene));
            load();
        },
        [this](const Message& problem) {
            job_.reset();
            notices_.post(About::Tensor, Severity::Error, text(problem));
            view_->setHint(text(problem));
            view_->setScene(nullptr);
            emit sceneChanged();
            load();
        });
}

void TensorPanel::arrived(std::shared_ptr<const TensorScene> scene) {
    const Tensor& tensor = scene->tensor;
    const bool features = source_->currentIndex() == 0;
    if (tensor.steps == 0 && !tensor.hint.isEmpty()) {
        view_->setHint(tensor.hint);
        view_->setScene(nullptr);
        say(-1, -1, -1);
        emit sceneChanged();
        return;
    }
    if (thresholdsOf_ != source()) {
        thresholdsOf_ = source();
        const auto known = thresholds_.find(source());
        const QSignalBlocker quiet(threshold_);
        threshold_->setValue(known != thresholds_.end() ? known->second
                                                        : static_cast<int>(std::lround(tensor.least * thresholdSteps)));
    }
    view_->setScene(scene);
    layers_->setGroups(tensor.groupNames, !features, tensor.opacity, tensor.off);
    slices_->setSizes({tensor.steps, tensor.range.size(), tensor.units()}, tensor.unitAxis,
                      [this](int axis, int at) { return axisWords(axis, at); });
    look();
    showPlayhead();
    syncSelection();
    say(-1, -1, -1);
    emit sceneChanged();
}

void TensorPanel::look() {
    if (!scene()) return;
    const auto [lowest, highest] = scene()->cells.range();
    SceneLook look;
    look.layers = layers_->layers();
    look.slices = slices_->slices();
    const double most = std::max(std::abs(static_cast<double>(lowest)), std::abs(static_cast<double>(highest)));
    look.lowest = lowest < 0 ? -most : 0.0;
    look.highest = most > 0 ? most : 1.0;
    look.threshold = most * threshold_->value() / thresholdSteps * 0.999;
    legend_->setRange(look.lowest, look.highest);
    legend_->setVisible(layers_->anyByValue());
    view_->setLook(look);
}

int TensorPanel::featureUnits() const { return scene() ? scene()->tensor.features : 0; }

bool TensorPanel::ofFeatures() const { return scene() && scene()->tensor.features > 0; }

void TensorPanel::setSeenUnit(int unit) {
    if (std::exchange(seenUnit_, unit) != unit) syncSelection();
}

void TensorPanel::goToSelection() {
    const auto& cell = selection_.selectedCell();
    if (cell && !clicking_ && isVisible() && cell->step >= 0 && cell->step < roll_->steps() &&
        (cell->step < first_ || cell->step >= first_ + steps_))
        moveWindow(cell->step - roll_->stepInBar(cell->step));
}

void TensorPanel::syncSelection() {
    const auto& cell = selection_.selectedCell();
    if (!clicking_ && !cell) selectedUnit_ = -1;
    if (!scene()) return;
    const Tensor& tensor = scene()->tensor;
    if (!cell || cell->step < tensor.first || cell->step >= tensor.first + tensor.steps ||
        !tensor.range.contains(cell->pitch)) {
        view_->setSelected(std::nullopt);
        view_->setSeen(std::nullopt);
        return;
    }
    const int x = cell->step - tensor.first, y = cell->pitch - tensor.range.lowest;
    view_->setSelected(std::array{x, y, selectedUnit_});
    view_->setSeen(ofFeatures() && x > 0 ? std::optional(std::array{x - 1, y, seenUnit_}) : std::nullopt);
    say(-1, -1, -1);
}

QString TensorPanel::axisWords(int axis, int at) const {
    if (!scene()) return {};
    const Tensor& tensor = scene()->tensor;
    if (axis == 0) {
        const int step = tensor.first + at, beat = beatSteps(*roll_);
        return tr("bar %1").arg(barBeat(*roll_, step) + QStringLiteral(".%1").arg(roll_->stepInBar(step) % beat + 1));
    }
    if (axis == 1) return pitchName(tensor.range.lowest + at);
    return tensor.unitNames.value(at);
}

void TensorPanel::say(int x, int y, int z) {
    QString words;
    if (scene()) {
        const Tensor& tensor = scene()->tensor;
        if (x >= 0)
            words = cellWords(*scene(), *roll_, tensor.first + x, tensor.range.lowest + y, z);
        else if (const auto& cell = selection_.selectedCell(); cell && tensor.holds(cell->step, cell->pitch, 0))
            words = selectedUnit_ >= 0 ? cellWords(*scene(), *roll_, cell->step, cell->pitch, selectedUnit_)
                    : !ofFeatures() || cell->step == tensor.first ? placeWords(*roll_, cell->step, cell->pitch)
                    : seenUnit_ >= 0
                        ? tr("Seen before it: %1").arg(cellWords(*scene(), *roll_, cell->step - 1, cell->pitch, seenUnit_))
                        : tr("%1 · predicted from the dashed column").arg(placeWords(*roll_, cell->step, cell->pitch));
    }
    if (words.isEmpty())
        words = tr("Drag to turn, Shift+drag to select, wheel to zoom, Ctrl+wheel to move a slice, ? for all keys");
    words_->setText(words);
}

void TensorPanel::setFloating(bool floating) {
    const QSignalBlocker quiet(float_);
    float_->setChecked(floating);
    float_->setToolTip(floating ? tr("Back into the main window") : tr("In a window of its own"));
}

void TensorPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    goToSelection();
    load();
    emit seen(true);
}

void TensorPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    emit seen(false);
}

}  // namespace ricercar
