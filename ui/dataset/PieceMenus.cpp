// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/PieceMenus.h"

#include "ui/dataset/GridForm.h"
#include "ui/dataset/PieceColumns.h"
#include "ui/dataset/VoicesForm.h"
#include "ui/services/Curation.h"
#include "ui/services/WorkspaceStore.h"
#include "ui/words/PieceWords.h"
#include "ui/words/RemedyWords.h"
#include "ui/words/Words.h"

#include <QActionGroup>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>
#include <set>

namespace ricercar {
namespace {

struct Entry {
    const char* name;  ///< of the action, for tests
    Remedy remedy;
    const char* tip;
};

const std::vector<Entry>& simpleEntries() {
    static const std::vector<Entry> entries{
        {"remedyFindBeat", FindBeat{},
         QT_TRANSLATE_NOOP("ricercar::PieceMenus",
                           "For a recording made without a click: beats are found in its onsets, and the "
                           "notes are laid on them")},
        {"remedyJoin", JoinMeters{},
         QT_TRANSLATE_NOOP(
             "ricercar::PieceMenus",
             "A file is split where its meter changes; this takes it as one piece in the meter that holds longest")},
        {"remedyDouble", ScaleTempo{true},
         QT_TRANSLATE_NOOP("ricercar::PieceMenus", "For a beat notated at half its tempo: every note takes twice its steps")},
        {"remedyHalve", ScaleTempo{false},
         QT_TRANSLATE_NOOP("ricercar::PieceMenus", "For a beat notated at twice its tempo: every note takes half its steps")},
        {"remedyDrums", Drums{true},
         QT_TRANSLATE_NOOP("ricercar::PieceMenus",
                           "Channel 10, and what a bank or a system message makes drums, is left out otherwise")},
        {"remedyPedal", SustainPedal{true},
         QT_TRANSLATE_NOOP("ricercar::PieceMenus", "Notes ring on while the sustain pedal is down")},
        {"remedyKeepSilence", KeepSilence{},
         QT_TRANSLATE_NOOP("ricercar::PieceMenus", "Silent bars at either end are left out otherwise")},
        {"remedySetAside", SetAside{},
         QT_TRANSLATE_NOOP("ricercar::PieceMenus", "It stays in the list, but is not learnt from")},
    };
    return entries;
}

bool alike(const Remedy& a, const Remedy& b) {
    if (a.index() != b.index()) return false;
    if (const auto* tempo = std::get_if<ScaleTempo>(&a)) return *tempo == std::get<ScaleTempo>(b);
    if (const auto* drums = std::get_if<Drums>(&a)) return *drums == std::get<Drums>(b);
    if (const auto* pedal = std::get_if<SustainPedal>(&a)) return *pedal == std::get<SustainPedal>(b);
    return true;
}

}  // namespace

PieceMenus::PieceMenus(Jobs& jobs, WorkspaceStore& store, Notices& notices, Changes& changes, Curation& curation,
                       QWidget* window)
    : QObject(window), jobs_(jobs), store_(store), notices_(notices), changes_(changes), curation_(curation), window_(window) {}

void PieceMenus::addTo(QMenu* menu, const std::vector<std::int64_t>& pieces) {
    fillRemedies(menu->addMenu(tr("&Remedies")), pieces);
    fillTags(menu->addMenu(tr("&Tags")), pieces);
    fillSubsets(menu->addMenu(tr("&Split")), pieces);
    menu->addSeparator();
}

void PieceMenus::fillRemedies(QMenu* menu, const std::vector<std::int64_t>& pieces) {
    menu->setToolTipsVisible(true);
    std::vector<Recipe> recipes;
    for (const std::int64_t id : pieces)
        if (const Piece* piece = store_.piece(id)) recipes.push_back(recipeOf(piece->recipe));
    const auto has = [](const Recipe& recipe, const Remedy& remedy) {
        return std::any_of(recipe.begin(), recipe.end(), [&](const Remedy& one) { return alike(one, remedy); });
    };
    const auto all = [&](const Remedy& remedy) {
        return !recipes.empty() &&
               std::all_of(recipes.begin(), recipes.end(), [&](const Recipe& recipe) { return has(recipe, remedy); });
    };
    const auto addSimple = [&](const Entry& entry) {
        QAction* action = menu->addAction(remedyName(entry.remedy));
        action->setObjectName(QLatin1String(entry.name));
        action->setCheckable(true);
        action->setChecked(all(entry.remedy));
        action->setToolTip(tr(entry.tip));
        action->setEnabled(!recipes.empty());
        connect(action, &QAction::triggered, this, [this, pieces, remedy = entry.remedy](bool on) {
            if (on)
                curation_.applyRemedy(pieces, remedy);
            else
                curation_.removeRemedy(pieces, remedy);
        });
    };
    const auto add = [&](const char* name, const QString& title, const QString& tip, auto action) {
        QAction* made = menu->addAction(title, this, action);
        made->setObjectName(QLatin1String(name));
        made->setToolTip(tip);
        made->setEnabled(!recipes.empty());
        return made;
    };
    const auto& simple = simpleEntries();
    addSimple(simple[0]);
    addSimple(simple[1]);
    menu->addSeparator();
    add("remedyGrid", tr("Shift the grid …"), tr("Where the first bar begins, and every note earlier or later, by ear and eye"),
        [this, pieces] { (new GridForm(jobs_, store_, notices_, changes_, curation_, pieces, window_))->show(); });
    add("remedyNearest", tr("Shift to the nearest grid"), tr("For a recording that lies beside the grid as a whole"),
        [this, pieces] { curation_.shiftToGrid(pieces); });
    addSimple(simple[2]);
    addSimple(simple[3]);
    menu->addSeparator();
    add("remedyVoices", tr("Choose tracks and channels …"), tr("Only those are kept"),
        [this, pieces] { (new VoicesForm(jobs_, store_, curation_, pieces, window_))->show(); });
    for (std::size_t i = 4; i < 7; ++i) addSimple(simple[i]);
    menu->addSeparator();
    addSimple(simple[7]);
    const bool any = std::any_of(recipes.begin(), recipes.end(), [](const Recipe& recipe) { return !recipe.empty(); });
    add("remedyNone", tr("Take all remedies back"), tr("The pieces as they were imported"), [this, pieces] {
        curation_.removeRemedies(pieces);
    })->setEnabled(any);
}

void PieceMenus::fillTags(QMenu* menu, const std::vector<std::int64_t>& pieces) {
    std::set<std::string> known;
    for (const Piece& piece : store_.pieces()) known.insert(piece.tags.begin(), piece.tags.end());
    const auto everywhere = [&](const std::string& tag) {
        return !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), [&](std::int64_t id) {
            const Piece* piece = store_.piece(id);
            return piece && std::find(piece->tags.begin(), piece->tags.end(), tag) != piece->tags.end();
        });
    };
    for (const std::string& tag : known) {
        QString title = fromUtf8(tag);
        QAction* action = menu->addAction(title.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(everywhere(tag));
        connect(action, &QAction::triggered, this, [this, pieces, word = fromUtf8(tag)](bool on) {
            if (on)
                curation_.addTag(pieces, word);
            else
                curation_.removeTag(pieces, word);
        });
    }
    if (!known.empty()) menu->addSeparator();
    menu->addAction(tr("New tag …"), this, [this, pieces] { askTag(pieces); })->setObjectName(QStringLiteral("newTag"));
}

void PieceMenus::askTag(const std::vector<std::int64_t>& pieces) {
    auto* ask = new QInputDialog(window_);
    ask->setObjectName(QStringLiteral("askTag"));
    ask->setAttribute(Qt::WA_DeleteOnClose);
    ask->setWindowTitle(tr("New tag"));
    ask->setLabelText(tr("A word to find these pieces by, and to choose them with in the rules of a dataset"));
    connect(ask, &QInputDialog::textValueSelected, this, [this, pieces](const QString& tag) { curation_.addTag(pieces, tag); });
    ask->open();
}

void PieceMenus::fillSubsets(QMenu* menu, const std::vector<std::int64_t>& pieces) {
    auto* group = new QActionGroup(menu);
    const auto byHand = [&](std::optional<Subset> subset) {
        return !pieces.empty() && std::all_of(pieces.begin(), pieces.end(), [&](std::int64_t id) {
            const Membership* membership = curation_.membership(id);
            return membership && (subset ? membership->byHand && membership->subset == *subset : !membership->byHand);
        });
    };
    const auto add = [&](const QString& title, std::optional<Subset> subset) {
        QAction* action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(byHand(subset));
        action->setActionGroup(group);
        action->setObjectName(subset ? QStringLiteral("side%1").arg(static_cast<int>(*subset))
                                     : QStringLiteral("sideAutomatic"));
        connect(action, &QAction::triggered, this, [this, pieces, subset] { curation_.setSubset(pieces, subset); });
    };
    add(tr("Automatic"), std::nullopt);
    menu->addSeparator();
    for (const Subset subset : {Subset::Train, Subset::Validation, Subset::Test, Subset::Off}) add(subsetName(subset), subset);
}

}  // namespace ricercar
