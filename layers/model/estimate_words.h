// SPDX-License-Identifier: MIT
#pragma once

#include "layers/language/language.h"
#include "layers/model/area_table.h"
#include "layers/model/sides.h"

#include <string>
#include <vector>

namespace layers {

/// What it would be at most off, as "±312": the larger of the two deviations, rounded up; empty if nothing is known.
/// Of strips that were drawn anew "~14,790 ±120", about their middle.
std::string tolerance(const Estimate& estimate, int decimals = 0);

/// "5,877", "2,235 (1,262–5,470)" with the smallest and the largest reading, those of contested land included, "–" for
/// nothing at all, "<1"; with "?" where the text is unclear, "[27,050?]" where it is so
/// on a part of it. With decimals for what is small, such as a zone that
/// somebody drew.
std::string area_text(const Estimate& estimate, int decimals = 0);

/// " (0–371)": the area with contested land counted with the one and with the other side; empty where that is the
/// same.
std::string contested_text(const Estimate& estimate);

/// The area with its tolerance: "5,877 ±312".
std::string estimate_text(const Estimate& estimate, int decimals = 0);

/// The same for who hears it: "5,347 km², 5,347 to 18,991 by other readings of the text, give or take 31, the text
/// is unclear".
std::string spoken_text(const Estimate& estimate);

/// "?", or " [850?]" where the text leaves open only so much of it; empty where the text is clear.
std::string open_mark(const Estimate& estimate, int decimals = 0);

/// What these two mean.
std::string unclear_words();

/// What "~" stands for.
std::string redrawn_words();

/// What a strip without ± lacks.
inline constexpr const char* not_redrawn_words =
    tr_later("strips have no ± until they are drawn anew along displaced lines");

/// "± nine times in ten, were …": what the interval beside figures on these lines means; empty if none has an accuracy.
std::string interval_words(const std::vector<const LineInfo*>& lines, IntervalKind kind);

/// "comes back to Ukraine"; "Ukraine withdraws, on the side of Russia", of a status that does not say it itself; "left
/// open, held by Russia". Of land that is left open and held by nobody the status alone.
std::string in_words(const StatusClass& status_class, const Sides& sides);

/// The status, with the holder where the same status stands for two of them, in the words of the sides.
std::string class_words(const StatusClass& status_class, const std::vector<StatusClass>& all, const Sides& sides);

}  // namespace layers
