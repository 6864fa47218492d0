// SPDX-License-Identifier: MIT
#include "app/viewer/model/page_command.h"

#include "app/self.h"
#include "geo/error.h"
#include "geo/projection.h"
#include "layers/language/language.h"

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
    add('B', shown.b);
}

void add_line(const Document& document, std::vector<std::string>& words) {
    const auto& control = document.result->request.control;
    if (!control) { return; }
    const auto named = document.named_lines.find(control.get());
    if (named == document.named_lines.end()) {
        throw geo::Error{"the line was drawn in this window, and pages are made from files",
                         "save the drawing as GeoJSON, and open that as a line of contact"};
    }
    words.insert(words.end(), named->second.begin(), named->second.end());
    if (const auto fit = document.result->request.fit) {
        if (named->second.back().starts_with("--line=")) {
            throw geo::Error{"held land is fitted to the border here, which pages of a line do not do",
                             "turn that off under View, or open held land as polygons"};
        }
        words.push_back(fmt::format("--fit-outline={}km", fit->value()));
    }
}

}  // namespace

std::vector<std::string> page_command(const SaveRequest& request, const Document& document) {
    const Request& shown = document.result->request;
    std::vector<std::string> words{request.kind == SaveKind::report ? "report"
                                   : request.kind == SaveKind::pack ? "pack"
                                                                    : "render"};
    words.insert(words.end(), document.named_inputs.begin(), document.named_inputs.end());
    add_line(document, words);
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
    if (!shown.b.empty()) { words.push_back(shown.b); }
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
