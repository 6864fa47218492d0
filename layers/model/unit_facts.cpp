// SPDX-License-Identifier: MIT
#include "layers/model/unit_facts.h"

#include "layers/model/detail/builtin_rows.h"

#include <functional>
#include <map>

namespace layers {

namespace {

using geo::SquareKilometres;

std::vector<UnitGroup> read_groups() {
    std::vector<UnitGroup> groups;
    for (const auto& row : detail::builtin_rows("unit_groups.csv")) {
        groups.push_back({row.at(0), row.at(1), detail::parts_of(row.at(2), '|')});
    }
    return groups;
}

std::map<std::string, SquareKilometres, std::less<>> read_areas() {
    std::map<std::string, SquareKilometres, std::less<>> areas;
    for (const auto& row : detail::builtin_rows("official_areas.csv")) {
        areas.emplace(row.at(0), SquareKilometres{detail::number_in<double>(row.at(1))});
    }
    return areas;
}

}  // namespace

const std::vector<UnitGroup>& unit_groups() {
    static const std::vector<UnitGroup> groups = read_groups();
    return groups;
}

std::optional<SquareKilometres> official_area(std::string_view unit_code) {
    static const auto areas = read_areas();
    const auto found = areas.find(unit_code);
    return found == areas.end() ? std::nullopt : std::optional{found->second};
}

std::optional<SquareKilometres> official_area(const std::vector<std::string>& unit_codes) {
    SquareKilometres sum;
    for (const std::string& code : unit_codes) {
        const auto area = official_area(code);
        if (!area) { return std::nullopt; }
        sum += *area;
    }
    return sum;
}

}  // namespace layers
