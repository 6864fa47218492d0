// SPDX-License-Identifier: MIT
#include "layers/plan_language/plan_write.h"
#include "layers/model/slug.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "layers/model/place.h"
#include "layers/plan_language/plan_file.h"
#include "support/errors.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

using layers::SketchShape;

SketchShape polygon(const std::string& name, geo::Path corners = {{33, 46.6}, {33.6, 46.6}, {33.6, 46.9}}) {
    return {SketchShape::Kind::polygon, name, layers::ZoneKind::special, std::move(corners)};
}

layers::PlanDraft draft_of(std::vector<SketchShape> shapes) {
    return {"mine", "Mine", "2026-01-15", "", {}, {std::move(shapes)}};
}

layers::Plan read_back(const layers::PlanDraft& draft) {
    return layers::parse_plan(layers::to_yaml(draft), "test.yaml", {});
}

/// The zones that the sketch has added; it stands after what the plan takes over.
std::vector<std::string> ids_of(const std::vector<std::string>& names) {
    layers::PlanDraft draft = draft_of({});
    for (const std::string& name : names) { draft.sketch.shapes.push_back(polygon(name)); }
    std::vector<std::string> ids;
    for (const layers::Zone& zone : read_back(draft).zones) { ids.push_back(zone.id); }
    return ids;
}

geo::Error error_of(const layers::PlanDraft& draft) {
    return testing_support::error_of([&] { (void)layers::to_yaml(draft); });
}

TEST(PlanWrite, WhatIsWrittenIsReadBack) {
    layers::PlanDraft draft =
        draft_of({polygon("Port"), polygon("Road", {{30, 50}, {31, 50}, {31, 51}, {30.5, 50.5}})});
    draft.sketch.shapes[1].zone_kind = layers::ZoneKind::demilitarized;
    const layers::Plan plan = read_back(draft);
    EXPECT_EQ(plan.name, "mine");
    EXPECT_EQ(plan.title, "Mine");
    EXPECT_EQ(geo::to_text(plan.date), "2026-01-15");
    EXPECT_EQ(plan.text_status, "drawn in the viewer, not a proposal");
    ASSERT_EQ(plan.zones.size(), 2U);
    EXPECT_EQ(plan.zones[0].id, "port");
    EXPECT_EQ(plan.zones[1].title, "Road");
    EXPECT_EQ(plan.zones[1].kind, layers::ZoneKind::demilitarized);
    EXPECT_EQ(plan.zones[1].provenance.confidence, "unclear");
    EXPECT_FALSE(plan.zones[1].provenance.unclear.empty());
}

TEST(PlanWrite, WithoutAnotherPlanTheLandStaysAsHeld) {
    const layers::Plan plan = read_back(draft_of({polygon("Port")})), as_held = layers::load_plan("as-held", {});
    ASSERT_EQ(plan.rules.size(), as_held.rules.size());
    for (std::size_t i = 0; i < plan.rules.size(); ++i) {
        EXPECT_EQ(plan.rules[i].status_class, as_held.rules[i].status_class);
    }
    EXPECT_TRUE(read_back(draft_of({})).zones.empty()) << "and a draft without zones is a plan, too";
}

/// Within half of the sixth decimal, in the order in which they were drawn or in the other.
TEST(PlanWrite, CornersStayWhereTheyWereDrawn) {
    const geo::Path corners{{33.1234564, 46.6}, {33.6, 46.6000006}, {33.65432149, 46.9}, {-0.0000001, 46.7}};
    const geo::Region region = read_back(draft_of({polygon("Port", corners)})).zones.at(0).where.outline.region;
    ASSERT_EQ(region.polygons.size(), 1U);
    const geo::Ring& shell = region.polygons[0].shell;
    ASSERT_EQ(shell.size(), corners.size() + 1);
    for (const geo::LonLat& corner : corners) {
        const auto same = [&corner](const geo::LonLat& other) {
            return std::abs(other.lon - corner.lon) <= 0.500001e-6 && std::abs(other.lat - corner.lat) <= 0.500001e-6;
        };
        EXPECT_EQ(std::count_if(shell.begin(), shell.end() - 1, same), 1) << geo::to_text(corner);
    }
}

TEST(PlanWrite, APolygonThatCrossesItselfIsTheSameWhenItIsRead) {
    const SketchShape bow = polygon("Bow", {{37, 48}, {38, 49}, {38, 48}, {37, 49}});
    const geo::Region region = read_back(draft_of({bow})).zones.at(0).where.outline.region;
    EXPECT_NEAR(geo::area_of(region).value(), 4108.89297865217259, 1e-8) << "its wings, by 40-digit quadrature";
}

TEST(PlanWrite, NamesSurviveWhateverTheyAreMadeOf) {
    const std::vector<std::string> names{"\"quoted\" and 'single'",
                                         "key: value # no comment",
                                         "- dash",
                                         "line\tand tab",
                                         "back\\slash \\n \\u0041",
                                         "Буфер Знам'янки «так»",
                                         "{a: [b, *c, &d, !e, %f, @g, `h`]}",
                                         "~",
                                         "null",
                                         "true",
                                         "12.5",
                                         " leading and trailing ",
                                         "---",
                                         "...",
                                         "? | > $depth",
                                         "\x01\x1b\x7f",
                                         "\u0085\u00a0\u2028\u2029\ufeff",
                                         "日本 🇺🇦 e\u0301",
                                         std::string(300, 'x')};
    layers::PlanDraft draft = draft_of({});
    for (const std::string& name : names) { draft.sketch.shapes.push_back(polygon(name)); }
    draft.title = "Title: \"of\" #1 — Назва";
    draft.name = "- name: #1";
    const layers::Plan plan = read_back(draft);
    ASSERT_EQ(plan.zones.size(), names.size());
    for (std::size_t i = 0; i < names.size(); ++i) { EXPECT_EQ(plan.zones[i].title, names[i]); }
    EXPECT_EQ(plan.title, draft.title);
    EXPECT_EQ(plan.name, draft.name);
}

TEST(PlanWrite, ATitleWithABreakIsReadBackOnOneLine) {
    layers::PlanDraft draft = draft_of({});
    draft.sketch.shapes.push_back(polygon("line\nbreak\r\nand\ttab"));
    draft.title = "Title\n#1";
    const layers::Plan plan = read_back(draft);
    ASSERT_EQ(plan.zones.size(), 1U);
    EXPECT_EQ(plan.zones[0].title, "line break  and\ttab");
    EXPECT_EQ(plan.title, "Title #1");
}

/// Other readers of YAML than ours take such characters for ends of lines, or refuse them.
TEST(PlanWrite, CharactersThatYamlForbidsAreEscaped) {
    const std::string text = layers::to_yaml(draft_of({polygon("\x01\x7f\u0085\u2028\u2029\ufeff\t")}));
    EXPECT_NE(text.find(R"(title: "\U00000001\U0000007f\U00000085\U00002028\U00002029\U0000feff\U00000009")"),
              std::string::npos)
        << text;
}

TEST(PlanWrite, BytesThatAreNoCharactersBecomeTheSignForThat) {
    const layers::Plan plan = read_back(draft_of({polygon("a\xff"
                                                          "b\xc3"),
                                                  polygon("\xed\xa0\x80")}));
    EXPECT_EQ(plan.zones.at(0).title, "a\uFFFDb\uFFFD");
    EXPECT_EQ(plan.zones.at(1).title, "\uFFFD\uFFFD\uFFFD") << "half of a surrogate pair";
}

TEST(PlanWrite, IdsAreOfTheirOwn) {
    EXPECT_EQ(ids_of({"Port", "port!", "PORT", "port 2", "", "日本"}),
              (std::vector<std::string>{"port", "port-2", "port-3", "port-2-2", "zone", "zone-2"}));
}

/// A zone of the same id would replace the inherited one.
TEST(PlanWrite, ZonesOfTheExtendedPlanStay) {
    layers::PlanDraft draft = draft_of({polygon("Donetsk buffer")});
    draft.extends = "us-28-point";
    const std::size_t before = layers::load_plan("us-28-point", {}).zones.size();
    EXPECT_EQ(read_back(draft).zones.size(), before + 1);
    EXPECT_EQ(read_back(draft).zones.back().id, "donetsk-buffer-2");

    const testing_support::TemporaryFolder folder;
    folder.with("base.yaml", layers::to_yaml(draft_of({polygon("Port")})));
    const layers::Plan base = layers::load_plan(folder.path("base.yaml"), {});
    draft = draft_of({polygon("Port", {{30, 50}, {31, 50}, {31, 51}})});
    draft.extends = "base.yaml";
    const layers::Plan plan = layers::load_plan(folder.with("mine.yaml", layers::to_yaml(draft, &base)), {});
    ASSERT_EQ(plan.zones.size(), 2U);
    EXPECT_EQ(plan.zones[0].id, "port");
    EXPECT_EQ(plan.zones[1].id, "port-2");
}

TEST(PlanWrite, ZonesThatOnlyAReadingHasStayToo) {
    const layers::Plan base = layers::parse_plan(R"(name: base
extends: as-held
readings: {smallest: {title: little}, largest: {title: much}}
zones: [{id: port, kind: special, where: {units: Odesa}, reading: largest}]
)",
                                                 "base.yaml", {});
    EXPECT_NE(layers::to_yaml(draft_of({polygon("Port")}), &base).find("id: \"port-2\""), std::string::npos);
}

TEST(PlanWrite, SettingsHoldInWhatIsTakenOverAndKeepTheirBounds) {
    layers::PlanDraft draft = draft_of({polygon("Port")});
    draft.extends = "kellogg-15-15";
    draft.settings = {{"depth", "7.5 km"}};
    const layers::Plan plan = read_back(draft);
    EXPECT_EQ(plan.zones.at(0).where.depths.ukraine + plan.zones.at(0).where.depths.russia, geo::Kilometres{7.5});
    ASSERT_EQ(plan.parameters.size(), 1U);
    EXPECT_EQ(plan.parameters[0].to, "40 km");
    EXPECT_EQ(plan.parameters[0].title, "Depth on each side");
    draft.settings = {{"depth", "50 km"}};
    EXPECT_THROW(read_back(draft), geo::Error) << "beyond what the plan allows";
    draft.settings = {{"width", "5 km"}};
    EXPECT_NE(error_of(draft).problem().find("no parameter \"width\""), std::string::npos);
}

TEST(PlanWrite, WhatThePlanLanguageRefusesIsNotWritten) {
    layers::PlanDraft draft = draft_of({polygon("Port")});
    draft.date = "yesterday";
    EXPECT_NE(error_of(draft).problem().find("not a date"), std::string::npos);
    const double near = 33.0000001;
    EXPECT_FALSE(error_of(draft_of({polygon("Dot", {{33, 46}, {near, 46}, {near, 46.0000001}})})).remedy().empty())
        << "it has an area, but none at six decimals";
}

TEST(PlanWrite, AsManyCornersAsAreWrittenAreRead) {
    const auto circle = [](int corners) {
        geo::Path path;
        for (int i = 0; i < corners; ++i) {
            path.push_back({33 + std::cos(i * 6.28 / corners), 47 + std::sin(i * 6.28 / corners)});
        }
        return polygon("Disc", path);
    };
    layers::PlanDraft draft = draft_of({circle(3000)});
    draft.extends = "buffer-40-km";  // has readings: its zones are read three times
    EXPECT_EQ(read_back(draft).readings.size(), 2U);
    EXPECT_NE(error_of(draft_of({circle(3001)})).problem().find("3001 corners"), std::string::npos);
}

TEST(PlanWrite, LinesAreNoZones) {
    layers::PlanDraft draft = draft_of({polygon("Port"), polygon("Front")});
    draft.sketch.shapes[1].kind = SketchShape::Kind::line;
    EXPECT_EQ(read_back(draft).zones.size(), 1U);
}

TEST(PlanWrite, AnEmptyNameComesFromTheTitle) {
    layers::PlanDraft draft = draft_of({});
    draft.name.clear();
    draft.title = "Буфер уздовж Дніпра";
    EXPECT_EQ(read_back(draft).name, "bufer-uzdovzh-dnipra");
    draft.title.clear();
    EXPECT_EQ(read_back(draft).name, "drawn");
}

/// Examples of the resolution's own table.
TEST(PlanWrite, UkrainianNamesAreWrittenAsTheResolutionOf2010Says) {
    for (const auto& [ukrainian, latin] :
         std::initializer_list<std::pair<const char*, const char*>>{{"Алушта", "alushta"},
                                                                    {"Борщагівка", "borshchahivka"},
                                                                    {"Гадяч", "hadiach"},
                                                                    {"Ґалаґан", "galagan"},
                                                                    {"Єнакієве", "yenakiieve"},
                                                                    {"Наєнко", "naienko"},
                                                                    {"Згорани", "zghorany"},
                                                                    {"Розгон", "rozghon"},
                                                                    {"Медвин", "medvyn"},
                                                                    {"Їжакевич", "yizhakevych"},
                                                                    {"Кадиївка", "kadyivka"},
                                                                    {"Мар'їне", "marine"},
                                                                    {"Йосипівка", "yosypivka"},
                                                                    {"Стрий", "stryi"},
                                                                    {"Хмельницький", "khmelnytskyi"},
                                                                    {"Біла Церква", "bila-tserkva"},
                                                                    {"Гоща", "hoshcha"},
                                                                    {"Юрій", "yurii"},
                                                                    {"Корюківка", "koriukivka"},
                                                                    {"Яготин", "yahotyn"},
                                                                    {"Костянтин", "kostiantyn"},
                                                                    {"Знам’янка", "znamianka"},
                                                                    {"Феодосія", "feodosiia"},
                                                                    {"ЗГУРІВКА", "zghurivka"}}) {
        EXPECT_EQ(layers::slug(ukrainian), latin);
    }
    EXPECT_EQ(layers::slug("  Zone #1 — Kramatorsk's ring "), "zone-1-kramatorsks-ring");
    EXPECT_EQ(layers::slug("…"), "");
}

/// English names of settlements follow the resolution, with few exceptions of habit.
TEST(PlanWrite, MostPlacesAreSpelledAsOnTheMap) {
    int same = 0, settlements = 0;
    for (const layers::Place& place : layers::builtin_places()) {
        if (place.kind != "settlement" || place.unit_code.empty() || place.name.find('(') != std::string::npos) {
            continue;
        }
        ++settlements;
        same += layers::slug(place.name_uk) == layers::slug(place.name) ? 1 : 0;
    }
    EXPECT_GE(same, settlements - 2) << "of " << settlements;
}

}  // namespace
