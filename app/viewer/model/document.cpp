// SPDX-License-Identifier: MIT
#include "app/viewer/model/document.h"

#include "app/session/session_file.h"

#include "app/console.h"
#include "app/viewer/model/saving.h"
#include "app/viewer/model/unfinished.h"
#include "app/viewer/model/window_words.h"
#include "layers/language/messages.h"
#include "layers/model/country.h"
#include "layers/model/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace app::viewer {

namespace {

constexpr std::size_t most_results = 24, most_recent = 12, most_messages = 200;

bool is_plan_file(const std::string& path) {
    return path.ends_with(".yaml") || path.ends_with(".yml");
}

}  // namespace

Document::Document(std::function<void()> wake)
    : units{std::make_shared<const layers::Units>(layers::builtin_units())},
      frame{layers::frame_of(*units)},
      now_{wake, [this](const geo::Error& error) { report(error); }},
      later_{wake, [this](const geo::Error& error) { report(error); }},
      quiet_{wake, [this](const geo::Error& error) { report(error); }},
      measures_{wake, [this](const geo::Error& error) { report(error); }} {
    load_cards();
}

// --- what is shown ---------------------------------------------------------------------------------------------------

void Document::show(const std::shared_ptr<const Result>& made, int number) {
    if (number < result_shown_) { return; }  // overtaken
    result = made;
    result_shown_ = number;
    if (made->request.draft) { return; }
    has_unsaid_notes_ = true;
    say_notes_of_shown();
    known_.push_back(made);
    if (known_.size() > most_results) { known_.pop_front(); }
}

/// Of days that are run through there is nothing to say: only of the one at which they end.
void Document::say_notes_of_shown() {
    if (scrubs || !has_unsaid_notes_ || !result) { return; }
    has_unsaid_notes_ = false;
    say_new_notes(result->land.notes);
    say_warnings(result->warnings);
}

/// Each once: what the lines and units left between them, with the km² that it moved.
void Document::say_new_notes(const std::vector<geo::Note>& notes) {
    for (const geo::Note& note : notes) {
        const std::string words =
            note.moved.value() > 0
                ? layers::tr("{} ({} km² moved)", layers::tr_message(note.text), with_thousands(note.moved.value(), 1))
                : layers::tr_message(note.text);
        const auto same = [&words](const Message& message) { return message.text == words; };
        if (std::none_of(messages.begin(), messages.end(), same)) { say(Message::Kind::note, words); }
    }
}

/// Each once, as notes are.
void Document::say_warnings(const std::vector<geo::Error>& warnings) {
    for (const geo::Error& warning : warnings) {
        const std::string words = error_text(warning, layers::tr("warning:"), window_words);
        const auto same = [&words](const Message& message) { return message.text == words; };
        if (std::none_of(messages.begin(), messages.end(), same)) { say(Message::Kind::note, words); }
    }
}

void Document::set_units(layers::Units land_units) {
    units = std::make_shared<const layers::Units>(std::move(land_units));
    frame = layers::frame_of(*units);
    state.camera.origin = frame.origin;
    measures_.finish();
    measures_.deliver();
    held.clear();
    measure_requested_.clear();
    meter_.reset();
    quiet_.finish();
    quiet_.deliver();
    load_cards();
}

layers::Sides Document::shown_sides() const {
    return result ? result->a->plan->sides : sides.value_or(layers::Sides{});
}

void Document::refresh() {
    measure_lines();
    say_notes_of_shown();
    const Request request = request_of_state();
    if (requested_ == request) { return; }
    requested_ = request;
    const int number = ++results_requested_;
    const auto known =
        std::find_if(known_.begin(), known_.end(), [&](const auto& old) { return old->request == request; });
    if (known != known_.end()) {
        result = *known;
        result_shown_ = number;
        return;
    }
    const auto job = [this, request, number](Progress& progress) -> Worker::Delivery {
        try {
            const std::shared_ptr<const Result> made = lay(request, progress, last_base_);
            return [this, made, number] { show(made, number); };
        } catch (const geo::Error& error) {
            return [this, error, number] {
                report(error);
                if (!result || number != results_requested_) { return; }
                take_back();
            };
        }
    };
    // What runs is finished, so that map and figures follow a slider, or a day, that never rests.
    now_.start("result", job, slides || scrubs ? Worker::Running::finishes : Worker::Running::stops);
}

void Document::take_back() {
    const Request& shown = result->request;
    state.plan_a = shown.a;
    if (!shown.b.empty()) {
        state.plan_b = shown.b;
    } else if (state.mode != Mode::one) {
        state.mode = Mode::one;
        state.plan_b.clear();
    }
    state.settings = shown.settings;
    const auto index_of = [this](const std::shared_ptr<const layers::Control>& control) {
        const auto found = std::find(controls.begin(), controls.end(), control);
        return found == controls.end() ? -1 : static_cast<int>(found - controls.begin());
    };
    state.control = index_of(shown.control);
    if (shown.control_b) {
        state.control_b = index_of(*shown.control_b);
    } else if (state.control_b && !shown.b.empty()) {
        state.control_b = state.control;
    }
    if (shown.control || shown.control_b.value_or(nullptr)) { state.fit = shown.fit; }
    state.theme = shown.theme;
    state.playing = false;
}

/// The file may have changed: nothing that was made of it is of use.
void Document::forget(const std::string& plan_file) {
    std::erase_if(known_, [&](const auto& old) { return old->request.a == plan_file || old->request.b == plan_file; });
    requested_.reset();
    plan_index_requested_.reset();
}

void Document::request_plan_index() {
    const PlanIndexRequest request = plan_index_request();
    if (slides || plan_index_requested_ == request) { return; }
    plan_index_requested_ = request;
    later_.start("plan index", [this, request](Progress& progress) -> Worker::Delivery {
        const std::shared_ptr<const PlanIndex> made = make_plan_index(request, progress);
        return [this, made] {
            plan_index = made;
            for (const geo::Error& error : made->errors) { report(error); }
        };
    });
}

bool Document::deliver() {
    now_.deliver();
    later_.deliver();
    quiet_.deliver();
    measures_.deliver();
    return busy();
}

std::string Document::busy_words() const {
    for (const Worker* worker : {&now_, &later_, &quiet_, &measures_}) {
        if (std::string words = worker->words(); !words.empty()) { return words; }
    }
    return {};
}

void Document::cancel() {
    if (!result) { return; }  // there is nothing to go back to
    now_.cancel();
    later_.cancel();
    take_back();
    plan_index_requested_ = plan_index_request();  // until something changes again
    requested_ = request_of_state();
    if (result->request.draft) { requested_.reset(); }
}

void Document::load_cards() {
    cards.clear();
    for (const layers::CatalogueGroup& group : layers::catalogue()) {
        for (const std::string& name : group.names) { cards.push_back({name, "", "", layers::tr(group.title)}); }
    }
    layers::PlanOptions options;
    options.sides = sides;
    quiet_.start("cards",
                 [this, land_units = units, made = cards, named = options](Progress& progress) -> Worker::Delivery {
                     progress.step(layers::tr("reading the built-in plans"));
                     std::vector<PlanCard> others;
                     for (const PlanCard& read : made) {
                         const layers::Plan plan = layers::load_plan(read.name, land_units->units, named);
                         if (!layers::speaks_of(plan, *land_units)) { continue; }
                         others.push_back({read.name, local_title(plan), geo::to_text(plan.date), read.group});
                     }
                     return [this, others = std::move(others), count = made.size()] {
                         cards.erase(cards.begin(), cards.begin() + static_cast<std::ptrdiff_t>(count));
                         cards.insert(cards.begin(), others.begin(), others.end());
                     };
                 });
}

const PlanView* Document::view_at(ScreenPoint point, const Viewport& viewport) const {
    if (!result) { return nullptr; }
    const bool right = state.mode == Mode::wipe && point.x > viewport.x + state.divider * viewport.width;
    return right && result->b ? result->b.get() : result->a.get();
}

// --- messages --------------------------------------------------------------------------------------------------------

void Document::say(Message::Kind kind, const std::string& text) {
    add_message({kind, one_line(window_words(layers::tr_message(text))), {}, text});
}

void Document::report(const geo::Error& error) {
    add_message(
        {Message::Kind::error, error_text(error, layers::tr("error:"), window_words), error, error_text(error)});
}

void Document::add_message(Message message) {
    if (message.kind == Message::Kind::error) { state.shows_messages = true; }
    messages.push_back(std::move(message));
    if (messages.size() > most_messages) { messages.pop_front(); }
    ++unread;
}

// --- in and out ------------------------------------------------------------------------------------------------------

void Document::choose_plan(const std::string& name, bool as_b) {
    (as_b ? state.plan_b : state.plan_a) = name;
    state.selection = {};
    if (as_b && state.mode == Mode::one) { state.mode = Mode::wipe; }
}

void Document::remember(const std::string& path) {
    const std::string whole = std::filesystem::absolute(path).string();
    std::erase(recent, whole);
    recent.insert(recent.begin(), whole);
    if (recent.size() > most_recent) { recent.resize(most_recent); }
}

void Document::open(const std::string& path, const std::string& as) {
    if (names_session(path)) {
        return say(Message::Kind::error,
                   fmt::format("{} is a session, which opens in a window of its own: demarc view {}", path, path));
    }
    later_.start(
        "open " + path,
        [this, path, as, land_units = units, named = sides, reading = files](Progress& progress) -> Worker::Delivery {
            progress.step(layers::tr("reading {}", path));
            if (is_plan_file(path)) {
                layers::PlanOptions options;
                options.sides = named;
                options.files = reading;
                const layers::Plan plan = layers::load_plan(path, land_units->units, options);
                return [this, path, title = plan.title] {
                    forget(path);
                    add_plan_file(path, title);
                    choose_plan(path, false);
                    remember(path);
                };
            }
            const OpenedFile file = read_opened(path, reading);
            return [this, file, as] {
                opened.push_back(file);
                opened.back().details.held_at = held_at;
                for (const std::string& note : file.dataset->notes) {
                    say(Message::Kind::note, file.path + ": " + note);
                }
                remember(file.path);
                if (!as.empty()) { use_opened(as); }
            };
        });
}

void Document::use_opened(const std::string& as) {
    if (opened.empty()) { return; }
    const OpenedFile file = opened.front();
    opened.pop_front();
    if (as == "zones") {
        layers::Sketch sketch = state.sketch.present();
        try {
            for (const std::string& note : add_to_sketch(*file.dataset, sketch)) {
                say(Message::Kind::note, fmt::format("{}: {}", file.path, note));
            }
        } catch (const geo::Error& error) { return report(error); }
        state.sketch.set(std::move(sketch));
        return;
    }
    const auto job = [this, file, as, land_units = units, reading = files](Progress& progress) -> Worker::Delivery {
        progress.step(layers::tr("laying {}", file.path));
        try {
            return [this, control = control_of(file, as, *land_units, reading), named = options_of(file, as)] {
                add_control(control, named);
            };
        } catch (const geo::Error& error) {
            return [this, file, error] {  // it is asked about again, with the reason and what was typed
                opened.push_front(file);
                opened.front().problem = problem_words(error);
                report(error);
            };
        }
    };
    later_.start("control " + file.path, job);
}

void Document::add_plan_file(const std::string& path, const std::string& title) {
    if (std::find(plan_files.begin(), plan_files.end(), path) != plan_files.end()) { return; }
    plan_files.push_back(path);
    cards.push_back({path, title, "", layers::tr("files")});
}

void Document::save(const SaveRequest& request) {
    if (request.kind == SaveKind::map_png) {
        picture_to_save = request;
        return;
    }
    if (request.kind == SaveKind::session) { return save_session(request); }
    if (!result) { return; }
    if (result->request.draft) {
        return say(Message::Kind::error, "the figures are still being worked out: save again");
    }
    if (is_page(request.kind)) { return make_page(request); }
    const auto job = [this, request, shown = result,
                      sketch = state.sketch.present()](Progress& progress) -> Worker::Delivery {
        progress.step(layers::tr("writing {}", request.path));
        write(request, *shown, sketch);
        return [this, request, sketch] {
            say(Message::Kind::note, "wrote " + request.path);
            const bool is_plan = request.kind == SaveKind::sketch_plan && !has_lines(sketch);  // a plan has none
            if (is_plan || request.kind == SaveKind::sketch_geojson) { saved_sketch_ = sketch; }
            if (request.kind != SaveKind::figures_csv) { remember(request.path); }
        };
    };
    quiet_.start("save " + request.path, job, Worker::Running::finishes);
}

void Document::write_picture(print::Pixels picture, const SaveRequest& request) {
    Worker::Job job = [this, request, pixels = std::move(picture)](Progress& progress) -> Worker::Delivery {
        progress.step(layers::tr("writing {}", request.path));
        print::write_png(pixels, request.path, request.overwrite);
        return [this, path = request.path] { say(Message::Kind::note, "wrote " + path); };
    };
    quiet_.start("save " + request.path, std::move(job), Worker::Running::finishes);
}

bool Document::has_unsaved_shapes() const {
    const layers::Sketch& sketch = state.sketch.present();
    return !sketch.shapes.empty() && sketch != saved_sketch_;
}

bool Document::has_unsaved_drawing() const {
    return has_unsaved_shapes() || has_unfinished(state);
}

void Document::finish_saving() {
    quiet_.finish();
    quiet_.deliver();
}

}  // namespace app::viewer
