#pragma once

#include <QObject>

#include <cstdint>
#include <vector>

class QMenu;
class QWidget;

namespace ricercar {

class Curation;
class Jobs;
class Session;

/// Menus of what can be done to pieces: remedies, tags, the side in the dataset. What all of the pieces have is checked;
/// choosing it again takes it back.
class PieceMenus : public QObject {
    Q_OBJECT

public:
    /// Forms that are opened belong to `window`.
    PieceMenus(Jobs& jobs, Session& session, Curation& curation, QWidget* window);

    /// Adds the submenus.
    void addTo(QMenu* menu, const std::vector<std::int64_t>& pieces);
    void fillRemedies(QMenu* menu, const std::vector<std::int64_t>& pieces);
    void fillTags(QMenu* menu, const std::vector<std::int64_t>& pieces);
    void fillSides(QMenu* menu, const std::vector<std::int64_t>& pieces);

private:
    void askTag(const std::vector<std::int64_t>& pieces);

    Jobs& jobs_;
    Session& session_;
    Curation& curation_;
    QWidget* window_;
};

}  // namespace ricercar
