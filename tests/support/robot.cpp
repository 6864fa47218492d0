// SPDX-License-Identifier: MIT
#include "support/robot.h"

#include "app/viewer/input/imgui_input.h"
#include "layers/map/map_frame.h"
#include "layers/model/place.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cmath>
#include <map>
#include <stdexcept>
#include <thread>

namespace support {

namespace {

/// The key that types this letter on an English keyboard; 0 for others.
int key_of(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    if (std::isalnum(byte) != 0) { return std::toupper(byte); }
    return letter == ' ' ? GLFW_KEY_SPACE : 0;
}

}  // namespace

Robot::Robot(int width, int height)
    : document{[] {}},
      state{document.state},
      width_{width},
      height_{height},
      canvas_{width, height},
      fonts_{app::viewer::find_fonts("")},
      ui_context_{fonts_, 1, layers::Theme::light},
      viewer_{document, fonts_} {
    settle();
}

// --- time ------------------------------------------------------------------------------------------------------------

void Robot::frame(int count) {
    for (int i = 0; i < count; ++i) {
        ui_context_.set_theme(state.theme);
        ui_context_.begin(width_, height_);
        canvas_.bind();
        viewer_.frame(ui_context_, {width_, height_, 1});
        ui_context_.draw();
    }
    picture_is_new_ = true;
}

void Robot::settle() {
    using namespace std::chrono_literals;
    constexpr auto patience = 90s;
    constexpr int until_sizes_are_known = 3;
    const auto begin = std::chrono::steady_clock::now();
    const auto is_busy = [this] { return document.busy() && !document.is_asking; };
    do {
        frame(until_sizes_are_known);
        while (is_busy()) {
            if (std::chrono::steady_clock::now() - begin > patience) {
                throw std::runtime_error{"the viewer is still at it: " + document.busy_words()};
            }
            std::this_thread::sleep_for(10ms);
            document.deliver();
        }
        frame(until_sizes_are_known);
    } while (is_busy());
}

// --- hands -----------------------------------------------------------------------------------------------------------

void Robot::move_to(ScreenPoint point) {
    ui_context_.make_current();
    app::viewer::set_pointer(ImGui::GetIO(),
                             {static_cast<float>(std::floor(point.x)), static_cast<float>(std::floor(point.y))});
    frame();
}

void Robot::press(int button) {
    ui_context_.make_current();
    app::viewer::set_button(ImGui::GetIO(), button, true);
    frame();
}

void Robot::release(int button) {
    ui_context_.make_current();
    app::viewer::set_button(ImGui::GetIO(), button, false);
    frame();
}

void Robot::release_at(ScreenPoint point, int button) {
    ui_context_.make_current();
    app::viewer::set_pointer(ImGui::GetIO(),
                             {static_cast<float>(std::floor(point.x)), static_cast<float>(std::floor(point.y))});
    release(button);
}

void Robot::click(ScreenPoint point) {
    constexpr int longer_than_a_double_click = 20;  // frames
    move_to(point);
    if (std::hypot(point.x - last_click_.x, point.y - last_click_.y) < 10) { frame(longer_than_a_double_click); }
    last_click_ = point;
    press();
    release();
    frame();
}

void Robot::click(const std::string& mark) {
    click(middle(mark));
}

void Robot::double_click(ScreenPoint point) {
    click(point);
    press();
    release();
    frame();
}

void Robot::drag(ScreenPoint from, ScreenPoint to, int steps, int button) {
    move_to(from);
    press(button);
    for (int i = 1; i <= steps; ++i) {
        move_to({from.x + (to.x - from.x) * i / steps, from.y + (to.y - from.y) * i / steps});
    }
    release(button);
    frame();
}

void Robot::scroll(double notches) {
    ui_context_.make_current();
    ImGui::GetIO().MouseWheel = static_cast<float>(notches);
    frame(2);  // ImGui forgets the wheel at the end of the frame
}

void Robot::hold(Held held) {
    ui_context_.make_current();
    app::viewer::set_modifiers(ImGui::GetIO(), held.ctrl, held.shift);
    frame();
}

void Robot::key(int glfw_key, Held held) {
    hold(held);
    app::viewer::set_key(ImGui::GetIO(), glfw_key, true);
    frame();
    ui_context_.make_current();
    app::viewer::set_key(ImGui::GetIO(), glfw_key, false);
    frame();
    hold({});
}

void Robot::type(std::string_view text) {
    constexpr std::size_t at_once = 4;  // bytes of a frame; characters are not cut in two
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.size(), at + at_once);
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) { ++end; }
        const std::string part{text.substr(at, end - at)};
        ui_context_.make_current();
        ImGuiIO& io = ImGui::GetIO();
        io.AddInputCharactersUTF8(part.c_str());
        for (const char letter : part) { app::viewer::set_key(io, key_of(letter), key_of(letter) != 0); }
        frame();
        for (const char letter : part) { app::viewer::set_key(ImGui::GetIO(), key_of(letter), false); }
        at = end;
    }
    frame(2);
}

void Robot::put(const std::string& field, std::string_view text) {
    click(field);
    key(GLFW_KEY_A, {.ctrl = true});
    type(text);
}

// --- eyes ------------------------------------------------------------------------------------------------------------

layers::ScreenBox Robot::box(const std::string& mark) const {
    const auto found = document.widgets.find(mark);
    if (found != document.widgets.end()) { return found->second; }
    std::string known;
    for (const auto& [name, where] : document.widgets) { known += " [" + name + "]"; }
    throw std::runtime_error{"no control is called " + mark + "; there are" + known};
}

ScreenPoint Robot::middle(const std::string& mark) const {
    const layers::ScreenBox found = box(mark);
    return {(found.left + found.right) / 2, (found.top + found.bottom) / 2};
}

void Robot::choose(const std::string& plan, const std::string& letter) {
    put("plan search", plan);
    std::string mark = "plan ";
    click(mark.append(letter).append("/").append(plan));
    settle();
}

ScreenPoint Robot::on_map(const geo::LonLat& position) const {
    const geo::MapPoint point = geo::Projection::about(layers::middle_of_ukraine).forward(position);
    return to_screen(document.state.camera, viewer_.viewport(), point);
}

ScreenPoint Robot::on_map(const std::string& place) const {
    return on_map(layers::find_place(place)->position);
}

geo::LonLat Robot::under(ScreenPoint point) const {
    const ScreenPoint whole{std::floor(point.x), std::floor(point.y)};
    return geo::Projection::about(layers::middle_of_ukraine)
        .inverse(to_map(document.state.camera, viewer_.viewport(), whole));
}

void Robot::go_to(const std::string& place) {
    key(GLFW_KEY_F, {.ctrl = true});
    type(place);
    key(GLFW_KEY_ENTER);
    settle();
}

void Robot::look_at(const std::string& place) {
    constexpr double metres_per_px = 150;
    const ScreenPoint at = on_map(place), middle = map().middle();
    move_to(at);
    scroll(std::log(state.camera.metres_per_px / metres_per_px) / std::log(1.2));
    drag(at, {std::floor(middle.x), std::floor(middle.y)}, 2, 2);
    move_to(this->middle("search"));
}

const app::print::Pixels& Robot::picture() {
    if (picture_is_new_) { picture_ = canvas_.read(); }
    picture_is_new_ = false;
    return picture_;
}

layers::Colour Robot::pixel(ScreenPoint point) {
    const app::print::Pixels& pixels = picture();
    const int x = static_cast<int>(std::floor(point.x)), y = static_cast<int>(std::floor(point.y));
    if (x < 0 || y < 0 || x >= pixels.width || y >= pixels.height) { throw std::out_of_range{"off the picture"}; }
    const std::size_t at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) * 4;
    return {pixels.rgba[at], pixels.rgba[at + 1], pixels.rgba[at + 2], pixels.rgba[at + 3]};
}

layers::Colour Robot::colour_in(const layers::ScreenBox& box) {
    std::map<std::array<int, 3>, int> counts;
    std::pair<int, layers::Colour> best{0, {}};
    for (int y = static_cast<int>(box.top); y < static_cast<int>(box.bottom); ++y) {
        for (int x = static_cast<int>(box.left); x < static_cast<int>(box.right); ++x) {
            const layers::Colour colour = pixel({static_cast<double>(x), static_cast<double>(y)});
            const int count = ++counts[{colour.r, colour.g, colour.b}];
            if (count > best.first) { best = {count, colour}; }
        }
    }
    return best.second;
}

layers::Colour Robot::colour_about(ScreenPoint point, int half) {
    return colour_in({point.x - half, point.y - half, point.x + half, point.y + half});
}

void Robot::save_picture(const std::string& path) {
    app::print::write_png(picture(), path, true);
}

const app::viewer::Message* Robot::last_message() const {
    return document.messages.empty() ? nullptr : &document.messages.back();
}

}  // namespace support
