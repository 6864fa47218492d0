// SPDX-License-Identifier: MIT
#pragma once

#include "geo/error.h"

#include <yaml-cpp/yaml.h>

#include <string>
#include <string_view>
#include <vector>

namespace layers::detail {

/// Words of a plan that stand in one line wherever they are printed: a line break in them would pass for a row of its
/// own.
std::string one_line(std::string text);

/// The text of one YAML file, and errors that point into it.
class YamlText {
public:
    YamlText(std::string_view text, std::string file) : text_{text}, file_{std::move(file)} {}

    /// Throws geo::Error with line and column if it is no YAML or no list of keys.
    YAML::Node root() const;

    /// The same of another kind of file than a plan, and how one of these begins.
    YAML::Node root(const char* what, const char* beginning) const;

    const std::string& file() const { return file_; }
    geo::SourceLocation place(const YAML::Node& node) const;
    [[noreturn]] void fail(const YAML::Node& node, const std::string& problem, const std::string& remedy) const;

    /// Throws for a key that is not known, or stands twice.
    void check_keys(const YAML::Node& map, const char* what, const std::vector<std::string>& known) const;

    /// The text under a key; empty if there is none.
    std::string words(const YAML::Node& map, const char* key) const;
    std::string needed(const YAML::Node& map, const char* key, const char* what) const;
    std::string one_of(const YAML::Node& map, const char* key, const char* what,
                       const std::vector<std::string>& known) const;

    /// A list, or one word for a list of one.
    std::vector<YAML::Node> items(const YAML::Node& node) const;

private:
    geo::SourceLocation place(const YAML::Mark& mark, std::size_t width) const;

    std::string_view text_;
    std::string file_;
    mutable std::size_t items_ = 0;
};

}  // namespace layers::detail
