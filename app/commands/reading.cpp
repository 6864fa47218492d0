// SPDX-License-Identifier: MIT
#include "app/commands/reading.h"

#include "geo/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

namespace app {

std::uintmax_t bytes_from(const std::string& text) {
    constexpr std::array<std::pair<const char*, double>, 8> units{
        {{"", 1}, {"b", 1}, {"kb", 1e3}, {"mb", 1e6}, {"gb", 1e9}, {"kib", 0x1p10}, {"mib", 0x1p20}, {"gib", 0x1p30}}};
    constexpr double most = 1e15;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    std::string unit{end, text.data() + text.size()};
    unit.erase(0, unit.find_first_not_of(' '));
    std::transform(unit.begin(), unit.end(), unit.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto found = std::find_if(units.begin(), units.end(), [&](const auto& known) { return unit == known.first; });
    const bool fine = error == std::errc{} && found != units.end() && number * found->second >= 1;
    if (fine && number * found->second <= most) { return static_cast<std::uintmax_t>(number * found->second); }
    throw geo::Error{fmt::format("--max-size: \"{}\" is no size", text), "write it as 500MB or 4GB",
                     geo::Error::Kind::bad_usage};
}

void add_reading_options(Command command, FileReading& reading) {
    geo::ReadOptions& options = reading.options;
    command.add_option("--crs", options.crs, "CRS of a file that does not say it, such as EPSG:32637").type_name("CRS");
    command.add_option("--layer", options.layers, "layers of a file that has several")
        .delimiter(',')
        .type_name("NAMES");
    command.add_option("--where", options.where, "only features that this filter picks, as ogr2ogr has it: \"km > 5\"")
        .type_name("WHERE");
    command.add_flag("--partial", options.partial, "read an answer that the server cut short all the same");
    command.add_option("--max-size", reading.max_size, "refuse a file larger than that once unpacked (default 2GB)")
        .type_name("SIZE");
}

geo::ReadOptions options_from(const FileReading& reading) {
    geo::ReadOptions options = reading.options;
    if (!reading.max_size.empty()) { options.max_bytes = bytes_from(reading.max_size); }
    return options;
}

}  // namespace app
