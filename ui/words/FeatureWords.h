// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/FeatureLayout.h"

#include <QString>

namespace ricercar {

/// A shown feature by name: "vicinity +7, play", "pitch class E♭", "beat, bit 2".
QString featureWords(FeatureLayout layout, int feature);
/// What its value means at a pitch: "vicinity +7 (E♭5 sounding) = 1".
QString featureMeaning(FeatureLayout layout, int feature, int pitch, const QString& value);
/// "Vicinity", "Echo" ...
QString featureGroupName(FeatureGroup group);

}  // namespace ricercar
