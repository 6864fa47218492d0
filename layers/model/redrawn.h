// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/vocabulary.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace layers {

struct Overlay;
struct Plan;

/// What figures of one plan come to when it is laid on lines that are displaced at random, see displaced(): strips are
/// drawn anew along each.
struct Redrawn {
    struct Spread {
        double middle_km2, deviation_km2;  ///< median, and standard deviation about it
    };
    /// Of a status class or a zone, see redrawn_key(); in a unit by its code, or its name if it has none, or in all:
    /// "".
    using Key = std::tuple<std::string, std::string>;
    int draws = 0;
    std::map<Key, Spread> figures;

    const Spread* find(const std::string& what, const std::string& unit) const;
};

std::string redrawn_key(const StatusClass& status_class);
std::string redrawn_key(const std::string& zone);

/// Land by what it is under one plan and under another, in every draw.
struct RedrawnPair {
    using Key = std::tuple<int, StatusClass, StatusClass>;  ///< reporting unit by index, from, to
    using ZoneKey = std::pair<std::size_t, bool>;           ///< by zone_pairs(); what it gains, or loses
    std::map<Key, std::vector<double>> km2;                 ///< by draw
    std::map<ZoneKey, std::vector<double>> zones_km2;
};

/// Several plans on the same draws: errors that they share cancel in differences.
struct RedrawnPlans {
    std::vector<Redrawn> plans;
    std::vector<RedrawnPair> pairs;  ///< the first with each of the others
};

/// How far middles of draws are off what a detailed polygon of the same day gives, as a part: the root mean square of
/// 17 strips of 0.5 to 20 km along DeepState's polygon of 24 December 2025, without pieces under 20 km2. Most of it is
/// Kherson oblast, where the front is a river and an estuary.
inline constexpr double redrawing_error = 0.011;

/// Of the length of the front within the units, in km.
inline const std::string redrawn_front = "front";

inline constexpr std::uint64_t redrawing_seed = 20251224;

/// Draws on all processors; the same on every machine. Plans without strips, and pairs of such, have no figures. Throws
/// as cut().
RedrawnPlans redraw(std::vector<Plan> plans, const Overlay& land, int draws, std::uint64_t seed = redrawing_seed);
Redrawn redraw(const Plan& plan, const Overlay& land, int draws, std::uint64_t seed = redrawing_seed);

/// Of what was drawn, in any order; none of nothing.
Redrawn::Spread spread_of(std::vector<double> values);

/// As the built-in file has them: of built-in plans as they are, on the built-in units and their own line; nothing for
/// others.
std::optional<Redrawn> kept_redrawn(const Plan& plan, const Overlay& land);

}  // namespace layers
