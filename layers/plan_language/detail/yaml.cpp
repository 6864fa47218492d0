// SPDX-License-Identifier: MIT
#include "layers/plan_language/detail/yaml.h"

#include "geo/utf8.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>

#include <algorithm>

namespace layers::detail {

namespace {

/// Items in all lists together; aliases of aliases would else make billions out of a kilobyte.
constexpr std::size_t most_items = 10'000;

std::string line_at(std::string_view text, int number) {
    for (int line = 0; line < number && !text.empty(); ++line) {
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    }
    return std::string{text.substr(0, text.find('\n'))};
}

}  // namespace

std::string one_line(std::string text) {
    text.erase(text.find_last_not_of("\r\n") + 1);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return text;
}

YAML::Node YamlText::root() const {
    return root("a plan", "name: my-plan");
}

YAML::Node YamlText::root(const char* what, const char* beginning) const {
    if (const std::size_t at = geo::first_not_utf8(text_); at != std::string_view::npos) {
        const std::string_view before = text_.substr(0, at);
        const auto line = std::count(before.begin(), before.end(), '\n');
        const std::size_t column = at - (before.rfind('\n') + 1);  // none: npos + 1 is 0
        throw geo::Error{fmt::format("the byte {:02x} is not UTF-8", static_cast<unsigned char>(text_[at])),
                         "save the plan as UTF-8 text"}
            .at({file_, static_cast<int>(line) + 1, static_cast<int>(column) + 1});
    }
    YAML::Node root;
    try {
        root = YAML::Load(std::string{text_});
    } catch (const YAML::Exception& error) {
        throw geo::Error{"this is not YAML: " + error.msg, "check indentation, quotes and brackets"}.at(
            place(error.mark, 1));
    }
    if (!root.IsMap()) {
        fail(root, fmt::format("{} is a list of keys and values", what), fmt::format("begin with \"{}\"", beginning));
        ;
    }
    return root;
}

geo::SourceLocation YamlText::place(const YAML::Mark& mark, std::size_t width) const {
    if (mark.line < 0) { return {file_}; }
    return {file_, mark.line + 1, mark.column + 1, 0, line_at(text_, mark.line), static_cast<int>(width)};
}

geo::SourceLocation YamlText::place(const YAML::Node& node) const {
    if (!node.IsDefined()) { return {file_}; }
    return place(node.Mark(), node.IsScalar() ? std::max<std::size_t>(node.Scalar().size(), 1) : 1);
}

void YamlText::fail(const YAML::Node& node, const std::string& problem, const std::string& remedy) const {
    throw geo::Error{problem, remedy}.at(place(node));
}

void YamlText::check_keys(const YAML::Node& map, const char* what, const std::vector<std::string>& known) const {
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

std::string YamlText::words(const YAML::Node& map, const char* key) const {
    const YAML::Node node = map[key];
    if (!node.IsDefined() || node.IsNull()) { return {}; }
    if (!node.IsScalar()) { fail(node, fmt::format("\"{}\" should be text", key), "write it on one line"); }
    return one_line(node.Scalar());
}

std::string YamlText::needed(const YAML::Node& map, const char* key, const char* what) const {
    std::string text = words(map, key);
    if (text.empty()) { fail(map, fmt::format("{} needs a \"{}\"", what, key), fmt::format("add \"{}: …\"", key)); }
    return text;
}

std::string YamlText::one_of(const YAML::Node& map, const char* key, const char* what,
                             const std::vector<std::string>& known) const {
    std::string text = needed(map, key, what);
    if (std::find(known.begin(), known.end(), text) == known.end()) {
        fail(map[key], fmt::format("there is no {} \"{}\"", key, text), did_you_mean(text, known));
    }
    return text;
}

std::vector<YAML::Node> YamlText::items(const YAML::Node& node) const {
    std::vector<YAML::Node> list;
    if (node.IsScalar() || node.IsMap()) { list.push_back(node); }
    if (node.IsSequence()) {
        for (const YAML::Node& item : node) { list.push_back(item); }
    }
    if (list.empty()) { fail(node, "a list is empty here", "name at least one"); }
    items_ += list.size();
    if (items_ > most_items) { fail(node, "the plan has more than 10,000 items", "repeat less by aliases (*name)"); }
    return list;
}

}  // namespace layers::detail
