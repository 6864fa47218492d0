// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/viewer.h"
#include "geo/shapes.h"
#include "layers/map/palette.h"

#include <string>
#include <string_view>
#include <vector>

namespace support {

using layers::ScreenPoint;

/// Keys that are held down beside another one.
struct Held {
    bool ctrl = false, shift = false;
};

/// Plays a user of the whole viewer: moves the mouse, presses keys and types, through the same input that a window
/// feeds, one change a frame. Controls are found by the names that Document::widgets gives them.
class Robot {
public:
    explicit Robot(int width = 1280, int height = 800);

    app::viewer::Headless context;  // first: all OpenGL needs it
    app::viewer::Document document;
    app::viewer::State& state;

    void frame(int count = 1);
    /// Frames until the background has nothing left to do or a window asks something; throws after a minute and a half.
    void settle();

    void move_to(ScreenPoint point);  ///< to the whole pixel, as windows have it
    void press(int button = 0);
    void release(int button = 0);
    void release_at(ScreenPoint point, int button = 0);  ///< moves there and lets go in one frame, as a quick hand does
    void click(ScreenPoint point);
    void click(const std::string& mark);
    void double_click(ScreenPoint point);
    void drag(ScreenPoint from, ScreenPoint to, int steps = 8, int button = 0);
    void scroll(double notches);
    void hold(Held held);  ///< until the next call
    void key(int glfw_key, Held held = {});
    void type(std::string_view text);                           ///< as UTF-8, with the keys of ASCII letters and digits
    void put(const std::string& field, std::string_view text);  ///< clicks there, and types over what it holds

    bool has(const std::string& mark) const { return document.widgets.contains(mark); }
    layers::ScreenBox box(const std::string& mark) const;  ///< throws if there is none of that name
    ScreenPoint middle(const std::string& mark) const;
    void choose(const std::string& plan, const std::string& letter);  ///< "A" or "B", from the list, then settles

    const layers::Viewport& map() const { return viewer_.viewport(); }
    ScreenPoint on_map(const geo::LonLat& position) const;
    ScreenPoint on_map(const std::string& place) const;  ///< a built-in one
    geo::LonLat under(ScreenPoint point) const;          ///< of whole pixels, as the mouse has it
    void go_to(const std::string& place);                ///< by the search, which also pins it
    void look_at(const std::string& place);              ///< by wheel and middle button: about 150 m a pixel

    const app::print::Pixels& picture();
    layers::Colour pixel(ScreenPoint point);
    /// The most frequent one in a square about the point: names and lines are in the minority.
    layers::Colour colour_about(ScreenPoint point, int half = 12);
    layers::Colour colour_in(const layers::ScreenBox& box);
    void save_picture(const std::string& path);  ///< for whoever writes tests

    const app::viewer::Message* last_message() const;

private:
    int width_, height_;
    app::viewer::Canvas canvas_;
    app::viewer::FontFiles fonts_;
    app::viewer::UiContext ui_context_;
    app::viewer::Viewer viewer_;
    app::print::Pixels picture_;
    bool picture_is_new_ = false;
    ScreenPoint last_click_{-1e6, -1e6};
};

}  // namespace support
