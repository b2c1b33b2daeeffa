// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace ricercar {

class Jobs;
class WorkspaceStore;

/// Which takes go on from which, as far as they are in the workspace. Read on a worker as takes come.
class TakeTree : public QObject {
    Q_OBJECT

public:
    TakeTree(Jobs& jobs, WorkspaceStore& store, QObject* parent = nullptr);

    /// 0: it has none here.
    [[nodiscard]] std::int64_t parentOf(std::int64_t take) const;
    /// The oldest first.
    [[nodiscard]] std::vector<std::int64_t> childrenOf(std::int64_t take) const;
    /// It goes on from a take, whether that is here or not.
    [[nodiscard]] bool hasOrigin(std::int64_t take) const;

signals:
    void changed();

private:
    struct Place {
        std::string mark, parent;
    };
    void read();

    Jobs& jobs_;
    WorkspaceStore& store_;
    std::unordered_map<std::int64_t, Place> places_;
    std::unordered_map<std::string, std::int64_t> byMark_;
    bool reading_ = false;
};

}  // namespace ricercar
