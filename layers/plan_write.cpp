// SPDX-License-Identifier: MIT
#include "layers/plan_write.h"

#include "geo/error.h"
#include "geo/utf8.h"
#include "layers/date.h"
#include "layers/plan_file.h"
#include "layers/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

namespace layers {

namespace {

// --- characters ------------------------------------------------------------------------------------------------------

/// YAML calls such characters not printable, or takes them for the end of a line.
bool needs_escape(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == geo::no_character ||
           (c & 0xFFFEU) == 0xFFFE;
}

/// Between double quotes, on one line.
std::string quoted(std::string_view text) {
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

char32_t lower(char32_t c) {
    if (c >= 'A' && c <= 'Z') { return c + ('a' - 'A'); }
    if (c >= U'А' && c <= U'Я') { return c + 0x20; }
    if (c >= U'Ѐ' && c <= U'Џ') { return c + 0x50; }
    return c == U'Ґ' ? U'ґ' : c;
}

struct Letter {
    char32_t letter;
    std::string_view latin, first{};  ///< within a word; as its first letter, where that differs
};

/// The table of the resolution; ё, ы, э, which it does not have, after their sound.
constexpr std::array<Letter, 35> letters{
    {{U'а', "a"},        {U'б', "b"},        {U'в', "v"},  {U'г', "h"},  {U'ґ', "g"},  {U'д', "d"},
     {U'е', "e"},        {U'є', "ie", "ye"}, {U'ж', "zh"}, {U'з', "z"},  {U'и', "y"},  {U'і', "i"},
     {U'ї', "i", "yi"},  {U'й', "i", "y"},   {U'к', "k"},  {U'л', "l"},  {U'м', "m"},  {U'н', "n"},
     {U'о', "o"},        {U'п', "p"},        {U'р', "r"},  {U'с', "s"},  {U'т', "t"},  {U'у', "u"},
     {U'ф', "f"},        {U'х', "kh"},       {U'ц', "ts"}, {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"},
     {U'ю', "iu", "yu"}, {U'я', "ia", "ya"}, {U'ё', "io"}, {U'ы', "y"},  {U'э', "e"}}};

/// Letters and signs within a word that have no Latin letter.
bool is_silent(char32_t c) {
    return c == U'ь' || c == U'ъ' || c == U'\'' || c == U'’' || c == U'ʼ' || c == U'`';
}

std::string latin(char32_t c, char32_t before, bool begins_word) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) { return {static_cast<char>(c)}; }
    if (c == U'г' && before == U'з') { return "gh"; }  // зг is zgh: zh is ж
    const auto same = [c](const Letter& letter) { return letter.letter == c; };
    const auto* const found = std::find_if(letters.begin(), letters.end(), same);
    if (found == letters.end()) { return {}; }
    return std::string{begins_word && !found->first.empty() ? found->first : found->latin};
}

// --- parts of a plan -------------------------------------------------------------------------------------------------

/// What parse_plan() takes is 10,000 items, and it reads a plan with readings three times.
constexpr std::size_t most_corners = 3000;
constexpr double grid = 1e6;

SketchShape on_grid(SketchShape shape) {
    for (geo::LonLat& corner : shape.vertices) {
        corner = {std::round(corner.lon * grid) / grid, std::round(corner.lat * grid) / grid};
    }
    return shape;
}

std::string free_id(const std::string& name, std::set<std::string>& taken) {
    const std::string words = slug(name), stem = words.empty() ? "zone" : words;
    std::string id = stem;
    for (int number = 2; !taken.insert(id).second; ++number) { id = fmt::format("{}-{}", stem, number); }
    return id;
}

std::string zone_text(const SketchShape& shape, std::set<std::string>& taken) {
    std::vector<std::string> kinds;
    for (const auto& [kind, meaning] : zone_kinds()) { kinds.push_back(kind); }
    if (std::find(kinds.begin(), kinds.end(), shape.zone_kind) == kinds.end()) {
        throw geo::Error{fmt::format("there is no kind of zone \"{}\"", shape.zone_kind),
                         did_you_mean(shape.zone_kind, kinds)};
    }
    const SketchShape rounded = on_grid(shape);
    (void)region_of(rounded);  // throws where the reader would
    std::string text = fmt::format("  - id: {}\n    kind: {}\n", quoted(free_id(shape.name, taken)), shape.zone_kind);
    if (!shape.name.empty()) { text += fmt::format("    title: {}\n", quoted(shape.name)); }
    text += "    where:\n      polygon:\n";
    for (const geo::LonLat& corner : rounded.vertices) {
        text += fmt::format("        - [{:.6f}, {:.6f}]\n", corner.lon, corner.lat);
    }
    return text + "    confidence: unclear\n    unclear: drawn by hand in the viewer; no text names this outline\n";
}

std::string head_of(const PlanDraft& draft) {
    if (!draft.date.empty() && !is_date(draft.date, true)) {
        throw geo::Error{fmt::format("\"{}\" is not a date", draft.date), "write it as 2025-11-20"};
    }
    const std::string words = slug(draft.title);
    const std::string name = !draft.name.empty() ? draft.name : words.empty() ? "drawn" : words;
    std::string text = fmt::format("name: {}\n", quoted(name));
    if (!draft.title.empty()) { text += fmt::format("title: {}\n", quoted(draft.title)); }
    if (!draft.date.empty()) { text += fmt::format("date: {}\n", draft.date); }
    return text + "text_status: drawn in the viewer, not a proposal\n";
}

/// It replaces the parameter of the extended plan, so bounds and title are repeated.
std::string parameter_text(const std::string& name, const std::string& value, const Plan* extended) {
    std::string text = fmt::format("  {}: {{default: {}", quoted(name), quoted(value));
    if (extended != nullptr) {
        const auto same = [&name](const Parameter& parameter) { return parameter.name == name; };
        const auto& known = extended->parameters;
        const auto found = std::find_if(known.begin(), known.end(), same);
        if (found == known.end()) {
            throw geo::Error{fmt::format("plan {} has no parameter \"{}\"", extended->name, name),
                             "set one that it has"};
        }
        for (const auto& [key, words] : {std::pair{"from", found->from}, {"to", found->to}, {"title", found->title}}) {
            if (!words.empty()) { text += fmt::format(", {}: {}", key, quoted(words)); }
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
        corners += shape.vertices.size();
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
    std::string text = head_of(draft) + fmt::format("extends: {}\n", quoted(name));
    if (!draft.settings.empty()) { text += "parameters:\n"; }
    for (const auto& [parameter, value] : draft.settings) { text += parameter_text(parameter, value, extended); }
    const std::vector<const SketchShape*> polygons = polygons_of(draft.sketch);
    if (!polygons.empty()) { text += "zones:\n"; }
    std::set<std::string> taken = taken_by(extended);
    for (const SketchShape* polygon : polygons) { text += zone_text(*polygon, taken); }
    return text;
}

std::string slug(std::string_view name) {
    std::string result;
    char32_t before = 0;
    for (bool in_word = false; !name.empty();) {
        const char32_t c = lower(geo::take_character(name));
        if (in_word && is_silent(c)) { continue; }
        const std::string word = latin(c, before, !in_word);
        if (!in_word && !word.empty() && !result.empty()) { result += '-'; }
        result += word;
        in_word = !word.empty();
        before = c;
    }
    return result;
}

}  // namespace layers
