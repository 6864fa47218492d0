// SPDX-License-Identifier: MIT
#include "app/render/pack.h"

#include "app/receipt/receipt.h"
#include "app/render/drawn.h"
#include "app/render/pack_words.h"
#include "app/render/qgis_layout.h"
#include "app/render/sheet_words.h"
#include "app/self.h"
#include "geo/error.h"
#include "geo/file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <thread>

namespace app {

namespace {

namespace fs = std::filesystem;

constexpr const char* byte_order_mark = "\xEF\xBB\xBF";  // by which spreadsheets know UTF-8

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
}

/// One command, and the folder of the pack that its file goes into; what it prints is that file where it has a name.
struct Part {
    std::vector<std::string> command;
    std::string folder, printed_as{};
    std::vector<std::string> plans{};
};

/// Of the options that were given, those that a command on these plans alone takes: settings that another plan has are
/// none of theirs.
std::vector<std::string> options_for(const std::vector<std::string>& handed_on,
                                     const std::vector<const layers::Plan*>& plans) {
    static constexpr std::string_view setting = "--set=";
    std::vector<std::string> taken;
    for (const std::string& option : handed_on) {
        const auto has = [&option](const layers::Plan* plan) {
            return std::any_of(plan->parameters.begin(), plan->parameters.end(), [&option](const auto& parameter) {
                return option.starts_with(fmt::format("{}{}=", setting, parameter.name));
            });
        };
        if (!option.starts_with(setting) || std::any_of(plans.begin(), plans.end(), has)) { taken.push_back(option); }
    }
    return taken;
}

/// "us-28-point" of "plans/us-28-point.yaml"; a reading's mark is no part of a file's name.
std::string stem_of(const std::string& plan) {
    const std::size_t mark = std::min(plan.rfind('@'), plan.size());
    const std::string reading = mark < plan.size() ? "-" + plan.substr(mark + 1) : "";
    return fs::path{plan.substr(0, mark)}.stem().string() + reading;
}

void check(const PackOptions& options, const std::vector<std::string>& plans) {
    constexpr std::size_t most = 6;
    if (plans.empty()) {
        refuse("no plan is named", "name the plans first, then the folder: demarc pack freeze story");
    }
    if (plans.size() > most) { refuse(fmt::format("{} plans are too many for a pack", plans.size()), "six at most"); }
    std::vector<std::string> stems{"changes"};  // which is what the difference is called
    for (const std::string& plan : plans) {
        if (std::find(stems.begin(), stems.end(), stem_of(plan)) != stems.end()) {
            refuse(fmt::format("two plans would be called {} in the pack", stem_of(plan)), "name each plan once");
        }
        stems.push_back(stem_of(plan));
    }
    for (const std::string& setting : options.inputs.settings) {
        if (setting.find(':') < setting.find('=')) {
            refuse(fmt::format("--set {}: a pack sets a parameter in every plan that has it", setting),
                   "leave out the plan's letter, or make a pack of each plan");
        }
    }
    for (const std::string* file : {&options.inputs.line, &options.inputs.control, &options.inputs.units}) {
        if (*file == "-") { refuse("a pack reads its inputs several times", "give a file instead of standard input"); }
    }
    for (const std::string& file : options.inputs.bases) {
        if (file == "-") { refuse("a pack reads its inputs several times", "give a file instead of standard input"); }
    }
}

std::vector<Part> parts_of(const std::vector<std::string>& plans, const std::vector<std::string>& languages) {
    std::vector<Part> parts;
    const auto add = [&parts](std::vector<std::string> command, const std::vector<std::string>& with,
                              std::vector<std::string> words, const std::string& folder) {
        command.insert(command.end(), with.begin(), with.end());
        command.insert(command.end(), words.begin(), words.end());
        parts.push_back({std::move(command), folder, {}, with});
    };
    for (const std::string& language : languages) {
        const auto draw = [&](const std::vector<std::string>& with, const std::string& stem,
                              const std::vector<std::string>& more) {
            for (const char* ending : {".svg", ".pdf", ".png"}) {
                std::vector<std::string> words{stem + ending, "--lang", language};
                if (std::string_view{ending} == ".png") { words.insert(words.end(), {"--dpi", "192"}); }
                words.insert(words.end(), more.begin(), more.end());
                add({"render"}, with, words, language);
            }
        };
        for (const std::string& plan : plans) { draw({plan}, stem_of(plan), {}); }
        if (plans.size() == 2) { draw(plans, "changes", {"--difference"}); }
        for (const char* report : {"report.html", "report.pdf"}) {
            add({"report"}, plans, {report, "--lang", language}, language);
        }
    }
    add({"areas"}, plans, {"--csv"}, "data");
    parts.back().printed_as = "figures.csv";
    add({"areas"}, plans, {"--xlsx", "figures.xlsx"}, "data");
    for (const std::string& plan : plans) {
        add({"export"}, {plan}, {stem_of(plan) + ".geojson"}, "data");
        add({"export"}, {plan}, {stem_of(plan) + ".gpkg", "--layer", "status,zone,line,places"}, "data");
    }
    return parts;
}

std::string content_of(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// `scratch` is for what it prints, and `number` tells it from the others.
void make(const Part& part, const fs::path& pack, const fs::path& scratch, std::size_t number) {
    const fs::path errors = scratch / fmt::format("{}.errors", number), out = scratch / fmt::format("{}.out", number);
    const fs::path folder = pack / part.folder;
    const int status = run_self(part.command, folder.string(), errors.string(), out.string());
    if (status != 0) {
        std::string said = content_of(errors);
        if (const std::size_t error = std::min(said.find("error:"), said.find(tr("error:")));
            error != std::string::npos) {
            said.erase(0, error);
        }
        throw geo::Error{fmt::format("demarc {} fails: {}", fmt::join(part.command, " "),
                                     said.substr(0, said.find_last_not_of('\n') + 1)),
                         "", status == 2 ? geo::Error::Kind::bad_usage : geo::Error::Kind::bad_data};
    }
    if (!part.printed_as.empty()) {
        geo::write_file((folder / part.printed_as).string(), byte_order_mark + content_of(out), false);
    }
}

/// As many at a time as there are processors.
void make_all(const std::vector<Part>& parts, const fs::path& pack, const fs::path& scratch) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < parts.size(); i = next++) {
            try {
                make(parts[i], pack, scratch, i);
            } catch (...) {
                next = parts.size();
                throw;
            }
        }
    };
    std::vector<std::future<void>> workers;
    const std::size_t count = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, parts.size());
    for (std::size_t i = 0; i < count; ++i) { workers.push_back(std::async(std::launch::async, work)); }
    for (std::future<void>& worker : workers) { worker.wait(); }
    for (std::future<void>& worker : workers) { worker.get(); }
}

std::size_t files_in(const fs::path& folder) {
    const fs::recursive_directory_iterator all{folder};
    return static_cast<std::size_t>(
        std::count_if(begin(all), end(all), [](const auto& entry) { return entry.is_regular_file(); }));
}

using AllDrawn = std::vector<std::unique_ptr<const Drawn>>;

/// Captions and the like, which no command of their own makes, in the language that is spoken.
void write_words(const AllDrawn& drawn, const fs::path& folder) {
    std::vector<layers::SheetMap> maps = maps_of(drawn, false, layers::Theme::light);
    if (drawn.front()->difference) {
        for (layers::SheetMap& map : maps_of(drawn, true, layers::Theme::light)) { maps.push_back(std::move(map)); }
    }
    const auto write = [&folder](const char* name, const std::string& words) {
        geo::write_file((folder / name).string(), words, false);
    };
    write("caption.txt", captions_of(*drawn.front()));
    write("alt.txt", alternatives_of(maps));
    write("sources.md", sources_of(drawn));
}

/// Beside each plan's GeoPackage, a layout for QGIS.
void write_layouts(const AllDrawn& drawn, const std::vector<std::string>& plans, const fs::path& folder) {
    const std::vector<layers::SheetMap> maps = maps_of(drawn, false, layers::Theme::light);
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const std::vector<layers::SheetMap> map{maps[i]};
        const layers::MapBox shown = layers::box_of_interest(map.front());
        geo::write_file((folder / (stem_of(plans[i]) + ".qpt")).string(),
                        qgis_layout(title_of(map), notes_of(drawn, map, shown), shown, drawn.front()->frame.origin),
                        false);
    }
}

/// The options to the parts' commands; `laid` are the plans that `plans` name.
void hand_on(const std::vector<std::string>& options, const std::vector<std::string>& plans,
             const std::vector<layers::Plan>& laid, std::vector<Part>& parts) {
    for (Part& part : parts) {
        std::vector<const layers::Plan*> of_part;
        for (std::size_t i = 0; i < plans.size(); ++i) {
            const bool is_of_it = std::find(part.plans.begin(), part.plans.end(), plans[i]) != part.plans.end();
            if (is_of_it) { of_part.push_back(&laid[i]); }
        }
        const bool draws = part.command.front() == "render" || part.command.front() == "report";
        for (std::string& option : options_for(options, of_part)) {
            if (draws || !option.starts_with("--base=")) { part.command.push_back(std::move(option)); }
        }
    }
}

/// Of the pack, and of the one part of it that has none of its own.
void write_receipts(const PackOptions& options, const std::vector<layers::Plan>& plans, const layers::Overlay& land,
                    const std::vector<Part>& parts, const fs::path& folder, Console& console) {
    Receipt receipt = receipt_of(console, input_names(options.inputs, land), plans, options.words.back());
    geo::write_file((folder / "receipt.json").string(), json_of(receipt) + "\n", false);
    receipt.output.clear();
    for (const Part& part : parts) {
        if (part.printed_as.empty()) { continue; }
        receipt.command = part.command;
        geo::write_file((folder / part.folder / (part.printed_as + ".receipt.json")).string(), json_of(receipt) + "\n",
                        false);
    }
}

}  // namespace

void pack(const PackOptions& options, Console& console) {
    const std::vector<std::string> plans{options.words.begin(), options.words.end() - 1};
    check(options, plans);
    const std::vector<std::string> languages = layers::languages();
    std::vector<Part> parts = parts_of(plans, languages);
    const std::string spoken = layers::language();  // NOLINT(performance-*): speak() changes what it refers to
    RenderOptions like = like_inputs(options.inputs);
    like.difference = plans.size() == 2;
    std::size_t files = 0;
    geo::write_folder(options.words.back(), options.overwrite, [&](const std::string& folder) {
        const fs::path made = folder, scratch = made.parent_path();
        fs::create_directory(made / "data");
        for (const std::string& language : languages) {
            fs::create_directory(made / language);
            layers::speak(language);
            const AllDrawn drawn = draw_plans(like, plans, layers::Theme::light, console);
            write_words(drawn, made / language);
            if (language == languages.front()) {
                hand_on(options.handed_on, plans, drawn.front()->plans, parts);
                write_layouts(drawn, plans, made / "data");
                write_receipts(options, drawn.front()->plans, drawn.front()->land, parts, made, console);
            }
            console.set_quiet(true);  // the same is not said in every language
        }
        console.set_quiet(false);
        make_all(parts, made, scratch);
        files = files_in(made);
    });
    layers::speak(spoken);
    console.say(fmt::format("wrote {}: {} files", options.words.back(), files));
}

}  // namespace app
