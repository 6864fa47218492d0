// SPDX-License-Identifier: MIT
#include "layers/map/plan_layers.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "layers/language/language.h"
#include "layers/map/palette.h"
#include "layers/map/style.h"
#include "layers/model/area_table.h"
#include "layers/model/assignment.h"
#include "layers/model/country.h"
#include "layers/model/estimate_words.h"
#include "layers/model/place.h"
#include "layers/model/properties.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace layers {

namespace {

using Faces = std::vector<const geo::Face*>;

void add_provenance(const Plan& plan, const Provenance& provenance, geo::Properties& properties) {
    add_property(field::clause, provenance.clause, properties);
    add_property(field::confidence, provenance.confidence, properties);
    add_property(field::unclear, provenance.unclear, properties);
    add_property(field::sources, source_words(plan, provenance.sources), properties);
}

void add_paint(const Paint& paint, geo::Properties& properties) {
    add_property(field::fill, paint.fill, properties);
    add_property(field::fill_opacity, paint.opacity, properties);
    add_property(field::stroke, paint.stroke, properties);
    add_property(field::stroke_width, 1.0, properties);
}

geo::Shape polygons(geo::Region region) {
    geo::Shape shape;
    shape.type = "MultiPolygon";
    shape.region = std::move(region);
    return shape;
}

/// Words that are not in the list yet, behind a separator.
void add_to(std::string& list, const std::string& words, const char* separator) {
    if (words.empty() || list.find(words) != std::string::npos) { return; }
    if (!list.empty()) { list += separator; }
    list += words;
}

class LayerMaker {
public:
    LayerMaker(const Plan& plan, const Overlay& land)
        : plan_{plan},
          land_{land},
          table_{plan, land},
          grid_{on_grid(land, geo::written_decimals)},
          laid_{assign(plan, grid_)} {
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) { by_code_[unit_of(i).code].push_back(i); }
    }

    void add_status(PlanLayers& into) const {
        geo::LayerStyle style{"status", "status", {}};
        std::map<std::pair<std::string, StatusClass>, Faces> groups;
        for (std::size_t i = 0; i < grid_.cells.size(); ++i) {
            groups[{unit_of(i).code, laid_.class_at(i)}].push_back(grid_.cells[i].face);
        }
        for (const AreaTable::Row& row : table_.rows) {
            const auto group = groups.find({row.unit_code, row.status_class});
            if (group == groups.end()) { continue; }  // thinner than the grid
            const Paint paint = paint_for(row.status_class);
            const StatusWords words = plan_.sides.words(row.status_class);
            geo::Properties properties;
            add_property(field::name,
                         fmt::format("{}: {}", unit_words(row.unit, row.unit_code, land_),
                                     in_words(row.status_class, plan_.sides)),
                         properties);
            add_property(field::layer, "status", properties);
            add_property(field::plan, plan_.name, properties);
            add_property(field::unit, row.unit, properties);
            add_property(field::unit_code, row.unit_code, properties);
            add_property(field::holder, words.holder, properties);
            add_property(field::status, words.status, properties);
            add_property(field::meaning, plan_.sides.meaning(row.status_class.status), properties);
            add_estimate(row.estimate, properties);
            add_provenance(plan_, provenance_of(row), properties);
            add_line_properties(plan_, land_, properties);
            add_paint(paint, properties);
            add(into, "status", polygons(geo::dissolve(group->second)), std::move(properties));
            add_entry(style, {words.status, plan_.sides.in_words(row.status_class.status), paint.fill, paint.stroke,
                              paint.opacity, 1});
        }
        into.styles.push_back(std::move(style));
    }

    void add_zones(PlanLayers& into) const {
        geo::LayerStyle style{"zone", "kind", {}};
        for (std::size_t i = 0; i < plan_.zones.size(); ++i) {
            for (const AreaTable::ZoneRow& row : table_.zones) {
                if (row.id == plan_.zones[i].id) { add_zone(into, i, row, style); }
            }
        }
        if (!plan_.zones.empty()) { into.styles.push_back(std::move(style)); }
    }

    void add_line(PlanLayers& into) const {
        geo::Shape shape;
        shape.type = "MultiLineString";
        const FrontLine& line = land_.lines[land_.line_index(plan_.line)];
        const LineInfo& info = line.control.info;
        shape.paths = line.front;  // as it is measured: cut at border and coast
        geo::Properties properties;
        add_property(field::name, fmt::format("{} {}", words_of(info.kind), geo::to_text(info.date)), properties);
        add_property(field::layer, "line", properties);
        add_property(field::plan, plan_.name, properties);
        add_line_properties(plan_, land_, properties);
        add_property(field::stroke, line_colour, properties);
        add_property(field::stroke_width, 2.0, properties);
        add(into, "line", std::move(shape), std::move(properties));
        into.styles.push_back({"line", "layer", {{"line", words_of(info.kind), "", line_colour, 1, 2}}});
    }

    void add_units(PlanLayers& into) const {
        std::map<int, Faces> groups;
        for (const Cell& cell : grid_.cells) { groups[cell.reporting].push_back(cell.face); }
        std::map<int, geo::SquareKilometres> areas;
        for (const Cell& cell : land_.cells) { areas[cell.reporting] += cell.area; }
        for (const auto& [index, faces] : groups) {
            const Unit& unit = land_.reporting_units()[static_cast<std::size_t>(index)];
            geo::Properties properties;
            add_property(field::name, local_name(unit.name, unit.name_uk), properties);
            add_property(field::name_uk, unit.name_uk, properties);
            add_property(field::layer, "units", properties);
            add_property(field::unit, unit.name, properties);
            add_property(field::unit_code, unit.code, properties);
            add_property(field::km2, areas[index].value(), properties);
            add_property(field::sources, (land_.by ? *land_.by : land_.units).source.source, properties);
            add_property(field::edges, "lonlat", properties);
            add_property(field::ellipsoid, "WGS84", properties);
            add_paint({"#ffffff", "#4d4d4d", 0.0}, properties);
            add(into, "units", polygons(geo::dissolve(faces)), std::move(properties));
        }
        into.styles.push_back({"units", "layer", {{"units", tr("units"), "#ffffff", "#4d4d4d", 0, 1}}, name_field()});
    }

    void add_places(PlanLayers& into) const {
        if (!is_of_ukraine(land_.units)) { return; }
        for (const Place& place : builtin_places()) {
            geo::Shape shape;
            shape.type = "Point";
            shape.points = {place.position};
            geo::Properties properties;
            add_property(field::name, local_name(place.name, place.name_uk), properties);
            add_property(field::name_uk, place.name_uk, properties);
            add_property(field::layer, "places", properties);
            add_property(field::unit_code, place.unit_code, properties);
            add_property(field::kind, place.kind, properties);
            add_property(field::role, place.role, properties);
            add_property(field::population, place.population ? geo::Value{*place.population} : geo::Value{},
                         properties);
            add_property(field::population_approximate, place.population_approximate, properties);
            add(into, "places", std::move(shape), std::move(properties));
        }
        geo::StyleEntry entry{"places", tr("places"), "#1a1a1a", "#ffffff", 1, 1};
        entry.point_px = 6;
        into.styles.push_back({"places", "layer", {std::move(entry)}, name_field()});
    }

private:
    static std::string name_field() { return std::string{language() == "uk" ? field::name_uk.key : field::name.key}; }

    const Unit& unit_of(std::size_t cell) const { return land_.reporting_unit(grid_.cells[cell]); }

    /// Cells by the code of their reporting unit: there may be a thousand of those.
    const std::vector<std::size_t>& cells_in_unit(const std::string& code) const {
        static const std::vector<std::size_t> none;
        const auto found = by_code_.find(code);
        return found == by_code_.end() ? none : found->second;
    }

    static void add(PlanLayers& into, const char* layer, geo::Shape shape, geo::Properties properties) {
        geo::Feature feature{std::move(shape), std::move(properties), 0, layer};
        feature.number = static_cast<int>(into.dataset.features.size()) + 1;
        into.dataset.features.push_back(std::move(feature));
    }

    static void add_entry(geo::LayerStyle& style, geo::StyleEntry entry) {
        const auto same = [&entry](const geo::StyleEntry& other) { return other.value == entry.value; };
        if (std::none_of(style.entries.begin(), style.entries.end(), same)) {
            style.entries.push_back(std::move(entry));
        }
    }

    /// Of the rule under which the row's land falls; rows of two rules say so.
    Provenance provenance_of(const AreaTable::Row& row) const {
        Provenance provenance;
        std::vector<const Rule*> seen;
        for (const std::size_t i : cells_in_unit(row.unit_code)) {
            const Rule* rule = laid_.rule_at(i);
            if (rule == nullptr || rule->status_class != row.status_class) { continue; }
            if (std::find(seen.begin(), seen.end(), rule) != seen.end()) { continue; }
            seen.push_back(rule);
            if (seen.size() == 1) {
                provenance = rule->provenance;
            } else {
                add_to(provenance.clause, rule->provenance.clause, ", ");
                add_to(provenance.unclear, rule->provenance.unclear, "; ");
                if (!rule->provenance.unclear.empty()) { provenance.confidence = "unclear"; }
                for (const std::string& source : rule->provenance.sources) {
                    const bool known = std::find(provenance.sources.begin(), provenance.sources.end(), source) !=
                                       provenance.sources.end();
                    if (!known) { provenance.sources.push_back(source); }
                }
            }
        }
        return provenance;
    }

    void add_zone(PlanLayers& into, std::size_t index, const AreaTable::ZoneRow& row, geo::LayerStyle& style) const {
        const Zone& zone = plan_.zones[index];
        Faces faces;
        for (const std::size_t i : cells_in_unit(row.unit_code)) {
            if (laid_.zones[index][i] != 0) { faces.push_back(grid_.cells[i].face); }
        }
        if (faces.empty()) { return; }
        const Paint paint = paint_for_zone(zone.kind);
        geo::Properties properties;
        add_property(field::name, zone.title.empty() ? zone.id : zone.title, properties);
        add_property(field::layer, "zone", properties);
        add_property(field::plan, plan_.name, properties);
        add_property(field::unit, row.unit, properties);
        add_property(field::unit_code, row.unit_code, properties);
        add_property(field::id, zone.id, properties);
        add_property(field::kind, id_of(zone.kind), properties);
        add_estimate(row.estimate, properties);
        add_provenance(plan_, zone.provenance, properties);
        add_line_properties(plan_, land_, properties);
        add_paint(paint, properties);
        add(into, "zone", polygons(geo::dissolve(faces)), std::move(properties));
        add_entry(style,
                  {id_of(zone.kind), in_words(zone.kind), paint.fill, paint.stroke, 0, 1.6, zone_hatch(zone.kind)});
    }

    const Plan& plan_;
    const Overlay& land_;
    AreaTable table_;
    Overlay grid_;
    Assignment laid_;
    std::map<std::string, std::vector<std::size_t>> by_code_;
};

geo::Properties about(const Plan& plan, const Overlay& land) {
    geo::Properties properties;
    add_property(field::plan, plan.name, properties);
    add_property(field::title, local_title(plan), properties);
    add_property(field::text_date, geo::to_text(plan.date), properties);
    add_property(field::text_status, plan.text_status, properties);
    add_line_properties(plan, land, properties);
    add_property(field::units_source, land.units.source.source, properties);
    add_property(field::units_date, land.units.source.date, properties);
    std::vector<std::string> settings;
    for (const Parameter& parameter : plan.parameters) {
        settings.push_back(fmt::format("{}={}", parameter.name, parameter.value));
    }
    if (!settings.empty()) {
        add_property(field::parameters, fmt::format("{}", fmt::join(settings, "; ")), properties);
    }
    if (land.by) { add_property(field::by, land.by->source.source, properties); }
    add_property(field::total_km2, land.total().value(), properties);
    std::vector<std::string> notes;
    for (const geo::Note& note : land.notes) { notes.push_back(note.text); }
    add_property(field::notes, fmt::format("{}", fmt::join(notes, "; ")), properties);
    return properties;
}

}  // namespace

const std::vector<std::string>& exportable_layers() {
    static const std::vector<std::string> names{"status", "zone", "line", "units", "places"};
    return names;
}

PlanLayers layers_of(const Plan& plan, const Overlay& land, const std::vector<std::string>& chosen) {
    const auto& known = exportable_layers();
    for (const std::string& name : chosen) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            throw geo::Error{fmt::format("there is no layer \"{}\"", name), did_you_mean(name, known),
                             geo::Error::Kind::bad_usage};
        }
    }
    const auto wanted = [&chosen](const char* name) {
        return std::find(chosen.begin(), chosen.end(), name) != chosen.end();
    };
    PlanLayers result;
    result.dataset.about = about(plan, land);
    const LayerMaker maker{plan, land};
    if (wanted("status")) { maker.add_status(result); }
    if (wanted("zone")) { maker.add_zones(result); }
    if (wanted("line")) { maker.add_line(result); }
    if (wanted("units")) { maker.add_units(result); }
    if (wanted("places")) { maker.add_places(result); }
    return result;
}

}  // namespace layers
