// SPDX-License-Identifier: MIT
#pragma once

#include "geo/closing.h"
#include "geo/dataset.h"
#include "geo/date.h"
#include "geo/partition.h"
#include "geo/repair.h"
#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/classes.h"
#include "layers/model/unit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace layers {

/// How a line was drawn: a front that cuts the country in two, or polygons of held land; or by no map, but as a plan's
/// rules divide the land (layers/model/resulting_line.h).
enum class LineKind : std::uint8_t { contact, control_polygon, resulting };

/// "line of contact", "control polygon" or "line that results from".
const std::string& words_of(LineKind kind);

/// A finer field of errors beside that of the accuracy: how rough the front is that a smooth line stands for. Along a
/// river a front is smooth, so that it may hold east of a longitude only.
struct Roughness {
    geo::Kilometres deviation, correlation;
    std::optional<double> east_of{};
};

/// What a figure must say about the line that it stands on.
struct LineInfo {
    std::string name;  ///< "2025-12-24", or the file's; of one that results see resulting_line_name()
    LineKind kind = LineKind::contact;
    std::optional<geo::Date> date;  ///< none if the file does not say
    std::string source;             ///< empty if the file does not say; of a line that results, what people call it
    std::optional<geo::Kilometres> accuracy;       ///< 95 in 100 of its positions lie within it
    std::optional<geo::Kilometres> correlation{};  ///< so far its errors go together: see correlation_of()
    std::optional<Roughness> roughness{};
    /// Of a control polygon that was laid on units: so far from border and coast land that it left uncovered went with
    /// the land beside it, and how much that was. None: land counts as drawn.
    std::optional<geo::Kilometres> fit{};
    geo::SquareKilometres fitted{};
};

/// Who holds what on one day: land that Russia holds; Ukraine holds the rest of the country.
struct Control {
    LineInfo info;
    std::vector<geo::Region> held;         ///< pieces may overlap one another and reach past the country
    std::vector<geo::Region> contested{};  ///< the same of land of which neither side is said to hold it
    std::vector<geo::Path> cuts;   ///< the paths along which held.front() was cut out of the country, of an open line
    std::vector<geo::Path> drawn;  ///< the line as a map shows it
    std::vector<geo::Note> notes;  ///< what was repaired
    std::vector<geo::Bridge> bridges;
    std::size_t whole_units =
        0;  ///< so many at the end of `held` are units held as a whole: their borders are no front
    geo::SquareKilometres min_piece{0.1};  ///< smaller pieces and holes of held land have no front
    std::vector<geo::Path> in_water{};     ///< front in the water, of a line that was displaced: no shore decides
    geo::Coverage coverage() const;        ///< the held land, for a partition; it points into this object
};

/// What the user knows about a file better than the file does; empty where nothing is.
struct LineDetails {
    std::optional<geo::Date> date;
    std::string source;
    std::optional<geo::Kilometres> accuracy{}, correlation{};
    Choosing choosing{};                   ///< which polygons count as held, and which are contested
    std::optional<geo::LonLat> held_at{};  ///< a position on the side of a line that Russia holds
};

/// How far an open line may end from the border or coast and still be led on to it.
inline constexpr geo::Kilometres default_closing{15};

/// Names of the built-in lines, newest first.
std::vector<std::string> builtin_line_names();

/// Units that were held as a whole, which its file names, are held beside the line. Throws geo::Error (bad usage) with
/// a suggestion if there is no such built-in line.
Control builtin_line(const std::string& name, const Units& units);

/// Lines of a file as the front: they are closed onto the border and coast and cut the country in two. Ukraine holds
/// the side of Kyiv; Russia holds that of `details.held_at`, which a country without Kyiv must have. Polygons in the
/// same file are pockets held by Russia. Throws geo::Error if the lines do not cut, if there are several that each cut,
/// or if it cannot be told who holds which side.
Control control_from_lines(const geo::Dataset& dataset, const geo::Region& country, geo::Kilometres closing,
                           const LineDetails& details = {});

/// Polygons of a file as the land that Russia holds, and contested land: those that classify() says, of the day that
/// of_one_day() says. Throws geo::Error as these do, and if none is held. With a memory the
/// next of many days is quick.
Control control_from_polygons(const geo::Dataset& dataset, const LineDetails& details = {},
                              geo::RepairMemory* memory = nullptr);

/// The line behind the contested land: what it encloses is held or contested.
Control beyond_contested(const Control& control);

/// A file that is called like a built-in line goes by its path, lest plans mistake it for that one.
Control renamed(Control control, const std::string& path);

}  // namespace layers
