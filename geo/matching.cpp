// SPDX-License-Identifier: MIT
#include "geo/dataset.h"
#include "geo/detail/formats.h"
#include "geo/error.h"
#include "geo/nothing.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

namespace geo {

namespace {

constexpr std::size_t most_named = 12;

std::vector<std::string> fields_of(const Dataset& dataset) {
    std::vector<std::string> names;
    for (const Feature& feature : dataset.features) {
        for (const auto& [name, value] : feature.properties) {
            if (std::find(names.begin(), names.end(), name) == names.end()) { names.push_back(name); }
        }
    }
    return names;
}

std::string listed(std::vector<std::string> words) {
    const std::size_t more = words.size() > most_named ? words.size() - most_named : 0;
    words.resize(words.size() - more);
    return fmt::format("{}{}", fmt::join(words, ", "), more > 0 ? fmt::format(" and {} more", more) : "");
}

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || static_cast<unsigned char>(c) > 127;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

/// As a word by itself, whatever its case: GDAL takes field names so.
bool speaks_of(const std::string& where, const std::string& field) {
    const std::string text = lower(where), name = lower(field);
    for (std::size_t at = text.find(name); !name.empty() && at != std::string::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool starts = at == 0 || !is_word(text[at - 1]), ends = end == text.size() || !is_word(text[end]);
        if (starts && ends) { return true; }
    }
    return false;
}

/// 'RU', 'UA', 12, NULL: as a filter would write them.
std::string values_of(const Dataset& dataset, const std::string& field) {
    std::vector<std::string> values;
    for (const Feature& feature : dataset.features) {
        const Value* value = find(feature.properties, field);
        std::string words = "NULL";
        if (value != nullptr && !std::holds_alternative<std::monostate>(*value)) {
            words = text_of(feature.properties, field);
            if (std::holds_alternative<std::string>(*value)) { words = fmt::format("'{}'", words); }
        }
        if (std::find(values.begin(), values.end(), words) == values.end()) { values.push_back(words); }
        if (values.size() > 1000) { break; }  // a field of which each feature has its own
    }
    return listed(std::move(values));
}

[[noreturn]] void refuse_nothing(const Dataset& dataset, const std::string& where) {
    std::vector<std::string> known;
    for (const std::string& field : fields_of(dataset)) {
        if (speaks_of(where, field)) { known.push_back(fmt::format("{} is {}", field, values_of(dataset, field))); }
    }
    throw Nothing{Error{fmt::format("none of the {} features matches the filter {}", dataset.features.size(), where),
                        known.empty() ? "the file's fields are: " + listed(fields_of(dataset))
                                      : fmt::format("in the file, {}", fmt::join(known, "; ")),
                        Error::Kind::bad_usage}};
}

/// GDAL's words for a filter that it does not take.
[[noreturn]] void refuse_filter(const Dataset& dataset, const std::string& where, std::string reason) {
    const std::vector<std::string> fields = fields_of(dataset);
    std::replace(reason.begin(), reason.end(), '\n', ' ');
    const std::string problem = fmt::format("the filter {} cannot be used: {}", where, reason);
    if (fields.empty()) { throw Error{problem, "the file's features have no fields", Error::Kind::bad_usage}; }
    const auto named = std::find_if(fields.begin(), fields.end(),
                                    [&where](const std::string& field) { return speaks_of(where, field); });
    const std::string& example = named == fields.end() ? fields.front() : *named;
    const bool unknown = reason.find("not recognised as an available field") != std::string::npos;
    throw Error{
        problem,
        unknown ? fmt::format("the file's fields are: {}; text stands in '…', a field's name in \"…\"", listed(fields))
                : fmt::format("write it as ogr2ogr -where has it: \"{}\" = 'text', or \"{}\" > 5", example, example),
        Error::Kind::bad_usage};
}

/// GDAL knows these words for the geometry, which the filter does not see.
void refuse_geometry(const std::string& where) {
    for (const char* word : {"OGR_GEOMETRY", "OGR_GEOM_WKT", "OGR_GEOM_AREA", "OGR_STYLE"}) {
        if (!speaks_of(where, word)) { continue; }
        throw Error{fmt::format("the filter {} asks for {}: it picks by fields alone", where, word),
                    "name a field of the file", Error::Kind::bad_usage};
    }
}

}  // namespace

std::vector<bool> matching(const Dataset& dataset, const std::string& where) {
    try {
        refuse_geometry(where);
        std::vector<bool> picked;
        try {
            picked = detail::formats().matching(dataset, where);
        } catch (const Error& error) {
            if (error.kind() != Error::Kind::bad_usage) { throw; }
            refuse_filter(dataset, where, error.problem());
        }
        if (std::find(picked.begin(), picked.end(), true) == picked.end()) { refuse_nothing(dataset, where); }
        return picked;
    } catch (const Error& error) { rethrow_at(error, {dataset.path}); }
}

}  // namespace geo
