// SPDX-License-Identifier: MIT
#include "layers/plan_file.h"

#include "geo/error.h"
#include "layers/builtin.h"
#include "layers/date.h"
#include "layers/suggest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace layers {

namespace {

constexpr std::size_t largest_plan = 1 << 20;
constexpr int deepest_nesting = 32;
/// Items in all lists together; aliases of aliases would else make billions out of a kilobyte.
constexpr std::size_t most_items = 10'000;

const std::vector<Unit>& builtin_names() {
    static const std::vector<Unit> units = builtin_units().units;
    return units;
}

std::string line_at(std::string_view text, int number) {
    for (int line = 0; line < number && !text.empty(); ++line) {
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    return std::string{text.substr(0, text.find('\n'))};
}

template <class Pairs>
std::vector<std::string> firsts(const Pairs& pairs) {
    std::vector<std::string> names;
    for (const auto& pair : pairs) { names.push_back(pair.first); }
    return names;
}

/// Reads the parts of one plan and knows where in the text each stands.
class PlanReader {
public:
    PlanReader(std::string_view text, std::string file, const std::vector<Unit>& units)
        : text_{text}, file_{std::move(file)}, units_{units}, known_{builtin_names()} {}

    Plan plan() {
        YAML::Node root;
        try {
            root = YAML::Load(std::string{text_});
        } catch (const YAML::Exception& error) {
            throw geo::Error{"this is not YAML: " + error.msg, "check indentation, quotes and brackets"}.at(
                place(error.mark, 1));
        }
        if (!root.IsMap()) { fail(root, "a plan is a list of keys and values", "begin with \"name: my-plan\""); }
        return plan_of(root);
    }

private:
    // --- places and errors -------------------------------------------------------------------------------------------

    geo::Place place(const YAML::Mark& mark, std::size_t width) const {
        if (mark.line < 0) { return {file_}; }
        return {file_, mark.line + 1, mark.column + 1, 0, line_at(text_, mark.line), static_cast<int>(width)};
    }

    [[noreturn]] void fail(const YAML::Node& node, const std::string& problem, const std::string& remedy) const {
        const std::size_t width =
            node.IsDefined() && node.IsScalar() ? std::max<std::size_t>(node.Scalar().size(), 1) : 1;
        throw geo::Error{problem, remedy}.at(node.IsDefined() ? place(node.Mark(), width) : geo::Place{file_});
    }

    void check_keys(const YAML::Node& map, const char* what, const std::vector<std::string>& known) const {
        if (!map.IsMap()) { fail(map, fmt::format("{} is a list of keys and values", what), "write \"key: value\""); }
        std::vector<std::string> seen;
        for (const auto& entry : map) {
            const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : "?";
            if (std::find(known.begin(), known.end(), key) == known.end()) {
                fail(entry.first, fmt::format("{} has no key \"{}\"", what, key), did_you_mean(key, known));
            }
            if (std::find(seen.begin(), seen.end(), key) != seen.end()) {
                fail(entry.first, fmt::format("the key \"{}\" stands twice", key), "keep one of them");
            }
            seen.push_back(key);
        }
    }

    std::string words(const YAML::Node& map, const char* key) const {
        const YAML::Node node = map[key];
        if (!node.IsDefined() || node.IsNull()) { return {}; }
        if (!node.IsScalar()) { fail(node, fmt::format("\"{}\" should be text", key), "write it on one line"); }
        return node.Scalar();
    }

    std::string needed(const YAML::Node& map, const char* key, const char* what) const {
        std::string text = words(map, key);
        if (text.empty()) { fail(map, fmt::format("{} needs a \"{}\"", what, key), fmt::format("add \"{}: …\"", key)); }
        return text;
    }

    std::string one_of(const YAML::Node& map, const char* key, const char* what,
                       const std::vector<std::string>& known) const {
        std::string text = needed(map, key, what);
        if (std::find(known.begin(), known.end(), text) == known.end()) {
            fail(map[key], fmt::format("there is no {} \"{}\"", key, text), did_you_mean(text, known));
        }
        return text;
    }

    /// A list, or one word for a list of one.
    std::vector<YAML::Node> items(const YAML::Node& node) const {
        std::vector<YAML::Node> list;
        if (node.IsScalar() || node.IsMap()) { list.push_back(node); }
        if (node.IsSequence()) {
            for (const YAML::Node& item : node) { list.push_back(item); }
        }
        if (list.empty()) { fail(node, "a list is empty here", "name at least one"); }
        items_ += list.size();
        if (items_ > most_items) {
            fail(node, "the plan has more than 10,000 items", "repeat less by aliases (*name)");
        }
        return list;
    }

    // --- areas -------------------------------------------------------------------------------------------------------

    std::string unit_code(const YAML::Node& node) const {
        if (!node.IsScalar()) { fail(node, "a unit is named by a word", "such as Donetsk, or its code UA-14"); }
        for (const std::vector<Unit>* units : {&units_, &known_}) {
            const int index = find_unit(*units, node.Scalar());
            if (index >= 0) { return (*units)[static_cast<std::size_t>(index)].code; }
        }
        std::vector<std::string> names;
        for (const Unit& unit : known_) { names.push_back(unit.name); }
        fail(node, fmt::format("no unit is called \"{}\"", node.Scalar()), did_you_mean(node.Scalar(), names));
    }

    Side side(const YAML::Node& node) const {
        const std::vector<std::string> sides{"Ukraine", "Russia"};
        if (node.IsScalar() && node.Scalar() == sides[0]) { return Side::ukraine; }
        if (node.IsScalar() && node.Scalar() == sides[1]) { return Side::russia; }
        const std::string written = node.IsScalar() ? node.Scalar() : "a list";
        fail(node, fmt::format("land is held by Ukraine or Russia on the day of the line, not by \"{}\"", written),
             did_you_mean(written, sides));
    }

    Where list_of(Where::Kind kind, const YAML::Node& node, int depth) const {
        Where where;
        where.kind = kind;
        for (const YAML::Node& item : items(node)) { where.parts.push_back(where_of(item, depth + 1)); }
        return where;
    }

    Where where_for(const std::string& key, const YAML::Node& value, int depth) const {
        Where where;
        if (key == "units" || key == "unit") {
            where.kind = Where::Kind::units;
            for (const YAML::Node& item : items(value)) { where.unit_codes.push_back(unit_code(item)); }
        } else if (key == "held_by") {
            where.kind = Where::Kind::held_by;
            where.side = side(value);
        } else if (key == "all") {
            return list_of(Where::Kind::all, value, depth);
        } else if (key == "any") {
            return list_of(Where::Kind::any, value, depth);
        } else {
            return list_of(Where::Kind::except, value, depth);
        }
        return where;
    }

    /// Keys side by side must all hold.
    Where where_of(const YAML::Node& node, int depth = 0) const {
        if (depth > deepest_nesting) { fail(node, "areas are nested too deeply here", "write the plan more simply"); }
        if (node.IsScalar() && node.Scalar() == "everywhere") { return {}; }
        check_keys(node, "an area", {"units", "unit", "held_by", "all", "any", "except"});
        Where both;
        both.kind = Where::Kind::all;
        for (const auto& entry : node) { both.parts.push_back(where_for(entry.first.Scalar(), entry.second, depth)); }
        if (both.parts.empty()) { fail(node, "an area names nothing", "write \"everywhere\" for the whole country"); }
        if (both.parts.size() == 1) { return Where{both.parts.front()}; }
        return both;
    }

    // --- parts of a plan ---------------------------------------------------------------------------------------------

    Basis basis(const YAML::Node& map, const Plan& plan) const {
        Basis result;
        result.clause = words(map, "clause");
        result.unclear = words(map, "unclear");
        result.confidence = map["confidence"].IsDefined()
                                ? one_of(map, "confidence", "", {"stated", "general", "derived", "unclear"})
                                : "";
        if (result.confidence == "unclear" && result.unclear.empty() && !map["why"].IsDefined()) {
            fail(map["confidence"], "what is unclear is not said", "add \"unclear: …\" in words");
        }
        if (const YAML::Node sources = map["sources"]; sources.IsDefined()) {
            for (const YAML::Node& item : items(sources)) {
                const std::string key = item.IsScalar() ? item.Scalar() : "";
                if (plan.sources.find(key) == plan.sources.end()) {
                    fail(item, fmt::format("the plan lists no source \"{}\"", key),
                         did_you_mean(key, firsts(plan.sources)));
                }
                result.sources.push_back(key);
            }
        }
        return result;
    }

    /// A status that says whose the land is goes with that holder.
    void check_label(const YAML::Node& node, const Label& label) const {
        const auto& [holder, status] = label;
        const bool is_russian = status.starts_with("RU-") || status == "frozen";
        const bool is_ukrainian = status == "UA" || status == "UA-regained";
        const std::string expected = is_russian ? "Russia" : is_ukrainian ? "Ukraine" : holder;
        if (holder != expected) {
            fail(node["holder"], fmt::format("land of status {} is not held by \"{}\"", status, holder),
                 fmt::format("write \"holder: {}\", or another status", expected));
        }
    }

    Rule rule(const YAML::Node& node, const Plan& plan) const {
        check_keys(node, "a rule", {"where", "holder", "status", "clause", "sources", "confidence", "unclear"});
        if (!node["where"].IsDefined()) { fail(node, "a rule needs a \"where\"", "add \"where: everywhere\""); }
        const Label label{one_of(node, "holder", "a rule", holders()),
                          one_of(node, "status", "a rule", firsts(status_meanings()))};
        check_label(node, label);
        return {where_of(node["where"]), label, basis(node, plan)};
    }

    Zone zone(const YAML::Node& node, const Plan& plan) const {
        check_keys(node, "a zone", {"id", "kind", "title", "where", "clause", "sources", "confidence", "unclear"});
        if (!node["where"].IsDefined()) { fail(node, "a zone needs a \"where\"", "add \"where: {units: Donetsk}\""); }
        return {needed(node, "id", "a zone"), one_of(node, "kind", "a zone", firsts(zone_kinds())),
                words(node, "title"), where_of(node["where"]), basis(node, plan)};
    }

    NotDrawn not_drawn(const YAML::Node& node, const Plan& plan) const {
        check_keys(node, "an entry", {"what", "why", "clause", "sources", "confidence", "unclear"});
        return {needed(node, "what", "an entry"), words(node, "why"), basis(node, plan)};
    }

    void read_title(const YAML::Node& root, Plan& plan) const {
        const YAML::Node title = root["title"];
        if (!title.IsDefined()) { return; }
        if (title.IsScalar()) {
            plan.title = title.Scalar();
            return;
        }
        check_keys(title, "the title", {"en", "uk"});
        plan.title = words(title, "en");
        plan.title_uk = words(title, "uk");
    }

    void read_sources(const YAML::Node& root, Plan& plan) const {
        const YAML::Node sources = root["sources"];
        if (!sources.IsDefined()) { return; }
        if (!sources.IsMap()) { fail(sources, "sources are keys with a title and a date", "write \"AX: {title: …}\""); }
        for (const auto& entry : sources) {
            check_keys(entry.second, "a source", {"title", "date"});
            plan.sources[entry.first.Scalar()] = {needed(entry.second, "title", "a source"),
                                                  words(entry.second, "date")};
        }
    }

    Plan plan_of(const YAML::Node& root) const {
        check_keys(root, "a plan",
                   {"name", "title", "date", "text_status", "summary", "sources", "rules", "zones", "not_drawn"});
        Plan plan;
        plan.name = needed(root, "name", "a plan");
        plan.date = words(root, "date");
        if (!plan.date.empty() && !is_date(plan.date, true)) {
            fail(root["date"], fmt::format("\"{}\" is not a date", plan.date), "write it as 2025-11-20");
        }
        plan.text_status = words(root, "text_status");
        plan.summary = words(root, "summary");
        read_title(root, plan);
        read_sources(root, plan);
        if (!root["rules"].IsDefined()) { fail(root, "a plan needs \"rules\"", "add at least one rule"); }
        for (const YAML::Node& node : items(root["rules"])) { plan.rules.push_back(rule(node, plan)); }
        if (root["zones"].IsDefined()) {
            for (const YAML::Node& node : items(root["zones"])) { add_zone(node, plan); }
        }
        if (root["not_drawn"].IsDefined()) {
            for (const YAML::Node& node : items(root["not_drawn"])) { plan.not_drawn.push_back(not_drawn(node, plan)); }
        }
        return plan;
    }

    void add_zone(const YAML::Node& node, Plan& plan) const {
        Zone made = zone(node, plan);
        const auto same = [&made](const Zone& other) { return other.id == made.id; };
        if (std::any_of(plan.zones.begin(), plan.zones.end(), same)) {
            fail(node["id"], fmt::format("two zones are called \"{}\"", made.id), "give each its own id");
        }
        plan.zones.push_back(std::move(made));
    }

    std::string_view text_;
    std::string file_;
    const std::vector<Unit>& units_;
    const std::vector<Unit>& known_;
    mutable std::size_t items_ = 0;
};

std::string read_file(const std::string& path) {
    if (std::filesystem::is_directory(path)) {
        throw geo::Error{"this is a directory", "name a plan file in it", geo::Error::Kind::bad_usage}.at({path});
    }
    std::ifstream file{path, std::ios::binary};
    if (!file) { throw geo::Error{"cannot open the plan", "check the path", geo::Error::Kind::bad_usage}.at({path}); }
    std::string text(largest_plan + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

}  // namespace

Plan parse_plan(std::string_view text, const std::string& file, const std::vector<Unit>& units) {
    if (text.size() > largest_plan) {
        throw geo::Error{"a plan of more than 1 MB", "plans are a few pages"}.at({file});
    }
    try {
        return PlanReader{text, file, units}.plan();
    } catch (const YAML::Exception& error) {  // a conversion that no check above foresaw
        throw geo::Error{"this plan cannot be read: " + error.msg}.at(
            {file, error.mark.line + 1, error.mark.column + 1});
    }
}

std::vector<std::string> builtin_plan_names() {
    return {"as-held", "freeze", "us-28-point", "ua-us-20-point", "russia-donbas", "annexation-2022"};
}

Plan load_plan(const std::string& name_or_path, const std::vector<Unit>& units) {
    const std::vector<std::string> names = builtin_plan_names();
    if (std::find(names.begin(), names.end(), name_or_path) != names.end()) {
        const std::string file = fmt::format("plans/{}.yaml", name_or_path);
        return parse_plan(builtin_file(file), file, units);
    }
    const bool is_path = name_or_path.find('/') != std::string::npos || name_or_path.ends_with(".yaml") ||
                         name_or_path.ends_with(".yml") || std::filesystem::exists(name_or_path);
    if (!is_path) {
        throw geo::Error{fmt::format("there is no plan \"{}\", and no such file", name_or_path),
                         did_you_mean(name_or_path, names), geo::Error::Kind::bad_usage};
    }
    return parse_plan(read_file(name_or_path), name_or_path, units);
}

}  // namespace layers
