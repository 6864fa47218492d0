// SPDX-License-Identifier: MIT
#include "layers/time/day_files.h"

#include "geo/error.h"
#include "geo/nothing.h"
#include "geo/overlaps.h"
#include "geo/overlay.h"
#include "geo/packed.h"
#include "geo/repair.h"
#include "layers/model/days.h"
#include "layers/model/detail/parallel.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <mutex>
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

/// Of one file.
template <class Made>
struct OfFile {
    std::vector<Made> days;
    UnreadDays unread;
};

/// Nothing of the day of which the dataset, or its name alone, says that it is: what the error was thrown of.
EmptyDay empty_day(const geo::Dataset& dataset, const geo::Error& error) {
    const std::optional<geo::Date> date = stated_day(dataset).date;
    if (!date) { throw geo::Error{error}; }
    return {*date, dataset.path, error};
}

/// Is there none that was chosen as held? Contested land alone is no day's land either.
bool has_none_held(const geo::Dataset& dataset, const std::string& held) {
    if (held.empty()) { return false; }
    try {
        geo::matching(dataset, held);
        return false;
    } catch (const geo::Nothing&) { return true; }
}

/// Memories of what was read, lent to one file at a time.
class Memories {
public:
    /// Calls `use` with one that nobody else has.
    template <class Use>
    auto lend(const Use& use) {
        std::unique_ptr<geo::RepairMemory> memory = take();
        const auto give_back = [this](geo::RepairMemory* lent) {
            const std::lock_guard lock{mutex_};
            free_.emplace_back(lent);
        };
        const std::unique_ptr<geo::RepairMemory, decltype(give_back)> lent{memory.release(), give_back};
        return use(*lent);
    }

private:
    std::unique_ptr<geo::RepairMemory> take() {
        const std::lock_guard lock{mutex_};
        if (free_.empty()) { return std::make_unique<geo::RepairMemory>(); }
        std::unique_ptr<geo::RepairMemory> memory = std::move(free_.back());
        free_.pop_back();
        return memory;
    }

    std::mutex mutex_;
    std::vector<std::unique_ptr<geo::RepairMemory>> free_;
};

void add_day(const geo::Dataset& of_day, const DayFile& file, const DayFiles& files, geo::RepairMemory& memory,
             OfFile<Day>& made) {
    std::optional<Control> control;
    try {
        control = renamed(control_from_polygons(of_day, files.details, &memory), file.path);
    } catch (const geo::Nothing& error) {
        if (!has_none_held(of_day, files.details.choosing.held)) { throw; }
        made.unread.empty.push_back(empty_day(of_day, error));
        return;
    }
    if (!control->info.date) {
        throw geo::Error{"neither its name nor its features say of which day it is",
                         "name it as 2025-12-24.geojson, or give its features a field called date"}
            .at({file.path});
    }
    Day day{*control->info.date, file.path, std::move(*control), of_day.notes};
    for (const geo::Note& note : day.control.notes) { day.notes.push_back(note.text); }
    made.days.push_back(std::move(day));
}

BadDay bad_day(geo::Dataset dataset, const DayFile& file, const geo::Error& error) {
    dataset.path = file.path;
    return {file.path, stated_day(dataset).date, error.at({file.path})};
}

OfFile<Day> days_in(const DayFile& file, const DayFiles& files, geo::RepairMemory& memory) {
    OfFile<Day> made;
    geo::Dataset dataset;
    try {
        dataset = file.unpacked ? geo::read(*file.unpacked, files.reading) : geo::read(file.path, files.reading);
    } catch (const geo::Nothing& error) {
        dataset.path = file.path;
        made.unread.empty.push_back(empty_day(dataset, error));
        return made;
    }
    std::vector<std::string> notes;  // on the file: said with its first day that stands
    for (geo::Dataset& of_day : by_day(std::move(dataset))) {
        of_day.notes.insert(of_day.notes.begin(), notes.begin(), notes.end());
        const std::size_t before = made.days.size();
        try {
            add_day(of_day, file, files, memory, made);
        } catch (const geo::Error& error) { made.unread.bad.push_back(bad_day(of_day, file, error)); }
        notes = made.days.size() == before ? of_day.notes : std::vector<std::string>{};
    }
    return made;
}

template <class T>
void append(std::vector<T> more, std::vector<T>& to) {
    for (T& one : more) { to.push_back(std::move(one)); }
}

/// What `make` makes of the file's days.
template <class Make>
auto made_of(const DayFile& file, const DayFiles& files, Memories& memories, const Make& make) {
    OfFile<decltype(make(std::declval<Day>()))> made;
    try {
        OfFile<Day> of_file = memories.lend([&](geo::RepairMemory& memory) { return days_in(file, files, memory); });
        made.unread = std::move(of_file.unread);
        for (Day& day : of_file.days) {
            const geo::Date date = day.date;
            try {
                made.days.push_back(make(std::move(day)));
            } catch (const geo::Error& error) { made.unread.bad.push_back({file.path, date, error.at({file.path})}); }
        }
    } catch (const geo::Error& error) { made.unread.bad.push_back(bad_day({}, file, error)); }
    return made;
}

/// What `make` makes of every day of the files that are wanted, several at a time, is handed on in their order. The
/// others are returned, or thrown, as each_day() has it.
template <class IsWanted, class Make, class Visit>
UnreadDays each_made(const DayFiles& files, const IsWanted& is_wanted, const Make& make, const Visit& visit) {
    UnreadDays unread;
    Memories memories;
    std::size_t count = 0, good = 0;
    constexpr std::size_t at_once = 32;  // so many files are in memory whole
    std::vector<DayFile> waiting;
    const auto read_waiting = [&] {
        std::vector<OfFile<decltype(make(std::declval<Day>()))>> made(waiting.size());
        detail::in_parallel(made.size(), [&](std::size_t i) { made[i] = made_of(waiting[i], files, memories, make); });
        for (auto& of_file : made) {
            good += of_file.days.size();
            for (auto& of_day : of_file.days) { visit(std::move(of_day)); }
            append(std::move(of_file.unread.empty), unread.empty);
            append(std::move(of_file.unread.bad), unread.bad);
        }
        count += waiting.size();
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
        try {
            geo::each_packed(path, files.reading.max_bytes, [&](const geo::Packed& packed) {
                add({packed.path, packed});
            });
        } catch (const geo::Error& error) {
            if (files.leaves_out_bad || unread.bad.empty()) { throw; }  // nobody knows how many days it should have
            unread.bad.push_back({path, std::nullopt, error});
            ++count;
        }
    }
    read_waiting();
    if (unread.bad.empty() || (files.leaves_out_bad && good + unread.empty.size() > 0)) { return unread; }
    throw BadDays{std::move(unread.bad), count, good + unread.empty.size()};
}

}  // namespace

DayLand land_of(Day day, const OutlineFit* fit) {
    DayLand land{day.date, std::move(day.file), {}, {}, std::move(day.notes)};
    if (day.control.contested.empty()) {
        land.held = without_overlaps(day.control.held);
    } else {
        land.held = united(day.control.held);  // valid, as subtract() asks
        land.contested = geo::subtract(united(day.control.contested), land.held);
    }
    if (fit != nullptr) {
        geo::append(land.held, fit->held);
        geo::append(land.contested, fit->contested);
    }
    return land;
}

UnreadDays each_day(const DayFiles& files, const std::function<Finish(Day)>& begin) {
    return each_made(
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
