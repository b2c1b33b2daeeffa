#pragma once

#include "ui/pianoroll/RollOptions.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QScrollBar;
class QSettings;

namespace ricercar {

class NoteActions;
class RollEditor;
class RollHeader;
class RollView;
class Session;

/// The roll with its header and scroll bars; shows what the session shows, in the form that was chosen.
class RollPanel : public QWidget {
    Q_OBJECT

public:
    explicit RollPanel(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] RollView& view() { return *view_; }
    [[nodiscard]] RollHeader& header() { return *header_; }
    /// A row beneath the roll.
    void addFooter(QWidget* row);
    [[nodiscard]] RollEditor& editor() { return *editor_; }
    [[nodiscard]] NoteActions& actions() { return *actions_; }
    /// The form that is shown; what has only one stays in that.
    [[nodiscard]] Representation representation() const;
    void setRepresentation(Representation wanted);
    /// Between the notes and the scroll bar; shown and hidden by whoever made it.
    void addStrip(QWidget* strip);
    void setOptions(const RollOptions& options);
    /// The content that belongs to what the session shows, with scale and ghosts; nothing is selected.
    [[nodiscard]] RollContent contentShown() const;
    void saveOptions(QSettings& settings) const;
    void restoreOptions(const QSettings& settings);

private:
    void showAll();
    void showForm();
    void showEdited();
    void addTools();
    [[nodiscard]] QComboBox* snapChooser();
    void offer();
    void syncBars();
    [[nodiscard]] QString facts() const;
    [[nodiscard]] std::optional<Scale> scale() const;

    Session& session_;
    RollView* view_;
    RollEditor* editor_;
    NoteActions* actions_;
    RollHeader* header_;
    QScrollBar* across_;
    QScrollBar* down_;
    QGridLayout* layout_;
    KeyEstimate key_;  ///< of what is shown
};

}  // namespace ricercar
