// SPDX-License-Identifier: MIT
#include "layers/model/detail/trackers.h"

#include "layers/builtin/builtin.h"
#include "layers/model/suggest.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace layers::detail {

namespace {

/// Folded, with single spaces: trackers write no-break spaces, line ends and double spaces.
std::string plain(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool no_break = text.substr(i, 2) == "\xC2\xA0";
        const bool space = no_break || text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r';
        if (!space) {
            result += text[i];
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
        i += no_break ? 1U : 0U;
    }
    if (result.ends_with(' ')) { result.pop_back(); }
    return folded(result);
}

std::vector<std::string> parts_of(std::string_view value) {
    constexpr std::string_view between = "///";
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= value.size();) {
        const std::size_t end = std::min(value.find(between, from), value.size());
        parts.push_back(plain(value.substr(from, end - from)));
        from = end + between.size();
    }
    return parts;
}

std::vector<std::pair<std::string, LandClass>> words_in(const YAML::Node& lists) {
    std::vector<std::pair<std::string, LandClass>> words;
    for (const auto& [key, what] :
         {std::pair{"aside", LandClass::aside}, {"contested", LandClass::contested}, {"held", LandClass::held}}) {
        for (const auto& word : lists[key]) { words.emplace_back(plain(word.as<std::string>()), what); }
    }
    return words;
}

Tracker tracker_of(const YAML::Node& node) {
    return {node["name"].as<std::string>(),
            node["source"].as<std::string>(),
            node["fields"].as<std::vector<std::string>>(),
            node["mark"].as<std::string>(""),
            words_in(node),
            node["inside"].IsDefined() ? words_in(node["inside"]) : std::vector<std::pair<std::string, LandClass>>{}};
}

}  // namespace

bool Tracker::has_field(const std::string& field) const {
    const auto same = [name = folded(field)](const std::string& known) { return folded(known) == name; };
    return std::any_of(fields.begin(), fields.end(), same);
}

std::optional<LandClass> Tracker::class_of(const std::string& value) const {
    if (value.find(mark) == std::string::npos) { return std::nullopt; }
    const std::vector<std::string> parts = parts_of(value);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        for (const auto& [word, what] : words) {
            if (*part == word || (!name.empty() && part->starts_with(word + " "))) { return what; }
        }
        for (const auto& [word, what] : inside) {
            if (part->find(word) != std::string::npos) { return what; }
        }
    }
    return std::nullopt;
}

bool Tracker::is_word(const std::string& value) const {
    const std::string text = plain(value);
    return std::any_of(words.begin(), words.end(), [&text](const auto& word) { return word.first == text; });
}

const std::vector<Tracker>& trackers() {
    static const std::vector<Tracker> known = [] {
        std::vector<Tracker> read;
        for (const auto& node : YAML::Load(std::string{builtin_file("trackers.yaml")})) {
            read.push_back(tracker_of(node));
        }
        return read;
    }();
    return known;
}

std::string value_of(const geo::Feature& feature, const std::string& field) {
    std::string value = field == layer_field ? feature.layer : geo::text_of(feature.properties, field);
    value.erase(0, value.find_first_not_of(" \t\r\n"));
    value.erase(value.find_last_not_of(" \t\r\n") + 1);
    return value;
}

}  // namespace layers::detail
