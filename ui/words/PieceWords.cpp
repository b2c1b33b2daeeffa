// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/PieceWords.h"

#include <QCoreApplication>

namespace ricercar {
namespace {

struct PieceWords {
    Q_DECLARE_TR_FUNCTIONS(PieceWords)
};

}  // namespace

QString stateName(PieceState state) {
    switch (state) {
        case PieceState::Accepted: return PieceWords::tr("Accepted");
        case PieceState::Warned: return PieceWords::tr("With remarks");
        case PieceState::Rejected: break;
    }
    return PieceWords::tr("Rejected");
}

QString subsetName(Subset subset) {
    switch (subset) {
        case Subset::Train: return PieceWords::tr("Training");
        case Subset::Validation: return PieceWords::tr("Validation");
        case Subset::Test: return PieceWords::tr("Test");
        case Subset::Off: break;
    }
    return PieceWords::tr("Off");
}

}  // namespace ricercar
