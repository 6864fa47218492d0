// SPDX-License-Identifier: MIT
#include "layers/plan_language/detail/area_expression_reader.h"

#include "geo/error.h"
#include "geo/file.h"
#include "geo/repair.h"
#include "layers/language/language.h"
#include "layers/model/contact_line.h"
#include "layers/model/place.h"
#include "layers/model/plan.h"
#include "layers/model/suggest.h"
#include "layers/model/words.h"
#include "layers/plan_language/detail/plan_folder.h"
#include "layers/plan_language/detail/polygon_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace layers::detail {

namespace {

constexpr int deepest_nesting = 32;

}  // namespace

AreaExpression of_kind(AreaExpression::Kind kind) {
    AreaExpression where;
    where.kind = kind;
    return where;
}

AreaExpression outlined(Outline outline, std::string words) {
    AreaExpression where = of_kind(AreaExpression::Kind::in_outline);
    outline.key = fmt::format("{} {} {} {}", static_cast<int>(outline.kind), outline.neighbour,
                              outline.distance.value(), static_cast<int>(outline.ends));
    const auto add = [&outline](const geo::Path& path) {
        for (const geo::LonLat& at : path) { outline.key += fmt::format(" {},{}", at.lon, at.lat); }
        outline.key += ";";
    };
    for (const geo::Path& path : outline.paths) { add(path); }
    for (const geo::Ring* ring : geo::rings_of(outline.region)) { add(*ring); }
    where.outline = std::move(outline);
    where.words = std::move(words);
    return where;
}

namespace {

/// Keys beside "polygon: FILE".
const std::vector<std::string>& file_keys() {
    static const std::vector<std::string> keys{"where", "layer", "crs", "partial"};
    return keys;
}

bool is_file_key(const std::string& key) {
    return std::find(file_keys().begin(), file_keys().end(), key) != file_keys().end();
}

void refuse_file_keys(const YamlText& yaml, const YAML::Node& area, bool of_file) {
    if (of_file || !area.IsMap()) { return; }
    for (const auto& entry : area) {
        if (!entry.first.IsScalar() || !is_file_key(entry.first.Scalar())) { continue; }
        yaml.fail(entry.first,
                  fmt::format("\"{}\" says how a file of polygons is read, and none is here", entry.first.Scalar()),
                  "write it beside \"polygon: FILE\"");
    }
}

}  // namespace

const std::vector<Unit>& known_units() {
    static const std::vector<Unit> units = builtin_units().units;
    return units;
}

// --- values ----------------------------------------------------------------------------------------------------------

std::string AreaExpressionReader::value(const YAML::Node& node) const {
    if (!node.IsScalar()) { yaml_.fail(node, "one value is expected here", "write it on one line"); }
    return resolved(node.Scalar(), node);
}

std::string AreaExpressionReader::resolved(const std::string& text, const YAML::Node& node) const {
    if (!text.starts_with('$')) { return text; }
    const auto found = values_.find(spelling_.id(text.substr(1)));
    if (found != values_.end()) { return found->second; }
    std::vector<std::string> names;
    for (const auto& [name, known] : values_) { names.push_back(name); }
    if (text.find(' ') != std::string::npos) {
        yaml_.fail(node, fmt::format("\"{}\" is no parameter", text), "only sums are worked out: $depth + 5 km");
    }
    yaml_.fail(node, fmt::format("the plan has no parameter \"{}\"", text.substr(1)),
               names.empty() ? "list it under \"parameters\"" : did_you_mean(text.substr(1), names));
}

std::string AreaExpressionReader::unit_code(const YAML::Node& node) const {
    if (!node.IsScalar()) { yaml_.fail(node, "a unit is named by a word", "such as Donetsk, or its code UA-14"); }
    const std::string written = value(node);
    for (const std::vector<Unit>* units : {&units_, &known_units()}) {
        const int index = find_unit(*units, written);
        if (index >= 0) { return (*units)[static_cast<std::size_t>(index)].code; }
    }
    std::vector<std::string> names;
    for (const Unit& unit : units_.empty() ? known_units() : units_) { names.push_back(unit.name); }
    std::vector<std::string> longer;  // "Kyiv" is a city and an oblast
    for (const std::string& name : names) {
        if (name.starts_with(written + " ")) { longer.push_back(fmt::format("\"{}\"", name)); }
    }
    if (longer.size() > 1) {
        yaml_.fail(node, fmt::format("\"{}\" can be several units", written),
                   fmt::format("write {}", fmt::join(longer, " or ")));
    }
    yaml_.fail(node, fmt::format("no unit is called \"{}\"", written), did_you_mean(written, names));
}

Side AreaExpressionReader::side(const YAML::Node& node) const {
    const std::string written = node.IsScalar() ? value(node) : "a list";
    const bool is_value = node.IsScalar() && node.Scalar().starts_with('$');
    const std::optional<Side> known = is_value ? spelling_.side_of_value(written) : spelling_.side(written);
    if (known) { return *known; }
    yaml_.fail(node,
               fmt::format("land is held by {} or {} on the day of the line, not by \"{}\"",
                           spelling_.name(Side::ukraine), spelling_.name(Side::russia), written),
               did_you_mean(written, spelling_.side_names()));
}

/// "15 km", "$depth", "$inner + 10 km", or {rate: 3.5 km/year, for: 12 months}.
geo::Kilometres AreaExpressionReader::length(const YAML::Node& node) const {
    if (node.IsMap()) { return advance(node); }
    if (!node.IsScalar()) { yaml_.fail(node, "a length is expected here", "such as \"15 km\""); }
    geo::Kilometres sum;
    const std::string& text = node.Scalar();
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t plus = std::min(text.find('+', from), text.size());
        std::string term = text.substr(from, plus - from);
        term.erase(0, term.find_first_not_of(' '));
        term.erase(term.find_last_not_of(' ') + 1);
        try {
            sum += geo::parse_length(resolved(term, node));
        } catch (const geo::Error& error) {
            if (error.place().line > 0) { throw; }
            yaml_.fail(node, error.problem(), error.remedy());
        }
        from = plus + 1;
    }
    if (sum > farthest) {
        yaml_.fail(node, fmt::format("{} is wider than the country", geo::to_text(sum)), "give 500 km at most");
    }
    return sum;
}

geo::Kilometres AreaExpressionReader::advance(const YAML::Node& node) const {
    yaml_.check_keys(node, "a distance", {"rate", "for"});
    for (const char* key : {"rate", "for"}) {
        if (!node[key].IsDefined()) {
            yaml_.fail(node, fmt::format("a distance from a rate needs \"{}\"", key),
                       "{rate: 3.5 km/year, for: 12 months}");
        }
    }
    try {
        return geo::parse_rate(value(node["rate"])) * geo::parse_time(value(node["for"]));
    } catch (const geo::Error& error) {
        if (error.place().line > 0) { throw; }
        yaml_.fail(node, error.problem(), error.remedy());
    }
}

geo::LonLat AreaExpressionReader::position(const YAML::Node& node) const {
    geo::LonLat at{400, 400};
    try {
        if (node.IsSequence() && node.size() == 2) { at = {node[0].as<double>(), node[1].as<double>()}; }
    } catch (const YAML::Exception&) { at = {400, 400}; }
    if (!(std::abs(at.lon) <= 180 && std::abs(at.lat) <= 90)) {
        yaml_.fail(node, "a position is [longitude, latitude] in degrees", "such as [37.5848, 48.7389]");
    }
    return at;
}

geo::LonLat AreaExpressionReader::place(const YAML::Node& node) const {
    const std::string name = value(node);
    if (const Place* found = find_place(name)) { return found->position; }
    yaml_.fail(node, fmt::format("no place is called \"{}\"", name), did_you_mean(name, place_names()));
}

geo::Path AreaExpressionReader::path(const YAML::Node& node, bool of_places) const {
    geo::Path result;
    for (const YAML::Node& item : yaml_.items(node)) { result.push_back(of_places ? place(item) : position(item)); }
    if (result.size() < 2) { yaml_.fail(node, "a corridor needs two positions at least", "name another"); }
    return result;
}

geo::Ends AreaExpressionReader::ends(const YAML::Node& node) const {
    if (!node["ends"].IsDefined()) { return geo::Ends::round; }
    return yaml_.one_of(node, "ends", "a corridor", {"round", "flat"}) == "flat" ? geo::Ends::flat : geo::Ends::round;
}

// --- sets ------------------------------------------------------------------------------------------------------------

AreaExpression AreaExpressionReader::list_of(AreaExpression::Kind kind, const YAML::Node& node, int depth) const {
    AreaExpression result = of_kind(kind);
    std::vector<std::string> words;
    for (const YAML::Node& item : yaml_.items(node)) {
        result.parts.push_back(where(item, depth + 1));
        words.push_back(result.parts.back().words);
    }
    if (kind == AreaExpression::Kind::all) { result.words = fmt::format("{}", fmt::join(words, ", ")); }
    if (kind == AreaExpression::Kind::any) { result.words = fmt::format("({})", fmt::join(words, tr(" or "))); }
    if (kind == AreaExpression::Kind::except) {
        result.words = tr("not ({})", fmt::format("{}", fmt::join(words, tr(" or "))));
    }
    return result;
}

AreaExpression AreaExpressionReader::around(const YAML::Node& node) const {
    yaml_.check_keys(node, "around", {"place", "point", "distance"});
    if (node["place"].IsDefined() == node["point"].IsDefined() || !node["distance"].IsDefined()) {
        yaml_.fail(node, "a disc needs a \"place\" or a \"point\", and a \"distance\"",
                   "{place: Enerhodar, distance: 3 km}");
    }
    Outline outline;
    outline.kind = Outline::Kind::about_paths;
    outline.paths = {{node["place"].IsDefined() ? place(node["place"]) : position(node["point"])}};
    outline.distance = length(node["distance"]);
    const std::string of =
        node["place"].IsDefined() ? local_place_name(value(node["place"])) : geo::to_text(outline.paths[0][0]);
    return outlined(outline, tr("within {} of {}", length_words(outline.distance), of));
}

AreaExpression AreaExpressionReader::along(const YAML::Node& node) const {
    yaml_.check_keys(node, "along", {"places", "path", "distance", "ends"});
    if (node["places"].IsDefined() == node["path"].IsDefined() || !node["distance"].IsDefined()) {
        yaml_.fail(node, "a corridor needs \"places\" or a \"path\", and a \"distance\"",
                   "{places: [Sloviansk, Kramatorsk], distance: 5 km}");
    }
    Outline outline;
    outline.kind = Outline::Kind::about_paths;
    const bool of_places = node["places"].IsDefined();
    outline.paths = {path(of_places ? node["places"] : node["path"], of_places)};
    outline.distance = length(node["distance"]);
    outline.ends = ends(node);
    std::string of = tr("a path of {} positions", outline.paths[0].size());
    if (of_places) {
        std::vector<std::string> names;
        for (const YAML::Node& item : yaml_.items(node["places"])) { names.push_back(local_place_name(value(item))); }
        of = fmt::format("{}", fmt::join(names, "–"));
    }
    return outlined(outline, tr("within {} along {}", length_words(outline.distance), of));
}

/// Held by one side on the first line and by the other on the second.
AreaExpression AreaExpressionReader::between(const YAML::Node& node) const {
    const std::vector<YAML::Node> names = yaml_.items(node);
    if (names.size() != 2) { yaml_.fail(node, "\"between\" names two lines", "[2022-02-23, line]"); }
    const std::string first = line(names[0]), second = line(names[1]);
    const auto held = [](Side side, const std::string& on) {
        AreaExpression where = of_kind(AreaExpression::Kind::held_by);
        where.side = side;
        where.line = on;
        where.on_resulting_line = on == resulting_line;
        return where;
    };
    AreaExpression result = of_kind(AreaExpression::Kind::any);
    for (const Side side : {Side::ukraine, Side::russia}) {
        AreaExpression both = of_kind(AreaExpression::Kind::all);
        both.parts = {held(side, first), held(side == Side::ukraine ? Side::russia : Side::ukraine, second)};
        result.parts.push_back(std::move(both));
    }
    result.words = tr("between {} and {}", line_words(first), line_words(second));
    return result;
}

AreaExpression AreaExpressionReader::drawn_polygon(const YAML::Node& corners) const {
    geo::Ring ring;
    for (const YAML::Node& item : yaml_.items(corners)) { ring.push_back(position(item)); }
    if (!(ring.front() == ring.back())) { ring.push_back(ring.front()); }
    if (ring.size() < 4) { yaml_.fail(corners, "an outline needs three corners at least", "add a corner"); }
    geo::Repaired repaired = geo::repair({{{ring, {}}}});
    Outline outline;
    outline.region = std::move(repaired.region);
    for (geo::Note& note : repaired.notes) {
        if (note.moved.value() > 0) { outline.notes.push_back(std::move(note)); }  // not of the way it runs
    }
    return outlined(outline, tr("in an outline drawn in the plan"));
}

/// The keys beside "polygon" that say how its file is read, over what the caller knows.
geo::ReadOptions AreaExpressionReader::reading(const YAML::Node& area) const {
    geo::ReadOptions options = files_;
    options.where = yaml_.words(area, "where");
    if (const std::string crs = yaml_.words(area, "crs"); !crs.empty()) { options.crs = crs; }
    if (area["layer"].IsDefined()) {
        for (const YAML::Node& item : yaml_.items(area["layer"])) { options.layers.push_back(value(item)); }
    }
    if (area["partial"].IsDefined()) {
        options.partial = yaml_.one_of(area, "partial", "a file of polygons", {"true", "false"}) == "true";
    }
    options.say_crs = "crs: EPSG:32637 beside polygon";
    options.say_partial = "partial: true beside polygon";
    return options;
}

AreaExpression AreaExpressionReader::polygon_of_file(const YAML::Node& area) const {
    const YAML::Node node = area["polygon"];
    const std::string name = value(node);
    const std::string path = file_beside(yaml_.file(), name);
    if (!geo::is_regular_file(path)) {
        yaml_.fail(node, fmt::format("there is no file {}", path), "paths are seen from the plan's folder");
    }
    PolygonFile file = read_polygons(path, reading(area));
    Outline outline;
    outline.region = std::move(file.region);
    outline.notes = std::move(file.notes);
    outline.file = path;
    const std::string only = yaml_.words(area, "where");
    return outlined(outline, fmt::format("in {}{}", std::filesystem::path{name}.filename().string(),
                                         only.empty() ? "" : fmt::format(" where {}", only)));
}

AreaExpression AreaExpressionReader::polygon(const YAML::Node& area) const {
    const YAML::Node node = area["polygon"];
    try {
        return node.IsSequence() ? drawn_polygon(node) : polygon_of_file(area);
    } catch (const geo::Error& error) {
        if (error.place().file == yaml_.file()) { throw; }
        const std::string file = error.place().file.empty() ? "" : error.place().file + ": ";
        yaml_.fail(node, file + error.problem(), error.remedy());
    }
}

AreaExpression AreaExpressionReader::where_for(const std::string& key, const YAML::Node& area, int depth) const {
    const YAML::Node value = area[key];
    if (key == "units" || key == "unit") {
        AreaExpression result = of_kind(AreaExpression::Kind::units);
        std::vector<std::string> names;
        for (const YAML::Node& item : yaml_.items(value)) {
            result.unit_codes.push_back(unit_code(item));
            const int index = find_unit(known_units(), result.unit_codes.back());
            names.push_back(index < 0 ? this->value(item) : tr(known_units()[static_cast<std::size_t>(index)].name));
        }
        result.words = fmt::format("{}", fmt::join(names, ", "));
        return result;
    }
    if (key == "held_by") { return held_by(value); }
    if (key == "within") { return within(value); }
    if (key == "around") { return around(value); }
    if (key == "along") { return along(value); }
    if (key == "between") { return between(value); }
    if (key == "polygon") { return polygon(area); }
    if (key == "all") { return list_of(AreaExpression::Kind::all, value, depth); }
    if (key == "any") { return list_of(AreaExpression::Kind::any, value, depth); }
    return list_of(AreaExpression::Kind::except, value, depth);
}

/// Keys side by side must all hold.
AreaExpression AreaExpressionReader::where(const YAML::Node& node, int depth) const {
    if (depth > deepest_nesting) { yaml_.fail(node, "areas are nested too deeply here", "write the plan more simply"); }
    AreaExpression both = of_kind(AreaExpression::Kind::all);
    both.place = yaml_.place(node);
    if (node.IsScalar() && node.Scalar() == "everywhere") {
        both.kind = AreaExpression::Kind::everywhere;
        both.words = tr("everywhere else");
        return both;
    }
    std::vector<std::string> known{"units",   "unit",    "held_by", "within", "around", "along",
                                   "between", "polygon", "all",     "any",    "except"};
    const bool of_file = node.IsMap() && node["polygon"].IsDefined() && !node["polygon"].IsSequence();
    if (of_file) { known.insert(known.end(), file_keys().begin(), file_keys().end()); }
    refuse_file_keys(yaml_, node, of_file);
    yaml_.check_keys(node, "an area", known);
    if (node["unit"].IsDefined() && node["units"].IsDefined()) {
        yaml_.fail(node["unit"], "an area has \"unit\" or \"units\"", "list all units under one of them");
    }
    std::vector<std::string> words;
    for (const auto& entry : node) {
        if (is_file_key(entry.first.Scalar())) { continue; }
        both.parts.push_back(where_for(entry.first.Scalar(), node, depth));
        both.parts.back().place = yaml_.place(entry.second);
        words.push_back(both.parts.back().words);
    }
    if (both.parts.empty()) { yaml_.fail(node, "an area names nothing", "write \"everywhere\" for the whole country"); }
    both.words = fmt::format("{}", fmt::join(words, ", "));
    if (both.parts.size() == 1) { return AreaExpression{both.parts.front()}; }
    return both;
}

}  // namespace layers::detail
