// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pianoroll/RollHeader.h"

#include "ui/kit/ElidedLabel.h"
#include "ui/kit/FoldingRow.h"
#include "ui/kit/Icons.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace ricercar {
namespace {

QToolButton* button(const char* name, const QString& iconName, const QString& tip) {
    auto* tool = new QToolButton;
    tool->setObjectName(QLatin1String(name));
    tool->setIcon(icon(iconName));
    tool->setToolTip(tip);
    tool->setAccessibleName(tip);
    tool->setAutoRaise(true);
    return tool;
}

QToolButton* formButton(const char* name, const QString& text, const QString& tip) {
    auto* tool = new QToolButton;
    tool->setObjectName(QLatin1String(name));
    tool->setText(text);
    tool->setToolTip(tip);
    tool->setAutoRaise(true);
    tool->setCheckable(true);
    return tool;
}

QMenu* menuOf(QToolButton* tool, bool split) {
    auto* menu = new QMenu(tool);
    tool->setMenu(menu);
    tool->setPopupMode(split ? QToolButton::MenuButtonPopup : QToolButton::InstantPopup);
    return menu;
}

/// An entry of which one is chosen.
template <class Then>
void entry(QMenu* menu, QActionGroup* group, const QString& text, bool chosen, Then&& then) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(chosen);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, menu, std::forward<Then>(then));
}

Scale scaleOf(const KeyEstimate& key) { return {key.tonic, key.minor ? Mode::Minor : Mode::Major}; }

}  // namespace

RollHeader::RollHeader(QWidget* parent)
    : QWidget(parent),
      title_(new ElidedLabel),
      facts_(new ElidedLabel),
      grid_(formButton("gridForm", tr("Grid"), tr("The steps that a model sees"))),
      free_(formButton("freeForm", tr("Notes"), tr("The notes where they were played"))),
      beneath_(button("beneath", QStringLiteral("differences"), tr("What the grid moved: the other form beneath"))),
      scale_(button("scale", QStringLiteral("scale"), tr("Light up the rows of a scale"))),
      view_(button("rollOptions", QStringLiteral("options"), tr("What the roll shows"))),
      beneathMenu_(menuOf(beneath_, true)),
      scaleMenu_(menuOf(scale_, true)),
      viewMenu_(menuOf(view_, false)),
      row_(new FoldingRow),
      afterTools_(new QWidget) {
    setObjectName(QStringLiteral("rollHeader"));
    title_->setObjectName(QStringLiteral("rollTitle"));
    facts_->setObjectName(QStringLiteral("rollFacts"));
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    for (ElidedLabel* label : {title_, facts_}) label->setTextFormat(Qt::PlainText);
    facts_->setDropping(true);
    facts_->setMuted(true);
    layOut();
    connectChoices();
    sync();
}

/// Title and facts, then three groups: the form, the notes' tools, and what is seen of them.
void RollHeader::layOut() {
    auto* forms = new QButtonGroup(this);
    forms->addButton(grid_);
    forms->addButton(free_);
    beneath_->setCheckable(true);
    scale_->setCheckable(true);
    auto* out = button("zoomOut", QStringLiteral("minus"), tr("Zoom out (Ctrl+wheel)"));
    auto* in = button("zoomIn", QStringLiteral("plus"), tr("Zoom in (Ctrl+wheel)"));
    auto* fit = button("fitAll", QStringLiteral("fit"), tr("Show everything (F)"));
    QMenu* fits = menuOf(fit, true);
    fits->addAction(tr("Show everything"), this, &RollHeader::fitRequested);
    fits->addAction(tr("Show the selection"), this, &RollHeader::fitSelectionRequested);
    fits->addAction(tr("Show the loop"), this, &RollHeader::fitLoopRequested);
    connect(out, &QToolButton::clicked, this, [this] { emit zoomRequested(0.8); });
    connect(in, &QToolButton::clicked, this, [this] { emit zoomRequested(1.25); });
    connect(fit, &QToolButton::clicked, this, &RollHeader::fitRequested);

    title_->setMinimumWidth(title_->fontMetrics().horizontalAdvance(QStringLiteral("Prelude in C …")));
    auto* words = new QWidget;
    auto* line = new QHBoxLayout(words);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(title_, 0);
    line->addWidget(facts_, 1);
    enum Folds { ZoomFold = 1, FitFold, ScaleFold, BeneathFold };
    row_->setMargins(8, 2, 4, 2);
    row_->setSpacing(2);
    row_->add(words, 0, 1);
    row_->addGap(4);
    row_->add(grid_);
    row_->add(free_);
    row_->add(beneath_, BeneathFold);
    row_->addGap(10);
    row_->add(afterTools_);
    row_->add(scale_, ScaleFold);
    row_->add(out, ZoomFold);
    row_->add(in, ZoomFold);
    row_->add(fit, FitFold);
    row_->add(view_);
    afterTools_->setFixedWidth(10);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(row_);
}

void RollHeader::connectChoices() {
    connect(grid_, &QToolButton::clicked, this, [this] {
        RollOptions next = options_;
        next.form = Representation::Grid;
        choose(next);
    });
    connect(free_, &QToolButton::clicked, this, [this] {
        RollOptions next = options_;
        next.form = Representation::Free;
        choose(next);
    });
    connect(beneath_, &QToolButton::clicked, this, [this](bool on) {
        RollOptions next = options_;
        next.beneath = {on ? Beneath::Kind::OtherForm : Beneath::Kind::Nothing, 0};
        choose(next);
    });
    connect(scale_, &QToolButton::clicked, this, [this](bool on) {
        RollOptions next = options_;
        next.scale.kind = !on                            ? ScaleChoice::Kind::Off
                          : offer_.key.correlation > 0.0 ? ScaleChoice::Kind::Found
                                                         : ScaleChoice::Kind::Chosen;
        choose(next);
    });
    connect(beneathMenu_, &QMenu::aboutToShow, this, &RollHeader::fillBeneath);
    connect(scaleMenu_, &QMenu::aboutToShow, this, &RollHeader::fillScale);
    connect(viewMenu_, &QMenu::aboutToShow, this, &RollHeader::fillView);
}

void RollHeader::addTool(QWidget* tool, int fold) { row_->insert(afterTools_, tool, fold); }

void RollHeader::setOffer(const Offer& offer) {
    offer_ = offer;
    title_->setText(offer.title);
    facts_->setText(offer.facts);
    sync();
}

void RollHeader::setFacts(const QString& facts) { facts_->setText(facts); }

void RollHeader::setOptions(const RollOptions& options) {
    options_ = options;
    sync();
}

void RollHeader::choose(const RollOptions& options) {
    const bool same = options == options_;
    options_ = options;
    sync();
    if (!same) emit optionsChanged();
}

void RollHeader::sync() {
    grid_->setChecked(offer_.form == Representation::Grid);
    free_->setChecked(offer_.form == Representation::Free);
    grid_->setEnabled(offer_.grid);
    free_->setEnabled(offer_.free);
    grid_->setToolTip(offer_.grid || !offer_.free ? tr("The steps that a model sees")
                                                  : tr("This piece was not put on the grid"));
    free_->setToolTip(offer_.free || !offer_.grid ? tr("The notes where they were played")
                                                  : tr("The file of this piece was not kept"));
    beneath_->setEnabled((offer_.grid && offer_.free) || !offer_.takes.empty());
    beneath_->setChecked(options_.beneath.kind != Beneath::Kind::Nothing);
    scale_->setChecked(options_.scale.kind != ScaleChoice::Kind::Off);
}

void RollHeader::fillBeneath() {
    beneathMenu_->clear();
    auto* group = new QActionGroup(beneathMenu_);
    const auto offer = [&](const QString& text, const Beneath& beneath) {
        entry(beneathMenu_, group, text, options_.beneath == beneath, [this, beneath] {
            RollOptions next = options_;
            next.beneath = beneath;
            choose(next);
        });
    };
    offer(tr("Nothing beneath"), {});
    if (offer_.grid && offer_.free)
        offer(offer_.form == Representation::Grid ? tr("The notes as they were played") : tr("The grid"),
              {Beneath::Kind::OtherForm, 0});
    if (!offer_.takes.empty()) beneathMenu_->addSeparator();
    for (const auto& [id, name] : offer_.takes)
        offer(QString(name).replace(u'&', QStringLiteral("&&")), {Beneath::Kind::Take, id});
}

void RollHeader::fillScale() {
    scaleMenu_->clear();
    auto* group = new QActionGroup(scaleMenu_);
    const auto offer = [&](QMenu* menu, QActionGroup* in, const QString& text, const ScaleChoice& scale) {
        entry(menu, in, text, options_.scale == scale, [this, scale] {
            RollOptions next = options_;
            next.scale = scale;
            choose(next);
        });
    };
    const Scale& now = options_.scale.kind == ScaleChoice::Kind::Found ? scaleOf(offer_.key) : options_.scale.scale;
    offer(scaleMenu_, group, tr("No scale"), {ScaleChoice::Kind::Off, options_.scale.scale});
    if (offer_.key.correlation > 0.0)
        offer(scaleMenu_, group, tr("%1 (found)").arg(keyName(offer_.key)), {ScaleChoice::Kind::Found, options_.scale.scale});
    scaleMenu_->addSeparator();
    for (int mode = 0; mode < modeCount; ++mode)
        offer(scaleMenu_, group, QStringLiteral("%1 · %2").arg(pitchClassName(now.tonic), modeName(static_cast<Mode>(mode))),
              {ScaleChoice::Kind::Chosen, {now.tonic, static_cast<Mode>(mode)}});
    scaleMenu_->addSeparator();
    QMenu* tonics = scaleMenu_->addMenu(tr("Tonic"));
    auto* tonicGroup = new QActionGroup(tonics);
    for (int tonic = 0; tonic < 12; ++tonic)
        offer(tonics, tonicGroup, pitchClassName(tonic), {ScaleChoice::Kind::Chosen, {tonic, now.mode}});
}

void RollHeader::fillView() {
    viewMenu_->clear();
    const auto toggle = [this](const QString& text, bool RollOptions::*which) {
        QAction* action = viewMenu_->addAction(text);
        action->setCheckable(true);
        action->setChecked(options_.*which);
        connect(action, &QAction::triggered, this, [this, which](bool on) {
            RollOptions next = options_;
            next.*which = on;
            choose(next);
        });
    };
    const auto choices = [this]<class Choice>(const QString& title, Choice RollOptions::*which,
                                              const std::vector<std::pair<Choice, QString>>& texts) {
        QMenu* menu = viewMenu_->addMenu(title);
        auto* group = new QActionGroup(menu);
        for (const auto& [value, text] : texts)
            entry(menu, group, text, options_.*which == value, [this, which, chosen = value] {
                RollOptions next = options_;
                next.*which = chosen;
                choose(next);
            });
    };
    toggle(tr("Velocities"), &RollOptions::lane);
    toggle(tr("Mini-map"), &RollOptions::map);
    viewMenu_->addSeparator();
    choices(tr("Follow the playhead"), &RollOptions::follow,
            std::vector<std::pair<Follow, QString>>{
                {Follow::Off, tr("Not")}, {Follow::Page, tr("Page by page")}, {Follow::Smooth, tr("Smoothly")}});
    choices(tr("Names of pitches"), &RollOptions::names,
            std::vector<std::pair<PitchNames, QString>>{{PitchNames::Language, tr("As the language has it")},
                                                        {PitchNames::English, QStringLiteral("C D E F G A B")},
                                                        {PitchNames::Solfege, QStringLiteral("Do Re Mi Fa Sol La Si")},
                                                        {PitchNames::German, QStringLiteral("C D E F G A H")}});
}

}  // namespace ricercar
