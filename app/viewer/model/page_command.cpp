// SPDX-License-Identifier: MIT
#include "app/viewer/model/page_command.h"

#include "app/self.h"
#include "geo/error.h"
#include "geo/projection.h"
#include "layers/language/language.h"
#include "layers/model/outline_fit.h"

#include <fmt/format.h>

#include <algorithm>

namespace app::viewer {

namespace {

/// A square about the middle of the map, in sight as a whole: "36.61234,48.51234,312km". Where the user has moved
/// nothing yet, the land that the plans are about.
std::string land_in_sight(const Document& document) {
    constexpr double least_km = 1, most_km = 2000;
    const Camera& camera = document.state.camera;
    const Camera whole = layers::on_whole(document.frame, document.map_viewport);
    if (camera.centre == whole.centre && camera.metres_per_px == whole.metres_per_px) { return "plan"; }
    const geo::LonLat middle = geo::Projection::about(camera.origin).inverse(camera.centre);
    const double px = std::min(document.map_viewport.width, document.map_viewport.height);
    const double across_km = std::clamp(px * camera.metres_per_px / 1000, least_km, most_km);
    return fmt::format("{:.5f},{:.5f},{:.1f}km", middle.lon, middle.lat, across_km);
}

/// One plan on two lines: pages have a map of each.
bool is_one_plan_on_two_lines(const Request& shown) {
    return shown.control_b && shown.a == shown.b;
}

bool names_line(const std::string& option) {
    return option.starts_with("--line=") || option.starts_with("--control=");
}

/// "A:depth=10 km"
void add_settings(const Request& shown, std::vector<std::string>& words) {
    const auto add = [&](char letter, const std::string& plan) {
        const auto set = shown.settings.find(plan);
        if (plan.empty() || set == shown.settings.end()) { return; }
        for (const auto& [name, value] : set->second) {
            words.push_back(fmt::format("--set={}:{}={}", letter, name, value));
        }
    };
    add('A', shown.a);
    if (!is_one_plan_on_two_lines(shown)) { add('B', shown.b); }
}

std::map<const layers::Control*, std::vector<std::string>>::const_iterator named_line(
    const Document& document, const std::shared_ptr<const layers::Control>& control) {
    const auto named = document.named_lines.find(control.get());
    if (named == document.named_lines.end()) {
        throw geo::Error{"the line was drawn in this window, and pages are made from files",
                         "save the drawing as GeoJSON, and open that as a line of contact"};
    }
    return named;
}

/// The line of B beside that of A, which are read alike: the commands have one set of words on how lines are read.
std::string line_of_b(const Document& document, SaveKind kind) {
    const Request& shown = document.result->request;
    const auto refuse = [] {
        throw geo::Error{"plans A and B stand on two lines, which this page cannot show",
                         "let B follow A in the time bar, or save what changes as GeoJSON; a map to publish shows one "
                         "plan on two lines side by side, in the wipe"};
    };
    const bool is_wipe = document.state.mode == Mode::wipe && kind == SaveKind::page;
    if (!is_wipe || !is_one_plan_on_two_lines(shown) || !shown.control || !*shown.control_b) { refuse(); }
    std::vector<std::string> of_a = named_line(document, shown.control)->second,
                             of_b = named_line(document, *shown.control_b)->second;
    std::string line = *std::find_if(of_b.begin(), of_b.end(), names_line);
    std::erase_if(of_a, names_line);
    std::erase_if(of_b, names_line);
    if (of_a != of_b) { refuse(); }
    return line;
}

void add_line(const Document& document, SaveKind kind, std::vector<std::string>& words) {
    const Request& shown = document.result->request;
    const std::string of_b = shown.control_b ? line_of_b(document, kind) : "";
    const auto& control = shown.control;
    if (!control) { return; }
    const auto named = named_line(document, control);
    words.insert(words.end(), named->second.begin(), named->second.end());
    if (!of_b.empty()) { words.push_back(of_b); }
    const std::optional<geo::Kilometres> fit = document.result->request.fit;
    if (fit != layers::sliver_reach && !named->second.back().starts_with("--line=")) {
        words.push_back("--fit-outline=" + layers::outline_fit_text(fit));
    }
}

}  // namespace

std::vector<std::string> page_command(const SaveRequest& request, const Document& document) {
    const Request& shown = document.result->request;
    std::vector<std::string> words{request.kind == SaveKind::report ? "report"
                                   : request.kind == SaveKind::pack ? "pack"
                                                                    : "render"};
    words.insert(words.end(), document.named_inputs.begin(), document.named_inputs.end());
    add_line(document, request.kind, words);
    add_settings(shown, words);
    if (request.kind == SaveKind::page) {
        words.push_back("--zoom=" + land_in_sight(document));
        if (document.state.mode == Mode::difference) { words.emplace_back("--difference"); }
        if (shown.theme == layers::Theme::dark) { words.emplace_back("--style=dark"); }
    }
    if (request.overwrite) { words.emplace_back("--overwrite"); }
    const bool in_ukrainian = layers::language() == "uk" || document.state.ukrainian;
    if (in_ukrainian && request.kind != SaveKind::pack) { words.emplace_back("--lang=uk"); }
    words.insert(words.end(), {"--", shown.a});
    if (!shown.b.empty() && !is_one_plan_on_two_lines(shown)) { words.push_back(shown.b); }
    words.push_back(request.path);
    return words;
}

void Document::make_page(const SaveRequest& request) {
    std::vector<std::string> words;
    try {
        words = page_command(request, *this);
    } catch (const geo::Error& error) { return report(error); }
    if (!state.sketch.present().shapes.empty()) {
        say(Message::Kind::note,
            "what is drawn is not on pages: save the drawn zones as a plan, and choose that plan to have them there");
    }
    const auto job = [this, words, path = request.path](Progress& progress) -> Worker::Delivery {
        progress.step(layers::tr("writing {}", path));
        run_part("demarc-render", "this program draws pages", words);
        return [this, path] { say(Message::Kind::note, "wrote " + path); };
    };
    quiet_.start("save " + request.path, job, Worker::Running::finishes);
}

}  // namespace app::viewer
