// SPDX-License-Identifier: MIT
#include "app/view/open_viewer.h"

#include "app/receipt/receipt.h"
#include "app/viewer/gl/canvas.h"
#include "app/viewer/model/session.h"
#include "app/viewer/model/settings.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/viewer.h"
#include "app/viewer/window.h"
#include "geo/error.h"
#include "geo/file.h"
#include "layers/model/country.h"
#include "layers/model/line_words.h"
#include "layers/model/place.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <memory>
#include <thread>

namespace app {

namespace {

struct Size {
    int width, height;
};

Size size_from(const std::string& text) {
    Size size{0, 0};
    const std::size_t cross = text.find('x');
    const auto number = [](std::string_view digits, int& value) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc{} && end == digits.data() + digits.size() && value >= 200 && value <= 16384;
    };
    const bool fine = cross != std::string::npos && number(std::string_view{text}.substr(0, cross), size.width) &&
                      number(std::string_view{text}.substr(cross + 1), size.height);
    if (fine) { return size; }
    throw geo::Error{fmt::format("--size: \"{}\" is no size", text),
                     "write width x height in pixels, 200 to 16384 each, such as 1600x1000",
                     geo::Error::Kind::bad_usage};
}

viewer::Mode mode_from(const std::string& name) {
    if (name == "wipe") { return viewer::Mode::wipe; }
    if (name == "difference") { return viewer::Mode::difference; }
    throw geo::Error{fmt::format("--mode: there is no mode \"{}\"", name), "wipe or difference",
                     geo::Error::Kind::bad_usage};
}

void set_parameters(const ViewOptions& options, viewer::Document& document) {
    if (options.inputs.settings.empty()) { return; }
    const std::vector<layers::Plan> plans = plans_for(options.plans, *document.units, options.inputs);
    for (std::size_t i = 0; i < plans.size(); ++i) {
        for (const layers::Parameter& parameter : plans[i].parameters) {
            if (parameter.value == parameter.written) { continue; }
            document.state.settings[options.plans[i]][parameter.name] = parameter.value;
        }
    }
}

/// The plan of the last time, where it says something about these units.
void choose_plan_for_units(const ViewOptions& options, viewer::Document& document) {
    if (!options.plans.empty()) { return; }
    const std::vector<std::string> known = layers::builtin_plan_names();
    for (std::string* plan : {&document.state.plan_a, &document.state.plan_b}) {
        const bool is_builtin = std::find(known.begin(), known.end(), *plan) != known.end();
        if (!is_builtin || layers::speaks_of(layers::load_plan(*plan, {}), *document.units)) { continue; }
        *plan = plan == &document.state.plan_a ? "as-held" : "";
    }
    if (document.state.plan_b.empty()) { document.state.mode = viewer::Mode::one; }
}

/// It says how the file of a line is read, and nothing of other files.
bool is_of_line(const std::string& option) {
    constexpr std::array names{"--close",     "--input-layer", "--where",  "--contested", "--held-at",
                               "--min-piece", "--date",        "--source", "--accuracy",  "--correlation"};
    const std::string name = option.substr(0, option.find('='));
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// One plan, or two on one day: the newest. Two plans on two lines: A on the first and B on the second, as `demarc
/// compare` has it. One plan twice on more of them: from the first day to the newest.
void choose_days(const std::vector<std::string>& plans,
                 const std::vector<std::shared_ptr<const layers::Control>>& in_order, viewer::Document& document,
                 Console& console) {
    const int newest = static_cast<int>(document.controls.size()) - 1;
    document.state.control = newest;
    if (plans.size() != 2 || in_order.size() < 2) { return; }
    const auto index_of = [&document](const std::shared_ptr<const layers::Control>& line) {
        return static_cast<int>(std::find(document.controls.begin(), document.controls.end(), line) -
                                document.controls.begin());
    };
    if (in_order.size() == 2) {
        document.state.control = index_of(in_order[0]);
        document.state.control_b = index_of(in_order[1]);
    } else if (plans[0] == plans[1]) {
        document.state.control = 0;
        document.state.control_b = newest;
    } else {
        const layers::LineInfo& info = document.controls.back()->info;
        return console.note(fmt::format("both plans are shown on one day at a time, first on that of {}", info.name));
    }
    console.note(fmt::format("A is shown on {}, B on {}",
                             layers::dated_name(document.control_at(document.state.control)->info),
                             layers::dated_name(document.control_at(*document.state.control_b)->info)));
}

/// Everything that the command line names is read before the window opens: an error in it ends the program.
void load(const ViewOptions& options, viewer::Document& document, Console& console) {
    if (!options.inputs.by.empty()) {
        throw geo::Error{"the map has no tables by reporting units", "demarc areas, compare, at and export take --by",
                         geo::Error::Kind::bad_usage};
    }
    document.sides = sides_from(options.inputs);
    const bool has_line_files = !options.lines.empty() || !options.controls.empty();
    if (!options.inputs.units.empty()) {
        Inputs of_units = options.inputs;  // --input-layer is of the line's file, where there is one
        if (has_line_files) { of_units.layers.clear(); }
        document.set_units(units_from(of_units));
        choose_plan_for_units(options, document);
    }
    document.files = plan_files_from(options.inputs);
    document.held_at = options.inputs.held_at;
    if (options.plans.size() > 2) {
        throw geo::Error{"the viewer shows two plans at most", "name one or two; others can be chosen in the window",
                         geo::Error::Kind::bad_usage};
    }
    for (std::size_t i = 0; i < options.plans.size(); ++i) {
        layers::PlanOptions named;
        named.sides = document.sides;
        named.files = document.files;
        const layers::Plan plan = layers::load_plan(options.plans[i], document.units->units, named);
        layers::require_units(plan, *document.units, "name the fields that are right with --unit-name and --unit-code");
        (i == 0 ? document.state.plan_a : document.state.plan_b) = options.plans[i];
        if (!plan.is_builtin) { document.add_plan_file(options.plans[i], plan.title); }
    }
    const viewer::Mode mode = mode_from(options.mode);
    if (options.plans.size() == 2) {
        document.state.mode = mode;
    } else if (mode == viewer::Mode::difference) {
        throw geo::Error{"--mode difference needs two plans", "name the plan to compare with as well",
                         geo::Error::Kind::bad_usage};
    }
    const std::size_t days = options.lines.size() + options.controls.size();
    document.state.fit = fit_from(options.inputs);
    if (!options.inputs.date.empty() && days != 1) {
        throw geo::Error{"--date dates one --line or one --control",
                         "let each file say its date in a property \"date\", or in its name",
                         geo::Error::Kind::bad_usage};
    }
    std::vector<std::string> of_line;
    std::partition_copy(options.given.begin(), options.given.end(), std::back_inserter(of_line),
                        std::back_inserter(document.named_inputs), is_of_line);
    if (!options.inputs.units.empty() && options.inputs.units_layers.empty() && !has_line_files) {
        for (const std::string& layer : options.inputs.layers) {
            document.named_inputs.push_back("--units-layer=" + layer);
        }
    }
    std::vector<std::shared_ptr<const layers::Control>> in_order;  // as they are named
    const auto add = [&](const std::string& line, const std::string& control) {
        Inputs inputs = options.inputs;
        inputs.line = line;
        inputs.control = control;
        std::vector<std::string> named = of_line;
        if (control.empty()) {
            std::erase_if(named, [](const std::string& option) { return option.starts_with("--contested="); });
        }
        named.push_back(control.empty() ? "--line=" + line : "--control=" + control);
        layers::Control read = control_from(inputs, *document.units, console);
        set_accuracy(inputs, read.info);
        document.add_control(std::move(read), named);
        in_order.push_back(document.control_at(document.state.control));
    };
    for (const std::string& name : options.lines) { add(name, ""); }
    for (const std::string& path : options.controls) { add("", path); }
    if (options.session.empty()) { choose_days(options.plans, in_order, document, console); }
    set_parameters(options, document);
}

void look_at(const ViewOptions& options, viewer::Document& document) {
    if (options.place.empty()) { return; }
    const layers::Place* place = layers::find_place(options.place);
    if (place == nullptr) {
        throw geo::Error{fmt::format("no place is called \"{}\"", options.place),
                         layers::did_you_mean(options.place, layers::place_names()), geo::Error::Kind::bad_usage};
    }
    if (!document.frame.has_ukraine) {
        throw geo::Error{fmt::format("{} lies in Ukraine, and the units do not", place->name), "leave out --place",
                         geo::Error::Kind::bad_usage};
    }
    const double metres = options.zoom.empty() ? 300 : geo::parse_length(options.zoom).value() * 1000 / 100;
    document.state.camera = {geo::Projection::about(document.frame.origin).forward(place->position),
                             std::clamp(metres, layers::nearest_m_per_px, layers::farthest_m_per_px),
                             document.frame.origin};
    document.state.fitted = true;
    document.state.pinned = place->position;
}

/// What a crash took away is offered, and what is drawn from now on kept on the disk.
void keep_drawing_safe(viewer::Document& document) {
    const std::filesystem::path folder = viewer::state_folder();
    if (folder.empty()) { return; }
    document.recovery = std::make_unique<viewer::Recovery>(
        folder / "drawings", [&document](const geo::Error& error) { document.report(error); });
    document.recovery->look();
}

void check_screenshot(const ViewOptions& options, const Console& console) {
    if (!options.screenshot.ends_with(".png")) {
        throw geo::Error{fmt::format("{}: the picture is a PNG", options.screenshot), "let its name end in .png",
                         geo::Error::Kind::bad_usage};
    }
    if (options.scale < 0.5 || options.scale > 8) {
        throw geo::Error{fmt::format("--scale: {} is out of bounds", options.scale), "0.5 to 8",
                         geo::Error::Kind::bad_usage};
    }
    if (!options.overwrite && geo::exists(console.output(options.screenshot))) {
        throw geo::Error{options.screenshot + " exists", "give --overwrite to replace it", geo::Error::Kind::bad_usage};
    }
}

/// The first error that the document has to show, as the command's own.
void rethrow_first_error(const viewer::Document& document) {
    for (const viewer::Message& message : document.messages) {
        if (message.error && !document.result) { throw *message.error; }
    }
}

Receipt receipt_for(const ViewOptions& options, const viewer::Document& document, const Console& console) {
    Inputs units;
    units.units = options.inputs.units;
    InputNames names = input_names(units, document.result->land);
    for (const auto* some : {&options.lines, &options.controls}) {
        names.lines.insert(names.lines.end(), some->begin(), some->end());
    }
    layers::PlanOptions files;
    files.files = document.files;
    std::vector<layers::Plan> plans;
    for (const std::string& plan : {document.state.plan_a, document.state.plan_b}) {
        if (!plan.empty()) { plans.push_back(layers::load_plan(plan, document.units->units, files)); }
    }
    return receipt_of(console, names, plans, options.screenshot);
}

void paint(const ViewOptions& options, viewer::Document& document, const viewer::FontFiles& fonts, Console& console) {
    check_screenshot(options, console);
    const Size size = size_from(options.size);
    const viewer::Headless context;
    const int width = static_cast<int>(std::lround(size.width * options.scale));
    const int height = static_cast<int>(std::lround(size.height * options.scale));
    const viewer::Canvas canvas{width, height};
    const viewer::UiContext ui_context{fonts, options.scale, document.state.theme};
    viewer::Viewer viewer{document, fonts};
    document.state.shows_panels = !options.map_only;
    // The map alone gets the whole size: the bars above and below it come on top of that.
    const double bars = options.map_only ? viewer::bars_height(document.state, document.controls.size()) : 0;
    const auto frame = [&] {
        ui_context.begin(size.width, size.height + bars);
        canvas.bind();
        viewer.frame(ui_context,
                     {width, static_cast<int>(std::lround((size.height + bars) * options.scale)), options.scale});
        ui_context.draw();
    };
    frame();
    while (document.busy()) {
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
        document.deliver();
        if (document.result && document.state.pinned) { document.request_plan_index(); }
    }
    rethrow_first_error(document);
    frame();
    frame();  // panels know their sizes from the frame before
    for (const viewer::Message& message : document.messages) { console.note(message.raw); }
    const print::Pixels pixels = options.map_only ? viewer.picture(options.scale) : canvas.read();
    print::write_png(pixels, console.output(options.screenshot), options.overwrite,
                     json_of(receipt_for(options, document, console)));
    console.say(fmt::format("wrote {}: {} × {} pixels", options.screenshot, pixels.width, pixels.height));
}

}  // namespace

void open_viewer(const ViewOptions& options, Console& console) {
    if (options.screenshot.empty() && console.makes_again()) {
        throw geo::Error{"a window is no output that can be made again"};
    }
    if (options.screenshot.empty() && options.map_only) {
        throw geo::Error{"--map-only belongs to --screenshot", "add --screenshot out.png", geo::Error::Kind::bad_usage};
    }
    viewer::Document document{options.screenshot.empty() ? viewer::wake_window : [] {}};
    const bool has_window = options.screenshot.empty();
    if (has_window) { viewer::load_settings(document); }
    load(options, document, console);
    document.state.frames_interest =  // of the wipe, the legends would lie on it
        document.state.mode == viewer::Mode::difference && options.place.empty() && options.session.empty();
    look_at(options, document);
    document.state.divider = options.divider / 100;
    if (!options.session.empty()) { viewer::look_as(options.session, document); }
    if (options.dark) { document.state.theme = layers::Theme::dark; }
    if (options.ukrainian || layers::language() == "uk") { document.state.ukrainian = true; }
    const viewer::FontFiles fonts = viewer::find_fonts(options.font);
    for (const std::string& warning : fonts.warnings) { console.note(warning); }
    if (!has_window) { return paint(options, document, fonts, console); }
    keep_drawing_safe(document);
    document.refresh();
    viewer::run_window(document, fonts, options.marks);
    document.messages.clear();  // have been read in the window; what comes now cannot be
    document.finish_saving();
    viewer::save_settings(document);
    if (document.recovery) { document.recovery->clear(); }
    for (const viewer::Message& message : document.messages) {
        if (message.error) { throw *message.error; }
        console.note(message.raw);
    }
}

}  // namespace app
