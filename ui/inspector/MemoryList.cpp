// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/MemoryList.h"

#include "ui/words/MemoryWords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ricercar {

MemoryList::MemoryList(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("memory"));
    column_->setContentsMargins(0, 0, 0, 0);
}

void MemoryList::setPlaces(const std::vector<RememberedPlace>& places, const PianoRoll& roll) {
    QStringList sentences;
    for (const RememberedPlace& place : places) sentences << memoryWords(roll, place);
    if (places == places_ && sentences == sentences_) return;
    places_ = places;
    sentences_ = sentences;
    buttons_.clear();
    delete rows_;
    rows_ = new QWidget;
    auto* rows = new QVBoxLayout(rows_);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    column_->addWidget(rows_);
    for (std::size_t i = 0; i < places_.size(); ++i) addRow(sentences[static_cast<qsizetype>(i)], i);
}

void MemoryList::addRow(const QString& sentence, std::size_t at) {
    auto* words = new QLabel(sentence);
    words->setObjectName(QStringLiteral("memoryWords%1").arg(at));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto* show = new QToolButton;
    show->setObjectName(QStringLiteral("showPlace%1").arg(at));
    show->setText(tr("Show"));
    show->setToolTip(tr("Show the place in the roll (Esc hides it)"));
    show->setAccessibleName(tr("Show the place"));
    show->setAccessibleDescription(sentence);
    show->setCheckable(true);
    connect(show, &QToolButton::clicked, this,
            [this, at](bool on) { emit placeRequested(on ? std::optional(places_[at]) : std::nullopt); });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(words, 1);
    row->addWidget(show, 0, Qt::AlignTop);
    static_cast<QVBoxLayout*>(rows_->layout())->addLayout(row);
    buttons_.push_back(show);
}

void MemoryList::choose(const std::optional<RememberedPlace>& place) {
    for (std::size_t i = 0; i < buttons_.size(); ++i) buttons_[i]->setChecked(place == places_[i]);
}

}  // namespace ricercar
