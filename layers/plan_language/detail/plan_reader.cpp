// SPDX-License-Identifier: MIT
#include "layers/plan_language/detail/plan_reader.h"

#include "geo/setting.h"

#include "layers/model/date.h"
#include "layers/model/suggest.h"
#include "layers/plan_language/detail/area_expression_reader.h"
#include "layers/plan_language/detail/check_reader.h"
#include "layers/plan_language/detail/plan_parameters.h"
#include "layers/plan_language/detail/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace layers::detail {

namespace {

constexpr std::size_t longest_chain = 16;

const std::vector<std::string>& reading_names() {
    static const std::vector<std::string> names{"smallest", "largest"};
    return names;
}

bool has(const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

template <class Pairs>
std::vector<std::string> firsts(const Pairs& pairs) {
    std::vector<std::string> names;
    for (const auto& pair : pairs) { names.push_back(pair.first); }
    return names;
}

/// The document that lists the readings; null if none does.
const PlanDocument* reading_document(const PlanChain& chain) {
    for (const auto& document : chain) {
        if (document->root["readings"].IsDefined()) { return document.get(); }
    }
    return nullptr;
}

// --- parts of a plan -------------------------------------------------------------------------------------------------

/// Reads what one document of the chain adds to the plan.
class PartReader {
public:
    PartReader(const PlanDocument& document, const std::vector<Unit>& units, const Values& values,
               const PlanOptions& options, const Sides& sides)
        : yaml_{document.yaml},
          root_{document.root},
          spelling_{sides, document.source.is_builtin},
          values_{values},
          where_{document.yaml, units, values, spelling_, options.files},
          reading_{options.reading} {}

    void add_sources(Plan& plan) const {
        const YAML::Node sources = root_["sources"];
        if (!sources.IsDefined()) { return; }
        if (!sources.IsMap()) {
            yaml_.fail(sources, "sources are keys with a title and a date", "write \"AX: {title: …}\"");
        }
        for (const auto& entry : sources) {
            yaml_.check_keys(entry.second, "a source", {"title", "publisher", "date", "address"});
            plan.sources[one_line(entry.first.Scalar())] = {
                yaml_.needed(entry.second, "title", "a source"), yaml_.words(entry.second, "publisher"),
                yaml_.words(entry.second, "date"), yaml_.words(entry.second, "address")};
        }
    }

    void add_rules(Plan& plan) const {
        for (const YAML::Node& node : list("rules")) {
            if (counts(node)) { plan.rules.push_back(rule(node, plan)); }
        }
    }

    void add_zones(Plan& plan) const {
        std::vector<std::string> seen;
        for (const YAML::Node& node : list("zones")) {
            Zone made = zone(node, plan);
            if (!counts(node)) { continue; }
            if (has(seen, made.id)) {
                yaml_.fail(node["id"], fmt::format("two zones are called \"{}\"", made.id), "give each its own id");
            }
            seen.push_back(made.id);
            const auto same = [&made](const Zone& other) { return other.id == made.id; };
            const auto inherited = std::find_if(plan.zones.begin(), plan.zones.end(), same);
            if (inherited == plan.zones.end()) {
                plan.zones.push_back(std::move(made));
            } else {
                *inherited = std::move(made);
            }
        }
    }

    void add_not_drawn(Plan& plan) const {
        for (const YAML::Node& node : list("not_drawn")) {
            yaml_.check_keys(node, "an entry", {"what", "why", "clause", "sources", "confidence", "unclear"});
            plan.not_drawn.push_back({spelling_.text(yaml_.needed(node, "what", "an entry")),
                                      spelling_.text(yaml_.words(node, "why")), provenance(node, plan)});
        }
    }

    void add_checks(Plan& plan) const {
        for (const YAML::Node& node : list("checks")) {
            const bool of_base = !node.IsMap() || !node["reading"].IsDefined();
            if (of_base ? reading_ == Reading::base : counts(node)) {
                plan.checks.push_back(read_check(yaml_, node, where_, plan));
            }
        }
    }

private:
    std::vector<YAML::Node> list(const char* key) const {
        return root_[key].IsDefined() ? yaml_.items(root_[key]) : std::vector<YAML::Node>{};
    }

    /// Does the rule or zone belong to the reading that is read?
    bool counts(const YAML::Node& node) const {
        if (!node["reading"].IsDefined()) { return true; }
        bool wanted = false;
        for (const YAML::Node& item : yaml_.items(node["reading"])) {
            const std::vector<std::string> known = ids_of(readings());
            const std::string name = item.IsScalar() ? item.Scalar() : "a list";
            if (!has(known, name)) {
                yaml_.fail(item, fmt::format("there is no reading \"{}\"", name), did_you_mean(name, known));
            }
            wanted = wanted || name == id_of(reading_);
        }
        return wanted;
    }

    Provenance provenance(const YAML::Node& map, const Plan& plan) const {
        Provenance result;
        result.clause = yaml_.words(map, "clause");
        result.unclear = spelling_.text(yaml_.words(map, "unclear"));
        result.confidence = map["confidence"].IsDefined()
                                ? yaml_.one_of(map, "confidence", "", {"stated", "general", "derived", "unclear"})
                                : "";
        if (result.confidence == "unclear" && result.unclear.empty() && !map["why"].IsDefined()) {
            yaml_.fail(map["confidence"], "what is unclear is not said", "add \"unclear: …\" in words");
        }
        if (const YAML::Node sources = map["sources"]; sources.IsDefined()) {
            for (const YAML::Node& item : yaml_.items(sources)) {
                const std::string key = item.IsScalar() ? item.Scalar() : "";
                if (plan.sources.find(key) == plan.sources.end()) {
                    yaml_.fail(item, fmt::format("the plan lists no source \"{}\"", key),
                               did_you_mean(key, firsts(plan.sources)));
                }
                result.sources.push_back(key);
            }
        }
        return result;
    }

    /// A status that says whose the land is goes with that holder.
    void check_label(const YAML::Node& node, const StatusClass& status_class) const {
        const auto& [holder, status] = status_class;
        const bool is_contested = holder == Holder::contested && status != Status::contested;
        const Holder expected = is_contested ? Holder::undecided : term_of(status).holder.value_or(holder);
        if (holder != expected) {
            const Sides& sides = spelling_.sides();
            yaml_.fail(
                node["holder"],
                fmt::format("land of status {} is not held by \"{}\"", sides.status(status), sides.holder(holder)),
                fmt::format("write \"holder: {}\", or another status", sides.holder(expected)));
        }
    }

    Rule rule(const YAML::Node& node, const Plan& plan) const {
        yaml_.check_keys(node, "a rule",
                         {"where", "holder", "status", "reading", "clause", "sources", "confidence", "unclear"});
        if (!node["where"].IsDefined()) { yaml_.fail(node, "a rule needs a \"where\"", "add \"where: everywhere\""); }
        const StatusClass status_class{
            spelling_.holder(yaml_.one_of(node, "holder", "a rule", spelling_.holder_names())),
            spelling_.status(yaml_.one_of(node, "status", "a rule", spelling_.status_names()))};
        check_label(node, status_class);
        Rule rule{where_.where(node["where"]), status_class, provenance(node, plan), yaml_.place(node)};
        visit(rule.where, [&](const AreaExpression& part) {
            if (!part.on_resulting_line) { return; }
            yaml_.fail(node["where"], "the rules make the line that results: none of them can ask for it",
                       "name another line, or say it of a zone");
        });
        return rule;
    }

    Zone zone(const YAML::Node& node, const Plan& plan) const {
        yaml_.check_keys(node, "a zone",
                         {"id", "kind", "title", "where", "reading", "clause", "sources", "confidence", "unclear"});
        if (!node["where"].IsDefined()) {
            yaml_.fail(node, "a zone needs a \"where\"", "add \"where: {units: Donetsk}\"");
        }
        return {spelling_.id(yaml_.needed(node, "id", "a zone")),
                *zone_kind_of(yaml_.one_of(node, "kind", "a zone", ids_of(zone_kinds()))),
                with_values(spelling_.text(yaml_.words(node, "title")), in_words(values_)),
                where_.where(node["where"]),
                provenance(node, plan),
                yaml_.place(node["id"])};
    }

    const YamlText& yaml_;
    const YAML::Node& root_;
    Spelling spelling_;
    const Values& values_;
    AreaExpressionReader where_;
    Reading reading_;
};

void read_head(const PlanDocument& document, Plan& plan) {
    const YamlText& yaml = document.yaml;
    const YAML::Node& root = document.root;
    const Spelling spelling{plan.sides, document.source.is_builtin};
    plan.name = yaml.needed(root, "name", "a plan");
    const std::string date = yaml.words(root, "date");
    plan.date = geo::parse_partial_date(date);
    if (!date.empty() && !plan.date) {
        yaml.fail(root["date"], fmt::format("\"{}\" is not a date", date), "write it as 2025-11-20");
    }
    plan.text_status = spelling.text(yaml.words(root, "text_status"));
    plan.summary = spelling.text(yaml.words(root, "summary"));
    plan.is_builtin = document.source.is_builtin;
    plan.file = document.source.file;
    const YAML::Node title = root["title"];
    if (!title.IsDefined()) { return; }
    if (title.IsScalar()) {
        plan.title = spelling.text(one_line(title.Scalar()));
        return;
    }
    yaml.check_keys(title, "the title", {"en", "uk"});
    plan.title = spelling.text(yaml.words(title, "en"));
    plan.title_uk = yaml.words(title, "uk");
}

/// Which reading is read, its title, and the values that it sets.
void choose_reading(const PlanChain& chain, const PlanOptions& options, Plan& plan) {
    if (options.reading == Reading::base) { return; }
    const PlanDocument* document = reading_document(chain);
    const YAML::Node node = document == nullptr ? YAML::Node{YAML::NodeType::Undefined}
                                                : document->root["readings"][id_of(options.reading)];
    if (document == nullptr || !node.IsDefined()) { refuse_reading(plan, id_of(options.reading)); }
    plan.reading = options.reading;
    const Spelling spelling{plan.sides, document->source.is_builtin};
    plan.reading_title = spelling.text(document->yaml.words(node, "title"));
    if (!node["set"].IsDefined()) { return; }
    if (!node["set"].IsMap()) { document->yaml.fail(node["set"], "\"set\" names parameters", "write {depth: 5 km}"); }
    for (const auto& entry : node["set"]) {
        const std::string name = spelling.id(entry.first.Scalar());
        if (const auto pinned = options.set.find(name); pinned != options.set.end()) {
            plan.reading_title += fmt::format("; but {} is set to {}", pinned->first, pinned->second);
            continue;  // the command line has the last word
        }
        try {
            set_parameter(plan.parameters, name, spelling.value(entry.second.Scalar()),
                          document->yaml.place(entry.second), plan.name);
        } catch (const geo::Error& error) { document->yaml.fail(entry.first, error.problem(), error.remedy()); }
    }
}

std::string line_of(const PlanChain& chain, const Values& values, const std::vector<Unit>& units) {
    for (const auto& document : chain) {
        const YAML::Node node = document->root["line"];
        if (!node.IsDefined()) { continue; }
        const Spelling spelling{{}, document->source.is_builtin};
        std::string line = AreaExpressionReader{document->yaml, units, values, spelling}.line(node);
        if (line != resulting_line) { return line; }
        document->yaml.fail(node, "the line that results is made of the one that the plan stands on", "name that one");
    }
    return {};
}

/// As the nearest file of the chain that names them has it, else as the caller does.
Sides sides_under(const PlanChain& chain, const PlanOptions& options) {
    for (const auto& document : chain) {
        const YAML::Node node = document->root["sides"];
        if (!node.IsDefined()) { continue; }
        std::vector<std::string> names;
        for (const YAML::Node& item : document->yaml.items(node)) {
            if (!item.IsScalar()) {
                document->yaml.fail(item, "a side is a name", "write \"sides: [Republic, North]\"");
            }
            names.push_back(item.Scalar());
        }
        Sides sides;
        try {
            sides = sides_of(names);
        } catch (const geo::Error& error) { document->yaml.fail(node, error.problem(), error.remedy()); }
        if (options.sides && *options.sides != sides) {
            throw geo::Error{
                fmt::format("the plan calls the sides {}, not {}", to_text(sides), to_text(*options.sides)),
                "let all plans and " + geo::setting("sides") + " name them alike", geo::Error::Kind::bad_usage}
                .at(document->yaml.place(node));
        }
        return sides;
    }
    return options.sides.value_or(Sides{});
}

void check_root(const PlanDocument& document) {
    const YamlText& yaml = document.yaml;
    yaml.check_keys(document.root, "a plan", plan_keys());
    const YAML::Node readings = document.root["readings"];
    if (!readings.IsDefined()) { return; }
    yaml.check_keys(readings, "the readings", reading_names());
    for (const std::string& name : reading_names()) {
        if (!readings[name].IsDefined()) {
            yaml.fail(readings, fmt::format("a plan with readings has a \"{}\" one", name), "name both");
        }
        yaml.check_keys(readings[name], "a reading", {"title", "set"});
    }
}

}  // namespace

const std::vector<std::string>& plan_keys() {
    static const std::vector<std::string> keys{"name",    "title", "date",  "text_status", "summary",
                                               "extends", "line",  "sides", "parameters",  "readings",
                                               "sources", "rules", "zones", "not_drawn",   "checks"};
    return keys;
}

PlanChain chain_of(PlanText text, const std::function<PlanText(const std::string&, const std::string&)>& find) {
    PlanChain chain;
    std::set<std::string> files{text.file};
    chain.push_back(std::make_unique<PlanDocument>(std::move(text)));
    while (chain.back()->root["extends"].IsDefined()) {
        const PlanDocument& last = *chain.back();
        const YAML::Node node = last.root["extends"];
        const std::string name = last.yaml.words(last.root, "extends");
        PlanText next;
        try {
            next = find(name, last.source.file);
        } catch (const geo::Error& error) { last.yaml.fail(node, error.problem(), error.remedy()); }
        if (!files.insert(next.file).second || chain.size() >= longest_chain) {
            last.yaml.fail(node, fmt::format("plans extend one another in a circle: {} leads back here", name),
                           "let one of them stand by itself");
        }
        chain.push_back(std::make_unique<PlanDocument>(std::move(next)));
    }
    return chain;
}

bool has_readings(const PlanChain& chain) {
    return reading_document(chain) != nullptr;
}

void refuse_reading(const Plan& plan, const std::string& name) {
    throw geo::Error{fmt::format("plan {} has no reading \"{}\"", plan.name, name),
                     plan.readings.empty() ? "its text leaves no geometry open" : did_you_mean(name, reading_names()),
                     geo::Error::Kind::bad_usage};
}

Plan read_plan(const PlanChain& chain, const std::vector<Unit>& units, const PlanOptions& options) {
    for (const auto& document : chain) { check_root(*document); }
    Plan plan;
    plan.sides = sides_under(chain, options);
    read_head(*chain.front(), plan);
    for (const auto& document : chain) { plan.files.push_back({document->source.file, document->source.is_builtin}); }
    plan.parameters = parameters_of(chain, plan.sides);
    choose_reading(chain, options, plan);
    for (Parameter& parameter : plan.parameters) { parameter.written = parameter.value; }
    for (const auto& [name, value] : options.set) { set_parameter(plan.parameters, name, value, {}, plan.name); }
    Values values;
    for (const Parameter& parameter : plan.parameters) {
        check_value(parameter, plan.name);
        values[parameter.name] = parameter.value;
    }
    plan.title = with_values(plan.title, in_words(values));
    plan.title_uk = with_values(plan.title_uk, in_ukrainian(values));
    plan.line = line_of(chain, values, units);
    for (auto document = chain.rbegin(); document != chain.rend();
         ++document) {  // what extends replaces what it extends
        const PartReader parts{**document, units, values, options, plan.sides};
        parts.add_sources(plan);
        parts.add_zones(plan);
    }
    for (const auto& document : chain) {  // the first rule that matches decides: its own come first
        const PartReader parts{*document, units, values, options, plan.sides};
        parts.add_rules(plan);
        parts.add_not_drawn(plan);
    }
    if (plan.rules.empty()) {
        const std::string in =
            options.reading == Reading::base ? "in the base reading" : "in the reading " + id_of(options.reading);
        chain.front()->yaml.fail(chain.front()->root,
                                 fmt::format("a plan needs \"rules\", and this one has none {}", in),
                                 "add at least one rule without \"reading\"");
    }
    PartReader{*chain.front(), units, values, options, plan.sides}.add_checks(plan);
    name_resulting_line(plan);
    plan.sides.merely_hold = agrees_on_nothing(plan);
    return plan;
}

}  // namespace layers::detail
