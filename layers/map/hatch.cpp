// SPDX-License-Identifier: MIT
#include "layers/map/hatch.h"

#include <numbers>

namespace layers {

HatchMarks hatch_marks(const ScreenBox& box, Hatch hatch) {
    HatchMarks marks;
    const double tall = box.height(), slanted = hatch_spacing_px * std::numbers::sqrt2;
    const bool crossed = hatch == Hatch::crossed;
    if (crossed || hatch == Hatch::rising || hatch == Hatch::falling) {
        for (double x = box.left - tall + slanted / 2; x < box.right; x += slanted) {
            if (hatch != Hatch::falling) { marks.lines.push_back({{x, box.bottom}, {x + tall, box.top}}); }
            if (hatch != Hatch::rising) { marks.lines.push_back({{x, box.top}, {x + tall, box.bottom}}); }
        }
    }
    if (hatch == Hatch::upright) {
        for (double x = box.left + hatch_spacing_px / 2; x < box.right; x += hatch_spacing_px) {
            marks.lines.push_back({{x, box.top}, {x, box.bottom}});
        }
    }
    if (hatch == Hatch::level) {
        for (double y = box.top + hatch_spacing_px / 2; y < box.bottom; y += hatch_spacing_px) {
            marks.lines.push_back({{box.left, y}, {box.right, y}});
        }
    }
    if (hatch == Hatch::dots) {
        for (double x = box.left + hatch_spacing_px / 2; x < box.right; x += hatch_spacing_px) {
            marks.dots.push_back({x, (box.top + box.bottom) / 2});
        }
    }
    return marks;
}

HatchTile hatch_tile(Hatch hatch) {
    const bool straight = hatch == Hatch::dots || hatch == Hatch::level || hatch == Hatch::upright;
    HatchTile tile{straight ? hatch_spacing_px : slanted_tile_px, {}};
    const double side = tile.side, half = side / 2;
    auto& lines = tile.marks.lines;
    if (hatch == Hatch::rising || hatch == Hatch::crossed) {
        lines.push_back({{-half, side + half}, {side + half, -half}});
        lines.push_back({{-half, half}, {half, -half}});
        lines.push_back({{half, side + half}, {side + half, half}});
    }
    if (hatch == Hatch::falling || hatch == Hatch::crossed) {
        lines.push_back({{-half, -half}, {side + half, side + half}});
        lines.push_back({{half, -half}, {side + half, half}});
        lines.push_back({{-half, half}, {half, side + half}});
    }
    if (hatch == Hatch::upright) { lines.push_back({{half, 0}, {half, side}}); }
    if (hatch == Hatch::level) { lines.push_back({{0, half}, {side, half}}); }
    if (hatch == Hatch::dots) { tile.marks.dots.push_back({half, half}); }
    return tile;
}

}  // namespace layers
