// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"
#include "geo/error.h"
#include "geo/units.h"
#include "layers/model/area_expression.h"
#include "layers/model/sides.h"
#include "layers/model/unit.h"
#include "layers/model/vocabulary.h"
#include "layers/model/zone.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace layers {

/// The first rule of a plan that matches a cell says who holds it.
struct Rule {
    AreaExpression where;
    StatusClass status_class;
    Provenance provenance;
    geo::SourceLocation place;  ///< in the plan's file
};

/// Something the text sets that has no area here, with the reason.
struct NotDrawn {
    std::string what, why;
    Provenance provenance;
};

struct PlanSource {
    std::string title, publisher, date, address;
};

/// "Kellogg in The Times (uanews.net 90914), 2025-04-11"
std::string words_of(const PlanSource& source);

/// The address as a link, with its scheme; empty where it is none that can be followed ("uanews.net 90914").
std::string link_of(const PlanSource& source);

/// What the caller can set: depth to 10 km.
struct Parameter {
    std::string name, title;
    std::string value;            ///< as set, or the default
    std::string from, to;         ///< sensible bounds; empty if there are none
    std::string written;          ///< as the plan itself has it
    geo::SourceLocation place{};  ///< of the value; without a line if the caller has set it
};

struct Plan;

/// Its title in the language that is spoken, where it has one.
std::string local_title(const Plan& plan);

/// Those of the plan's sources that the keys name, in words, one after another.
std::string source_words(const Plan& plan, const std::vector<std::string>& keys);

/// "depth = 26 km (15 km in the plan)": what the caller or a slider has changed; empty if nothing.
std::string settings_words(const Plan& plan);

/// Something that a plan claims of itself and `demarc check` verifies.
struct Check {
    enum class Kind { place, area, disjoint, unassigned };
    Kind kind = Kind::unassigned;
    std::string subject;          ///< the place
    std::string zone, unit_code;  ///< what it lies in, or what is measured
    std::optional<Holder> holder;
    std::optional<Status> status;
    bool inside = true;              ///< of `place` and a zone: in it, or not in it
    std::vector<std::string> zones;  ///< of `disjoint`
    geo::SquareKilometres least, most;
    geo::SourceLocation place;
};

struct Plan {
    std::string name;  ///< us-28-point
    std::string title, title_uk;
    std::optional<geo::PartialDate> date;  ///< of the text
    std::string text_status;               ///< what kind of text it is: leaked draft, proposal, position, …
    std::string summary;
    std::string line;  ///< the line that it stands on; empty: the one that the command names
    Sides sides;       ///< who its holders are, in words
    std::vector<Rule> rules;
    std::vector<Zone> zones;
    std::vector<NotDrawn> not_drawn;
    std::vector<Check> checks;
    std::vector<Parameter> parameters;
    std::map<std::string, PlanSource> sources;
    Reading reading = Reading::base;
    std::string reading_title;  ///< of a smallest or largest one, in a few words
    std::vector<Plan>
        readings;      ///< of the base plan, where the text leaves the geometry open: the smallest and the largest
    std::string file;  ///< that it was read from; a plan that it extends has another
    struct File {
        std::string name;
        bool is_builtin;
    };
    std::vector<File> files{};  ///< that one and those of the plans that it extends
    bool is_builtin = false;
};

/// Every set of its rules and zones, those of its readings too.
std::vector<const AreaExpression*> areas_of(const Plan& plan);

/// Those of its rules alone, without readings, and those of its zones.
std::vector<const AreaExpression*> rule_areas_of(const Plan& plan);
std::vector<const AreaExpression*> zone_areas_of(const Plan& plan);

/// The name of the line that the plan's own rules make, by which sets ask for it: the same for the same rules of a
/// file, parameters and line, however the plan is called and whichever of its readings it is.
std::string resulting_line_name(const Plan& plan);

/// What people call it: "ua-us-20-point, 2026-10-10".
std::string resulting_line_words(const Plan& plan);

/// Do its zones speak of that line?
bool has_resulting_line(const Plan& plan);

/// Names of the lines that it mentions beside its own and the one that its rules make.
std::vector<std::string> lines_named(const Plan& plan);

/// What a zone calls that line in a plan's file.
inline const std::string resulting_line = "resulting";

/// Writes its name where the plan's sets ask for it.
void name_resulting_line(Plan& plan);

/// The plan on that line, wherever it says no other. Its readings too.
void stand_on(Plan& plan, const std::string& line);

/// Codes of the units that the plan names and that are not among these.
std::vector<std::string> units_missing(const Plan& plan, const std::vector<Unit>& units);

/// Does the plan say who holds what, and no more? Then land is held, and does not stay with anybody.
bool agrees_on_nothing(const Plan& plan);

/// Does the set, or one that it is made of, name contested land?
bool names_contested(const AreaExpression& where);

/// Does any of its sets name contested land? Then that is neither side's; else it is as good as the one's or the
/// other's.
bool speaks_of_contested(const Plan& plan);

/// "Donetsk (UA-14), Luhansk (UA-09)", of codes.
std::string unit_words(const std::vector<std::string>& codes);

/// Throws geo::Error with that remedy, behind the fields that names and codes were read from, if the plan names units
/// that are not among these. "Everywhere but Donetsk" names Donetsk too. Figures would be those of another plan.
void require_units(const Plan& plan, const Units& units, const std::string& remedy);

}  // namespace layers
