// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/RollPanel.h"

#include "ui/canvas/RollSurface.h"
#include "ui/pianoroll/NoteActions.h"
#include "ui/pianoroll/RollEditor.h"
#include "ui/pianoroll/RollHeader.h"
#include "ui/pianoroll/RollView.h"
#include "ui/pianoroll/ShownContent.h"
#include "ui/pianoroll/tools/BandTool.h"
#include "ui/pianoroll/tools/DrawTool.h"
#include "ui/pianoroll/tools/EraseTool.h"
#include "ui/pianoroll/tools/MoveTool.h"
#include "ui/pianoroll/tools/ResizeTool.h"
#include "ui/pianoroll/tools/VelocityTool.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>

#include <cmath>

namespace ricercar {
namespace {

constexpr std::size_t takesOffered = 20;  // the latest

}  // namespace

class RollPanel::Surface final : public RollSurface {
public:
    explicit Surface(RollPanel& panel) : RollSurface(&panel), panel_(panel) {
        connect(&panel_.view(), &RollView::viewChanged, this, &RollSurface::viewChanged);
        connect(&panel_.view(), &RollView::cellPressed, this, &RollSurface::cellPressed);
        connect(&panel_.view(), &RollView::selectionChanged, this, &RollSurface::selectionChanged);
        connect(&panel_.view(), &RollView::contentChanged, this, &RollSurface::selectionChanged);
        connect(&panel_.actions(), &NoteActions::menuOpening, this, &RollSurface::menuOpening);
    }
    [[nodiscard]] const RollContent& content() const override { return panel_.view().content(); }
    [[nodiscard]] double playhead() const override { return panel_.view().playhead(); }
    [[nodiscard]] const RollGeometry& geometry() const override { return panel_.view().geometryOfRoll(); }
    void addLayer(std::unique_ptr<RollLayer> layer) override { panel_.view().addLayer(std::move(layer)); }
    void repaint() override { panel_.view().update(); }
    void addStrip(QWidget* strip) override { panel_.addStrip(strip); }
    void reveal(double first, double end, int pitch) override { panel_.view().navigator().reveal(first, end, pitch); }
    [[nodiscard]] QWidget* widget() override { return &panel_; }

private:
    RollPanel& panel_;
};

RollPanel::RollPanel(WorkspaceStore& store, Stage& stage, Changes& changes, Editing& editing, QWidget* parent)
    : QWidget(parent),
      store_(store),
      stage_(stage),
      view_(new RollView),
      editor_(new RollEditor(*view_, stage, changes, editing, this)),
      actions_(new NoteActions(*view_, *editor_, this)),
      surface_(new Surface(*this)),
      header_(new RollHeader),
      across_(new QScrollBar(Qt::Horizontal)),
      down_(new QScrollBar(Qt::Vertical)),
      layout_(new QGridLayout(this)) {
    setObjectName(QStringLiteral("rollPanel"));
    addTools();
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(0);
    layout_->addWidget(header_, 0, 0, 1, 2);
    layout_->addWidget(view_, 1, 0);
    layout_->addWidget(down_, 1, 1);
    layout_->addWidget(across_, 3, 0);
    layout_->setRowStretch(1, 1);
    layout_->setColumnStretch(0, 1);

    connect(header_, &RollHeader::optionsChanged, this, &RollPanel::showForm);
    connect(header_, &RollHeader::zoomRequested, view_, &RollView::zoomTime);
    connect(header_, &RollHeader::fitRequested, view_, &RollView::fit);
    connect(header_, &RollHeader::fitSelectionRequested, this, [this] { view_->navigator().fitSelection(); });
    connect(header_, &RollHeader::fitLoopRequested, this, [this] { view_->navigator().fitLoop(); });
    connect(view_, &RollView::viewChanged, this, &RollPanel::syncBars);
    connect(across_, &QScrollBar::valueChanged, this,
            [this](int value) { view_->scrollTo(value, view_->geometryOfRoll().scrollY); });
    connect(down_, &QScrollBar::valueChanged, this,
            [this](int value) { view_->scrollTo(view_->geometryOfRoll().scrollX, value); });
    connect(&stage_, &Stage::shownChanged, this, &RollPanel::showAll);
    connect(&stage_, &Stage::shownEdited, this, &RollPanel::showEdited);
    connect(&stage_, &Stage::shownGrew, this, [this] {
        header_->setFacts(facts());
        view_->growContent(contentShown());
    });
    connect(&store_, &WorkspaceStore::takesChanged, this, &RollPanel::offer);
    showAll();
}

QString RollPanel::facts() const {
    const PianoRoll& roll = stage_.shown().roll;
    if (roll.steps() == 0) return {};
    const double tempo = stage_.shown().tempo;
    return tr("%1 · %Ln bars · %2 bpm · %3", nullptr, barsOf(roll.steps(), roll.barOffset(), roll.meter()))
        .arg(fromUtf8(roll.meter().text()), QLocale().toString(tempo, 'f', 0), duration(secondsOf(roll.steps(), tempo)));
}

std::optional<Scale> RollPanel::scale() const {
    const ScaleChoice& choice = header_->options().scale;
    switch (choice.kind) {
        case ScaleChoice::Kind::Off: break;
        case ScaleChoice::Kind::Chosen: return choice.scale;
        case ScaleChoice::Kind::Found:
            if (key_.correlation > 0.0) return Scale{key_.tonic, key_.minor ? Mode::Minor : Mode::Major};
    }
    return std::nullopt;
}

void RollPanel::addStrip(QWidget* strip) { layout_->addWidget(strip, 2, 0); }

RollContent RollPanel::contentShown() const {
    const RollOptions& options = header_->options();
    const StageContent& shown = stage_.shown();
    RollContent content = contentOf(shown, options.form, options.beneath.kind == Beneath::Kind::OtherForm);
    if (options.beneath.kind == Beneath::Kind::Take)
        if (const std::optional<Take> take = store_.take(options.beneath.take))
            if (shown.kind != StageContent::Kind::Take || shown.id != take->id) {
                content.ghosts = NoteIndex(gridNotes(take->roll));
                content.ghostsTitle = fromUtf8(take->name);
                content.steps = std::max(content.steps, static_cast<double>(take->roll.steps()));
                content.range = widened(content.range, content.ghosts);
            }
    content.scale = scale();
    content.snap = view_->content().snap;
    return content;
}

void RollPanel::offer() {
    const StageContent& shown = stage_.shown();
    RollHeader::Offer offer;
    offer.title = shown.title;
    offer.facts = facts();
    offer.grid = shown.roll.steps() > 0;
    offer.free = shown.score != nullptr;
    offer.form = representation();
    offer.key = key_;
    if (shown.kind != StageContent::Kind::Nothing)
        for (auto take = store_.takes().rbegin(); take != store_.takes().rend(); ++take)
            if ((shown.kind != StageContent::Kind::Take || take->id != shown.id) && offer.takes.size() < takesOffered)
                offer.takes.emplace_back(take->id, fromUtf8(take->name));
    header_->setOffer(offer);
}

void RollPanel::addStartPage(QWidget* page) {
    start_ = page;
    layout_->addWidget(page, 1, 0, 3, 2);
    setStartShown(false);
}

void RollPanel::setStartShown(bool shown) {
    start_->setVisible(shown);
    for (QWidget* part : std::initializer_list<QWidget*>{header_, view_, across_, down_}) part->setVisible(!shown);
}

void RollPanel::addFooter(QWidget* row) {
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->addWidget(row, grid->rowCount(), 0, 1, 2);
}

void RollPanel::showAll() {
    const StageContent& shown = stage_.shown();
    const Piece* piece = shown.kind == StageContent::Kind::Piece ? store_.piece(shown.id) : nullptr;
    if (piece && piece->state == PieceState::Rejected && !shown.score)
        view_->setHint(tr("This piece was not taken into the dataset:\n%1").arg(text(piece->remarks)));
    else if (shown.kind == StageContent::Kind::Draft)
        view_->setHint(tr("The first notes are on their way …"));
    else
        view_->setHint(tr("Choose a piece in the dataset, or generate a take."));
    key_ = shown.roll.steps() > 0 && shown.kind != StageContent::Kind::Draft ? estimateKey(shown.roll) : KeyEstimate();
    offer();
    editor_->forget();
    editor_->refresh(representation());
    view_->setContent(contentShown(), true);
}

void RollPanel::showEdited() {
    offer();
    editor_->refresh(representation());
    RollContent content = contentShown();
    content.selection = editor_->selection();
    view_->setContent(std::move(content), false);
}

void RollPanel::addTools() {
    for (QAction* mode : actions_->modes()) {
        auto* tool = new QToolButton;
        tool->setDefaultAction(mode);
        tool->setAutoRaise(true);
        header_->addTool(tool);
    }
    header_->addTool(snapChooser(), 5);
    view_->setEditor(editor_);
    // the last one is asked first
    view_->addTool(std::make_unique<BandTool>(*view_, *editor_));
    view_->addTool(std::make_unique<DrawTool>(*view_, *editor_));
    view_->addTool(std::make_unique<MoveTool>(*view_, *editor_));
    view_->addTool(std::make_unique<ResizeTool>(*view_, *editor_));
    view_->addTool(std::make_unique<EraseTool>(*view_, *editor_, [this](QPointF at) { actions_->showMenu(at); }));
    view_->addTool(std::make_unique<VelocityTool>(*view_, *editor_));
}

QComboBox* RollPanel::snapChooser() {
    auto* chooser = new QComboBox;
    chooser->setObjectName(QStringLiteral("snap"));
    chooser->setToolTip(tr("The grid that notes snap to; Alt leaves it for one gesture"));
    chooser->setAccessibleName(tr("Snap grid"));
    chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    chooser->setMinimumContentsLength(5);
    for (const Snap& snap : snaps) {
        const int part = snap.steps > 0.0 ? static_cast<int>(std::lround(16.0 / snap.steps)) : 0;
        chooser->addItem(part == 0 ? tr("Snap off") : snap.triplet ? tr("1/%1 triplet").arg(part) : tr("1/%1").arg(part));
        if (snap == view_->content().snap) chooser->setCurrentIndex(chooser->count() - 1);
    }
    connect(chooser, &QComboBox::currentIndexChanged, this,
            [this](int index) { view_->setSnap(snaps.at(static_cast<std::size_t>(std::max(index, 0)))); });
    return chooser;
}

Representation RollPanel::representation() const { return representationOf(stage_.shown(), header_->options().form); }

void RollPanel::setRepresentation(Representation wanted) {
    RollOptions options = header_->options();
    options.form = wanted;
    setOptions(options);
}

void RollPanel::setOptions(const RollOptions& options) {
    header_->setOptions(options);
    showForm();
}

void RollPanel::showForm() {
    const RollOptions& options = header_->options();
    setPitchNames(options.names);
    view_->setFollow(options.follow);
    view_->setLaneShown(options.lane);
    view_->navigator().setMapShown(options.map);
    offer();
    editor_->refresh(representation());
    RollContent content = contentShown();
    const RollContent& before = view_->content();
    if (content.representation == before.representation) {
        content.selection = before.selection;
        content.current = before.current;
    }
    view_->setContent(std::move(content), false);
}

void RollPanel::saveOptions(QSettings& settings) const { header_->options().save(settings); }

void RollPanel::restoreOptions(const QSettings& settings) { setOptions(RollOptions::read(settings)); }

void RollPanel::syncBars() {
    const RollGeometry& g = view_->geometryOfRoll();
    const QSignalBlocker a(across_), d(down_);
    const QRect area = g.notes();
    across_->setRange(0, static_cast<int>(std::max(0.0, std::ceil(g.contentWidth() - area.width()))));
    across_->setPageStep(area.width());
    across_->setSingleStep(40);
    across_->setValue(static_cast<int>(g.scrollX));
    down_->setRange(0, static_cast<int>(std::max(0.0, std::ceil(g.contentHeight() - area.height()))));
    down_->setPageStep(area.height());
    down_->setSingleStep(20);
    down_->setValue(static_cast<int>(g.scrollY));
}

}  // namespace ricercar
