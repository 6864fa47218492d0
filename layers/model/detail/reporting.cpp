// SPDX-License-Identifier: MIT
#include "layers/model/detail/reporting.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>

namespace layers::detail {

using geo::SquareKilometres;

namespace {

constexpr SquareKilometres worth_saying{0.5};

std::string unseen_words(const Units& by, const std::vector<bool>& seen) {
    constexpr std::size_t shown = 6;
    std::vector<std::string> names;
    std::size_t all = 0;
    for (std::size_t i = 0; i + 1 < by.units.size(); ++i) {
        if (seen[i] || by.units[i].region.empty()) { continue; }
        if (++all <= shown) { names.push_back(by.units[i].name); }
    }
    if (all == 0) { return {}; }
    const std::string more = all > shown ? fmt::format(" and {} more", all - shown) : "";
    return fmt::format("; nothing of {}{} lies in it", fmt::join(names, ", "), more);
}

}  // namespace

Units with_elsewhere(Units by) {
    const auto taken = [](const Unit& unit) { return unit.name == "elsewhere"; };
    const bool any = std::any_of(by.units.begin(), by.units.end(), taken);
    Unit rest;
    rest.name = any ? "elsewhere (in none of the units)" : "elsewhere";
    by.units.push_back(std::move(rest));
    return by;
}

int reporting_index(const Units& by, const geo::Face& face) {
    const int owner = face.owners.back();
    return owner == geo::Face::none ? static_cast<int>(by.units.size()) - 1 : owner;
}

void add_reporting_notes(const geo::Partition& partition, const Units& by, std::vector<geo::Note>& notes) {
    notes.insert(notes.end(), by.notes.begin(), by.notes.end());
    SquareKilometres elsewhere, outside;
    std::vector<bool> seen(by.units.size());
    for (const geo::Face& face : partition.faces) {
        const bool in_country = face.owners.front() != geo::Face::none,
                   reported = face.owners.back() != geo::Face::none;
        if (in_country && !reported) { elsewhere += face.area; }
        if (!in_country && reported) { outside += face.area; }
        if (in_country && reported) { seen[static_cast<std::size_t>(face.owners.back())] = true; }
    }
    const std::string& name = by.path;
    if (elsewhere > SquareKilometres{0}) {
        const std::string area =
            elsewhere < worth_saying ? "less than 1 km²" : fmt::format("{:.0f} km²", elsewhere.value());
        notes.push_back({fmt::format("{} of the country lie in none of the units of {}: the row \"{}\"", area, name,
                                     by.units.back().name),
                         {}});
    }
    const std::string unseen = unseen_words(by, seen);
    if (outside > worth_saying || !unseen.empty()) {
        notes.push_back({fmt::format("{:.0f} km² of the units of {} lie outside the country and do not count{}",
                                     outside.value(), name, unseen),
                         {}});
    }
    const SquareKilometres overlap = partition.overlaps.back();
    if (overlap > worth_saying) {
        notes.push_back(
            {fmt::format("units of {} overlap by {:.0f} km²; the first in the file has it", name, overlap.value()),
             overlap});
    }
}

}  // namespace layers::detail
