// SPDX-License-Identifier: MIT
#include "layers/map/furniture.h"

#include "geo/units.h"
#include "layers/language/language.h"
#include "layers/map/detail/names.h"
#include "layers/map/legend.h"
#include "layers/model/estimate_words.h"
#include "layers/model/line_words.h"
#include "layers/model/words.h"

#include <algorithm>
#include <cmath>

namespace layers {

geo::Kilometres bar_length(double metres_per_px, double most_px) {
    const double most_km = metres_per_px * most_px / 1000;
    const double power = std::pow(10, std::floor(std::log10(most_km)));
    for (const double digit : {5.0, 2.0}) {
        if (digit * power <= most_km) { return geo::Kilometres{digit * power}; }
    }
    return geo::Kilometres{power};
}

std::string credit_of(const Overlay& land) {
    std::string words;
    for (const FrontLine& line : land.lines) {
        if (line.is_beyond_contested || line.control.info.kind == LineKind::resulting) { continue; }
        LineInfo info = line.control.info;
        info.source.clear();  // the legend and the table's heading have it
        words += (words.empty() ? "" : "; ") + line_words(info);
    }
    words += " · " + tr("km² of the whole country on WGS84");
    const bool states_accuracy = std::any_of(land.lines.begin(), land.lines.end(), [](const FrontLine& line) {
        return !line.is_beyond_contested && line.control.info.accuracy;
    });
    if (states_accuracy) {
        words += " · " + (land.interval == IntervalKind::worst ? tr("± were the line everywhere off by its accuracy")
                                                               : tr("± nine times in ten"));
    }
    return words + " · " + unclear_words();
}

namespace {

constexpr double credit_line_px = 13;

std::vector<std::string> credit_lines(const MapContent& content, const Viewport& viewport, const TextMeasure& measure) {
    return broken(measure, Font::small, credit_of(*content.land), viewport.width - 2 * margin_px);
}

}  // namespace

double credit_height(const MapContent& content, const Viewport& viewport, const TextMeasure& measure) {
    const std::size_t lines = credit_lines(content, viewport, measure).size();
    return credit_px + credit_line_px * static_cast<double>(lines - 1);
}

namespace {

/// A bar of a round length, and under it what the picture rests on.
ScreenBox add_scale_and_credit(const MapContent& content, const MapStyle& style, const Viewport& viewport,
                               const TextMeasure& measure, Picture& picture) {
    constexpr double most_px = 160;
    const Palette& colours = palette(style.theme);
    const geo::Kilometres length = bar_length(style.camera.metres_per_px, most_px);
    const double bar = length.value() * 1000 / style.camera.metres_per_px;
    const double left = viewport.x + margin_px, low = viewport.y + viewport.height;
    const std::vector<std::string> credit = credit_lines(content, viewport, measure);
    double width = 0;
    for (const std::string& line : credit) { width = std::max(width, measure.size_of(Font::small, line).width); }
    const double further = credit_line_px * static_cast<double>(credit.size() - 1), y = low - 26 - further;
    const ScreenBox box{left - 5, low - credit_px - further, left + std::max(width, bar + 70) + 5, low - 4};
    Picture::Group group{"scale and credit", {Picture::Box{box, colours.halo, Picture::none, 3}}};
    const auto stroke = [&](double x, double from, double to_x, double to) {
        group.items.push_back(Picture::Line{{x, from}, {to_x, to}, colours.ink, 1.6});
    };
    stroke(left, y, left + bar, y);
    stroke(left, y - 5, left, y + 0.5);
    stroke(left + bar, y - 5, left + bar, y + 0.5);
    group.items.push_back(Picture::Words{{left + bar + 6, y - 11}, Font::small, colours.ink, length_words(length)});
    for (std::size_t i = 0; i < credit.size(); ++i) {
        const double down = credit_line_px * static_cast<double>(i);
        group.items.push_back(
            Picture::Words{{left, low - 21 - further + down}, Font::small, colours.faint_ink, credit[i]});
    }
    picture.groups.push_back(std::move(group));
    return box;
}

ScreenBox add_divider(double divider, const Viewport& viewport, Picture& picture) {
    constexpr Colour light{255, 255, 255, 255}, dark{30, 30, 30, 255};
    const double x = viewport.x + divider * viewport.width, top = viewport.y, bottom = top + viewport.height,
                 middle = (top + bottom) / 2;
    picture.groups.push_back(
        {"divider",
         {Picture::Line{{x, top}, {x, bottom}, light, 4}, Picture::Line{{x, top}, {x, bottom}, dark, 2},
          Picture::Disc{{x, middle}, 13, light, dark, 2},
          Picture::Triangle{{{{x - 8, middle}, {x - 3, middle - 5}, {x - 3, middle + 5}}}, dark},
          Picture::Triangle{{{{x + 8, middle}, {x + 3, middle - 5}, {x + 3, middle + 5}}}, dark}}});
    return {x - 4, top, x + 4, bottom};
}

}  // namespace

Picture furniture_of(const MapContent& content, const MapStyle& style, const Viewport& viewport,
                     const TextMeasure& measure, const std::vector<ScreenBox>& written) {
    Picture above;
    const bool divided = style.mode == Mode::wipe && content.b != nullptr;
    std::vector<ScreenBox> dividers;
    if (divided) { dividers.push_back(add_divider(style.divider, viewport, above)); }
    std::vector<ScreenBox> taken = add_legends(content, style, viewport, measure, above);
    taken.push_back(add_scale_and_credit(content, style, viewport, measure, above));
    taken.insert(taken.end(), dividers.begin(), dividers.end());
    taken.insert(taken.end(), written.begin(), written.end());
    const bool differs = style.mode == Mode::difference && content.difference != nullptr;
    const Scene& scene = differs ? *content.difference : content.a->scene;
    // Names lie under the legends, whose room is taken first.
    Picture picture;
    picture.groups.push_back(detail::names_of({&scene, content.backdrop}, style, viewport, taken, measure));
    for (Picture::Group& group : above.groups) { picture.groups.push_back(std::move(group)); }
    return picture;
}

}  // namespace layers
