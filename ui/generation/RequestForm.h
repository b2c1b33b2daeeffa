// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workbench/DrawEffects.h"
#include "core/workbench/Takes.h"

#include <QWidget>

namespace ricercar {

class ConstraintsForm;
class DrawForm;
class FoldingSection;
class GivenCells;
class GivenRow;
class MusicForm;
class Stage;
class StructureForm;
class StyleForm;
class WorkspaceStore;

/// A request for takes as a form: what is always asked, the rest in sections that fold. What no field shows stays as it was in
/// the request that was shown last.
class RequestForm : public QWidget {
    Q_OBJECT

public:
    RequestForm(WorkspaceStore& store, Stage& stage, GivenCells& given, QWidget* parent = nullptr);

    [[nodiscard]] TakeRequest request() const;
    /// A request whose primer is read (withPrimerRead); `as` is the same as it was written, `title` the primer's.
    void show(const TakeRequest& request, const TakeRequest& as, const QString& title);
    /// The model's own way: where the form still shows the one of before, it shows this.
    void setUsual(const QString& file, const SampleSettings& usual, const Meter& meter);
    /// All but model, primer, bars, variations and seed as the model wants it.
    void reset();
    void setEffects(const DrawEffects& effects);

    [[nodiscard]] MusicForm& music() { return *music_; }
    [[nodiscard]] StyleForm& style() { return *style_; }
    /// Of the new music.
    [[nodiscard]] Meter meter() const;

signals:
    void changed();

private:
    void addSections();
    void takeGiven();
    void tell();
    /// The first new bar begins there.
    [[nodiscard]] int firstNewStep() const;

    GivenCells& given_;
    MusicForm* music_;
    GivenRow* givenRow_;
    DrawForm* draw_;
    ConstraintsForm* constraints_;
    StructureForm* structure_;
    StyleForm* style_;
    FoldingSection *drawSection_ = nullptr, *constraintsSection_ = nullptr, *structureSection_ = nullptr,
                   *styleSection_ = nullptr;

    TakeRequest base_;      ///< what the fields do not show
    bool asShown_ = false;  ///< the primer is still that of `base_`
    SampleSettings usual_;
    QString usualOf_;
    Meter usualMeter_;
    bool meterOfGiven_ = false;
    bool showing_ = false;
};

}  // namespace ricercar
