// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/VoicesForm.h"

#include "ui/services/Curation.h"
#include "ui/services/Jobs.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/RemedyWords.h"
#include "ui/words/Words.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ricercar {
namespace {

enum Column { Name, Channel, Program, Notes, Range, ColumnCount };
constexpr int VoiceRole = Qt::UserRole;
constexpr std::size_t mostRead = 200;  // pieces that are looked into

/// Those of several pieces, by track and channel.
std::vector<VoiceFacts> together(std::vector<VoiceFacts> all, const std::vector<VoiceFacts>& more) {
    for (const VoiceFacts& voice : more) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const VoiceFacts& v) { return v.voice == voice.voice; });
        if (same == all.end()) {
            all.push_back(voice);
            continue;
        }
        same->notes += voice.notes;
        same->lowestPitch = std::min(same->lowestPitch, voice.lowestPitch);
        same->highestPitch = std::max(same->highestPitch, voice.highestPitch);
    }
    std::sort(all.begin(), all.end(), [](const VoiceFacts& a, const VoiceFacts& b) {
        return std::pair(a.voice.track, a.voice.channel) < std::pair(b.voice.track, b.voice.channel);
    });
    return all;
}

}  // namespace

VoicesForm::VoicesForm(Jobs& jobs, WorkspaceStore& store, Curation& curation, std::vector<std::int64_t> pieces, QWidget* parent)
    : QDialog(parent),
      curation_(curation),
      pieces_(std::move(pieces)),
      about_(new QLabel),
      list_(new QTreeWidget),
      apply_(nullptr) {
    setObjectName(QStringLiteral("voicesForm"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Tracks and channels"));
    std::vector<Piece> read;
    for (const std::int64_t id : pieces_)
        if (const Piece* piece = store.piece(id); piece && read.size() < mostRead) read.push_back(*piece);
    if (!read.empty())
        for (const Remedy& remedy : recipeOf(read.front().recipe))
            if (const auto* voices = std::get_if<ChooseVoices>(&remedy)) chosen_ = voices->voices;

    about_->setWordWrap(true);
    about_->setText(pieces_.size() == 1 && !read.empty()
                        ? tr("What is checked is kept of “%1”.").arg(fromUtf8(read.front().title))
                        : tr("What is checked is kept of %Ln pieces.", nullptr, static_cast<int>(pieces_.size())));
    list_->setObjectName(QStringLiteral("voices"));
    list_->setAccessibleName(tr("Tracks and channels"));
    list_->setRootIsDecorated(false);
    list_->setUniformRowHeights(true);
    list_->setHeaderLabels({tr("Track"), tr("Channel"), tr("Program"), tr("Notes"), tr("Pitches")});
    list_->header()->setStretchLastSection(false);
    list_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list_->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    apply_ = buttons->addButton(tr("Keep these"), QDialogButtonBox::AcceptRole);
    apply_->setObjectName(QStringLiteral("applyVoices"));
    apply_->setEnabled(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(about_);
    column->addWidget(list_, 1);
    column->addWidget(buttons);
    resize(520, 320);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(buttons, &QDialogButtonBox::accepted, this, &VoicesForm::apply);
    connect(list_, &QTreeWidget::itemChanged, this, &VoicesForm::refresh);
    connect(&store, &WorkspaceStore::opened, this, &QDialog::close);
    jobs.ask(
        this,
        [path = store.path(), read](const Task& task) {
            const Workspace workspace = Workspace::existing(path);
            std::vector<VoiceFacts> all;
            for (const Piece& piece : read) {
                if (task.stopped()) break;
                all = together(std::move(all), voicesOf(sourceOf(workspace, piece).score));
            }
            return all;
        },
        [this](const std::vector<VoiceFacts>& voices) { fill(voices); },
        [this](const Message& problem) { about_->setText(text(problem)); });
}

void VoicesForm::fill(const std::vector<VoiceFacts>& voices) {
    const QSignalBlocker quiet(list_);
    for (const VoiceFacts& facts : voices) {
        auto* row = new QTreeWidgetItem(list_);
        const QString name = fromUtf8(facts.name).trimmed();
        row->setText(Name, name.isEmpty() ? tr("Track %1").arg(facts.voice.track + 1) : name);
        row->setText(Channel,
                     facts.drums ? tr("%1, drums").arg(facts.voice.channel + 1) : QString::number(facts.voice.channel + 1));
        row->setText(Program, QString::number(facts.program + 1));
        row->setText(Notes, whole(facts.notes));
        row->setText(Range, facts.notes > 0
                                ? QStringLiteral("%1 – %2").arg(pitchName(facts.lowestPitch), pitchName(facts.highestPitch))
                                : QString());
        for (const Column column : {Channel, Program, Notes}) row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        row->setData(Name, VoiceRole, QPoint(facts.voice.track, facts.voice.channel));
        const bool on = chosen_.empty() || std::find(chosen_.begin(), chosen_.end(), facts.voice) != chosen_.end();
        row->setCheckState(Name, on ? Qt::Checked : Qt::Unchecked);
    }
    if (list_->topLevelItemCount() > 0) list_->setCurrentItem(list_->topLevelItem(0));
    refresh();
}

std::vector<Voice> VoicesForm::checked() const {
    std::vector<Voice> voices;
    for (int i = 0; i < list_->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* row = list_->topLevelItem(i);
        const QPoint voice = row->data(Name, VoiceRole).toPoint();
        if (row->checkState(Name) == Qt::Checked) voices.push_back({voice.x(), voice.y()});
    }
    return voices;
}

void VoicesForm::refresh() {
    const bool any = !checked().empty();
    apply_->setEnabled(any);
    apply_->setToolTip(any ? QString() : tr("Check one at least; to leave the pieces out, set them aside"));
}

void VoicesForm::apply() {
    const std::vector<Voice> voices = checked();
    if (static_cast<int>(voices.size()) == list_->topLevelItemCount())
        curation_.removeRemedy(pieces_, ChooseVoices{});
    else
        curation_.applyRemedy(pieces_, ChooseVoices{voices});
    close();
}

}  // namespace ricercar
