// SPDX-License-Identifier: MIT
#include "app/viewer/model/session.h"

#include "app/viewer/model/drawing.h"
#include "app/viewer/model/json_take.h"
#include "app/viewer/model/look_json.h"
#include "geo/error.h"
#include "geo/file.h"
#include "geo/projection.h"
#include "layers/language/language.h"
#include "layers/model/outline_fit.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <optional>

namespace app::viewer {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array modes{std::pair{Mode::one, "one"}, std::pair{Mode::wipe, "wipe"},
                           std::pair{Mode::difference, "difference"}};

bool names_line(const std::string& word) {
    return word.starts_with("--line=") || word.starts_with("--control=");
}

std::vector<std::string> options_of_lines(const Document& document) {
    std::vector<std::string> named, how;
    bool is_first = true;
    for (const auto& control : document.controls) {
        const auto found = document.named_lines.find(control.get());
        if (found == document.named_lines.end()) {
            throw geo::Error{"a line was drawn in this window, and a session names files",
                             "save the drawing as GeoJSON, and open that as a line of contact"};
        }
        std::vector<std::string> of_this = found->second;
        std::copy_if(of_this.begin(), of_this.end(), std::back_inserter(named), names_line);
        std::erase_if(of_this, names_line);
        if (!is_first && of_this != how) {
            throw geo::Error{"the lines are read in different ways, which a session cannot say",
                             "let each file say its day and accuracy itself, or show one of them"};
        }
        how = std::move(of_this);
        is_first = false;
    }
    named.insert(named.end(), how.begin(), how.end());
    return named;
}

Json position_json(const geo::LonLat& position) {
    return Json::array({position.lon, position.lat});
}

std::optional<geo::LonLat> position_in(const Json& json) {
    if (!json.is_array() || json.size() != 2 || !json[0].is_number() || !json[1].is_number()) { return std::nullopt; }
    const geo::LonLat at{json[0].get<double>(), json[1].get<double>()};
    const bool is_on_earth = std::abs(at.lon) <= 180 && std::abs(at.lat) <= 90;
    return is_on_earth ? std::optional{at} : std::nullopt;
}

Json look_of(const Document& document) {
    const State& state = document.state;
    Json look;
    for (const auto& [mode, name] : modes) {
        if (mode == state.mode) { look["mode"] = name; }
    }
    look["divider"] = state.divider;
    for (const auto& [key, plan] : {std::pair{"settings_a", state.plan_a}, {"settings_b", state.plan_b}}) {
        if (const auto set = state.settings.find(plan); set != state.settings.end()) { look[key] = set->second; }
    }
    look["line_a"] = state.control;  // in the order of session_of(), which is that of the document
    if (state.control_b) { look["line_b"] = *state.control_b; }
    look["centre"] = position_json(geo::Projection::about(state.camera.origin).inverse(state.camera.centre));
    look["metres_per_px"] = state.camera.metres_per_px;
    look.update(look_json(state));
    if (state.pinned) { look["pinned"] = position_json(*state.pinned); }
    const Drawing drawing = drawing_of(state);
    if (!drawing.empty()) { look["drawing"] = Json::parse(json_of(drawing)); }
    return look;
}

/// The lines of the session in its order, as the document has them, whose order is that of their days.
std::vector<int> lines_of(const SessionFile& session, const Document& document) {
    std::vector<int> lines;
    for (const std::string& word : session.options) {
        if (!names_line(word)) { continue; }
        lines.push_back(-1);
        for (std::size_t i = 0; i < document.controls.size(); ++i) {
            const auto named = document.named_lines.find(document.controls[i].get());
            if (named == document.named_lines.end()) { continue; }
            const std::vector<std::string>& words = named->second;
            if (std::find(words.begin(), words.end(), word) != words.end()) { lines.back() = static_cast<int>(i); }
        }
    }
    return lines;
}

/// -1 is the line that each plan stands on; none where the session names none, or one that is not there, which is said.
std::optional<int> line_in(const Json& look, const char* key, const std::vector<int>& lines, Document& document) {
    const auto found = look.find(key);
    if (found == look.end()) { return std::nullopt; }
    const bool is_number = found->is_number_integer();
    if (is_number && found->get<int>() == -1) { return -1; }
    const bool is_named = is_number && found->get<int>() >= 0 && found->get<std::size_t>() < lines.size();
    if (is_named && lines[found->get<std::size_t>()] >= 0) { return lines[found->get<std::size_t>()]; }
    document.say(Message::Kind::note, fmt::format("the session shows a line that it does not name ({})", key));
    return std::nullopt;
}

/// Of the plans by their names now: files may lie elsewhere.
Settings settings_in(const Json& look, const State& state) {
    Settings settings;
    for (const auto& [key, plan] : {std::pair{"settings_b", state.plan_b}, {"settings_a", state.plan_a}}) {
        if (!plan.empty() && look.contains(key)) { take(look, key, settings[plan]); }
    }
    return settings;
}

void look_at_land(const Json& look, Document& document) {
    const auto centre = look.find("centre");
    double metres = 0;
    take(look, "metres_per_px", metres);
    const auto at = centre == look.end() ? std::nullopt : position_in(*centre);
    if (!at || !(metres > 0)) { return; }
    document.state.camera = {geo::Projection::about(document.frame.origin).forward(*at),
                             std::clamp(metres, layers::nearest_m_per_px, layers::farthest_m_per_px),
                             document.frame.origin};
    document.state.fitted = true;
}

}  // namespace

SessionFile session_of(const Document& document) {
    SessionFile session;
    session.plans.push_back(document.state.plan_a);
    if (!document.state.plan_b.empty()) { session.plans.push_back(document.state.plan_b); }
    session.options = document.named_inputs;
    const std::vector<std::string> lines = options_of_lines(document);
    session.options.insert(session.options.end(), lines.begin(), lines.end());
    const bool has_control =
        std::any_of(lines.begin(), lines.end(), [](const std::string& word) { return word.starts_with("--control="); });
    if (document.state.fit != layers::sliver_reach && has_control) {
        session.options.push_back("--fit-outline=" + layers::outline_fit_text(document.state.fit));
    }
    session.look = look_of(document).dump();
    return session;
}

void look_as(const std::string& session, Document& document) {
    State& state = document.state;
    const SessionFile file = read_session(session);
    const Json look = Json::parse(file.look, nullptr, false);
    if (!look.is_object()) {
        throw geo::Error{"this is no session of demarc: its look is no object", "save it again in the window"}.at(
            {session});
    }
    std::string mode;
    take(look, "mode", mode);
    const auto known =
        std::find_if(modes.begin(), modes.end(), [&mode](const auto& one) { return one.second == mode; });
    if (known != modes.end() && (known->first == Mode::one || !state.plan_b.empty())) { state.mode = known->first; }
    if (known == modes.end() && !mode.empty()) {
        document.say(Message::Kind::note,
                     fmt::format("the session's mode \"{}\" is none of one, wipe and difference", mode));
    }
    take(look, "divider", state.divider);
    state.divider = std::clamp(state.divider, 0.0, 1.0);
    state.settings = settings_in(look, state);
    const std::vector<int> lines = lines_of(file, document);
    if (const auto line = line_in(look, "line_a", lines, document)) { state.control = *line; }
    state.control_b = line_in(look, "line_b", lines, document);
    look_at_land(look, document);
    take_look(look, state);
    if (const auto pinned = look.find("pinned"); pinned != look.end()) { state.pinned = position_in(*pinned); }
    if (const auto drawing = look.find("drawing"); drawing != look.end()) {
        try {
            restore(drawing_from(drawing->dump()), state);
        } catch (const geo::Error& error) { throw error.at({session}); }
    }
    if (const std::vector<std::string> changed = changed_files(session); !changed.empty()) {
        document.say(Message::Kind::note,
                     fmt::format("since the session was saved, these files have changed, and figures may have: {}",
                                 fmt::join(changed, ", ")));
    }
}

void Document::save_session(const SaveRequest& request) {
    SessionFile session;
    try {
        session = session_of(*this);
    } catch (const geo::Error& error) { return report(error); }
    const auto job = [this, request, session](Progress& progress) -> Worker::Delivery {
        progress.step(layers::tr("writing {}", request.path));
        geo::write_file(request.path, session_text(session, request.path), request.overwrite);
        return [this, path = request.path] { say(Message::Kind::note, "wrote " + path); };
    };
    quiet_.start("save " + request.path, job, Worker::Running::finishes);
}

}  // namespace app::viewer
