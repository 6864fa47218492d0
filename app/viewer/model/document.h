// SPDX-License-Identifier: MIT
#pragma once

#include "app/print/png.h"
#include "app/viewer/model/drawn_shapes.h"
#include "app/viewer/model/fonts.h"
#include "app/viewer/model/opening.h"
#include "app/viewer/model/recovery.h"
#include "app/viewer/model/result.h"
#include "app/viewer/model/state.h"
#include "app/viewer/model/worker.h"
#include "layers/map/map_frame.h"
#include "layers/model/contact_line.h"
#include "layers/model/point.h"
#include "layers/time/held.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace app::viewer {

/// A line of the list of plans.
struct PlanCard {
    std::string name, title, date, group;
};

/// Something that the user should read.
struct Message {
    enum class Kind { note, error } kind;
    std::string text;  ///< as the window has it
    std::optional<geo::Error> error{};
    std::string raw{};  ///< of a note: its settings not yet in words
};

/// What the card of the pinned point says, kept while nothing changes.
struct PointCard {
    geo::LonLat position;
    std::shared_ptr<const Result> result;
    std::shared_ptr<const PlanIndex> plan_index;
    std::optional<layers::PointOnLand> point;
    std::vector<layers::PointStatus> point_statuses;  ///< by plan of the plan index
    std::vector<std::string> sources;                 ///< in words, by plan of the plan index
    geo::Kilometres to_outline;
    std::string nearest_place;
};

/// What a save writes.
enum class SaveKind {
    map_png,
    figures_csv,
    plan_geojson,
    difference_geojson,
    sketch_plan,
    sketch_geojson,
    page,     ///< to publish, by `demarc render`
    report,   ///< by `demarc report`
    pack,     ///< a folder, by `demarc pack`
    session,  ///< what the window shows, for `demarc view`
};

constexpr bool is_page(SaveKind kind) {
    return kind == SaveKind::page || kind == SaveKind::report || kind == SaveKind::pack;
}

struct SaveRequest {
    SaveKind kind = SaveKind::map_png;
    std::string path;
    double scale = 2;  ///< of a PNG: device pixels per logical pixel
    bool overwrite = false;
};

/// The windows that ask for a file.
struct FileDialog {
    std::string requested_for;  ///< "open" or "save": the next frame opens it
    std::string path;           ///< of "open", as typed
    SaveRequest request;
};

/// Everything behind the window but the window itself: what the user chose, what is loaded, what is shown. Panels read
/// it and call its functions.
class Document {
public:
    /// `wake` is called from other threads when there is something new to show.
    explicit Document(std::function<void()> wake);

    State state;
    /// Where the controls of the last frame stood, by name, in logical pixels: for tests that click through the
    /// program.
    std::map<std::string, ScreenBox> widgets;
    Fonts fonts;

    // --- what is loaded ---
    std::shared_ptr<const layers::Units> units;                    ///< by set_units()
    layers::MapFrame frame;                                        ///< of the units
    std::optional<layers::Sides> sides;                            ///< what they are called, where plans do not say it
    geo::ReadOptions files;                                        ///< how files are read
    std::string held_at;                                           ///< of lines that are opened or drawn, as typed
    std::vector<std::shared_ptr<const layers::Control>> controls;  ///< by date
    /// The options that name each of them on a command line; of one that was drawn there are none.
    std::map<const layers::Control*, std::vector<std::string>> named_lines;
    /// What each of them holds, as far as it is measured: in the background, where there are several.
    std::map<std::shared_ptr<const layers::Control>, layers::HeldByUnit> held;
    std::vector<std::string> named_inputs;  ///< options that name the units and how files are read
    std::vector<std::string> plan_files;
    std::vector<PlanCard> cards;
    std::deque<Message> messages;
    int unread = 0;
    std::deque<OpenedFile> opened;    ///< wait for the user's answer
    std::vector<std::string> recent;  ///< files, the last first

    // --- what is shown ---
    Viewport map_viewport;  ///< of the last frame
    std::shared_ptr<const Result> result;
    std::shared_ptr<const PlanIndex> plan_index;
    std::optional<PointCard> card;
    DrawnShapes drawn;
    DrawnShapes drawn_so_far;            ///< the zone that is under the pencil
    std::unique_ptr<Recovery> recovery;  ///< of a window; none where nobody draws
    bool discards_recovery = false;      ///< what it found: the user is asked once more
    FileDialog dialog;
    /// One of the windows that wait for an answer is open. Then no other may appear: Dear ImGui 1.86 ends the program
    /// over one that appears beside a modal. So what the background has done is not taken in until the user has
    /// answered.
    bool is_asking = false;
    std::string hover_words;                          ///< what lies under the pointer
    std::optional<std::size_t> hover_unit;            ///< the unit there
    std::pair<int, std::string> edited_name{-1, {}};  ///< of a shape, while it is typed
    std::string search, plan_search;                  ///< as typed
    bool focus_search = false;
    bool wants_to_quit = false, may_quit = false;  ///< the second once the drawing is saved or given up
    std::optional<geo::LonLat> aim;                ///< where the next corner would go
    bool scroll_to_selection = false;              ///< the map chose it
    bool slides = false;  ///< a slider is being dragged: zones go without interval until it is let go
    bool scrubs = false;  ///< a day is being dragged along the time axis
    std::optional<SaveRequest> picture_to_save;  ///< for whoever has the OpenGL context

    /// Other land, before anything is asked of it: with its map, and the plans that speak of it.
    void set_units(layers::Units land_units);
    /// What the plan that is shown calls the sides.
    layers::Sides shown_sides() const;
    /// Null for -1: the line that each plan stands on.
    std::shared_ptr<const layers::Control> control_at(int index) const;
    /// To the loaded line before or after that of A; or to the nearest one that is a week or a month off, or more.
    enum class Step { line, week, month };
    void step_line(Step step, bool forward);

    /// Asks for a result of what the state says, unless it is asked for already.
    void refresh();
    /// Asks for what the card of a point needs.
    void request_plan_index();
    /// Takes in what the background has done. True while something is still on its way.
    bool deliver();
    bool busy() const { return now_.busy() || later_.busy() || quiet_.busy() || measures_.busy(); }
    bool is_laying() const { return now_.busy() || later_.busy(); }  ///< what is to be seen
    bool can_cancel() const { return now_.busy() || later_.busy(); }
    std::string busy_words() const;
    void cancel();

    void say(Message::Kind kind, const std::string& text);
    void report(const geo::Error& error);

    void choose_plan(const std::string& name, bool as_b);
    /// A plan, or a dataset whose use the user is asked for, or (`as`: "control", "line", "zones") told here.
    void open(const std::string& path, const std::string& as = {});
    void use_opened(const std::string& as);
    /// `named` as of named_lines.
    void add_control(layers::Control control, const std::vector<std::string>& named);
    /// Whoever stands on it stands on the next one, else on the last.
    void remove_control(int index);
    void add_plan_file(const std::string& path, const std::string& title);
    void use_sketch_as_line();
    void save(const SaveRequest& request);
    void make_page(const SaveRequest& request);
    void save_session(const SaveRequest& request);
    void write_picture(print::Pixels picture, const SaveRequest& request);
    bool has_unsaved_shapes() const;
    bool has_unsaved_drawing() const;  ///< those, or one that is not finished
    void finish_saving();              ///< waits until everything is written

    /// The plan that the wipe shows there: A left of the divider, B right of it.
    const PlanView* view_at(ScreenPoint point, const Viewport& viewport) const;
    bool has_b() const { return result && result->b; }

private:
    Request request_of_state() const;
    void show(const std::shared_ptr<const Result>& made, int number);
    void take_back();  ///< what the state asks for beyond the result that is shown
    void forget(const std::string& plan_file);
    void measure_lines();  ///< those of which nobody has asked yet
    PlanIndexRequest plan_index_request() const;
    void add_message(Message message);
    void load_cards();
    void say_notes_of_shown();
    void say_new_notes(const std::vector<geo::Note>& notes);
    void say_warnings(const std::vector<geo::Error>& warnings);
    void remember(const std::string& path);

    std::optional<Request> requested_;
    bool has_unsaid_notes_ = false;
    int results_requested_ = 0, result_shown_ = 0;
    std::deque<std::shared_ptr<const Result>> known_;  ///< the last ones, for the time bar
    std::optional<PlanIndexRequest> plan_index_requested_;
    layers::Sketch saved_sketch_;
    LastBaseOverlay last_base_;  ///< for the jobs of now_ alone, one after the other; outlives them
    std::set<std::shared_ptr<const layers::Control>> measure_requested_;
    std::shared_ptr<layers::HeldMeter> meter_;      ///< for the jobs of measures_ alone
    std::optional<geo::Kilometres> measured_with_;  ///< the fit that it has
    Worker now_, later_;
    Worker quiet_;     ///< what cancel() leaves alone: saving, and the titles of the plans
    Worker measures_;  ///< so it does the km² that lines hold
};

}  // namespace app::viewer
