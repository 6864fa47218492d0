// SPDX-License-Identifier: MIT
#include "app/viewer/model/recovery.h"

#include "app/viewer/model/unfinished.h"
#include "geo/file.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <utility>

namespace app::viewer {

namespace {

namespace fs = std::filesystem;

constexpr const char* file_name = "drawing.json";
constexpr const char* unreadable = ".unreadable.json";

std::string bytes_of(const fs::path& path) {
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

std::string time_of_change(const fs::path& path) {
    struct stat found {};
    std::tm local{};
    if (stat(path.c_str(), &found) != 0 || localtime_r(&found.st_mtime, &local) == nullptr) { return {}; }
    return fmt::format("{:%Y-%m-%d %H:%M}", local);
}

/// One by one, so that undo takes them back so; of very many, which nobody clicked, all at once.
void set_corners(History<geo::Path>& corners, const geo::Path& path) {
    if (path.size() > History<geo::Path>::most_steps) { return corners.set(path); }
    for (std::size_t count = 1; count <= path.size(); ++count) {
        corners.set({path.begin(), path.begin() + static_cast<std::ptrdiff_t>(count)});
    }
}

}  // namespace

Drawing drawing_of(const State& state) {
    return {state.sketch.present(), state.zone_corners.present(), state.line_corners.present()};
}

bool restore(const Drawing& drawing, State& state) {
    const auto stands_in_the_way = [](const History<geo::Path>& corners, const geo::Path& path) {
        return !path.empty() && !corners.present().empty();
    };
    if (stands_in_the_way(state.zone_corners, drawing.zone_corners) ||
        stands_in_the_way(state.line_corners, drawing.line_corners)) {
        return false;
    }
    layers::Sketch sketch = state.sketch.present();
    sketch.shapes.insert(sketch.shapes.end(), drawing.sketch.shapes.begin(), drawing.sketch.shapes.end());
    state.sketch.set(std::move(sketch));
    set_corners(state.zone_corners, drawing.zone_corners);
    set_corners(state.line_corners, drawing.line_corners);
    return true;
}

Recovery::Recovery(fs::path home, Worker::OnError on_error)
    : home_{std::move(home)},
      on_error_{std::move(on_error)},
      worker_{[] {},
              [this](const geo::Error& error) {
                  if (!failed_) {
                      on_error_(geo::Error{"the drawing is not kept safe: " + error.problem(), error.remedy()});
                  }
                  failed_ = true;
              }} {}

Recovery::~Recovery() {
    worker_.finish();
}

// --- what others left ------------------------------------------------------------------------------------------------

void Recovery::look() {
    std::error_code none;
    std::vector<fs::path> folders;
    for (fs::directory_iterator at{home_, none}; !none && at != fs::directory_iterator{}; at.increment(none)) {
        if (at->is_directory(none) && !at->is_symlink(none)) { folders.push_back(at->path()); }
    }
    for (const fs::path& folder : folders) { look_at(folder); }
    std::sort(left.begin(), left.end(), [](const Left& a, const Left& b) { return a.changed > b.changed; });
}

void Recovery::look_at(const fs::path& folder) {
    std::optional<OwnFolder> found = OwnFolder::take_over(folder);
    if (!found) { return; }
    const fs::path file = folder / file_name;
    if (!geo::exists(file.string())) { return found->remove(); }  // it had nothing unsaved
    try {
        Drawing drawing = drawing_from(bytes_of(file));
        if (drawing.empty()) { return found->remove(); }
        left.push_back({std::move(*found), std::move(drawing), time_of_change(file)});
    } catch (const std::exception& thrown) {
        const geo::Error error = geo::error_of(thrown);
        const fs::path aside = folder.string() + unreadable;
        std::error_code refused;
        fs::rename(file, aside, refused);
        if (!refused) { found->remove(); }
        on_error_(geo::Error{fmt::format("a drawing that was not saved cannot be read: {}", error.problem()),
                             fmt::format("it is kept as {}", (refused ? file : aside).string())});
    }
}

// --- what is drawn here ----------------------------------------------------------------------------------------------

void Recovery::keep(const State& state, bool is_unsaved, Time now) {
    worker_.deliver();
    const Steps steps{is_unsaved ? state.sketch.step() : 0, is_unsaved ? state.zone_corners.step() : 0,
                      is_unsaved ? state.line_corners.step() : 0, is_unsaved ? 1U : 0U};
    waits_ = steps != kept_ && now - started_ < pause;
    if (steps != kept_ && !waits_) { start(state, is_unsaved, steps, now); }
}

std::optional<std::chrono::milliseconds> Recovery::due(Time now) const {
    if (!waits_) { return std::nullopt; }
    const auto rest = std::chrono::ceil<std::chrono::milliseconds>(started_ + pause - now);
    return std::max(rest, std::chrono::milliseconds{0});
}

void Recovery::start(const State& state, bool is_unsaved, const Steps& steps, Time now) {
    kept_ = steps;
    started_ = now;
    waits_ = false;
    Worker::Job job = [this, drawing = is_unsaved ? drawing_of(state) : Drawing{}](Progress&) -> Worker::Delivery {
        if (drawing.empty()) {
            if (own_) { fs::remove(own_->path() / file_name); }
        } else {
            if (!own_) { own_.emplace(OwnFolder::make(home_)); }
            geo::write_file((own_->path() / file_name).string(), json_of(drawing), true);
        }
        return [this] { failed_ = false; };
    };
    worker_.start("keep", std::move(job), Worker::Running::finishes);
}

bool Recovery::keep_now(const State& state, bool is_unsaved) {
    keep(state, is_unsaved, started_ + pause);
    worker_.finish();
    worker_.deliver();
    return !failed_;
}

void Recovery::clear() {
    worker_.finish();
    if (own_) { own_->remove(); }
    own_.reset();
}

}  // namespace app::viewer
