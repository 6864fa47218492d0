// SPDX-License-Identifier: MIT
#include "layers/plan_language/texts.h"

#include "layers/builtin/builtin.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <iterator>

namespace layers {

namespace {

YAML::Node document() {
    return YAML::Load(std::string{builtin_file("texts.yaml")});
}

std::string word(const YAML::Node& node, const char* key) {
    return node[key] ? node[key].as<std::string>() : std::string{};
}

PlanSource source_in(const YAML::Node& node) {
    return {word(node, "title"), word(node, "publisher"), word(node, "date"), word(node, "address")};
}

std::vector<LaterNote> read_later_notes() {
    std::vector<LaterNote> notes;
    for (const auto& node : document()["later"]) {
        notes.push_back({word(node, "plan"), geo::parse_partial_date(word(node, "date")), word(node, "what")});
    }
    return notes;
}

std::vector<TextWithoutLand> read_texts() {
    std::vector<TextWithoutLand> texts;
    for (const auto& node : document()["texts"]) {
        TextWithoutLand text{word(node, "name"),
                             word(node["title"], "en"),
                             word(node["title"], "uk"),
                             geo::parse_partial_date(word(node, "date")),
                             word(node, "what"),
                             word(node, "why"),
                             {}};
        for (const auto& source : node["sources"]) {
            text.sources.emplace(source.first.as<std::string>(), source_in(source.second));
        }
        texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace

const std::vector<TextWithoutLand>& texts_without_land() {
    static const std::vector<TextWithoutLand> texts = read_texts();
    return texts;
}

const TextWithoutLand* find_text(const std::string& name) {
    const std::vector<TextWithoutLand>& texts = texts_without_land();
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&name](const TextWithoutLand& text) { return text.name == name; });
    return found == texts.end() ? nullptr : &*found;
}

std::vector<LaterNote> later_notes(const std::string& plan) {
    static const std::vector<LaterNote> notes = read_later_notes();
    std::vector<LaterNote> found;
    std::copy_if(notes.begin(), notes.end(), std::back_inserter(found),
                 [&plan](const LaterNote& note) { return note.plan == plan; });
    return found;
}

}  // namespace layers
