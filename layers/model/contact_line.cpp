// SPDX-License-Identifier: MIT
#include "layers/model/contact_line.h"

#include "geo/database.h"
#include "geo/error.h"
#include "geo/nearest.h"
#include "geo/setting.h"
#include "geo/split.h"
#include "layers/builtin/builtin.h"
#include "layers/language/language.h"
#include "layers/model/days.h"
#include "layers/model/line_check.h"
#include "layers/model/place.h"
#include "layers/model/suggest.h"
#include "layers/model/unit.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <utility>

namespace layers {

namespace {

using geo::Kilometres;

constexpr std::string_view line_prefix = "line-", line_suffix = ".geojson";

/// Of the file, or of the first of its features that says it.
std::string stated(const geo::Dataset& dataset, const std::string& key) {
    std::string words = geo::text_of(dataset.about, key);
    for (const geo::Feature& feature : dataset.features) {
        if (words.empty()) { words = geo::text_of(feature.properties, key); }
    }
    return words;
}

/// "2 km", "about 2 km", "±2 km"; what is no length is said, and counts as not stated.
std::optional<geo::Kilometres> length_stated(const geo::Dataset& dataset, const std::string& key,
                                             std::vector<geo::Note>& notes) {
    const std::string words = stated(dataset, key);
    std::string_view length = words;
    for (const std::string_view prefix :
         {"about ", "approx. ", "circa ", "ca. ", "±", "+/-", "+-", "~", "≈", "≤", "<", " "}) {
        if (length.starts_with(prefix)) { length.remove_prefix(prefix.size()); }
    }
    try {
        return words.empty() ? std::nullopt : std::optional{geo::parse_length(std::string{length})};
    } catch (const geo::Error& error) {
        notes.push_back({fmt::format("the {} \"{}\" in the file is not understood ({}); name it with {}", key, words,
                                     error.problem(), geo::setting(key, "2 km")),
                         {}});
        return std::nullopt;
    }
}

/// "0.3 km over 0.5 km", "0.3 km over 0.5 km, east of 35.25 E"
std::optional<Roughness> roughness_of(const geo::Dataset& dataset) {
    constexpr std::string_view over = " over ", east_of = ", east of ";
    std::string words = stated(dataset, "roughness");
    std::optional<double> meridian;
    if (const std::size_t from = words.find(east_of); from != words.npos) {
        double longitude = 0;
        const char* const end = words.data() + words.size();
        if (std::from_chars(words.data() + from + east_of.size(), end, longitude).ec != std::errc{}) {
            throw geo::Error{fmt::format("the roughness \"{}\" names no longitude", words),
                             "write it as 0.3 km over 0.5 km, east of 35.25 E"};
        }
        meridian = longitude;
        words.resize(from);
    }
    const std::size_t middle = words.find(over);
    if (middle == words.npos) { return std::nullopt; }
    return Roughness{geo::parse_length(words.substr(0, middle)), geo::parse_length(words.substr(middle + over.size())),
                     meridian};
}

LineInfo info_of(const geo::Dataset& dataset, LineKind kind, const LineDetails& details,
                 std::vector<geo::Note>& notes) {
    StatedDay day = stated_day(dataset);
    LineInfo info{geo::stem_of_source(dataset.path),
                  kind,
                  day.date,
                  stated(dataset, "source"),
                  details.accuracy,
                  details.correlation};
    if (const std::string name = geo::text_of(dataset.about, "name"); !name.empty()) { info.name = name; }
    if (!details.date) {
        notes.insert(notes.end(), day.notes.begin(), day.notes.end());
    } else {
        if (day.date && day.date != details.date) {
            notes.push_back({fmt::format("the file says that it is of {}; {} is taken, as given",
                                         geo::to_text(day.date), geo::to_text(details.date)),
                             {}});
        }
        info.date = details.date;
    }
    if (!details.source.empty()) { info.source = details.source; }
    if (!info.accuracy) { info.accuracy = length_stated(dataset, "accuracy", notes); }
    info.roughness = roughness_of(dataset);
    if (!info.correlation) { info.correlation = length_stated(dataset, "correlation", notes); }
    return info;
}

/// "feature 11", or "feature 11 (Bakhmut)"
std::string words_for(const geo::Feature& feature) {
    const std::string number = fmt::format("{}", feature.number), name = geo::name_of(feature);
    return name == number ? "feature " + number : fmt::format("feature {} ({})", number, name);
}

/// The polygons of all features that are of the class, repaired; notes name the feature. One that collapsed does not
/// refuse the others.
void add_polygons(const geo::Dataset& dataset, const std::vector<LandClass>& classes, geo::RepairMemory* memory,
                  Control& control) {
    std::vector<geo::FeatureNote> notes;
    std::optional<geo::Error> collapsed;
    for (std::size_t i = 0; i < dataset.features.size(); ++i) {
        const geo::Feature& feature = dataset.features[i];
        if (feature.shape.region.empty() || classes[i] == LandClass::aside) { continue; }
        try {
            geo::Repaired repaired = geo::repair(feature.shape.region, memory);
            auto& regions = classes[i] == LandClass::held ? control.held : control.contested;
            regions.push_back(std::move(repaired.region));
            for (const geo::Note& note : repaired.notes) {
                notes.push_back({fmt::format("feature {}", feature.number), note});
            }
        } catch (const geo::NoArea& error) {
            notes.push_back({words_for(feature), {error.problem() + "; left aside", {}}});
            if (!collapsed) { collapsed = error.at({dataset.path, 0, 0, feature.number}); }
        } catch (const geo::Error& error) { throw error.at({dataset.path, 0, 0, feature.number}); }
    }
    if (control.held.empty() && control.contested.empty() && collapsed) { throw geo::Error{*collapsed}; }
    for (geo::Note& note : geo::gathered(notes)) { control.notes.push_back(std::move(note)); }
}

bool is_closed_line(const geo::Feature& feature) {
    return feature.shape.region.empty() &&
           std::any_of(feature.shape.paths.begin(), feature.shape.paths.end(), geo::is_closed);
}

std::vector<geo::Path> paths_of(const geo::Dataset& dataset) {
    std::vector<geo::Path> paths;
    for (const geo::Feature& feature : dataset.features) {
        for (const geo::Path& path : feature.shape.paths) {
            const geo::Path back{path.rbegin(), path.rend()};
            const auto same = [&](const geo::Path& other) { return other == path || other == back; };
            if (path.size() >= 2 && std::none_of(paths.begin(), paths.end(), same)) { paths.push_back(path); }
        }
    }
    return paths;
}

[[noreturn]] void ask_who_holds_what() {
    throw geo::Error{"which side of the line is held cannot be told: Kyiv is not in these units",
                     "name a place or position on the side that is held: " + geo::setting("held-at", "PLACE") + " or " +
                         geo::setting("held-at", "LON,LAT"),
                     geo::Error::Kind::bad_usage};
}

void check_is_near(const geo::Region& country, const geo::LonLat& position) {
    constexpr Kilometres farthest{20};  // places lie off a generalised coast by a few kilometres
    if (geo::contains(country, position)) { return; }
    const geo::Nearest land = geo::nearest_on(geo::shell_segments(country), position);
    if (land.distance <= farthest) { return; }
    throw geo::Error{
        fmt::format("{}: {} lies on no land of the units", geo::setting("held-at"), geo::to_text(position)),
        "give a position on held land, longitude first", geo::Error::Kind::bad_usage};
}

void check_is_beside(const std::vector<geo::Path>& paths, const geo::LonLat& position) {
    constexpr Kilometres on_it{0.001};
    for (const geo::Path& path : paths) {
        for (std::size_t i = 1; i < path.size(); ++i) {
            if (geo::nearest_on({path[i - 1], path[i]}, position).distance > on_it) { continue; }
            throw geo::Error{fmt::format("{}: {} lies on the line, and says not which side is held",
                                         geo::setting("held-at"), geo::to_text(position)),
                             "give a position well to the side that is held", geo::Error::Kind::bad_usage};
        }
    }
}

geo::Region held_side(const geo::Region& country, const std::vector<geo::Path>& paths,
                      const std::optional<geo::LonLat>& held_at) {
    const bool has_capital = geo::contains(country, capital());
    if (!held_at && !has_capital) { ask_who_holds_what(); }
    if (held_at) {
        check_is_near(country, *held_at);
        check_is_beside(paths, *held_at);
    }
    if (!has_capital) { return geo::split(country, paths, *held_at).with_seed; }
    geo::TwoSides sides = geo::split(country, paths, capital());
    if (held_at && geo::contains(sides.with_seed, *held_at)) {
        throw geo::Error{
            fmt::format("{}: {} lies on Kyiv's side of the line", geo::setting("held-at"), geo::to_text(*held_at)),
            "leave " + geo::setting("held-at") + " out: Ukraine holds Kyiv's side", geo::Error::Kind::bad_usage};
    }
    return std::move(sides.other);
}

/// Pockets drawn beside a line are classified as in a file of polygons.
std::vector<LandClass> classes_beside_a_line(const geo::Dataset& dataset, Control& control) {
    try {
        Classified classified = classify(dataset, {"", "", true});
        control.notes.insert(control.notes.end(), classified.notes.begin(), classified.notes.end());
        return classified.classes;
    } catch (const geo::Error& error) {
        throw geo::Error{
            "beside the line, " + error.problem(),
            "let " + geo::setting("where") + " choose the line and held land only, or take the others out of the file",
            error.kind()}
            .at({dataset.path});
    }
}

/// `held` says which side of the closed paths is held.
Control cut_out(const geo::Dataset& of_file, const geo::Region& country, geo::Kilometres closing,
                const LineDetails& details, const std::function<geo::Region(const std::vector<geo::Path>&)>& held) {
    const geo::Dataset dataset = of_one_day(of_file, details.date);
    require_one_layer(dataset);
    Control control;
    control.info = info_of(dataset, LineKind::contact, details, control.notes);
    control.drawn = paths_of(dataset);
    if (control.drawn.empty()) {
        throw geo::Error{"the file holds no line",
                         "for polygons of land that one side holds, use " + geo::setting("control")}
            .at({dataset.path});
    }
    for (geo::Note& note : notes_on_loops(dataset)) { control.notes.push_back(std::move(note)); }
    for (geo::Note& note : notes_on_crossings(control.drawn)) { control.notes.push_back(std::move(note)); }
    try {
        geo::Closing closed = geo::close_onto_outline(control.drawn, country, closing);
        control.held.push_back(held(closed.paths));
        control.bridges = std::move(closed.bridges);
        control.cuts = std::move(closed.paths);
    } catch (const geo::Error& error) { throw error.at({dataset.path}); }
    add_polygons(dataset, classes_beside_a_line(dataset, control), nullptr, control);
    for (std::size_t i = 1; i < control.held.size(); ++i) {
        for (const geo::Ring* ring : geo::rings_of(control.held[i])) { control.drawn.push_back(*ring); }
    }
    return control;
}

std::string file_of(const std::string& name) {
    return fmt::format("{}{}{}", line_prefix, name, line_suffix);
}

}  // namespace

geo::Coverage Control::coverage() const {
    geo::Coverage owners;
    for (const geo::Region& region : held) {
        const bool was_cut = &region == &held.front() && !cuts.empty();
        owners.emplace_back(&region, was_cut ? &cuts : nullptr);
    }
    return owners;
}

Control beyond_contested(const Control& control) {
    Control outer{control.info, control.held, {}, {}, {}, {}, {}, control.whole_units};
    outer.held.insert(outer.held.begin(), control.contested.begin(), control.contested.end());
    outer.info.name += " with contested land";
    return outer;
}

const std::string& words_of(LineKind kind) {
    static const std::string contact = tr_later("line of contact"), polygon = tr_later("control polygon"),
                             resulting = tr_later("line that results from");
    return kind == LineKind::contact ? contact : kind == LineKind::control_polygon ? polygon : resulting;
}

std::vector<std::string> builtin_line_names() {
    std::vector<std::string> names;
    for (const std::string& file : builtin_files(line_prefix, line_suffix)) {
        names.push_back(file.substr(line_prefix.size(), file.size() - line_prefix.size() - line_suffix.size()));
    }
    std::reverse(names.begin(), names.end());
    return names;
}

Control builtin_line(const std::string& name, const Units& units) {
    const std::vector<std::string> names = builtin_line_names();
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        throw geo::Error{fmt::format("there is no built-in line \"{}\", and no such file", name),
                         did_you_mean(name, names), geo::Error::Kind::bad_usage};
    }
    const geo::Dataset dataset = geo::read_geojson(builtin_file(file_of(name)), name);
    const geo::Region country = units.country();
    Control control = cut_out(dataset, country, default_closing, {}, [&country](const std::vector<geo::Path>& paths) {
        return geo::split(country, paths, capital()).other;  // also of units without Kyiv: it runs from border to sea
    });
    control.info.name = name;
    const std::string also = geo::text_of(dataset.about, "also_held");
    for (const Unit& unit : units.units) {
        if (also.find(unit.code) == std::string::npos) { continue; }
        control.held.push_back(unit.region);
        ++control.whole_units;
    }
    return control;
}

Control control_from_lines(const geo::Dataset& of_file, const geo::Region& country, geo::Kilometres closing,
                           const LineDetails& details) {
    const geo::Dataset dataset = of_one_day(of_file, details.date);
    try {
        refuse_antimeridian(dataset, country);
    } catch (const geo::Error& error) { throw error.at({dataset.path}); }
    return cut_out(dataset, country, closing, details, [&](const std::vector<geo::Path>& paths) {
        geo::Region held = held_side(country, paths, details.held_at);
        if (paths.size() > 1) {
            const bool has_capital = geo::contains(country, capital());
            refuse_two_lines(dataset, country, closing, has_capital ? capital() : *details.held_at);
        }
        return held;
    });
}

Control control_from_polygons(const geo::Dataset& of_file, const LineDetails& details, geo::RepairMemory* memory) {
    Filters filters;
    if (!details.choosing.held.empty()) {
        filters = {details.choosing.held, details.choosing.contested};
        std::erase(filters, "");
    }
    const geo::Dataset dataset = of_one_day(of_file, details.date, filters);
    Control control;
    control.info = info_of(dataset, LineKind::control_polygon, details, control.notes);
    const Classified classified = classify(dataset, details.choosing);
    if (!classified.by_layer && !details.choosing.layers_are_chosen) { require_one_layer(dataset); }
    control.notes.insert(control.notes.end(), classified.notes.begin(), classified.notes.end());
    add_polygons(dataset, classified.classes, memory, control);
    const auto is_other = [](const geo::Feature& feature) { return feature.shape.region.empty(); };
    const auto others = std::count_if(dataset.features.begin(), dataset.features.end(), is_other);
    if (others > 0) {
        control.notes.push_back({fmt::format("{} features without polygons were left aside", others), {}});
    }
    const auto rings = std::count_if(dataset.features.begin(), dataset.features.end(), is_closed_line);
    if (control.held.empty()) {
        throw geo::Error{!control.contested.empty() ? "all polygons of the file are contested"
                         : rings > 0 ? "the file holds no polygon: its lines are closed, and a closed line is no area"
                                     : "the file holds no polygon",
                         !control.contested.empty() ? "let " + geo::setting("contested") + " choose only some of them"
                         : rings > 0                ? std::string{"write them as Polygons (QGIS: Lines to Polygons)"}
                                                    : "for an open line, use " + geo::setting("line")}
            .at({dataset.path});
    }
    if (rings > 0) {
        control.notes.push_back({fmt::format("{} of them are closed lines, which are no areas; write them as Polygons "
                                             "if they should count",
                                             rings),
                                 {}});
    }
    return control;
}

Control renamed(Control control, const std::string& path) {
    const std::vector<std::string> names = builtin_line_names();
    if (std::find(names.begin(), names.end(), control.info.name) != names.end()) { control.info.name = path; }
    return control;
}

}  // namespace layers
