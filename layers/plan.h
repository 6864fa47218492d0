// SPDX-License-Identifier: MIT
#pragma once

#include "layers/land.h"
#include "layers/zone.h"

#include <map>
#include <string>
#include <vector>

namespace layers {

/// Who holds land under a plan, and as what.
struct Label {
    std::string holder;  ///< Ukraine, Russia or undecided
    std::string status;  ///< see status_meanings()
    friend auto operator<=>(const Label&, const Label&) = default;
};

/// The first rule of a plan that matches a plot says who holds it.
struct Rule {
    Where where;
    Label label;
    Basis basis;
};

/// Something the text sets that has no area here, with the reason.
struct NotDrawn {
    std::string what, why;
    Basis basis;
};

struct PlanSource {
    std::string title, date;
};

struct Plan {
    std::string name;  ///< us-28-point
    std::string title, title_uk;
    std::string date;         ///< of the text, ISO 8601
    std::string text_status;  ///< what kind of text it is: leaked draft, proposal, position, …
    std::string summary;
    std::vector<Rule> rules;
    std::vector<Zone> zones;
    std::vector<NotDrawn> not_drawn;
    std::map<std::string, PlanSource> sources;
};

/// The rule that speaks of the plot; null if none does.
const Rule* rule_for(const Plan& plan, const Plot& plot, const Units& units);

/// The label of the plot; "undecided" where no rule speaks of it.
Label label_of(const Plan& plan, const Plot& plot, const Units& units);

/// Codes of the units that the plan names and that are not among these.
std::vector<std::string> units_missing(const Plan& plan, const std::vector<Unit>& units);

/// Does the plan name units, and none of these?
bool is_foreign(const Plan& plan, const std::vector<Unit>& units);

/// The statuses there are, in the order of tables, with a sentence on each.
const std::vector<std::pair<std::string, std::string>>& status_meanings();

/// The sentence on one of them; empty for a status that does not exist.
std::string meaning_of(const std::string& status);

/// The kinds of zone there are, with a sentence on each.
const std::vector<std::pair<std::string, std::string>>& zone_kinds();

/// The holders there are.
const std::vector<std::string>& holders();

}  // namespace layers
