// SPDX-License-Identifier: MIT
// The lines that a document has loaded, and on which of them each plan is shown.
#include "app/viewer/model/document.h"
#include "layers/language/language.h"
#include "layers/model/sketch.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace app::viewer {

namespace {

std::optional<geo::Date> date_of(const std::shared_ptr<const layers::Control>& control) {
    return control->info.date;
}

/// A week or a month before or after; of a month without that day, the month's last.
geo::Date stepped(geo::Date from, Document::Step step, bool forward) {
    if (step == Document::Step::week) { return from + std::chrono::days{forward ? 7 : -7}; }
    const std::chrono::year_month_day day{from};
    const std::chrono::year_month_day then = day + std::chrono::months{forward ? 1 : -1};
    return then.ok() ? geo::Date{then} : geo::Date{then.year() / then.month() / std::chrono::last};
}

}  // namespace

void Document::step_line(Step step, bool forward) {
    const int last = static_cast<int>(controls.size()) - 1;
    if (last < 0 || (state.control < 0 && !forward)) { return; }  // each plan's own line is no day of the series
    state.playing = false;
    const auto from = control_at(state.control);
    int to = std::clamp(state.control + (forward ? 1 : -1), 0, last);
    if (step != Step::line && from && from->info.date) {
        const geo::Date wanted = stepped(*from->info.date, step, forward);
        const auto is_short = [&](const std::optional<geo::Date>& day) {
            return !day || (forward ? *day < wanted : *day > wanted);
        };
        while (to != (forward ? last : 0) && is_short(control_at(to)->info.date)) { to += forward ? 1 : -1; }
    }
    state.control = to;
}

std::shared_ptr<const layers::Control> Document::control_at(int index) const {
    return index < 0 ? nullptr : controls.at(static_cast<std::size_t>(index));
}

Request Document::request_of_state() const {
    Request request{state.plan_a,
                    state.mode == Mode::one ? std::string{} : state.plan_b,
                    state.settings,
                    nullptr,
                    units,
                    state.theme,
                    {},
                    slides,
                    sides,
                    frame.origin};
    request.files = files;
    request.control = control_at(state.control);
    if (!request.b.empty() && state.control_b && control_at(*state.control_b) != request.control) {
        request.control_b = control_at(*state.control_b);
    }
    if (request.control || request.control_b.value_or(nullptr)) { request.fit = state.fit; }
    return request;
}

PlanIndexRequest Document::plan_index_request() const {
    PlanIndexRequest request{units, nullptr, {}, state.settings, plan_files, shown_sides(), files};
    const Request shown = request_of_state();
    request.control = shown.control;
    request.fit = shown.fit;
    return request;
}

void Document::add_control(layers::Control control, const std::vector<std::string>& named) {
    auto shared = std::make_shared<const layers::Control>(std::move(control));
    if (!named.empty()) { named_lines[shared.get()] = named; }
    const auto place = std::upper_bound(controls.begin(), controls.end(), shared,
                                        [](const auto& a, const auto& b) { return date_of(a) < date_of(b); });
    state.control = static_cast<int>(place - controls.begin());
    if (state.control_b && *state.control_b >= state.control) { ++*state.control_b; }  // B's stays B's
    controls.insert(place, shared);
}

void Document::remove_control(int index) {
    const std::shared_ptr<const layers::Control> line = control_at(index);
    if (!line) { return; }
    controls.erase(controls.begin() + index);
    named_lines.erase(line.get());
    held.erase(line);
    measure_requested_.erase(line);
    state.playing = false;
    const int last = static_cast<int>(controls.size()) - 1;
    const auto moved = [&](int at) { return std::min(at > index ? at - 1 : at, last); };
    state.control = moved(state.control);
    if (state.control_b) { state.control_b = moved(*state.control_b); }
    if (controls.empty()) { state.control_b.reset(); }
}

void Document::measure_lines() {
    std::vector<std::shared_ptr<const layers::Control>> lines;
    if (controls.size() < 2) { return; }  // no graph of it
    if (meter_ && measured_with_ != state.fit) {
        meter_.reset();
        measure_requested_.clear();
        held.clear();
    }
    for (const auto& line : controls) {
        if (measure_requested_.insert(line).second) { lines.push_back(line); }
    }
    if (lines.empty()) { return; }
    if (!meter_) {
        meter_ = std::make_shared<layers::HeldMeter>(*units, state.fit);
        measured_with_ = state.fit;
    }
    const auto job = [this, lines, meter = meter_](Progress& progress) -> Worker::Delivery {
        std::vector<std::pair<std::shared_ptr<const layers::Control>, layers::HeldByUnit>> measured;
        for (const auto& line : lines) {
            progress.step(layers::tr("measuring what the lines hold"));
            try {
                measured.emplace_back(line, meter->measure(*line));
            } catch (const geo::Error&) {}  // laying it says why
        }
        return [this, meter, measured = std::move(measured)] {
            if (meter == meter_) { held.insert(measured.begin(), measured.end()); }  // with the fit that is wanted now
        };
    };
    measures_.start(fmt::format("measure {}", measure_requested_.size()), job, Worker::Running::finishes);
}

void Document::use_sketch_as_line() {
    geo::Dataset lines = layers::as_lines(state.sketch.present());
    lines.path = "drawn line";
    later_.start("drawn line", [this, lines, land_units = units, at = held_at](Progress& progress) -> Worker::Delivery {
        progress.step(layers::tr("laying the drawn line"));
        return [this, control = control_of_drawn(lines, at, *land_units)] { add_control(control, {}); };
    });
}

}  // namespace app::viewer
