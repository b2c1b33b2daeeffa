#include "ui/pianoroll/RollPanel.h"

#include "ui/Words.h"
#include "ui/pianoroll/RollView.h"
#include "ui/pianoroll/ShownContent.h"
#include "ui/session/Session.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/MutedLabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>

#include <cmath>

namespace ricercar {
namespace {

QToolButton* button(const QString& name, const QString& tip) {
    auto* tool = new QToolButton;
    tool->setIcon(icon(name));
    tool->setToolTip(tip);
    tool->setAutoRaise(true);
    return tool;
}

QToolButton* form(const QString& text, const QString& tip) {
    auto* tool = new QToolButton;
    tool->setText(text);
    tool->setToolTip(tip);
    tool->setAutoRaise(true);
    tool->setCheckable(true);
    return tool;
}

}  // namespace

RollPanel::RollPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      view_(new RollView),
      title_(new ElidedLabel),
      facts_(new MutedLabel),
      hover_(new MutedLabel),
      grid_(form(tr("Grid"), tr("The steps that a model sees"))),
      free_(form(tr("Notes"), tr("The notes where they were played"))),
      differences_(button(QStringLiteral("differences"), tr("Show what the grid moved: the other form beneath"))),
      across_(new QScrollBar(Qt::Horizontal)),
      down_(new QScrollBar(Qt::Vertical)) {
    setObjectName(QStringLiteral("rollPanel"));
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setTextFormat(Qt::PlainText);
    facts_->setMinimumWidth(40);
    auto* fit = button(QStringLiteral("fit"), tr("Show everything (F)"));
    auto* in = button(QStringLiteral("plus"), tr("Zoom in (Ctrl+wheel)"));
    auto* out = button(QStringLiteral("minus"), tr("Zoom out (Ctrl+wheel)"));
    auto* follow = button(QStringLiteral("follow"), tr("Follow the playhead"));
    follow->setCheckable(true);
    follow->setChecked(true);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 4, 2);
    head->setSpacing(8);
    head->addWidget(title_);
    head->addWidget(facts_);
    head->addStretch(1);
    head->addWidget(hover_);
    grid_->setObjectName(QStringLiteral("gridForm"));
    free_->setObjectName(QStringLiteral("freeForm"));
    differences_->setObjectName(QStringLiteral("differences"));
    differences_->setCheckable(true);
    auto* forms = new QButtonGroup(this);
    forms->addButton(grid_);
    forms->addButton(free_);
    for (QToolButton* tool : {grid_, free_, differences_, out, in, fit, follow}) head->addWidget(tool);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addLayout(head, 0, 0, 1, 2);
    grid->addWidget(view_, 1, 0);
    grid->addWidget(down_, 1, 1);
    grid->addWidget(across_, 2, 0);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(0, 1);

    connect(fit, &QToolButton::clicked, view_, &RollView::fit);
    connect(in, &QToolButton::clicked, this, [this] { view_->zoomTime(1.25); });
    connect(out, &QToolButton::clicked, this, [this] { view_->zoomTime(0.8); });
    connect(follow, &QToolButton::toggled, this, [this](bool on) { view_->setFollow(on ? Follow::Page : Follow::Off); });
    connect(grid_, &QToolButton::clicked, this, [this] { setRepresentation(Representation::Grid); });
    connect(free_, &QToolButton::clicked, this, [this] { setRepresentation(Representation::Free); });
    connect(differences_, &QToolButton::toggled, this, [this] { showForm(); });
    connect(view_, &RollView::viewChanged, this, &RollPanel::syncBars);
    connect(view_, &RollView::hovered, hover_, &QLabel::setText);
    connect(across_, &QScrollBar::valueChanged, this,
            [this](int value) { view_->scrollTo(value, view_->geometryOfRoll().scrollY); });
    connect(down_, &QScrollBar::valueChanged, this,
            [this](int value) { view_->scrollTo(view_->geometryOfRoll().scrollX, value); });
    connect(&session_, &Session::shownChanged, this, &RollPanel::showAll);
    connect(&session_, &Session::shownGrew, this, [this] { view_->growContent(contentOf(session_.shown(), wanted_, false)); });
    showAll();
}

void RollPanel::showAll() {
    const Shown& shown = session_.shown();
    const Piece* piece = shown.kind == Shown::Kind::Piece ? session_.piece(shown.id) : nullptr;
    if (piece && piece->state == PieceState::Rejected && !shown.score)
        view_->setHint(tr("This piece was not taken into the dataset:\n%1").arg(text(piece->remarks)));
    else if (shown.kind == Shown::Kind::Draft)
        view_->setHint(tr("The first notes are on their way …"));
    else
        view_->setHint(tr("Choose a piece in the dataset, or generate a take."));
    title_->setText(shown.title);
    const PianoRoll& roll = shown.roll;
    facts_->setText(roll.steps() == 0
                        ? QString()
                        : tr("%1 · %n bars · %2 bpm · %3", nullptr, barsOf(roll.steps(), roll.barOffset(), roll.meter()))
                              .arg(fromUtf8(roll.meter().text()), QLocale().toString(shown.tempo, 'f', 0),
                                   duration(secondsOf(roll.steps(), shown.tempo))));
    view_->setContent(contentOf(shown, wanted_, differences_->isChecked()), true);
    const bool both = shown.score && roll.steps() > 0;
    const Representation now = representation();
    grid_->setChecked(now == Representation::Grid);
    free_->setChecked(now == Representation::Free);
    grid_->setEnabled(roll.steps() > 0);
    free_->setEnabled(shown.score != nullptr);
    differences_->setEnabled(both);
}

Representation RollPanel::representation() const { return representationOf(session_.shown(), wanted_); }

void RollPanel::setRepresentation(Representation wanted) {
    wanted_ = wanted;
    showForm();
}

void RollPanel::setDifferences(bool shown) { differences_->setChecked(shown); }

void RollPanel::showForm() {
    const Representation now = representation();
    grid_->setChecked(now == Representation::Grid);
    free_->setChecked(now == Representation::Free);
    RollContent content = contentOf(session_.shown(), wanted_, differences_->isChecked());
    const RollContent& before = view_->content();
    content.scale = before.scale;
    content.snap = before.snap;
    if (content.representation == before.representation) content.selection = before.selection;
    view_->setContent(std::move(content), false);
}

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
