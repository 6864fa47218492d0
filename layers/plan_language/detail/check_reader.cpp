// SPDX-License-Identifier: MIT
#include "layers/plan_language/detail/check_reader.h"

#include "layers/model/place.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace layers::detail {

namespace {

std::string zone_named(const YamlText& yaml, const YAML::Node& node, const Plan& plan, const Spelling& spelling) {
    std::vector<std::string> ids;
    for (const Zone& zone : plan.zones) { ids.push_back(zone.id); }
    std::string id = node.IsScalar() ? spelling.id(node.Scalar()) : "a list";
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
        yaml.fail(node, fmt::format("the plan has no zone \"{}\"", id),
                  ids.empty() ? "it has no zones" : did_you_mean(id, ids));
    }
    return id;
}

std::optional<Status> known_status(const YamlText& yaml, const YAML::Node& map, const Spelling& spelling) {
    if (!map["status"].IsDefined()) { return {}; }
    return spelling.status(yaml.one_of(map, "status", "a check", spelling.status_names()));
}

std::optional<Holder> known_holder(const YamlText& yaml, const YAML::Node& map, const Spelling& spelling) {
    if (!map["holder"].IsDefined()) { return {}; }
    return spelling.holder(yaml.one_of(map, "holder", "a check", spelling.holder_names()));
}

Check place_check(const YamlText& yaml, const YAML::Node& node, const Spelling& spelling, const Plan& plan) {
    yaml.check_keys(node, "a check of a place", {"place", "in", "not_in", "holder", "status", "reading"});
    Check check;
    check.kind = Check::Kind::place;
    check.subject = yaml.words(node, "place");
    if (!spelling.is_builtin() && find_place(check.subject) == nullptr) {
        yaml.fail(node["place"], fmt::format("no place is called \"{}\"", check.subject),
                  did_you_mean(check.subject, place_names()));
    }
    check.inside = !node["not_in"].IsDefined();
    if (node["in"].IsDefined() && !check.inside) {
        yaml.fail(node["not_in"], "a check says \"in\" or \"not_in\"", "write two checks");
    }
    const YAML::Node zone = check.inside ? node["in"] : node["not_in"];
    if (zone.IsDefined()) { check.zone = zone_named(yaml, zone, plan, spelling); }
    check.holder = known_holder(yaml, node, spelling);
    check.status = known_status(yaml, node, spelling);
    if (check.zone.empty() && !check.holder && !check.status) {
        yaml.fail(node, "nothing is claimed of the place", "add \"in: ZONE\", \"holder: …\" or \"status: …\"");
    }
    return check;
}

Check area_check(const YamlText& yaml, const YAML::Node& node, const AreaExpressionReader& where, const Plan& plan) {
    yaml.check_keys(node, "a check of an area", {"area", "between", "reading"});
    const YAML::Node of = node["area"], between = node["between"];
    yaml.check_keys(of, "an area", {"zone", "status", "holder", "unit"});
    Check check;
    check.kind = Check::Kind::area;
    if (of["zone"].IsDefined()) { check.zone = zone_named(yaml, of["zone"], plan, where.spelling()); }
    check.holder = known_holder(yaml, of, where.spelling());
    check.status = known_status(yaml, of, where.spelling());
    if (of["unit"].IsDefined()) { check.unit_code = where.unit_code(of["unit"]); }
    if (!between.IsSequence() || between.size() != 2) {
        yaml.fail(between.IsDefined() ? between : node, "an area lies between two others",
                  "between: [5000 km2, 6500 km2]");
    }
    const auto area = [&](const YAML::Node& item) {
        try {
            return geo::parse_area(item.IsScalar() ? item.Scalar() : "");
        } catch (const geo::Error& error) { yaml.fail(item, error.problem(), error.remedy()); }
    };
    check.least = area(between[0]);
    check.most = area(between[1]);
    if (check.least > check.most) { yaml.fail(between, "no area lies between these", "write the smaller first"); }
    return check;
}

}  // namespace

Check read_check(const YamlText& yaml, const YAML::Node& node, const AreaExpressionReader& where, const Plan& plan) {
    if (!node.IsMap()) { yaml.fail(node, "a check is a list of keys", "{place: Kramatorsk, in: ZONE}"); }
    Check check;
    if (node["place"].IsDefined()) {
        check = place_check(yaml, node, where.spelling(), plan);
    } else if (node["area"].IsDefined()) {
        check = area_check(yaml, node, where, plan);
    } else if (node["disjoint"].IsDefined()) {
        yaml.check_keys(node, "a check", {"disjoint", "reading"});
        check.kind = Check::Kind::disjoint;
        for (const YAML::Node& item : yaml.items(node["disjoint"])) {
            check.zones.push_back(zone_named(yaml, item, plan, where.spelling()));
        }
        const std::set<std::string> different{check.zones.begin(), check.zones.end()};
        if (different.size() < 2 || different.size() < check.zones.size()) {
            yaml.fail(node["disjoint"], "zones are compared with others", "name two zones that differ");
        }
    } else {
        yaml.check_keys(node, "a check", {"unassigned", "reading"});
        (void)yaml.one_of(node, "unassigned", "a check", {"none"});
    }
    check.place = yaml.place(node);
    return check;
}

}  // namespace layers::detail
