// SPDX-License-Identifier: MIT
#include "layers/time/day_files.h"

#include "geo/error.h"
#include "geo/overlaps.h"
#include "geo/overlay.h"
#include "geo/packed.h"
#include "layers/model/days.h"
#include "layers/model/detail/parallel.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace layers {

namespace {

using geo::Region;

std::vector<const Region*> pointers_to(const std::vector<Region>& regions) {
    std::vector<const Region*> pointers;
    for (const Region& region : regions) { pointers.push_back(&region); }
    return pointers;
}

/// Regions that may lie over one another, as one in which each place is once; neighbours may share their borders.
Region without_overlaps(const std::vector<Region>& regions) {
    if (regions.size() > 1) {
        const geo::Overlaps overlaps = geo::overlaps_of(pointers_to(regions));
        if (overlaps.too_many || !overlaps.pairs.empty()) { return geo::unite_all(pointers_to(regions)); }
    }
    Region all;
    for (const Region& region : regions) { geo::append(all, region); }
    return all;
}

Region united(const std::vector<Region>& regions) {
    return regions.size() == 1 ? regions.front() : geo::unite_all(pointers_to(regions));
}

/// A file, or one that was unpacked from an archive.
struct DayFile {
    std::string path;
    std::optional<geo::Packed> unpacked{};
};

std::vector<Day> days_in(const DayFile& file, const DayFiles& files) {
    std::vector<Day> days;
    const geo::Dataset dataset =
        file.unpacked ? geo::read(*file.unpacked, files.reading) : geo::read(file.path, files.reading);
    for (const geo::Dataset& of_day : by_day(dataset)) {
        Control control = renamed(control_from_polygons(of_day, files.details), file.path);
        if (!control.info.date) {
            throw geo::Error{"neither its name nor its features say of which day it is",
                             "name it as 2025-12-24.geojson, or give its features a field called date"}
                .at({file.path});
        }
        const geo::Date date = *control.info.date;
        days.push_back({date, file.path, std::move(control), of_day.notes});
        for (const geo::Note& note : days.back().control.notes) { days.back().notes.push_back(note.text); }
    }
    return days;
}

/// What `make` makes of every day of the files that are wanted, several at a time, is handed on in their order.
template <class IsWanted, class Make, class Visit>
void each_made(const DayFiles& files, const IsWanted& is_wanted, const Make& make, const Visit& visit) {
    constexpr std::size_t at_once = 32;  // so many files are in memory whole
    std::vector<DayFile> waiting;
    const auto read_waiting = [&] {
        std::vector<std::vector<decltype(make(Day{}))>> made(waiting.size());
        detail::in_parallel(made.size(), [&](std::size_t i) {
            try {
                for (Day& day : days_in(waiting[i], files)) { made[i].push_back(make(std::move(day))); }
            } catch (const geo::Error& error) { throw error.at({waiting[i].path}); }
        });
        for (auto& of_file : made) {
            for (auto& of_day : of_file) { visit(std::move(of_day)); }
        }
        waiting.clear();
    };
    const auto add = [&](DayFile file) {
        if (!is_wanted(file.path)) { return; }
        waiting.push_back(std::move(file));
        if (waiting.size() == at_once) { read_waiting(); }
    };
    for (const std::string& path : files.paths) {
        if (!geo::is_archive(path)) {
            add({path});
            continue;
        }
        geo::each_packed(path, files.reading.max_bytes, [&](const geo::Packed& packed) { add({packed.path, packed}); });
    }
    read_waiting();
}

}  // namespace

DayLand land_of(Day day) {
    DayLand land{day.date, std::move(day.file), {}, {}, std::move(day.notes)};
    if (day.control.contested.empty()) {
        land.held = without_overlaps(day.control.held);
        return land;
    }
    land.held = united(day.control.held);  // valid, as subtract() asks
    land.contested = geo::subtract(united(day.control.contested), land.held);
    return land;
}

void each_day(const DayFiles& files, const std::function<Finish(Day)>& begin) {
    each_made(
        files, [](const std::string&) { return true; }, begin, [](const Finish& finish) { finish(); });
}

std::vector<Day> days_of(const DayFiles& files, const std::vector<NamedDay>& wanted) {
    const auto is_wanted = [&wanted](const std::string& path) {
        return std::any_of(wanted.begin(), wanted.end(), [&path](const NamedDay& day) { return day.file == path; });
    };
    std::vector<std::optional<Day>> found(wanted.size());
    each_made(
        files, is_wanted, [](Day day) { return day; },
        [&](Day day) {
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                if (wanted[i].file == day.file && wanted[i].date == day.date) {
                    found[i] = std::move(day);
                    break;
                }
            }
        });
    std::vector<Day> days;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!found[i]) {
            throw geo::Error{fmt::format("it no longer holds {}", geo::to_text(std::optional{wanted[i].date})),
                             "was it written meanwhile? run it again"}
                .at({wanted[i].file});
        }
        days.push_back(std::move(*found[i]));
    }
    return days;
}

}  // namespace layers
