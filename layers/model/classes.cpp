// SPDX-License-Identifier: MIT
#include "layers/model/classes.h"

#include "geo/database.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/safe_text.h"
#include "geo/setting.h"
#include "layers/model/detail/filter_words.h"
#include "layers/model/detail/trackers.h"
#include "layers/model/suggest.h"
#include "layers/model/unit.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace layers {

namespace {

using detail::Tracker;
using geo::SquareKilometres;

/// Fields that are there to tell classes apart, whatever words stand in them: those called so, and those in whose name
/// stands one of the words after that, but none of the last.
constexpr std::array class_fields{"side",      "zone", "fill",    "stroke", "styleurl",
                                  "area_type", "клас", "faction", "party"};
constexpr std::array class_words{"status",  "class", "control", "occup",  "owner",  "holder", "held_by",
                                 "categor", "color", "colour",  "legend", "статус", "окуп",   "контрол"};
constexpr std::array other_words{"date", "since", "time", "_id", "source", "url", "km", "area_", "дата", "opacity"};
/// More values than that are no classes but names.
constexpr std::size_t most_classes = 24;

/// Features of one value of a field.
struct Value {
    std::string words;
    std::set<std::string> written;  ///< as it stands in the file, with spaces at its ends
    SquareKilometres area;
    std::optional<LandClass> known;
    bool is_stem = false;  ///< of several values, which go on with other numbers
};

bool tells_classes(const std::string& field) {
    const std::string name = folded(field);
    const auto is_in = [&name](const char* word) { return name.find(word) != std::string::npos; };
    if (std::any_of(class_fields.begin(), class_fields.end(), [&](const char* word) { return name == word; })) {
        return true;
    }
    return std::any_of(class_words.begin(), class_words.end(), is_in) &&
           std::none_of(other_words.begin(), other_words.end(), is_in);
}

bool counts(const geo::Feature& feature) {
    return !feature.shape.region.empty();
}

std::vector<Value> values_of(const geo::Dataset& dataset, const std::vector<bool>& open, const std::string& field) {
    std::vector<Value> values;
    for (std::size_t i = 0; i < dataset.features.size(); ++i) {
        if (!open[i]) { continue; }
        const std::string words = detail::value_of(dataset.features[i], field);
        auto found =
            std::find_if(values.begin(), values.end(), [&](const Value& value) { return value.words == words; });
        if (found == values.end()) { found = values.insert(found, {words, {}, {}, {}}); }
        const geo::Feature& feature = dataset.features[i];
        found->written.insert(field == detail::layer_field ? feature.layer : geo::text_of(feature.properties, field));
        found->area += geo::area_of(dataset.features[i].shape.region);
    }
    std::sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return a.area > b.area; });
    return values;
}

/// "Occupied 14", "Occupied 15", … as "Occupied": trackers number their areas, or date them.
std::vector<Value> by_stem(const std::vector<Value>& values) {
    std::map<std::string, Value> stems;
    for (const Value& value : values) {
        const std::size_t number = value.words.find_first_of("0123456789");
        const std::size_t last =
            value.words.find_last_not_of(" -_:,.(#/", number == std::string::npos ? number : number - 1);
        const bool has_stem = number != std::string::npos && number > 0 && last != std::string::npos;
        Value& stem = stems[has_stem ? value.words.substr(0, last + 1) : value.words];
        stem.is_stem = stem.is_stem || has_stem;
        stem.area += value.area;
        stem.written.insert(value.written.begin(), value.written.end());
    }
    std::vector<Value> grouped;
    for (auto& [words, stem] : stems) {
        stem.words = words;
        grouped.push_back(std::move(stem));
    }
    std::sort(grouped.begin(), grouped.end(), [](const Value& a, const Value& b) { return a.area > b.area; });
    return grouped;
}

// --- known trackers --------------------------------------------------------------------------------------------------

/// "“Occupied” 8,218 km², “Crimea” 26,426 km²": what stands in names of three parts is shown by the part in the middle.
std::string list_of(const std::vector<Value>& values) {
    constexpr std::size_t most_listed = 12;
    std::vector<std::string> words;
    for (const Value& value : values) {
        if (words.size() == most_listed) { break; }
        words.push_back(fmt::format("\"{}{}\" {:.1f} km²", value.words, value.is_stem ? " …" : "", value.area.value()));
    }
    const std::size_t more = values.size() - words.size();
    return fmt::format("{}{}", fmt::join(words, ", "), more > 0 ? fmt::format(" and {} more", more) : "");
}

std::vector<Value> of_class(const std::vector<Value>& values, LandClass wanted) {
    std::vector<Value> chosen;
    std::copy_if(values.begin(), values.end(), std::back_inserter(chosen),
                 [wanted](const Value& value) { return value.known == wanted; });
    return chosen;
}

geo::Note note_of(const Tracker& tracker, const std::string& field, const std::vector<Value>& values,
                  SquareKilometres as_chosen) {
    std::string text = fmt::format("read as {} has it ({}): ", tracker.name, field);
    const std::vector<Value> held = of_class(values, LandClass::held),
                             contested = of_class(values, LandClass::contested),
                             aside = of_class(values, LandClass::aside);
    text += fmt::format("held {}", list_of(held));
    if (!contested.empty()) { text += fmt::format("; contested {}", list_of(contested)); }
    if (!aside.empty()) { text += fmt::format("; left aside {}", list_of(aside)); }
    if (as_chosen > SquareKilometres{0}) {
        text += fmt::format("; and as chosen, contested {:.1f} km²", as_chosen.value());
    }
    return {
        fmt::format("{}; {} and {} together choose otherwise", text, geo::setting("where"), geo::setting("contested")),
        {}};
}

/// True if every polygon that is open bears a word of the tracker, and some are held.
bool read_by(const Tracker& tracker, const std::string& field, const geo::Dataset& dataset,
             const std::vector<bool>& open, Classified& into) {
    std::vector<Value> values = values_of(dataset, open, field);
    for (Value& value : values) {
        value.known = tracker.class_of(value.words);
        if (!value.known) { return false; }
    }
    if (of_class(values, LandClass::held).empty()) { return false; }
    for (std::size_t i = 0; i < dataset.features.size(); ++i) {
        if (open[i]) { into.classes[i] = *tracker.class_of(detail::value_of(dataset.features[i], field)); }
    }
    into.by_layer = field == detail::layer_field;
    SquareKilometres as_chosen;
    for (std::size_t i = 0; i < dataset.features.size(); ++i) {
        if (open[i] || into.classes[i] != LandClass::contested) { continue; }
        as_chosen += geo::area_of(dataset.features[i].shape.region);
    }
    if (values.size() > 1 || as_chosen > SquareKilometres{0}) {
        into.notes.push_back(note_of(tracker, field, values, as_chosen));
    }
    return true;
}

// --- unknown classes -------------------------------------------------------------------------------------------------

std::string filter_for(const std::string& field, const std::vector<Value>& values) {
    const std::string name = detail::field_in_filter(field);
    std::vector<std::string> words, conditions;
    for (const Value& value : values) {
        if (value.is_stem) {
            conditions.push_back(fmt::format("{} LIKE {}", name, detail::quoted_for_filter(value.words + "%")));
            continue;
        }
        for (const std::string& written : value.written) {
            if (written.empty()) {
                conditions.push_back(name + " IS NULL");
            } else {
                words.push_back(detail::quoted_for_filter(written));
            }
        }
    }
    if (words.size() == 1) { conditions.push_back(fmt::format("{} = {}", name, words.front())); }
    if (words.size() > 1) { conditions.push_back(fmt::format("{} IN ({})", name, fmt::join(words, ", "))); }
    return fmt::format("{}", fmt::join(conditions, " OR "));
}

/// The field by which the polygons differ, with its values; those whose words are known first.
struct Choice {
    std::string field;
    std::vector<Value> values;
    bool is_known = false;
};

/// By the words of any tracker that has such a field, and the common words.
std::optional<LandClass> known_class(const std::string& field, const std::string& words) {
    for (const Tracker& tracker : detail::trackers()) {
        const bool has_field = tracker.name.empty() || tracker.has_field(field);
        const auto known = has_field ? tracker.class_of(words) : std::nullopt;
        if (known) { return known; }
    }
    return std::nullopt;
}

/// A field of any other name tells classes where its words are known and not all of one class, or where one of them is
/// nothing but such a word: a name may have "Russian" in it.
bool words_tell_classes(const std::vector<Value>& values) {
    const Tracker& common = detail::trackers().back();
    std::set<LandClass> known;
    for (const Value& value : values) {
        if (value.known) { known.insert(*value.known); }
    }
    const bool has_word = std::any_of(values.begin(), values.end(), [&common](const Value& value) {
        return value.known && common.is_word(value.words);
    });
    return known.size() > 1 || (has_word && values.size() > 1);
}

std::optional<Choice> choice_by(const std::string& field, const geo::Dataset& dataset, const std::vector<bool>& open) {
    Choice choice{field, values_of(dataset, open, field), false};
    if (choice.values.size() > most_classes) { choice.values = by_stem(choice.values); }
    for (Value& value : choice.values) {
        value.known = known_class(field, value.words);
        choice.is_known = choice.is_known || value.known;
    }
    const bool single = choice.values.size() < 2;
    const bool all_held = std::all_of(choice.values.begin(), choice.values.end(),
                                      [](const Value& value) { return value.known == LandClass::held; });
    if (all_held || (single && !choice.is_known)) { return std::nullopt; }
    if (choice.values.size() > most_classes) {  // names, but for those that are mostly words of several classes
        std::size_t known = 0;
        std::set<LandClass> classes;
        for (const Value& value : choice.values) {
            if (!value.known) { continue; }
            classes.insert(*value.known);
            ++known;
        }
        return classes.size() > 1 && 2 * known > choice.values.size() ? std::optional{choice} : std::nullopt;
    }
    if (tells_classes(field)) { return choice; }
    const auto has_field = [&field](const Tracker& tracker) { return tracker.has_field(field); };
    const bool usual = std::any_of(detail::trackers().begin(), detail::trackers().end(), has_field);
    return (usual && choice.is_known) || words_tell_classes(choice.values) ? std::optional{choice} : std::nullopt;
}

std::optional<Choice> choice_in(const geo::Dataset& dataset, const std::vector<bool>& open) {
    std::vector<std::string> fields;
    for (std::size_t i = 0; i < dataset.features.size(); ++i) {
        for (const auto& [name, value] : dataset.features[i].properties) {
            const bool is_new = open[i] && std::find(fields.begin(), fields.end(), name) == fields.end();
            if (is_new) { fields.push_back(name); }
        }
    }
    std::optional<Choice> best;
    for (const std::string& field : fields) {
        auto choice = choice_by(field, dataset, open);
        if (choice && (!best || (choice->is_known && !best->is_known))) { best = std::move(choice); }
    }
    return best;
}

[[noreturn]] void refuse(const Choice& choice, const std::string& path) {
    const std::vector<Value> held = of_class(choice.values, LandClass::held),
                             contested = of_class(choice.values, LandClass::contested);
    std::string remedy =
        fmt::format("choose those that are held{} ", held.empty() ? ", such as" : ":") +
        geo::setting("where", filter_for(choice.field, held.empty() ? std::vector{choice.values.front()} : held));
    if (!contested.empty() && !held.empty()) {
        remedy += ", and contested land: " + geo::setting("contested", filter_for(choice.field, contested));
    }
    const bool single = choice.values.size() == 1;
    throw geo::Error{
        fmt::format("the polygons of the file are {}: {} is {}; {}",
                    single ? "not called held land" : "of several classes", choice.field, list_of(choice.values),
                    single ? "do they count as held?" : "which of them count as held?"),
        remedy, geo::Error::Kind::bad_usage}
        .at({path});
}

/// A file or layer that is called as a tracker calls land that is not held is taken for held only by the user's word.
void refuse_by_name(const geo::Dataset& dataset) {
    std::set<std::string> names{geo::text_of(dataset.about, "name"), geo::stem_of_source(dataset.path)};
    for (const geo::Feature& feature : dataset.features) {
        if (counts(feature)) { names.insert(feature.layer); }
    }
    for (const Tracker& tracker : detail::trackers()) {
        if (!tracker.has_field(std::string{detail::layer_field})) { continue; }
        for (const std::string& name : names) {
            const auto known = tracker.class_of(name);
            if (!known || known == LandClass::held) { continue; }
            throw geo::Error{fmt::format("\"{}\" is what {} calls land that is not held; does it count as held?", name,
                                         tracker.name),
                             "if it does, choose all of it: " + geo::setting("where", "1 = 1"),
                             geo::Error::Kind::bad_usage}
                .at({dataset.path});
        }
    }
}

// --- the user's filters ----------------------------------------------------------------------------------------------

/// By class where the file's field of classes is known.
std::string list_of_aside(const geo::Dataset& dataset, const Classified& made) {
    std::vector<bool> all, aside;
    for (std::size_t i = 0; i < made.classes.size(); ++i) {
        all.push_back(counts(dataset.features[i]));
        aside.push_back(all.back() && made.classes[i] == LandClass::aside);
    }
    const std::optional<Choice> choice = choice_in(dataset, all);
    if (!choice || !choice->is_known) { return ""; }
    std::vector<Value> values = values_of(dataset, aside, choice->field);
    std::vector<Value> contested;
    for (Value& value : values) {
        value.known = known_class(choice->field, value.words);
        if (value.known == LandClass::contested) { contested.push_back(value); }
    }
    std::string text = fmt::format(": {} is {}", choice->field, list_of(values));
    if (contested.empty()) { return text; }
    return text + "; to count contested land as a class of its own: " +
           geo::setting("contested", filter_for(choice->field, contested));
}

geo::Note note_of_choice(const geo::Dataset& dataset, const Classified& made) {
    SquareKilometres held, contested, aside;
    std::size_t left = 0;
    for (std::size_t i = 0; i < made.classes.size(); ++i) {
        if (!counts(dataset.features[i])) { continue; }
        const LandClass what = made.classes[i];
        (what == LandClass::held        ? held
         : what == LandClass::contested ? contested
                                        : aside) += geo::area_of(dataset.features[i].shape.region);
        left += what == LandClass::aside ? 1U : 0U;
    }
    std::string text = fmt::format("as chosen: held {:.1f} km²", held.value());
    if (contested > SquareKilometres{0}) { text += fmt::format(", contested {:.1f} km²", contested.value()); }
    if (left > 0) {
        text += fmt::format("; {} polygon{} of {:.1f} km² left aside{}", left, left == 1 ? "" : "s", aside.value(),
                            list_of_aside(dataset, made));
    }
    return {text, {}};
}

}  // namespace

Classified classify(const geo::Dataset& dataset, const Choosing& by) {
    const auto& [held, contested, layers_are_chosen] = by;
    Classified made{std::vector<LandClass>(dataset.features.size(), LandClass::aside), {}, false};
    std::vector<bool> open;  // polygons of which nothing is decided yet
    for (const geo::Feature& feature : dataset.features) { open.push_back(counts(feature)); }
    if (!contested.empty()) {
        const std::vector<bool> chosen = geo::matching(dataset, contested);
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if (!open[i] || !chosen[i]) { continue; }
            made.classes[i] = LandClass::contested;
            open[i] = false;
        }
    }
    if (!held.empty()) {
        const std::vector<bool> chosen = geo::matching(dataset, held);
        for (std::size_t i = 0; i < chosen.size(); ++i) {
            if (open[i] && chosen[i]) { made.classes[i] = LandClass::held; }
        }
        made.notes.push_back(note_of_choice(dataset, made));
        return made;
    }
    const auto has_words = [](const geo::Feature& feature) {
        return !feature.properties.empty() || !feature.layer.empty();
    };
    if (std::any_of(dataset.features.begin(), dataset.features.end(), has_words)) {
        for (const Tracker& tracker : detail::trackers()) {
            if (tracker.name.empty()) { continue; }
            for (const std::string& field : tracker.fields) {
                if (field == detail::layer_field && layers_are_chosen) { continue; }
                if (read_by(tracker, field, dataset, open, made)) { return made; }
            }
        }
        if (!layers_are_chosen) { require_one_layer(dataset); }
        if (!layers_are_chosen) { refuse_by_name(dataset); }
        if (const auto choice = choice_in(dataset, open)) { refuse(*choice, dataset.path); }
    }
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (open[i]) { made.classes[i] = LandClass::held; }
    }
    if (!contested.empty()) { made.notes.push_back(note_of_choice(dataset, made)); }
    return made;
}

void refuse_several_classes(const geo::Dataset& dataset) {
    std::vector<bool> open;
    for (const geo::Feature& feature : dataset.features) { open.push_back(counts(feature)); }
    const std::optional<Choice> choice = choice_in(dataset, open);
    if (!choice) { return; }
    std::set<LandClass> classes;
    for (const Value& value : choice->values) {
        if (value.known) { classes.insert(*value.known); }
    }
    if (classes.size() > 1) { refuse(*choice, dataset.path); }
}

}  // namespace layers
