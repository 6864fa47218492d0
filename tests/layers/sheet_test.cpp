// SPDX-License-Identifier: MIT
#include "layers/map/sheet.h"

#include "geo/error.h"
#include "layers/map/map_frame.h"
#include "support/errors.h"
#include "support/plain_measure.h"
#include "support/results.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace {

using layers::Picture;
using layers::ScreenBox;
using layers::Sheet;
using layers::SheetMap;
using layers::SheetStyle;

const support::PlainMeasure measure;

SheetMap map_of(const std::string& plan) {
    const app::viewer::Result& result = support::result_of(plan);
    return {support::content_of(result), layers::Mode::one, &result.on_map, nullptr, plan};
}

Sheet sheet_of(const std::vector<SheetMap>& maps, double width, double height) {
    SheetStyle style;
    style.width = width;
    style.height = height;
    style.shown = layers::box_of_interest(maps.front());
    style.title = "a title";
    style.notes = {"where it comes from"};
    return layers::sheet_of(maps, style, measure);
}

std::vector<const Sheet::Group*> groups_of(const Sheet& sheet, const std::string& end) {
    std::vector<const Sheet::Group*> groups;
    for (const Sheet::Group& group : sheet.groups) {
        if (group.id.ends_with(end)) { groups.push_back(&group); }
    }
    return groups;
}

ScreenBox frame_of(const Sheet::Group& group) {
    return std::get<Picture::Box>(std::get<Picture::Item>(group.items.front())).at;
}

/// The box of each word that stands in the group.
std::vector<ScreenBox> words_in(const Sheet::Group& group) {
    std::vector<ScreenBox> boxes;
    for (const Sheet::Item& item : group.items) {
        const auto* picture = std::get_if<Picture::Item>(&item);
        const auto* words = picture == nullptr ? nullptr : std::get_if<Picture::Words>(picture);
        if (words == nullptr) { continue; }
        const layers::TextSize size = measure.size_of(words->font, words->text);
        boxes.push_back({words->at.x, words->at.y, words->at.x + size.width, words->at.y + size.height});
    }
    return boxes;
}

/// Property: whatever the size, everything lies on the sheet, and no words of legend or sources lie on a map.
TEST(Sheet, WordsStandBesideTheMaps) {
    const std::vector<SheetMap> one{map_of("us-28-point")}, two{map_of("us-28-point"), map_of("kellogg-15-15")};
    for (const auto* maps : {&one, &two}) {
        for (const auto& [width, height] :
             {std::pair{1600.0, 1000.0}, {794.0, 1123.0}, {1123.0, 794.0}, {1080.0, 1350.0}}) {
            const Sheet sheet = sheet_of(*maps, width, height);
            std::vector<ScreenBox> frames;
            for (const Sheet::Group* group : groups_of(sheet, ": frame")) { frames.push_back(frame_of(*group)); }
            ASSERT_EQ(frames.size(), maps->size());
            for (const ScreenBox& frame : frames) {
                EXPECT_TRUE(frame.inside({0, 0, width, height}));
                EXPECT_GT(frame.width() * frame.height(), 0.25 * width * height / static_cast<double>(maps->size()));
            }
            for (const char* id : {"legend", "title and sources"}) {
                const std::vector<const Sheet::Group*> groups = groups_of(sheet, id);
                ASSERT_EQ(groups.size(), 1U);
                const std::vector<ScreenBox> words = words_in(*groups.front());
                EXPECT_FALSE(words.empty()) << id;
                for (const ScreenBox& box : words) {
                    EXPECT_TRUE(box.inside({0, 0, width, height})) << id << ' ' << width << 'x' << height;
                    for (const ScreenBox& frame : frames) { EXPECT_FALSE(box.overlaps(frame)) << id; }
                }
            }
        }
    }
}

TEST(Sheet, LegendStandsBesideAWideMapAndBelowATallOne) {
    const std::vector<SheetMap> maps{map_of("us-28-point")};
    const Sheet wide = sheet_of(maps, 1600, 1000), tall = sheet_of(maps, 794, 1123);
    EXPECT_GT(words_in(*groups_of(wide, "legend").front()).front().left,
              frame_of(*groups_of(wide, ": frame").front()).right);
    EXPECT_GT(words_in(*groups_of(tall, "legend").front()).front().top,
              frame_of(*groups_of(tall, ": frame").front()).bottom);
}

/// "legend outside the map", in words: no code of a status stands on the sheet.
TEST(Sheet, SpeaksInWordsNotInCodes) {
    const Sheet sheet = sheet_of({map_of("us-28-point")}, 1600, 1000);
    std::set<std::string> words;
    for (const Sheet::Group& group : sheet.groups) {
        for (const Sheet::Item& item : group.items) {
            const auto* picture = std::get_if<Picture::Item>(&item);
            const auto* text = picture == nullptr ? nullptr : std::get_if<Picture::Words>(picture);
            if (text != nullptr) { words.insert(text->text); }
            if (const auto* area = std::get_if<Sheet::Area>(&item)) { words.insert(area->id); }
        }
    }
    EXPECT_TRUE(words.contains("recognised as Russian in fact"));
    EXPECT_TRUE(words.contains("Ukraine withdraws, on the side of Russia"));
    for (const layers::StatusTerm& term : layers::statuses()) {
        if (term.id == term.words) { continue; }  // "contested"
        EXPECT_FALSE(words.contains(std::string{term.id})) << term.id;
    }
}

/// What one status covers is one area: its pieces share edges that are not drawn.
TEST(Sheet, AStatusIsOneAreaWithoutSeams) {
    const SheetMap map = map_of("us-28-point");
    const Sheet sheet = sheet_of({map}, 1600, 1000);
    std::set<std::string> seen;
    std::size_t rings = 0;
    for (const Sheet::Item& item : groups_of(sheet, "map 1").front()->items) {
        const auto* area = std::get_if<Sheet::Area>(&item);
        const bool is_wanted =
            area != nullptr && (area->id.ends_with("to Ukraine") || area->id.ends_with("with Ukraine"));
        if (!is_wanted) { continue; }
        EXPECT_TRUE(seen.insert(area->id).second) << area->id << " is drawn twice";
        EXPECT_EQ(area->fill.a, 255) << "opaque, so that neighbours leave no seam";
        rings += area->rings.size();
    }
    EXPECT_EQ(seen.size(), 2U) << "what stays and what comes back";
    EXPECT_LT(rings, 60U) << "hundreds of cells make few outlines";
}

TEST(Sheet, TargetsTellEachUnitUnderEachStatus) {
    const SheetMap map = map_of("us-28-point");
    SheetStyle style;
    style.is_bare = true;
    style.shown = map.content.frame->whole;
    Sheet sheet = layers::sheet_of({map}, style, measure);
    layers::add_targets(map, style, sheet);
    std::set<std::string> told;
    for (const Sheet::Item& item : sheet.groups.back().items) { told.insert(std::get<Sheet::Area>(item).id); }
    std::size_t shown = 0;
    for (const layers::AreaTable::Row& row : map.content.a->table.rows) {
        shown += row.estimate.area.value() > 0 ? 1U : 0U;
    }
    EXPECT_EQ(told.size(), shown);
    const auto about_donetsk = [](const std::string& words) {
        return words.starts_with("Donetsk: Ukraine withdraws, ");
    };
    EXPECT_EQ(std::count_if(told.begin(), told.end(), about_donetsk), 1);
}

TEST(Sheet, TooSmallAPageIsRefused) {
    const geo::Error error = testing_support::error_of([] {
        (void)sheet_of({map_of("us-28-point"), map_of("kellogg-15-15")}, 320, 300);
    });
    EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
    EXPECT_NE(error.problem().find("320x300 pixels are too few"), std::string::npos);
}

TEST(Sheet, WhatThePlanIsAboutIsShown) {
    const layers::MapBox box = layers::box_of_interest(map_of("us-28-point"));
    const SheetMap map = map_of("us-28-point");
    EXPECT_LT(box.east - box.west, map.content.frame->whole.east - map.content.frame->whole.west);
    EXPECT_GT(box.west, -200e3) << "the west is as it was";
    EXPECT_GT(box.east, 600e3) << "Luhansk";
}

TEST(Wrapping, BreaksAtBlanksAlone) {
    using layers::Font;
    const auto lines = [](const std::string& text, double width) {
        return layers::wrapped(measure, Font::small, text, width);
    };
    EXPECT_EQ(lines("one two three", 6 * 7), (std::vector<std::string>{"one two", "three"}));
    EXPECT_EQ(lines("one", 1), std::vector<std::string>{"one"});
    EXPECT_EQ(lines("a verylongword b", 6 * 5), (std::vector<std::string>{"a", "verylongword", "b"}));
    EXPECT_EQ(lines("", 10), std::vector<std::string>{""});
}

}  // namespace
