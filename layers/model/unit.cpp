// SPDX-License-Identifier: MIT
#include "layers/model/unit.h"

#include "geo/error.h"
#include "geo/overlay.h"
#include "geo/safe_text.h"
#include "geo/setting.h"
#include "layers/builtin/builtin.h"
#include "layers/model/detail/unit_names.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace layers {

Source source_of(const geo::Dataset& dataset) {
    const auto about = [&dataset](const char* key) { return geo::text_of(dataset.about, key); };
    Source source{about("title"), about("source"), about("date"), about("licence"), about("accuracy")};
    if (source.source.empty()) { source.source = dataset.path; }
    return source;
}

void require_one_layer(const geo::Dataset& dataset, const std::string& setting) {
    if (dataset.layers_are_chosen) { return; }
    std::vector<std::string> names;
    for (const geo::Feature& feature : dataset.features) {
        const bool is_land_or_line = !feature.shape.region.empty() || !feature.shape.paths.empty();
        const bool is_new = std::find(names.begin(), names.end(), feature.layer) == names.end();
        if (is_land_or_line && is_new) { names.push_back(feature.layer); }
    }
    if (names.size() < 2) { return; }
    throw geo::Error{fmt::format("the file has several layers: {}", fmt::join(names, ", ")),
                     "name one, or several with commas between: " + geo::setting(setting, names.front()),
                     geo::Error::Kind::bad_usage}
        .at({dataset.path});
}

geo::Region Units::country() const {
    std::vector<const geo::Region*> regions;
    for (const Unit& unit : units) { regions.push_back(&unit.region); }
    return geo::unite_all(regions);
}

geo::Coverage Units::coverage() const {
    geo::Coverage owners;
    for (const Unit& unit : units) { owners.emplace_back(&unit.region); }
    return owners;
}

Units builtin_units() {
    geo::Dataset dataset = geo::read_geojson(builtin_file("units.geojson"), "built-in units");
    Units result{{}, source_of(dataset), {}};
    for (geo::Feature& feature : dataset.features) {
        const auto text = [&feature](const char* key) { return geo::text_of(feature.properties, key); };
        Unit unit{text("name"), text("name_uk"), text("code"), text("kind"), {}};
        unit.region = std::move(feature.shape.region);  // valid already: tests/layers/unit_test.cpp
        result.units.push_back(std::move(unit));
    }
    return result;
}

const Unit* known_unit(std::string_view code) {
    static const Units known = builtin_units();
    const auto found =
        std::find_if(known.units.begin(), known.units.end(), [code](const Unit& unit) { return unit.code == code; });
    return found == known.units.end() ? nullptr : &*found;
}

int find_unit(const std::vector<Unit>& units, std::string_view written) {
    const auto index_of = [&units](const auto& same) {
        const auto found = std::find_if(units.begin(), units.end(), same);
        return found == units.end() ? -1 : static_cast<int>(found - units.begin());
    };
    const std::string plain = folded(written);
    const int exact = index_of([&plain](const Unit& unit) {
        return plain == folded(unit.code) || plain == folded(unit.name) || plain == folded(unit.name_uk);
    });
    if (exact >= 0) { return exact; }
    std::string iso = detail::iso_of_name(written);
    if (iso.empty()) { iso = detail::sense_of_code(written).iso; }
    if (!iso.empty()) {
        return index_of([&iso](const Unit& unit) { return unit.code == iso; });
    }
    const std::string key = detail::name_key(written);
    return index_of([&key](const Unit& unit) { return key == detail::name_key(unit.name); });
}

}  // namespace layers
