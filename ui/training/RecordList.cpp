// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/RecordList.h"

#include "ui/training/RunModel.h"
#include "ui/words/Words.h"

#include <QHeaderView>

namespace ricercar {
namespace {

struct RecordColumn {
    enum { Name, Set, Train, Validation, Test, Standing };
};

QString stateWords(const BenchmarkRecord& record, bool live) {
    if (!live && record.state == RunState::Finished && !record.result) return RecordList::tr("Not scored");
    return runStateName(record.state);
}

}  // namespace

RecordList::RecordList(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("benchmarkRuns"));
    setAccessibleName(tr("Benchmark runs of this workspace"));
    setHeaderLabels({tr("Run"), tr("Set"), tr("Train"), tr("Validation"), tr("Test"), tr("State")});
    for (const int column : {RecordColumn::Train, RecordColumn::Validation, RecordColumn::Test})
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(RecordColumn::Name, QHeaderView::Stretch);
}

void RecordList::setRecords(const std::vector<BenchmarkRecord>& records, std::int64_t live) {
    clear();
    const auto nats = [](double value) { return QLocale().toString(value, 'f', 3); };
    for (const BenchmarkRecord& record : records) {
        auto* item = new QTreeWidgetItem(this, {fromUtf8(record.name), fromUtf8(record.set)});
        item->setToolTip(RecordColumn::Set, fromUtf8(record.rolls));
        if (const auto& result = record.result) {
            item->setText(RecordColumn::Train, nats(result->trainNats));
            item->setText(RecordColumn::Validation, nats(result->validNats));
            item->setText(RecordColumn::Test, nats(result->testNats));
            item->setToolTip(RecordColumn::Standing,
                             tr("Trained for %1 on %2").arg(duration(result->seconds), fromUtf8(result->machine)));
        }
        for (const int column : {RecordColumn::Train, RecordColumn::Validation, RecordColumn::Test})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        item->setText(RecordColumn::Standing, stateWords(record, record.runId == live && live != 0));
    }
}

}  // namespace ricercar
