// SPDX-License-Identifier: MIT
#include "app/viewer/model/opening.h"

#include "geo/error.h"
#include "layers/model/date.h"
#include "layers/model/subject.h"

#include <fmt/format.h>

#include <sstream>
#include <vector>

namespace app::viewer {

namespace {

/// "a, b" as "a" and "b"
std::vector<std::string> names_in(const std::string& list) {
    std::vector<std::string> names;
    std::istringstream words{list};
    for (std::string name; std::getline(words, name, ',');) {
        const std::size_t first = name.find_first_not_of(' '), last = name.find_last_not_of(' ');
        if (first != std::string::npos) { names.push_back(name.substr(first, last - first + 1)); }
    }
    return names;
}

std::optional<geo::LonLat> held_side(const std::string& held_at, const layers::Units& units) {
    if (held_at.empty()) { return std::nullopt; }
    return layers::subject_from(held_at, units).position;
}

layers::LineDetails line_details(const FileDetails& typed, const layers::Units& units) {
    layers::LineDetails details;
    details.date = layers::parse_date(typed.date);
    if (!typed.date.empty() && !details.date) {
        throw geo::Error{layers::why_no_date(typed.date), "write it as 2025-12-24"};
    }
    details.choosing = {typed.where, typed.contested, !names_in(typed.layers).empty()};
    details.held_at = held_side(typed.held_at, units);
    return details;
}

}  // namespace

OpenedFile read_opened(const std::string& path, const geo::ReadOptions& reading) {
    OpenedFile file{path, std::make_shared<const geo::Dataset>(geo::read(path, reading))};
    for (const geo::Feature& feature : file.dataset->features) {
        file.has_polygons = file.has_polygons || !feature.shape.region.empty();
        file.has_lines = file.has_lines || !feature.shape.paths.empty();
    }
    if (!file.has_polygons && !file.has_lines) {
        throw geo::Error{"the file has neither polygons nor lines", "open held land, a contact line or zones"}.at(
            {path});
    }
    return file;
}

layers::Control control_of(const OpenedFile& file, const std::string& as, const layers::Units& units,
                           const geo::ReadOptions& reading) {
    const layers::LineDetails details = line_details(file.details, units);
    geo::ReadOptions chosen = reading;
    chosen.layers = names_in(file.details.layers);
    if (as == "line") { chosen.where = file.details.where; }  // of polygons it chooses classes: what it leaves is said
    const bool is_read = chosen == reading;
    const geo::Dataset dataset = is_read ? *file.dataset : geo::read(file.path, chosen);
    layers::Control control =
        as == "line" ? layers::control_from_lines(dataset, units.country(), layers::default_closing, details)
                     : layers::control_from_polygons(dataset, details);
    return layers::renamed(std::move(control), file.path);
}

std::vector<std::string> options_of(const OpenedFile& file, const std::string& as) {
    std::vector<std::string> options{"--" + as + "=" + file.path};
    const FileDetails& details = file.details;
    const auto add = [&options](const char* name, const std::string& value) {
        if (!value.empty()) { options.push_back(std::string{name} + value); }
    };
    for (const std::string& layer : names_in(details.layers)) { add("--input-layer=", layer); }
    add("--where=", details.where);
    if (as == "control") { add("--contested=", details.contested); }
    add("--date=", details.date);
    if (as == "line") { add("--held-at=", details.held_at); }
    return options;
}

layers::Control control_of_drawn(const geo::Dataset& lines, const std::string& held_at, const layers::Units& units) {
    layers::LineDetails details{{}, "drawn by hand"};
    details.held_at = held_side(held_at, units);
    return layers::control_from_lines(lines, units.country(), layers::default_closing, details);
}

}  // namespace app::viewer
