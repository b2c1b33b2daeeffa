// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generation/TakeModel.h"
#include "ui/generation/TakesPanel.h"
#include "ui/kit/Icons.h"
#include "ui/services/Stage.h"
#include "ui/services/TakeTree.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/Words.h"

#include <QInputDialog>
#include <QListView>
#include <QMenu>

#include <algorithm>

namespace ricercar {
namespace {

constexpr std::size_t mostTemperatures = 32;

}  // namespace

void TakesPanel::fillExport(QMenu& menu) {
    const QIcon sign = icon(QStringLiteral("export"));
    const StageContent& shown = stage_.shown();
    const bool music = shown.kind != StageContent::Kind::Draft && shown.roll.steps() > 0;
    const auto add = [&](const QString& words, auto signal) { menu.addAction(sign, words, this, signal)->setEnabled(music); };
    add(tr("MIDI …"), &TakesPanel::exportMidiRequested);
    add(tr("Sound …"), &TakesPanel::exportWavRequested);
    add(tr("Sheet music (MusicXML) …"), &TakesPanel::exportSheetRequested);
    const std::vector<std::int64_t> takes = selected();
    menu.addSection(tr("%Ln selected takes", nullptr, static_cast<int>(takes.size())));
    const auto several = [&](const QString& words, TakeLayout layout, TakeFormat format) {
        menu.addAction(words, this, [this, takes, layout, format] { emit exportTakesRequested(takes, layout, format); })
            ->setEnabled(!takes.empty());
    };
    several(tr("A MIDI file each …"), TakeLayout::FileEach, TakeFormat::Midi);
    several(tr("A track each in one MIDI file …"), TakeLayout::TrackEach, TakeFormat::Midi);
    several(tr("One after the other in one MIDI file …"), TakeLayout::Joined, TakeFormat::Midi);
    several(tr("A MusicXML file each …"), TakeLayout::FileEach, TakeFormat::MusicXml);
    several(tr("Staves of their own in one MusicXML file …"), TakeLayout::TrackEach, TakeFormat::MusicXml);
    several(tr("One after the other in one MusicXML file …"), TakeLayout::Joined, TakeFormat::MusicXml);
}

void TakesPanel::fillTagMenu(QMenu& menu, const std::vector<std::int64_t>& takes) {
    for (const QString& tag : model_->tags()) {
        const bool all = std::ranges::all_of(takes, [&](std::int64_t id) {
            const TakeRow* row = store_.takeRow(id);
            return row && std::ranges::find(row->marks.tags, toUtf8(tag)) != row->marks.tags.end();
        });
        QAction* action = menu.addAction(QString(tag).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                                         [this, takes, tag, all] { store_.tagTakes(takes, tag, !all); });
        action->setCheckable(true);
        action->setChecked(all);
    }
    if (!menu.isEmpty()) menu.addSeparator();
    menu.addAction(tr("New tag …"), this, [this, takes] { askTag(takes); })->setObjectName(QStringLiteral("newTag"));
}

void TakesPanel::askTag(const std::vector<std::int64_t>& takes) {
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Tag takes"));
    dialog->setLabelText(tr("Tag"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, takes](const QString& tag) { store_.tagTakes(takes, tag, true); });
    dialog->open();
}

void TakesPanel::askTemperatures(std::int64_t take) {
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("temperatures"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("A row of temperatures"));
    dialog->setLabelText(tr("Temperatures, with spaces between:"));
    QStringList usual;
    for (const double temperature : sweepTemperatures()) usual << QLocale().toString(temperature, 'g', 3);
    dialog->setTextValue(usual.join(QLatin1Char(' ')));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, take](const QString& words) {
        std::vector<double> temperatures;
        for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            bool number = false;
            double value = QLocale().toDouble(word, &number);
            if (!number) value = QLocale::c().toDouble(word, &number);
            if (!number || value < 0.01 || value > 10.0) return emit temperaturesRefused(words);
            temperatures.push_back(value);
        }
        if (temperatures.empty() || temperatures.size() > mostTemperatures) return emit temperaturesRefused(words);
        emit sweepAtRequested(take, temperatures);
    });
    dialog->open();
}

void TakesPanel::fillFamily(QMenu& menu, std::int64_t take) {
    const auto nameOf = [this](std::int64_t id) {
        const TakeRow* row = store_.takeRow(id);
        return row ? fromUtf8(row->name).replace(QLatin1Char('&'), QStringLiteral("&&")) : QString();
    };
    const std::int64_t parent = tree_.parentOf(take);
    QAction* up =
        menu.addAction(parent != 0 ? tr("Show what it goes on from: %1").arg(nameOf(parent)) : tr("Show what it goes on from"),
                       this, [this, parent] { stage_.showTake(parent); });
    up->setObjectName(QStringLiteral("showParent"));
    up->setEnabled(parent != 0);
    up->setToolTip(parent != 0             ? QString()
                   : tree_.hasOrigin(take) ? tr("That take is not here any more.")
                                           : tr("It was drawn by itself."));
    const std::vector<std::int64_t> children = tree_.childrenOf(take);
    QMenu* down = menu.addMenu(tr("Takes that go on from it"));
    down->setObjectName(QStringLiteral("children"));
    down->setEnabled(!children.empty());
    for (const std::int64_t child : children) down->addAction(nameOf(child), this, [this, child] { stage_.showTake(child); });
}

void TakesPanel::showMenu(const QPoint& at) {
    const QModelIndex row = list_->indexAt(at);
    if (!row.isValid()) return;
    const auto id = row.data(TakeModel::IdRole).toLongLong();
    const std::vector<std::int64_t> takes = selected();
    if (takes.size() < 2) stage_.showTake(id);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("takeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const TakeRow* take = store_.takeRow(id);
    menu->addAction(icon(QStringLiteral("heart")), take && take->marks.liked ? tr("Like no more") : tr("Like"),
                    QKeySequence(Qt::Key_L), this, &TakesPanel::like);
    const bool unsaved = WorkspaceStore::isUnsaved(id);
    menu->addAction(tr("Rename"), QKeySequence(Qt::Key_F2), this, [this, row] { list_->edit(row); })->setEnabled(!unsaved);
    fillTagMenu(*menu->addMenu(tr("Tags")), takes);
    menu->addSeparator();
    menu->addAction(tr("Use as primer"), this, [this, id] { emit primerRequested(id); });
    menu->addAction(tr("Use its setup"), this, [this, id] { emit setupRequested(id); });
    menu->addAction(tr("The same seed at other temperatures"), this, [this, id] { emit sweepRequested(id); })
        ->setObjectName(QStringLiteral("sweep"));
    menu->addAction(tr("At temperatures of your own …"), this, [this, id] { askTemperatures(id); })
        ->setObjectName(QStringLiteral("sweepAt"));
    menu->addAction(tr("Continue after its end"), this, [this, id] { emit continueRequested(id); })
        ->setObjectName(QStringLiteral("continueAfter"));
    fillFamily(*menu, id);
    menu->addAction(tr("Add to the dataset"), this, [this, id] { emit datasetRequested(id); });
    QMenu* files = menu->addMenu(icon(QStringLiteral("export")), tr("Export"));
    fillExport(*files);
    menu->addSeparator();
    if (unsaved) menu->addAction(tr("Save now"), this, [this] { store_.saveUnsaved(); });
    menu->addAction(icon(QStringLiteral("trash")),
                    takes.size() > 1 ? tr("Remove %Ln takes", nullptr, static_cast<int>(takes.size())) : tr("Remove take"),
                    QKeySequence::Delete, this, [this, takes] { store_.removeTakes(takes); });
    menu->popup(list_->viewport()->mapToGlobal(at));
}

}  // namespace ricercar
