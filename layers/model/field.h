// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace layers {

/// A field of demarc's outputs by its names: the same figure has the same key in CSV, JSON, GeoJSON and GeoPackage.
/// Those that only files have need no heading: a column of one of them is blank there.
struct Field {
    std::string_view key;
    std::string_view heading{};    ///< of tables, in English: see tr()
    std::string_view short_key{};  ///< in a Shapefile, whose names have ten characters
};

/// The one place that has these names. Units: km2… in km², …km in km, lon and lat in degrees, dates in ISO 8601.
namespace field {

// What it is about.
inline constexpr Field plan{"plan", "plan"};
inline constexpr Field name{"name", "name"};
inline constexpr Field name_uk{"name_uk", "назва"};
inline constexpr Field title{"title", "title"};
inline constexpr Field title_uk{"title_uk", "назва"};
inline constexpr Field summary{"summary", "summary"};
inline constexpr Field date{"date", "date"};
inline constexpr Field since{"since", "since"};
inline constexpr Field text_date{"text_date", "date of the text"};
inline constexpr Field text_status{"text_status", "text"};
inline constexpr Field layer{"layer", "layer"};
inline constexpr Field unit{"unit", "unit"};
inline constexpr Field unit_code{"unit_code", "code"};
inline constexpr Field unit_uk{"unit_uk", "назва"};
inline constexpr Field upper_unit{"upper_unit", "in"};
inline constexpr Field by_unit{"by_unit", "unit"};
inline constexpr Field by_unit_code{"by_unit_code", "code"};
inline constexpr Field kind{"kind", "kind"};
inline constexpr Field id{"id", "zone"};
inline constexpr Field zone{"zone", "zone"};
inline constexpr Field zones{"zones", "zones"};
inline constexpr Field place{"name", "place"};
inline constexpr Field facility{"name", "facility"};
inline constexpr Field nearest_place{"nearest_place", "nearest place", "near_place"};
inline constexpr Field nearest_place_km{"nearest_place_km", "", "near_km"};
inline constexpr Field role{"role", "role"};
inline constexpr Field lon{"lon", "longitude"};
inline constexpr Field lat{"lat", "latitude"};
inline constexpr Field population{"population", "people before the war"};
inline constexpr Field population_approximate{"population_approximate", "", "pop_approx"};

// Who holds it, and as what.
inline constexpr Field holder{"holder", "holder"};
inline constexpr Field other_holder{"other_holder", "and", "other_hold"};
inline constexpr Field status{"status", "status"};
inline constexpr Field meaning{"meaning", "meaning"};
inline constexpr Field change{"change", "change"};
inline constexpr Field change_km2{"change_km2", "change"};
inline constexpr Field fitted_km2{"fitted_km2"};  ///< of km2: along border and coast; what is left is as drawn
inline constexpr Field change_km2_min{"change_km2_min"};
inline constexpr Field change_km2_max{"change_km2_max"};
inline constexpr Field changes{"changes"};  ///< what: "hands", "status", "left open"; or it is "redrawing", or "undone"
inline constexpr Field undone{"undone"};    ///< the day on which it went back
inline constexpr Field undoes{"undoes"};    ///< the day whose change it takes back
inline constexpr Field from{"from"};
inline constexpr Field to{"to"};
inline constexpr Field from_holder{"from_holder", "", "from_hold"};
inline constexpr Field from_status{"from_status", "", "from_stat"};
inline constexpr Field to_holder{"to_holder"};
inline constexpr Field to_status{"to_status"};
inline constexpr Field a{"a"};
inline constexpr Field b{"b"};
inline constexpr Field plan_a{"plan_a"};
inline constexpr Field plan_b{"plan_b"};
inline constexpr Field if_contested_not_held{"if_contested_not_held"};
inline constexpr Field if_contested_held{"if_contested_held"};

// How much.
inline constexpr Field km2{"km2", "km²"};
inline constexpr Field km2_against{"km2_against", "km² by the other"};
inline constexpr Field difference_km2{"difference_km2", "difference"};
inline constexpr Field km2_min{"km2_min"};
inline constexpr Field km2_max{"km2_max"};
inline constexpr Field km2_smallest{"km2_smallest", "", "km2_small"};
inline constexpr Field km2_largest{"km2_largest", "", "km2_large"};
inline constexpr Field km2_contested_not_held{"km2_contested_not_held", "", "km2_cont_n"};
inline constexpr Field km2_contested_held{"km2_contested_held", "", "km2_cont_h"};
inline constexpr Field tolerance{"", "line ±"};  ///< of tables: the interval about km2
inline constexpr Field share{"", "share"};       ///< of tables
inline constexpr Field percent_of_unit{"percent_of_unit", "% of it", "pct_unit"};
inline constexpr Field official_km2{"official_km2", "official km²", "offic_km2"};
inline constexpr Field percent_of_official{"percent_of_official", "% of the official area", "pct_offic"};
inline constexpr Field difference_percent{"difference_percent", "%", "diff_pct"};  ///< from the official area
inline constexpr Field km{"km", "km"};
inline constexpr Field mean_width_km{"mean_width_km", "", "width_km"};
inline constexpr Field km2_gained{"km2_gained", "gained"};
inline constexpr Field km2_lost{"km2_lost", "lost"};
inline constexpr Field gained{"gained"};
inline constexpr Field lost{"lost"};
inline constexpr Field total_km2{"total_km2"};
inline constexpr Field front_km{"front_km"};
inline constexpr Field shares{"shares"};
inline constexpr Field groups{"groups"};
inline constexpr Field fronts{"fronts"};
inline constexpr Field zones_by_holder{"zones_by_holder"};
inline constexpr Field zones_km2{"zones_km2"};
inline constexpr Field km2_outside{"km2_outside", "", "km2_outsid"};  ///< at sea and abroad
inline constexpr Field moved_km2{"moved_km2"};
inline constexpr Field off_land_km{"off_land_km"};
inline constexpr Field distance_to_line_km{"distance_to_line_km", "km to the line"};
inline constexpr Field within_accuracy{"within_accuracy"};
inline constexpr Field may_change_hands{"may_change_hands"};
inline constexpr Field zones_within_accuracy{"zones_within_accuracy"};

// How it came about.
inline constexpr Field receipt{"receipt"};
inline constexpr Field program{"program"};
inline constexpr Field version{"version"};
inline constexpr Field libraries{"libraries"};
inline constexpr Field command{"command"};
inline constexpr Field output{"output"};
inline constexpr Field inputs{"inputs"};
inline constexpr Field sha256{"sha256"};
inline constexpr Field bytes{"bytes"};
inline constexpr Field built_in{"built_in"};
inline constexpr Field left_out{"left_out"};

// Where a fetched file comes from.
inline constexpr Field final_address{"final_address"};
inline constexpr Field fetched{"fetched"};
inline constexpr Field etag{"etag"};
inline constexpr Field last_modified{"last_modified"};
inline constexpr Field content_type{"content_type"};
inline constexpr Field licence{"licence", "licence"};
inline constexpr Field terms{"terms", "terms"};
inline constexpr Field classes{"classes", "classes"};
inline constexpr Field pages{"pages"};
inline constexpr Field protocol{"protocol"};
inline constexpr Field first_date{"first_date", "from"};
inline constexpr Field newest_date{"newest_date", "newest seen"};
inline constexpr Field tried{"tried"};
inline constexpr Field remarks{"remarks"};
inline constexpr Field provenance{"provenance"};

// What it rests on.
inline constexpr Field description{"description"};
inline constexpr Field clause{"clause", "clause"};
inline constexpr Field where{"where", "land"};
inline constexpr Field confidence{"confidence", "confidence"};
inline constexpr Field unclear{"unclear"};
inline constexpr Field sources{"sources", "sources"};
inline constexpr Field source{"source", "source"};
inline constexpr Field key{"key"};
inline constexpr Field publisher{"publisher"};
inline constexpr Field address{"address"};
inline constexpr Field line{"line", "line"};
inline constexpr Field line_date{"line_date"};
inline constexpr Field line_source{"line_source", "", "line_src"};
inline constexpr Field line_accuracy_km{"line_accuracy_km", "", "line_acckm"};
inline constexpr Field line_correlation_km{"line_correlation_km", "", "line_corkm"};
inline constexpr Field fit_km{"fit_km"};
inline constexpr Field line_fit_km{"line_fit_km", "", "line_fitkm"};  ///< blank: land counts as drawn
inline constexpr Field accuracy_km{"accuracy_km"};
inline constexpr Field correlation_km{"correlation_km"};
inline constexpr Field correlation_assumed{"correlation_assumed"};
inline constexpr Field km2_redrawn{"km2_redrawn", "", "km2_redrwn"};
inline constexpr Field km2_redrawn_deviation{"km2_redrawn_deviation"};  ///< of the draws, without the method's error
inline constexpr Field interval{"interval"};
inline constexpr Field interval_a{"interval_a"};
inline constexpr Field interval_b{"interval_b"};
inline constexpr Field probability{"probability"};
inline constexpr Field model{"model"};
inline constexpr Field line_a{"line_a"};
inline constexpr Field line_a_date{"line_a_date", "", "line_a_day"};
inline constexpr Field line_a_source{"line_a_source", "", "line_a_src"};
inline constexpr Field line_a_accuracy_km{"line_a_accuracy_km", "", "line_a_akm"};
inline constexpr Field line_b{"line_b"};
inline constexpr Field line_b_date{"line_b_date", "", "line_b_day"};
inline constexpr Field line_b_source{"line_b_source", "", "line_b_src"};
inline constexpr Field line_b_accuracy_km{"line_b_accuracy_km", "", "line_b_akm"};
inline constexpr Field other_lines{"other_lines"};
inline constexpr Field units_source{"units_source"};
inline constexpr Field units_date{"units_date"};
inline constexpr Field by{"by"};
inline constexpr Field edges{"edges"};
inline constexpr Field ellipsoid{"ellipsoid"};
inline constexpr Field parameters{"parameters"};
inline constexpr Field parameters_a{"parameters_a"};
inline constexpr Field parameters_b{"parameters_b"};
inline constexpr Field value{"value"};
inline constexpr Field readings{"readings"};
inline constexpr Field notes{"notes", "notes"};
inline constexpr Field text{"text"};

// Parts of documents.
inline constexpr Field rows{"rows"};
inline constexpr Field totals{"totals"};
inline constexpr Field zone_totals{"zone_totals"};
inline constexpr Field matrix{"matrix"};
inline constexpr Field changed{"changed"};
inline constexpr Field net{"net"};
inline constexpr Field zone_changes{"zone_changes"};
inline constexpr Field entering{"entering", "towns that enter"};
inline constexpr Field leaving{"leaving", "towns that leave"};
inline constexpr Field places{"places"};
inline constexpr Field facilities{"facilities"};
inline constexpr Field rules{"rules"};
inline constexpr Field not_drawn{"not_drawn"};
inline constexpr Field what{"what"};
inline constexpr Field why{"why"};
inline constexpr Field claim{"claim", "check"};
inline constexpr Field found{"found", "found"};
inline constexpr Field passed{"passed"};
inline constexpr Field feature{"feature", "feature"};
inline constexpr Field geometry{"geometry", "geometry"};

// How it is drawn (simplestyle-spec).
inline constexpr Field fill{"fill"};
inline constexpr Field fill_opacity{"fill-opacity", "", "fill_opac"};
inline constexpr Field stroke{"stroke"};
inline constexpr Field stroke_width{"stroke-width", "", "stroke_wid"};

}  // namespace field

/// The fields whose keys a Shapefile has no room for, with the name that they bear there.
const std::vector<std::pair<std::string, std::string>>& short_names();

}  // namespace layers
