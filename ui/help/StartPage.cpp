// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/StartPage.h"

#include "ui/kit/Heading.h"
#include "ui/kit/IconLabel.h"
#include "ui/kit/MutedLabel.h"
#include "ui/kit/ScrolledPage.h"
#include "ui/services/Stage.h"
#include "ui/services/WorkspaceStore.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>

namespace ricercar {
namespace {

constexpr int sideBySide = 500;  // pixels that three doors in a row want
constexpr int widestDoor = 260;
constexpr QSize least(260, 200);  // doors and words give way

/// As large as what is laid out in it.
class Door final : public QPushButton {
public:
    [[nodiscard]] QSize sizeHint() const override { return layout()->sizeHint(); }
    [[nodiscard]] QSize minimumSizeHint() const override { return layout()->minimumSize(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return layout()->hasHeightForWidth(); }
    [[nodiscard]] int heightForWidth(int width) const override { return layout()->heightForWidth(width); }
};

}  // namespace

StartPage::StartPage(WorkspaceStore& store, Stage& stage, QWidget* parent)
    : QWidget(parent),
      store_(store),
      stage_(stage),
      doors_(new QBoxLayout(QBoxLayout::LeftToRight)),
      more_(new QBoxLayout(QBoxLayout::LeftToRight)) {
    setObjectName(QStringLiteral("startPage"));
    auto* title = heading(tr("What would you like to hear?"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    title->setFont(large);
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    auto* words = new MutedLabel(tr("Ricercar learns from music and writes more of its kind. This workspace is still empty."));
    words->setAlignment(Qt::AlignCenter);
    words->setWordWrap(true);
    doors_->setSpacing(16);
    auto* demo = door("openDemo", QStringLiteral("note"), tr("Demo pieces"),
                      tr("66 folk tunes, hymns and easy classics, with a model that knows them"));
    auto* files = door("addMyMusic", QStringLiteral("drop"), tr("My MIDI files"),
                       tr("Choose some, or drop files and folders anywhere on this window"));
    auto* open = door("openOther", QStringLiteral("folder"), tr("A workspace"), tr("Go on with one that was saved before"));
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(doors_, 6);
    row->addStretch(1);
    auto* folder = new QPushButton(tr("Add a folder of MIDI files …"));
    folder->setObjectName(QStringLiteral("addMyFolder"));
    auto* tour = new QPushButton(tr("Show me around"));
    tour->setObjectName(QStringLiteral("takeTour"));
    more_->addStretch(1);
    for (QPushButton* button : {folder, tour}) {
        button->setFlat(true);
        more_->addWidget(button);
    }
    more_->addStretch(1);
    auto* page = new QWidget;
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new ScrolledPage(page);
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    whole->addWidget(scroll);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(words);
    column->addSpacing(12);
    column->addLayout(row);
    column->addSpacing(4);
    column->addLayout(more_);
    column->addStretch(3);
    connect(demo, &QPushButton::clicked, this, &StartPage::demoRequested);
    connect(files, &QPushButton::clicked, this, &StartPage::filesRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(folder, &QPushButton::clicked, this, &StartPage::folderRequested);
    connect(tour, &QPushButton::clicked, this, &StartPage::tourRequested);
    connect(&store_, &WorkspaceStore::opened, this, &StartPage::refresh);
    connect(&store_, &WorkspaceStore::takesChanged, this, &StartPage::refresh);
    connect(&store_, &WorkspaceStore::piecesChanged, this, &StartPage::refresh);
    connect(&stage_, &Stage::shownChanged, this, &StartPage::refresh);
}

QPushButton* StartPage::door(const char* name, const QString& sign, const QString& title, const QString& words) {
    auto* door = new Door;
    door->setObjectName(QLatin1String(name));
    door->setAccessibleName(title);
    door->setAccessibleDescription(words);
    door->setAutoDefault(true);
    door->setMaximumWidth(widestDoor);
    auto* column = new QVBoxLayout(door);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(6);
    auto* label = heading(title);
    auto* text = new MutedLabel(words);
    text->setMinimumWidth(120);
    for (QLabel* part : {static_cast<QLabel*>(new IconLabel(sign, 40, &Theme::accent)), label, static_cast<QLabel*>(text)}) {
        part->setAlignment(Qt::AlignCenter);
        part->setWordWrap(true);
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
        column->addWidget(part);
    }
    column->addStretch(1);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    door->setSizePolicy(policy);
    doors_->addWidget(door, 1);
    return door;
}

bool StartPage::isWanted() const {
    return store_.isOpen() && store_.pieces().empty() && store_.takes().empty() &&
           stage_.shown().kind == StageContent::Kind::Nothing && !stage_.awaiting();
}

void StartPage::refresh() {
    if (wanted_ == isWanted()) return;
    wanted_ = !wanted_;
    emit wantedChanged();
}

QSize StartPage::minimumSizeHint() const { return least; }

void StartPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const auto direction = event->size().width() < sideBySide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    for (QBoxLayout* line : {doors_, more_}) line->setDirection(direction);
}

}  // namespace ricercar
