// SPDX-License-Identifier: MIT
#include "layers/model/line_check.h"

#include "geo/closing.h"
#include "geo/error.h"
#include "geo/safe_text.h"
#include "geo/self_crossings.h"
#include "geo/setting.h"
#include "geo/sides.h"
#include "geo/slices.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace layers {

namespace {

/// A line that cuts the country by itself, and the feature that it comes from.
struct Slice {
    const geo::Feature* feature;
    geo::Pieces pieces;
};

bool is_open(const geo::Path& path) {
    return path.size() > 1 && !(path.front() == path.back());
}

void add_if_it_cuts(const geo::Feature& feature, const geo::Pieces& pieces, const geo::Region& country,
                    geo::Kilometres closing, std::vector<Slice>& slices) {
    if (pieces.empty()) { return; }
    try {
        slices.push_back({&feature, geo::close_onto_outline(pieces, country, closing).paths});
    } catch (const geo::Error&) {  // it ends inland: no line by itself, but perhaps a piece of one
    }
}

std::vector<Slice> by_path(const geo::Dataset& dataset, const geo::Region& country, geo::Kilometres closing) {
    std::vector<Slice> slices;
    for (const geo::Feature& feature : dataset.features) {
        for (const geo::Path& path : feature.shape.paths) {
            if (is_open(path)) { add_if_it_cuts(feature, {path}, country, closing, slices); }
        }
    }
    return slices;
}

std::vector<Slice> by_feature(const geo::Dataset& dataset, const geo::Region& country, geo::Kilometres closing) {
    std::vector<Slice> slices;
    for (const geo::Feature& feature : dataset.features) {
        geo::Pieces pieces;
        for (const geo::Path& path : feature.shape.paths) {
            if (is_open(path)) { pieces.push_back(path); }
        }
        add_if_it_cuts(feature, pieces, country, closing, slices);
    }
    return slices;
}

/// Paths that meet at an end belong to one line: a front may come in many features.
std::vector<Slice> by_meeting_ends(const geo::Dataset& dataset, const geo::Region& country, geo::Kilometres closing) {
    std::vector<std::pair<const geo::Feature*, const geo::Path*>> paths;
    for (const geo::Feature& feature : dataset.features) {
        for (const geo::Path& path : feature.shape.paths) {
            if (is_open(path)) { paths.emplace_back(&feature, &path); }
        }
    }
    geo::Sides lines{paths.size()};
    std::map<std::pair<double, double>, std::size_t> path_at;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        for (const geo::LonLat& end : {paths[i].second->front(), paths[i].second->back()}) {
            const auto [there, is_first] = path_at.try_emplace({end.lon, end.lat}, i);
            if (!is_first) { lines.join(there->second, i, false); }
        }
    }
    std::map<std::size_t, Slice> pieces;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const auto line = pieces.try_emplace(lines.set_of(i), Slice{paths[i].first, {}}).first;
        line->second.pieces.push_back(*paths[i].second);
    }
    std::vector<Slice> slices;
    for (const auto& [line, slice] : pieces) { add_if_it_cuts(*slice.feature, slice.pieces, country, closing, slices); }
    return slices;
}

/// A property in which the two differ: what a filter can choose by.
std::optional<std::string> condition_for(const geo::Feature& wanted, const geo::Feature& other) {
    for (const auto& [key, value] : wanted.properties) {
        const std::string words = geo::text_of(wanted.properties, key);
        if (!words.empty() && words.find('\'') == std::string::npos && words != geo::text_of(other.properties, key)) {
            return fmt::format("{} = '{}'", key, words);
        }
    }
    return std::nullopt;
}

[[noreturn]] void refuse(const geo::Feature& a, const geo::Feature& b, geo::SquareKilometres area) {
    const auto named = [](const geo::Feature& feature) {
        const std::string name = geo::name_of(feature);
        return name == std::to_string(feature.number) ? "feature " + name
                                                      : fmt::format("feature {} \"{}\"", feature.number, name);
    };
    const std::string which = &a == &b ? fmt::format("two lines in {}", named(a)) : named(a) + " and " + named(b);
    const std::optional<std::string> condition = condition_for(a, b);
    throw geo::Error{
        fmt::format("the file holds two lines that each cut the country, one behind the other: {}; {} "
                    "km² lie beyond both, and on which side is not said",
                    which, fmt::group_digits(std::llround(area.value()))),
        (condition ? "choose one: " + geo::setting("where", *condition) : std::string{"keep one of them in the file"}) +
            "; pockets are drawn as polygons or closed lines"};
}

void refuse_nested(std::vector<Slice> slices, const geo::Region& country, const geo::LonLat& seed) {
    if (slices.size() < 2) { return; }
    constexpr geo::SquareKilometres least{1};  // pieces of one line may overlap by a little where they meet
    std::vector<geo::Pieces> lines;
    for (Slice& slice : slices) { lines.push_back(std::move(slice.pieces)); }
    const std::optional<geo::Nested> two = geo::nested(country, lines, seed, least);
    if (two) { refuse(*slices[two->first].feature, *slices[two->second].feature, two->area); }
}

}  // namespace

void refuse_two_lines(const geo::Dataset& dataset, const geo::Region& country, geo::Kilometres closing,
                      const geo::LonLat& seed) {
    refuse_nested(by_feature(dataset, country, closing), country, seed);
    refuse_nested(by_path(dataset, country, closing), country, seed);
    refuse_nested(by_meeting_ends(dataset, country, closing), country, seed);
}

std::vector<geo::Note> notes_on_loops(const geo::Dataset& dataset) {
    constexpr std::size_t most_said = 3;
    std::string places;
    std::size_t count = 0;
    geo::SquareKilometres area;
    for (const geo::Feature& feature : dataset.features) {
        for (const geo::Path& path : feature.shape.paths) {
            for (const geo::SelfCrossing& crossing : geo::self_crossings(path)) {
                area += crossing.loop;
                if (++count > most_said) { continue; }
                places += fmt::format("{}{} (a loop of {:.3g} km²)", places.empty() ? "" : ", ",
                                      geo::to_text(crossing.at), crossing.loop.value());
            }
        }
    }
    if (count == 0) { return {}; }
    if (count > most_said) { places += fmt::format(" and at {} more places", count - most_said); }
    return {
        {fmt::format("the line crosses itself at {}: crossing it changes the side there too, so that a loop lies on "
                     "the other side than the land around it; take loops out that are not meant",
                     places),
         {}}};
}

std::vector<geo::Note> notes_on_crossings(const std::vector<geo::Path>& paths) {
    const std::vector<geo::LonLat> found = geo::crossings_of_closed(paths);
    if (found.empty()) { return {}; }
    const std::string more = found.size() > 1 ? fmt::format(" and at {} more places", found.size() - 1) : "";
    return {{fmt::format("a closed line crosses another line at {}{}: crossing either changes the side, so that its "
                         "inside lies on one side here and on the other there; if all of it is held, draw it as a "
                         "polygon",
                         geo::to_text(found.front()), more),
             {}}};
}

void refuse_antimeridian(const geo::Dataset& dataset, const geo::Region& country) {
    constexpr double half_round = 180;
    const std::string remedy = "cut units and line at 180°, and give the units on one side of it, with their line";
    const geo::Bounds bounds = geo::bounds_of(country);
    if (bounds.east - bounds.west > half_round) {
        throw geo::Error{"the units lie on both sides of the antimeridian (180°), and no line can cut them there",
                         remedy};
    }
    for (const geo::Feature& feature : dataset.features) {
        for (const geo::Path& path : feature.shape.paths) {
            for (std::size_t i = 1; i < path.size(); ++i) {
                if (std::fabs(path[i].lon - path[i - 1].lon) <= half_round) { continue; }
                throw geo::Error{
                    fmt::format("the line crosses the antimeridian (180°) after {}", geo::to_text(path[i - 1])),
                    remedy};
            }
        }
    }
}

}  // namespace layers
