// SPDX-License-Identifier: MIT
#include "layers/plan_language/plan_write.h"

#include "geo/error.h"
#include "geo/utf8.h"
#include "layers/model/date.h"
#include "layers/model/slug.h"
#include "layers/model/suggest.h"
#include "layers/plan_language/plan_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace layers {

namespace {

/// YAML calls such characters not printable, or takes them for the end of a line.
bool needs_escape(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == geo::no_character ||
           (c & 0xFFFEU) == 0xFFFE;
}

/// Between double quotes, on one line. By hand: yaml-cpp's emitter leaves U+007F, U+2028 and U+2029 as they are, the
/// first forbidden, the others ends of lines to readers of YAML 1.1.
std::string double_quoted(std::string_view text) {
    std::string result = "\"";
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t c = geo::take_character(text);
        if (c == '"' || c == '\\') {
            result += {'\\', static_cast<char>(c)};
        } else if (c == '\n') {
            result += "\\n";
        } else if (needs_escape(c)) {
            result += fmt::format("\\U{:08x}", static_cast<unsigned>(c));
        } else {
            result += before.substr(0, before.size() - text.size());
        }
    }
    return result + '"';
}

// --- parts of a plan -------------------------------------------------------------------------------------------------

/// What parse_plan() takes is 10,000 items, and it reads a plan with readings three times.
constexpr std::size_t most_corners = 3000;
constexpr double grid = 1e6;

SketchShape on_grid(SketchShape shape) {
    const auto round = [](geo::Path& ring) {
        for (geo::LonLat& corner : ring) {
            corner = {std::round(corner.lon * grid) / grid, std::round(corner.lat * grid) / grid};
        }
    };
    round(shape.vertices);
    for (geo::Path& hole : shape.holes) { round(hole); }
    for (std::vector<geo::Path>& part : shape.others) {
        for (geo::Path& ring : part) { round(ring); }
    }
    return shape;
}

std::string free_id(const std::string& name, std::set<std::string>& taken) {
    const std::string words = slug(name), stem = words.empty() ? "zone" : words;
    std::string id = stem;
    for (int number = 2; !taken.insert(id).second; ++number) { id = fmt::format("{}-{}", stem, number); }
    return id;
}

std::string ring_text(const geo::Path& ring) {
    std::vector<std::string> corners;
    for (const geo::LonLat& corner : ring) {
        corners.push_back(fmt::format("[{:.6f}, {:.6f}]", corner.lon, corner.lat));
    }
    return fmt::format("[{}]", fmt::join(corners, ", "));
}

/// Rounded, a small one may have none; then a reader would refuse it.
bool has_land(const geo::Path& ring) {
    try {
        return !region_of({SketchShape::Kind::polygon, "", ZoneKind::special, ring}).region.empty();
    } catch (const geo::Error&) { return false; }
}

/// A polygon without its holes.
std::string part_text(const geo::Path& shell, const std::vector<geo::Path>& holes) {
    std::string text = fmt::format("polygon: {}", ring_text(shell));
    std::vector<std::string> left_out;
    for (const geo::Path& hole : holes) {
        if (has_land(hole)) { left_out.push_back(fmt::format("{{polygon: {}}}", ring_text(hole))); }
    }
    if (left_out.empty()) { return text; }
    return text + fmt::format(", except: [{}]", fmt::join(left_out, ", "));
}

std::string where_text(const SketchShape& shape) {
    if (shape.holes.empty() && shape.others.empty()) {
        std::string text = "      polygon:\n";
        for (const geo::LonLat& corner : shape.vertices) {
            text += fmt::format("        - [{:.6f}, {:.6f}]\n", corner.lon, corner.lat);
        }
        return text;
    }
    std::string text = fmt::format("      any:\n        - {{{}}}\n", part_text(shape.vertices, shape.holes));
    for (const std::vector<geo::Path>& part : shape.others) {
        if (!has_land(part.front())) { continue; }
        text += fmt::format("        - {{{}}}\n", part_text(part.front(), {part.begin() + 1, part.end()}));
    }
    return text;
}

std::string zone_text(const SketchShape& shape, std::set<std::string>& taken) {
    const SketchShape rounded = on_grid(shape);
    (void)region_of(rounded);  // throws if it encloses nothing
    std::string text =
        fmt::format("  - id: {}\n    kind: {}\n", double_quoted(free_id(shape.name, taken)), id_of(shape.zone_kind));
    if (!shape.name.empty()) { text += fmt::format("    title: {}\n", double_quoted(shape.name)); }
    return text + "    where:\n" + where_text(rounded) +
           "    confidence: unclear\n    unclear: drawn by hand in the viewer; no text names this outline\n";
}

std::string head_of(const PlanDraft& draft) {
    if (!draft.date.empty() && !geo::parse_partial_date(draft.date)) {
        throw geo::Error{fmt::format("\"{}\" is not a date", draft.date), "write it as 2025-11-20"};
    }
    const std::string words = slug(draft.title);
    const std::string name = !draft.name.empty() ? draft.name : words.empty() ? "drawn" : words;
    std::string text = fmt::format("name: {}\n", double_quoted(name));
    if (!draft.title.empty()) { text += fmt::format("title: {}\n", double_quoted(draft.title)); }
    if (!draft.date.empty()) { text += fmt::format("date: {}\n", draft.date); }
    return text + "text_status: drawn in the viewer, not a proposal\n";
}

/// It replaces the parameter of the extended plan, so bounds and title are repeated.
std::string parameter_text(const std::string& name, const std::string& value, const Plan* extended) {
    std::string text = fmt::format("  {}: {{default: {}", double_quoted(name), double_quoted(value));
    if (extended != nullptr) {
        const auto same = [&name](const Parameter& parameter) { return parameter.name == name; };
        const auto& known = extended->parameters;
        const auto found = std::find_if(known.begin(), known.end(), same);
        if (found == known.end()) {
            throw geo::Error{fmt::format("plan {} has no parameter \"{}\"", extended->name, name),
                             "set one that it has"};
        }
        for (const auto& [key, words] : {std::pair{"from", found->from}, {"to", found->to}, {"title", found->title}}) {
            if (!words.empty()) { text += fmt::format(", {}: {}", key, double_quoted(words)); }
        }
    }
    return text + "}\n";
}

std::vector<const SketchShape*> polygons_of(const Sketch& sketch) {
    std::vector<const SketchShape*> polygons;
    std::size_t corners = 0;
    for (const SketchShape& shape : sketch.shapes) {
        if (shape.kind != SketchShape::Kind::polygon) { continue; }
        polygons.push_back(&shape);
        corners += corner_count(shape);
    }
    if (corners > most_corners) {
        throw geo::Error{fmt::format("the polygons have {} corners; a plan file holds {}", corners, most_corners),
                         "write them to a GeoJSON file, and name that under \"polygon\""};
    }
    return polygons;
}

/// Ids that zones of the draft must not have: they would replace the inherited zone.
std::set<std::string> taken_by(const Plan* extended) {
    std::set<std::string> taken;
    if (extended == nullptr) { return taken; }
    for (const Zone& zone : extended->zones) { taken.insert(zone.id); }
    for (const Plan& reading : extended->readings) { taken.merge(taken_by(&reading)); }
    return taken;
}

std::optional<Plan> builtin_plan(const std::string& name) {
    const std::vector<std::string> known = builtin_plan_names();
    if (std::find(known.begin(), known.end(), name) == known.end()) { return std::nullopt; }
    return load_plan(name, {});
}

}  // namespace

std::string to_yaml(const PlanDraft& draft, const Plan* extended) {
    const std::string name = draft.extends.empty() ? "as-held" : draft.extends;
    const std::optional<Plan> builtin = extended == nullptr ? builtin_plan(name) : std::nullopt;
    if (builtin) { extended = &*builtin; }
    std::string text = head_of(draft) + fmt::format("extends: {}\n", double_quoted(name));
    if (extended != nullptr && !extended->sides.are_default()) {
        text += fmt::format("sides: [{}, {}]\n", double_quoted(extended->sides.first),
                            double_quoted(extended->sides.second));
    }
    if (!draft.settings.empty()) { text += "parameters:\n"; }
    for (const auto& [parameter, value] : draft.settings) { text += parameter_text(parameter, value, extended); }
    const std::vector<const SketchShape*> polygons = polygons_of(draft.sketch);
    if (!polygons.empty()) { text += "zones:\n"; }
    std::set<std::string> taken = taken_by(extended);
    for (const SketchShape* polygon : polygons) { text += zone_text(*polygon, taken); }
    return text;
}

}  // namespace layers
