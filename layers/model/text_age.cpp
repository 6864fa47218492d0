// SPDX-License-Identifier: MIT
#include "layers/model/text_age.h"

#include "layers/language/language.h"
#include "layers/model/assignment.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace layers {

namespace {

using std::chrono::days;

std::pair<geo::Date, geo::Date> first_and_last(const geo::PartialDate& date) {
    using namespace std::chrono;
    const year_month first{year{date.year}, month{date.month.value_or(1)}},
        last{year{date.year}, month{date.month.value_or(12)}};
    if (date.day) {
        const geo::Date on = sys_days{first / day{*date.day}};
        return {on, on};
    }
    return {sys_days{first / day{1}}, sys_days{last / std::chrono::last}};
}

/// From the text to the line: negative if the line is the older one.
days between(const geo::PartialDate& text, geo::Date line) {
    const auto [first, last] = first_and_last(text);
    if (line > last) { return line - last; }
    return line < first ? line - first : days{0};
}

/// Its day, if that is nearer to the text's than so many days.
std::optional<geo::Date> nearer_builtin_line(const geo::PartialDate& text, days than) {
    std::optional<geo::Date> nearest;
    for (const std::string& name : builtin_line_names()) {
        const std::optional<geo::Date> date = geo::parse_iso_date(name);
        if (!date || std::chrono::abs(between(text, *date)) >= than) { continue; }
        than = std::chrono::abs(between(text, *date));
        nearest = date;
    }
    return nearest;
}

bool is_builtin(const LineInfo& line) {
    const std::vector<std::string> names = builtin_line_names();
    return std::find(names.begin(), names.end(), line.name) != names.end();
}

std::string of_one(const Plan& plan, const LineInfo& line, days apart) {
    const std::string text = geo::to_text(plan.date), day = geo::to_text(line.date);
    std::string words =
        apart.count() > 0
            ? tr("the line ({}) is {} days newer than the text ({}): land counts as it was held on the line's day", day,
                 apart.count(), text)
            : tr("the line ({}) is {} days older than the text ({}): land counts as it was held on the line's day", day,
                 -apart.count(), text);
    const auto nearer = is_builtin(line) ? nearer_builtin_line(*plan.date, std::chrono::abs(apart)) : std::nullopt;
    return nearer ? words + "; " + tr("nearer to the text is the built-in line of {}", geo::to_text(nearer)) : words;
}

/// Nothing if either has no date; historical templates were never about this line.
std::optional<days> apart_from(const Plan& plan, const LineInfo& line) {
    if (!line.date || !plan.date || plan.text_status == "historical template") { return std::nullopt; }
    return between(*plan.date, *line.date);
}

constexpr days a_month{31};

}  // namespace

bool is_as_new_as_the_text(const Plan& plan, const LineInfo& line) {
    const std::optional<days> by = apart_from(plan, line);
    return by && *by >= -a_month;
}

std::string text_age_words(const std::vector<const Plan*>& plans, const LineInfo& line) {
    std::vector<std::pair<const Plan*, days>> apart;
    for (const Plan* plan : plans) {
        const std::optional<days> by = apart_from(*plan, line);
        if (!by) { continue; }
        const bool known = std::any_of(apart.begin(), apart.end(),
                                       [plan](const auto& other) { return other.first->name == plan->name; });
        if (std::chrono::abs(*by) > a_month && !known) { apart.emplace_back(plan, *by); }
    }
    if (apart.empty()) { return {}; }
    if (apart.size() == 1 && plans.size() == 1) { return of_one(*plans.front(), line, apart.front().second); }
    std::string newer, older;
    for (const auto& [plan, by] : apart) {
        std::string& words = by.count() > 0 ? newer : older;
        words += (words.empty() ? "" : ", ") + tr("{} by {} days", plan->name, std::abs(by.count()));
    }
    const std::string day = geo::to_text(line.date);
    std::string words = newer.empty() ? "" : tr("the line ({}) is newer than the texts: {}", day, newer);
    if (!older.empty()) {
        words += (words.empty() ? "" : "; ") + tr("the line ({}) is older than the texts: {}", day, older);
    }
    return words + "; " + tr("land counts as it was held on the line's day");
}

std::string text_age_words(const std::vector<const Plan*>& plans, const Overlay& land) {
    std::vector<std::pair<const LineInfo*, std::vector<const Plan*>>> by_line;
    for (const Plan* plan : plans) {
        const LineInfo* line = &line_under(*plan, land);
        auto same = std::ranges::find(by_line, line, [](const auto& one) { return one.first; });
        if (same == by_line.end()) { same = by_line.insert(by_line.end(), {line, {}}); }
        same->second.push_back(plan);
    }
    std::string words;
    for (const auto& [line, on_it] : by_line) {
        const std::string age = text_age_words(on_it, *line);
        if (!age.empty()) { words += (words.empty() ? "" : "; ") + age; }
    }
    return words;
}

}  // namespace layers
