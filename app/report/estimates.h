// SPDX-License-Identifier: MIT
#pragma once

#include "app/report/json_fwd.h"
#include "layers/model/area_table.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What it would be at most off, as "±312": the larger of the two deviations, rounded up; empty if nothing is known.
std::string tolerance(const layers::Estimate& estimate, int decimals = 0);

/// "5,877", "2,235 (1,262–5,470)" with the smallest and the largest reading, those of contested land included, "–" for
/// nothing at all, "<1"; with "?" where the text is unclear. With decimals for what is small, such as a zone that
/// somebody drew.
std::string area_text(const layers::Estimate& estimate, int decimals = 0);

/// " (0–371)": the figure with contested land counted with the one and with the other side; empty where that is the
/// same.
std::string contested_text(const layers::Estimate& estimate);

/// The same with the tolerance: "5,877 ±312".
std::string estimate_text(const layers::Estimate& estimate, int decimals = 0);

/// km2, km2_min, km2_max, and km2_smallest and km2_largest for the readings; null where there is none. Where contested
/// land makes a difference, also km2_contested_not_held and km2_contested_held: all of it with the one and the other
/// side.
void add_estimate(Json& object, const layers::Estimate& estimate);

/// km2_contested_not_held and km2_contested_held, where contested land makes a difference.
void add_contested(Json& object, const layers::Estimate& estimate);

/// km2, km2_min, km2_max: of a difference, which has no readings.
void add_interval(Json& object, const layers::Estimate& estimate);

/// The status, with the holder where the same status stands for two of them, in the words of the sides.
std::string class_words(const layers::StatusClass& status_class, const std::vector<layers::StatusClass>& all,
                        const layers::Sides& sides);

/// The same five as CSV fields, and their headings; seven where there is contested land.
std::vector<std::string> estimate_fields(const layers::Estimate& estimate, bool has_contested);
std::vector<std::string> estimate_headings(bool has_contested);

}  // namespace app
