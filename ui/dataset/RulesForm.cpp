// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/RulesForm.h"

#include "core/dataset/Rules.h"
#include "ui/kit/ElidedLabel.h"
#include "ui/kit/MutedLabel.h"
#include "ui/services/Curation.h"
#include "ui/words/Words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QListWidget>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <map>

namespace ricercar {
namespace {

constexpr int ValueRole = Qt::UserRole;

/// Words to check, beside each other.
QListWidget* chips(const char* name, const QString& title, const QString& tip) {
    auto* list = new QListWidget;
    list->setObjectName(QLatin1String(name));
    list->setAccessibleName(title);
    list->setToolTip(tip);
    list->setFlow(QListView::LeftToRight);
    list->setWrapping(true);
    list->setResizeMode(QListView::Adjust);
    list->setSpacing(1);
    list->setFixedHeight(list->fontMetrics().height() * 4 + 8);
    return list;
}

QComboBox* pitchBox(const char* name) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->addItem(RulesForm::tr("any"), -1);
    for (int pitch = 0; pitch < 128; ++pitch) box->addItem(pitchName(pitch), pitch);
    return box;
}

/// What may be checked: how many pieces have it, and whether it is checked.
using Choices = std::map<QString, std::pair<int, bool>>;

/// The commonest first. Boxes that show this already are left as they are.
void fill(QListWidget* list, const Choices& choices) {
    std::vector<std::pair<QString, std::pair<int, bool>>> items(choices.begin(), choices.end());
    std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.second.first > b.second.first; });
    const auto words = [](const auto& item) { return QStringLiteral("%1 (%2)").arg(item.first, whole(item.second.first)); };
    bool same = list->count() == static_cast<int>(items.size());
    for (int row = 0; same && row < list->count(); ++row) {
        const auto& item = items[static_cast<std::size_t>(row)];
        same = list->item(row)->text() == words(item) && (list->item(row)->checkState() == Qt::Checked) == item.second.second;
    }
    if (same) return;
    list->clear();
    for (const auto& item : items) {
        auto* entry = new QListWidgetItem(words(item), list);
        entry->setData(ValueRole, item.first);
        entry->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        entry->setCheckState(item.second.second ? Qt::Checked : Qt::Unchecked);
    }
}

QStringList checked(const QListWidget* list) {
    QStringList values;
    for (int i = 0; i < list->count(); ++i)
        if (list->item(i)->checkState() == Qt::Checked) values << list->item(i)->data(ValueRole).toString();
    return values;
}

Meter meterOf(const QString& words) {
    const QStringList parts = words.split(QLatin1Char('/'));
    return {parts.value(0).toInt(), parts.value(1).toInt()};
}

}  // namespace

RulesForm::RulesForm(Curation& curation, QWidget* parent)
    : QWidget(parent),
      curation_(curation),
      meters_(chips("ruleMeters", tr("Meters"), tr("Checked ones are admitted; none checked: all"))),
      bars_(new QSpinBox),
      empty_(new QSpinBox),
      notes_(new QDoubleSpinBox),
      error_(new QSpinBox),
      least_(new QDoubleSpinBox),
      most_(new QDoubleSpinBox),
      lowest_(pitchBox("ruleLowest")),
      highest_(pitchBox("ruleHighest")),
      tags_(chips("ruleTags", tr("Tags"), tr("A piece has to bear one of the checked ones; none checked: any piece"))),
      duplicates_(new QCheckBox(tr("Without duplicates"))) {
    bars_->setObjectName(QStringLiteral("ruleBars"));
    bars_->setRange(0, 100'000);
    bars_->setSpecialValueText(tr("any"));
    empty_->setObjectName(QStringLiteral("ruleEmpty"));
    empty_->setRange(-1, 99);
    empty_->setSpecialValueText(tr("any"));
    empty_->setSuffix(tr(" %"));
    empty_->setToolTip(tr("Share of bars in which nothing sounds. A damaged file is next to silent for thousands of bars"));
    notes_->setObjectName(QStringLiteral("ruleNotes"));
    notes_->setRange(0.0, 1000.0);
    notes_->setDecimals(1);
    notes_->setSingleStep(0.5);
    notes_->setSpecialValueText(tr("any"));
    notes_->setToolTip(tr("Notes that begin in a bar, on average"));
    error_->setObjectName(QStringLiteral("ruleError"));
    error_->setRange(-1, 50);
    error_->setSpecialValueText(tr("any"));
    error_->setSuffix(tr(" %"));
    error_->setToolTip(tr("Mean distance of the notes from the grid, in percent of a 16th"));
    for (QDoubleSpinBox* box : {least_, most_}) {
        box->setRange(0.0, 128.0);
        box->setDecimals(1);
        box->setSingleStep(0.1);
        box->setSpecialValueText(tr("any"));
        box->setToolTip(tr("Notes that sound at once, on average"));
    }
    least_->setObjectName(QStringLiteral("ruleLeast"));
    most_->setObjectName(QStringLiteral("ruleMost"));
    duplicates_->setObjectName(QStringLiteral("ruleDuplicates"));
    duplicates_->setToolTip(tr("Of pieces with the same notes only the first is in"));

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int line = 0;
    const auto effect = [&](Row row) {
        auto* label = effects_[row] = new MutedLabel;
        label->setObjectName(QStringLiteral("effect%1").arg(static_cast<int>(row)));
        label->setAlignment(Qt::AlignRight);
        return label;
    };
    const auto addList = [&](const QString& title, QListWidget* list, Row row) {
        auto* label = new ElidedLabel(title);
        grid->addWidget(label, line, 0);
        grid->addWidget(effect(row), line++, 1, 1, 2);
        grid->addWidget(list, line++, 0, 1, 3);
        return label;
    };
    const auto add = [&](const QString& title, QWidget* field, Row row) {
        auto* label = new ElidedLabel(title);
        label->setBuddy(field);
        grid->addWidget(label, line, 0);
        grid->addWidget(field, line, 1);
        grid->addWidget(effect(row), line++, 2);
    };
    addList(tr("Meters"), meters_, MeterRow);
    add(tr("Bars, at least"), bars_, BarsRow);
    add(tr("Empty bars, at most"), empty_, EmptyRow);
    add(tr("Notes a bar, at least"), notes_, NotesRow);
    add(tr("Off the grid, at most"), error_, ErrorRow);
    add(tr("Notes at once, at least"), least_, LeastRow);
    add(tr("Notes at once, at most"), most_, MostRow);
    add(tr("Lowest pitch"), lowest_, LowestRow);
    add(tr("Highest pitch"), highest_, HighestRow);
    tagTitle_ = addList(tr("Tags"), tags_, TagRow);
    grid->addWidget(duplicates_, line, 0, 1, 2);
    grid->addWidget(effect(DuplicateRow), line, 2);

    connect(meters_, &QListWidget::itemChanged, this, &RulesForm::edited);
    connect(tags_, &QListWidget::itemChanged, this, &RulesForm::edited);
    for (QSpinBox* box : {bars_, empty_, error_}) connect(box, &QSpinBox::valueChanged, this, &RulesForm::edited);
    for (QDoubleSpinBox* box : {notes_, least_, most_}) connect(box, &QDoubleSpinBox::valueChanged, this, &RulesForm::edited);
    for (QComboBox* box : {lowest_, highest_}) connect(box, &QComboBox::currentIndexChanged, this, &RulesForm::edited);
    connect(duplicates_, &QCheckBox::toggled, this, &RulesForm::edited);
    calm_.setSingleShot(true);
    calm_.setInterval(30);
    connect(&calm_, &QTimer::timeout, this, &RulesForm::showEffects);
    connect(&curation_, &Curation::planChanged, this, &RulesForm::refresh);
    connect(&curation_, &Curation::draftChanged, this, &RulesForm::refresh);
    connect(&curation_, &Curation::datasetsChanged, this, &RulesForm::refresh);
    refresh();
}

DatasetRules RulesForm::rules() const {
    DatasetRules rules = noRules();
    // In the order they had, so that what was not touched is no change.
    QStringList admitted = checked(meters_);
    for (const Meter& meter : curation_.dataset().rules.meters)
        if (admitted.removeOne(fromUtf8(meter.text()))) rules.meters.push_back(meter);
    for (const QString& meter : admitted) rules.meters.push_back(meterOf(meter));
    rules.minBars = bars_->value();
    if (empty_->value() >= 0) rules.maxEmpty = empty_->value() / 100.0;
    if (notes_->value() > 0.0) rules.minNotes = notes_->value();
    if (error_->value() >= 0) rules.maxGridError = error_->value() / 100.0;
    if (least_->value() > 0.0) rules.minPolyphony = least_->value();
    if (most_->value() > 0.0) rules.maxPolyphony = most_->value();
    if (lowest_->currentIndex() > 0) rules.lowestPitch = lowest_->currentData().toInt();
    if (highest_->currentIndex() > 0) rules.highestPitch = highest_->currentData().toInt();
    for (const QString& tag : checked(tags_)) rules.tags.push_back(toUtf8(tag));
    rules.withoutDuplicates = duplicates_->isChecked();
    return rules;
}

void RulesForm::refresh() {
    const DatasetRules& now = (curation_.draft() ? *curation_.draft() : curation_.dataset()).rules;
    showing_ = true;
    showLists(now);
    bars_->setValue(now.minBars);
    empty_->setValue(now.maxEmpty ? static_cast<int>(std::lround(*now.maxEmpty * 100)) : -1);
    notes_->setValue(now.minNotes.value_or(0.0));
    error_->setValue(now.maxGridError ? static_cast<int>(std::lround(*now.maxGridError * 100)) : -1);
    least_->setValue(now.minPolyphony.value_or(0.0));
    most_->setValue(now.maxPolyphony.value_or(0.0));
    lowest_->setCurrentIndex(lowest_->findData(now.lowestPitch.value_or(-1)));
    highest_->setCurrentIndex(highest_->findData(now.highestPitch.value_or(-1)));
    duplicates_->setChecked(now.withoutDuplicates);
    showing_ = false;
    if (!calm_.isActive()) calm_.start();
}

void RulesForm::showLists(const DatasetRules& rules) {
    Choices meters, tags;
    for (const Piece& piece : curation_.facts().pieces) {
        DatasetRules this_ = noRules();
        this_.meters = {piece.meter};
        if (isCandidate(this_, piece)) ++meters[fromUtf8(piece.meter.text())].first;
        for (const std::string& tag : piece.tags) ++tags[fromUtf8(tag)].first;
    }
    for (const Meter& meter : rules.meters) meters[fromUtf8(meter.text())].second = true;
    for (const std::string& tag : rules.tags) tags[fromUtf8(tag)].second = true;
    fill(meters_, meters);
    fill(tags_, tags);
    for (QWidget* part : std::initializer_list<QWidget*>{tagTitle_, tags_, effects_[TagRow]}) part->setVisible(!tags.empty());
}

void RulesForm::showEffects() {
    const DatasetRules all = rules();
    std::array<DatasetRules, RowCount> one;
    one.fill(noRules());
    one[EmptyRow].maxEmpty = all.maxEmpty;
    one[NotesRow].minNotes = all.minNotes;
    one[MeterRow].meters = all.meters;
    one[BarsRow].minBars = all.minBars;
    one[ErrorRow].maxGridError = all.maxGridError;
    one[LeastRow].minPolyphony = all.minPolyphony;
    one[MostRow].maxPolyphony = all.maxPolyphony;
    one[LowestRow].lowestPitch = all.lowestPitch;
    one[HighestRow].highestPitch = all.highestPitch;
    one[TagRow].tags = all.tags;
    one[DuplicateRow].withoutDuplicates = all.withoutDuplicates;
    const DatasetFacts& facts = curation_.facts();
    const auto candidates =
        std::count_if(facts.pieces.begin(), facts.pieces.end(), [&](const Piece& piece) { return isCandidate(all, piece); });
    for (std::size_t row = 0; row < RowCount; ++row) {
        if (one[row] == noRules()) {
            effects_[row]->clear();
            continue;
        }
        std::int64_t out = 0;
        if (row == DuplicateRow) {
            Dataset only = curation_.dataset();
            only.rules = one[row];
            for (const auto& [id, membership] : planDataset(facts, only)) out += membership.ruledOut ? 1 : 0;
        } else {
            out = std::count_if(facts.pieces.begin(), facts.pieces.end(), [&](const Piece& piece) {
                return isCandidate(all, piece) && !takenOut(one[row], piece).empty();
            });
        }
        const double share = candidates > 0 ? 100.0 * static_cast<double>(out) / static_cast<double>(candidates) : 0.0;
        effects_[row]->setText(
            tr("−%1 (%2 %)", "pieces taken out, share").arg(whole(out)).arg(QLocale().toString(share, 'f', 0)));
        effects_[row]->setToolTip(tr("This rule by itself takes out %Ln pieces", nullptr, static_cast<int>(out)));
    }
}

void RulesForm::edited() {
    if (showing_) return;
    Dataset changed = curation_.draft() ? *curation_.draft() : curation_.dataset();
    changed.rules = rules();
    curation_.setDraft(changed);
}

}  // namespace ricercar
