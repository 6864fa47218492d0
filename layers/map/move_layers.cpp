// SPDX-License-Identifier: MIT
#include "layers/map/move_layers.h"

#include "layers/language/language.h"
#include "layers/map/style.h"
#include "layers/model/properties.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>

namespace layers {

namespace {

constexpr const char* layer_name = "moves";
constexpr double opacity = 0.6, stroke_px = 1;

StatusClass class_of(Holder holder) {
    switch (holder) {
        case Holder::russia:
            return {holder, Status::ru_held};
        case Holder::contested:
            return contested_land;
        case Holder::ukraine:
        case Holder::undecided:
            break;
    }
    return untouched;
}

std::string names_of(const std::vector<const Place*>& places) {
    std::vector<std::string> names;
    for (const Place* place : places) { names.push_back(place->name); }
    return fmt::format("{}", fmt::join(names, "; "));
}

const char* what_it_is(const Move& move) {
    if (move.is_thin()) { return "redrawing"; }
    return move.undone || move.undoes ? "undone" : "hands";
}

geo::Properties properties_of(const Move& move, const Units& units, const Sides& sides, bool marks) {
    const Unit& unit = units.units[move.unit];
    const std::string change = fmt::format("{} → {}", sides.holder(move.from), sides.holder(move.to));
    const Paint paint = paint_for(class_of(move.to));
    geo::Properties properties;
    const auto add = [&properties](const Field& field, geo::Value value) {
        add_property(field, std::move(value), properties);
    };
    add(field::name, fmt::format("{}: {} → {}", local_name(unit.name, unit.name_uk), sides.in_words(move.from),
                                 sides.in_words(move.to)));
    add(field::layer, std::string{layer_name});
    add(field::change, change);
    add(field::since, geo::to_text(std::optional{move.since}));
    add(field::date, geo::to_text(std::optional{move.date}));
    add(field::unit, unit.name);
    add(field::unit_code, unit.code);
    add(field::from_holder, sides.holder(move.from));
    add(field::to_holder, sides.holder(move.to));
    add(field::changes, std::string{marks ? what_it_is(move) : "hands"});
    if (marks && move.undone) { add(field::undone, geo::to_text(move.undone)); }
    if (marks && move.undoes) { add(field::undoes, geo::to_text(move.undoes)); }
    add(field::km2, move.area.value());
    add(field::mean_width_km, move.width.value());
    add(field::places, names_of(move.places));
    if (move.nearest != nullptr) {
        add(field::nearest_place, move.nearest->name);
        add(field::nearest_place_km, move.to_nearest.value());
    }
    add(field::edges, std::string{"lonlat"});
    add(field::ellipsoid, std::string{"WGS84"});
    add(field::fill, paint.fill);
    add(field::fill_opacity, opacity);
    add(field::stroke, paint.stroke);
    add(field::stroke_width, stroke_px);
    return properties;
}

}  // namespace

PlanLayers move_layers(const std::vector<Move>& moves, const Units& units, const Sides& sides, bool marks) {
    PlanLayers result;
    add_property(field::units_source, units.source.source, result.dataset.about);
    geo::LayerStyle style{layer_name, std::string{field::change.key}, {}};
    for (const Move& move : moves) {
        geo::Feature feature{{}, properties_of(move, units, sides, marks), 0, layer_name};
        feature.shape.type = "MultiPolygon";
        feature.shape.region = move.region;
        feature.number = static_cast<int>(result.dataset.features.size()) + 1;
        const std::string change = geo::text_of(feature.properties, field::change.key);
        if (std::ranges::find(style.entries, change, &geo::StyleEntry::value) == style.entries.end()) {
            const Paint paint = paint_for(class_of(move.to));
            style.entries.push_back({change, change, paint.fill, paint.stroke, opacity, stroke_px});
        }
        result.dataset.features.push_back(std::move(feature));
    }
    result.styles.push_back(std::move(style));
    return result;
}

}  // namespace layers
