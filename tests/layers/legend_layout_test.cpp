// SPDX-License-Identifier: MIT
#include "layers/map/furniture.h"
#include "layers/map/hatch.h"
#include "layers/map/legend.h"
#include "support/results.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

using layers::Font;
using layers::Picture;
using layers::ScreenBox;

/// Letters of one width: what is laid out can be told beforehand, without a font.
class FixedMeasure : public layers::TextMeasure {
public:
    layers::TextSize size_of(Font font, const std::string& text) const override {
        const auto letters = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
        return {static_cast<double>(letters) * (font == Font::small ? 6 : 8), font == Font::small ? 13.0 : 16.0};
    }
};

const layers::Viewport page{0, 0, 1000, 700};

layers::MapStyle style_of(layers::Mode mode) {
    layers::MapStyle style;
    style.mode = mode;
    style.camera = layers::on_whole(*support::content_of(support::result_of("us-28-point")).frame, page);
    return style;
}

std::vector<const Picture::Words*> words_in(const Picture& picture, const std::string& id) {
    std::vector<const Picture::Words*> words;
    for (const Picture::Group& group : picture.groups) {
        if (group.id != id) { continue; }
        for (const Picture::Item& item : group.items) {
            if (const auto* found = std::get_if<Picture::Words>(&item)) { words.push_back(found); }
        }
    }
    return words;
}

TEST(Furniture, IsLaidOutWithoutAWindow) {
    const app::viewer::Result& result = support::result_of("us-28-point", "ua-us-20-point");
    const FixedMeasure measure;
    for (const layers::Mode mode : {layers::Mode::one, layers::Mode::wipe, layers::Mode::difference}) {
        const Picture picture = layers::furniture_of(support::content_of(result), style_of(mode), page, measure);
        EXPECT_EQ(picture.groups.front().id, "names") << "under the legends";
        const auto divider = std::count_if(picture.groups.begin(), picture.groups.end(),
                                           [](const Picture::Group& group) { return group.id == "divider"; });
        EXPECT_EQ(divider, mode == layers::Mode::wipe ? 1 : 0);
        EXPECT_EQ(words_in(picture, "scale and credit").size(), 2U);
        const auto legend = words_in(picture, "legend");
        ASSERT_GT(legend.size(), 5U);
        for (const Picture::Words* words : legend) {
            const layers::TextSize size = measure.size_of(words->font, words->text);
            EXPECT_GE(words->at.x, 0) << words->text;
            EXPECT_LE(words->at.x + size.width, page.width) << words->text;
            EXPECT_LE(words->at.y + size.height, page.height) << words->text;
        }
    }
}

TEST(Furniture, LegendsOfAWipeStandApartAndClearOfTheScaleBar) {
    const app::viewer::Result& result = support::result_of("us-28-point", "ua-us-20-point");
    Picture picture;
    const std::vector<ScreenBox> boxes =
        layers::add_legends(support::content_of(result), style_of(layers::Mode::wipe), page, FixedMeasure{}, picture);
    ASSERT_EQ(boxes.size(), 2U);
    EXPECT_FALSE(boxes[0].overlaps(boxes[1]));
    for (const ScreenBox& box : boxes) {
        EXPECT_TRUE(box.inside(page));
        EXPECT_LE(box.bottom, page.height - layers::credit_px);
    }
    layers::MapStyle hidden = style_of(layers::Mode::wipe);
    hidden.shows_legend = false;
    EXPECT_TRUE(layers::add_legends(support::content_of(result), hidden, page, FixedMeasure{}, picture).empty());
}

/// At any width: no "…", every word of every row, and nothing beyond the edge of its legend.
TEST(Furniture, NoRowOfALegendIsCut) {
    const app::viewer::Result& result = support::result_of("us-28-point", "ua-us-20-point");
    const auto content = support::content_of(result);
    for (const double width : {420.0, 614.0, 1000.0}) {
        const layers::Viewport narrow{0, 0, width, 1400};
        layers::MapStyle style = style_of(layers::Mode::wipe);
        style.camera = layers::on_whole(*content.frame, narrow);
        style.divider = 0;  // all of it is B's
        Picture picture;
        const std::vector<ScreenBox> boxes = layers::add_legends(content, style, narrow, FixedMeasure{}, picture);
        ASSERT_EQ(boxes.size(), 2U);
        EXPECT_FALSE(boxes[0].overlaps(boxes[1])) << width;
        std::string all;
        for (const Picture::Words* words : words_in(picture, "legend")) {
            const double right = words->at.x + FixedMeasure{}.size_of(words->font, words->text).width;
            EXPECT_TRUE(std::any_of(boxes.begin(), boxes.end(),
                                    [&](const ScreenBox& box) {
                                        return words->at.x >= box.left && right <= box.right &&
                                               words->at.y >= box.top && words->at.y + 13 <= box.bottom;
                                    }))
                << width << ": " << words->text;
            all += words->text + " ";
        }
        EXPECT_EQ(all.find("…"), std::string::npos) << all;
        for (const layers::LegendEntry& entry :
             layers::legend_of(*result.b, content, style.paint, layers::shown_box(style.camera, narrow))) {
            EXPECT_NE(all.find(entry.text), std::string::npos) << width << ": " << entry.text;
            EXPECT_NE(all.find(entry.estimate), std::string::npos) << width << ": " << entry.estimate;
        }
    }
}

TEST(Furniture, NoNameStandsOnWhatIsWritten) {
    const auto content = support::content_of(support::result_of("us-28-point"));
    const layers::MapStyle style = style_of(layers::Mode::one);
    const auto kyiv = [&](const std::vector<ScreenBox>& written) {
        const Picture picture = layers::furniture_of(content, style, page, FixedMeasure{}, written);
        for (const Picture::Words* words : words_in(picture, "names")) {
            if (words->text == "Kyiv") {
                return ScreenBox{words->at.x, words->at.y, words->at.x + 32, words->at.y + 16};
            }
        }
        return ScreenBox{};
    };
    const ScreenBox before = kyiv({});
    ASSERT_GT(before.width(), 0);
    EXPECT_FALSE(kyiv({before}).overlaps(before));
}

TEST(BrokenText, BreaksAtBlanksThenHyphensThenLetters) {
    const FixedMeasure measure;
    using Lines = std::vector<std::string>;
    EXPECT_EQ(layers::broken(measure, Font::small, "an old plan", 42), (Lines{"an old", "plan"}));
    EXPECT_EQ(layers::broken(measure, Font::small, "американо-український", 70), (Lines{"американо-", "український"}));
    EXPECT_EQ(layers::broken(measure, Font::small, "Донецьк", 24), (Lines{"Доне", "цьк"}));
    EXPECT_EQ(layers::broken(measure, Font::small, "Дон", 1), (Lines{"Д", "о", "н"}));
    EXPECT_EQ(layers::broken(measure, Font::small, "", 10), Lines{""});
}

TEST(Furniture, NamesAreInTheLanguageThatIsAskedFor) {
    const app::viewer::Result& result = support::result_of("us-28-point");
    layers::MapStyle style = style_of(layers::Mode::one);
    const auto has = [&](const std::string& name) {
        const Picture picture = layers::furniture_of(support::content_of(result), style, page, FixedMeasure{});
        const auto names = words_in(picture, "names");
        return std::any_of(names.begin(), names.end(),
                           [&](const Picture::Words* words) { return words->text == name; });
    };
    EXPECT_TRUE(has("Kyiv"));
    EXPECT_FALSE(has("Київ"));
    style.ukrainian = true;
    EXPECT_TRUE(has("Київ"));
}

TEST(FittingText, IsCutAtALetterAndEndsInAnEllipsis) {
    const FixedMeasure measure;
    EXPECT_EQ(layers::fitting(measure, Font::small, "Донецьк", 42), "Донецьк");
    EXPECT_EQ(layers::fitting(measure, Font::small, "Донецьк", 41), "Донец…");
    EXPECT_EQ(layers::fitting(measure, Font::small, "Донецьк", 3), "…");
}

/// The shader draws lines `hatch_spacing_px` apart across them; those of a swatch are as far apart.
TEST(Hatches, OfALegendAreAsFarApartAsOnTheMap) {
    const ScreenBox box{10, 20, 110, 80};
    const auto apart = [&](layers::Hatch hatch) {
        const auto lines = layers::hatch_marks(box, hatch).lines;
        const layers::ScreenPoint a = lines[0].first, b = lines[0].second, c = lines[1].first;
        const double dx = b.x - a.x, dy = b.y - a.y;
        return std::abs((c.x - a.x) * dy - (c.y - a.y) * dx) / std::hypot(dx, dy);
    };
    for (const layers::Hatch hatch :
         {layers::Hatch::rising, layers::Hatch::falling, layers::Hatch::upright, layers::Hatch::level}) {
        EXPECT_NEAR(apart(hatch), layers::hatch_spacing_px, 1e-9);
    }
    EXPECT_EQ(layers::hatch_marks(box, layers::Hatch::crossed).lines.size(),
              2 * layers::hatch_marks(box, layers::Hatch::rising).lines.size());
    EXPECT_GT(layers::hatch_marks(box, layers::Hatch::dots).dots.size(), 5U);
    EXPECT_TRUE(layers::hatch_marks(box, layers::Hatch::none).lines.empty());
}

}  // namespace

/// A tile that repeats has its lines as far apart as well, but for a whole number of pixels.
TEST(Hatches, OfATileAreAsFarApartToo) {
    const layers::HatchTile rising = layers::hatch_tile(layers::Hatch::rising);
    ASSERT_EQ(rising.marks.lines.size(), 3U);
    EXPECT_NEAR(rising.side / std::numbers::sqrt2, layers::hatch_spacing_px, 0.03 * layers::hatch_spacing_px);
    EXPECT_EQ(layers::hatch_tile(layers::Hatch::crossed).marks.lines.size(), 6U);
    for (const layers::Hatch hatch : {layers::Hatch::upright, layers::Hatch::level}) {
        EXPECT_EQ(layers::hatch_tile(hatch).marks.lines.size(), 1U);
        EXPECT_EQ(layers::hatch_tile(hatch).side, layers::hatch_spacing_px);
    }
    EXPECT_EQ(layers::hatch_tile(layers::Hatch::dots).marks.dots.size(), 1U);
    EXPECT_TRUE(layers::hatch_tile(layers::Hatch::none).marks.lines.empty());
}
