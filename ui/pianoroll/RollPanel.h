// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pianoroll/RollOptions.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QScrollBar;
class QSettings;

namespace ricercar {

class Changes;
class Editing;
class NoteActions;
class RollEditor;
class RollHeader;
class RollSurface;
class RollView;
class Stage;
class WorkspaceStore;

/// The roll with its header and scroll bars; shows what the stage shows, in the form that was chosen.
class RollPanel : public QWidget {
    Q_OBJECT

public:
    RollPanel(WorkspaceStore& store, Stage& stage, Changes& changes, Editing& editing, QWidget* parent = nullptr);

    [[nodiscard]] RollView& view() { return *view_; }
    /// For what other panels show on it.
    [[nodiscard]] RollSurface& surface() { return *surface_; }
    [[nodiscard]] RollHeader& header() { return *header_; }
    /// Stands in the place of the roll while it is wanted.
    void addStartPage(QWidget* page);
    void setStartShown(bool shown);
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
    /// The content that belongs to what the stage shows, with scale and ghosts; nothing is selected.
    [[nodiscard]] RollContent contentShown() const;
    void saveOptions(QSettings& settings) const;
    void restoreOptions(const QSettings& settings);

private:
    class Surface;
    void showAll();
    void showForm();
    void showEdited();
    void addTools();
    [[nodiscard]] QComboBox* snapChooser();
    void offer();
    void syncBars();
    [[nodiscard]] QString facts() const;
    [[nodiscard]] std::optional<Scale> scale() const;

    WorkspaceStore& store_;
    Stage& stage_;
    RollView* view_;
    RollEditor* editor_;
    NoteActions* actions_;
    RollSurface* surface_;
    RollHeader* header_;
    QScrollBar* across_;
    QScrollBar* down_;
    QGridLayout* layout_;
    QWidget* start_ = nullptr;
    KeyEstimate key_;  ///< of what is shown
};

}  // namespace ricercar
