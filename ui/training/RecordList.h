// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/BenchmarkRecord.h"

#include <QTreeWidget>

namespace ricercar {

/// The benchmark runs of a workspace, the latest first.
class RecordList : public QTreeWidget {
    Q_OBJECT

public:
    explicit RecordList(QWidget* parent = nullptr);

    /// `live`: the run in training; 0: none.
    void setRecords(const std::vector<BenchmarkRecord>& records, std::int64_t live);

private:
};

}  // namespace ricercar
