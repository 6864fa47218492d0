// SPDX-License-Identifier: MIT
#include "layers/model/text_age.h"

#include "layers/model/sliver_words.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

namespace {

bool has(const std::string& words, const std::string& part) {
    return words.find(part) != std::string::npos;
}

layers::Plan text_of(const std::string& date, const std::string& status = "draft") {
    return support::plan_of("name: p" + date + "\ndate: " + date + "\ntext_status: " + status +
                            "\nrules:\n  - {where: everywhere, holder: Ukraine, status: UA}\n");
}

layers::LineInfo line_of(const std::string& date, const std::string& name) {
    layers::LineInfo line;
    line.name = name;
    line.date = geo::parse_iso_date(date);
    return line;
}

/// Days by Python's datetime.
TEST(TextAge, SaysHowFarTheLineIsFromTheText) {
    const layers::Plan text = text_of("2025-11-20");
    const std::string newer = layers::text_age_words({&text}, line_of("2026-10-10", "2026-10-10"));
    EXPECT_TRUE(has(newer, "324 days newer"));
    EXPECT_TRUE(has(newer, "the built-in line of 2025-12-24"));
    EXPECT_TRUE(has(layers::text_age_words({&text}, line_of("2022-02-23", "2022-02-23")), "1366 days older"));
}

TEST(TextAge, AFilesLineHasNoBuiltInOneBesideIt) {
    const layers::Plan text = text_of("2025-11-20");
    const std::string words = layers::text_age_words({&text}, line_of("2026-10-10", "held"));
    EXPECT_TRUE(has(words, "324 days newer"));
    EXPECT_FALSE(has(words, "built-in"));
}

TEST(TextAge, AMonthIsNoDistanceAndAMonthAloneIsAllItsDays) {
    const layers::Plan near = text_of("2025-12-20"), month = text_of("2025-11"), year = text_of("2025");
    const layers::LineInfo line = line_of("2025-12-24", "2025-12-24");
    EXPECT_EQ(layers::text_age_words({&near, &month, &year}, line), "");
    EXPECT_TRUE(has(layers::text_age_words({&month}, line_of("2026-01-10", "held")), "41 days newer"));
}

TEST(TextAge, NothingOfWhatHasNoDateOrIsATemplate) {
    const layers::Plan old = text_of("1953-07-27", "historical template"), text = text_of("2025-11-20");
    const layers::Plan undated =
        support::plan_of("name: undated\nrules:\n  - {where: everywhere, holder: Ukraine, status: UA}\n");
    const layers::LineInfo line = line_of("2026-10-10", "2026-10-10");
    EXPECT_EQ(layers::text_age_words({&old, &undated}, line), "");
    EXPECT_EQ(layers::text_age_words({&text}, layers::LineInfo{}), "");
}

TEST(TextAge, SeveralTextsAreNamedOnceEach) {
    const layers::Plan first = text_of("2025-11-20"), second = text_of("2025-12-23"), later = text_of("2027-01-01");
    const std::string words =
        layers::text_age_words({&first, &second, &first, &later}, line_of("2026-10-10", "2026-10-10"));
    EXPECT_TRUE(has(words, "newer than the texts: p2025-11-20 by 324 days, p2025-12-23 by 291 days; "));
    EXPECT_TRUE(has(words, "older than the texts: p2027-01-01 by 83 days"));
}

TEST(TextAge, ALineAsNewAsTheTextNeedsNoNewerOne) {
    const layers::Plan text = text_of("2025-11-20");
    EXPECT_TRUE(layers::is_as_new_as_the_text(text, line_of("2025-12-24", "held")));
    EXPECT_TRUE(layers::is_as_new_as_the_text(text, line_of("2025-10-25", "held")));
    EXPECT_FALSE(layers::is_as_new_as_the_text(text, line_of("2025-10-01", "held")));
    EXPECT_FALSE(layers::is_as_new_as_the_text(layers::Plan{}, line_of("2025-12-24", "held"))) << "no text";
}

/// 0.1° of a square of 1° are left uncovered along its western edge.
TEST(SliverWords, SayWhatAPolygonLeavesUncovered) {
    const auto laid = [](std::optional<geo::Kilometres> fit) {
        layers::Units units;
        units.units = {support::box_unit("West", {30, 50}, {31, 51}), support::box_unit("East", {31, 50}, {32, 51})};
        layers::Control control;
        control.info.name = "held";
        control.info.kind = layers::LineKind::control_polygon;
        control.held.push_back(support::box_unit("held", {30.02, 50}, {31, 51}).region);
        return layers::lay_lines(std::move(units), {std::move(control)}, fit);
    };
    const std::string apart = layers::sliver_words(laid({}).lines.front());
    EXPECT_TRUE(has(apart, "count as not held"));
    EXPECT_TRUE(has(apart, "km²: West 15"));
    EXPECT_TRUE(has(layers::sliver_words(laid(geo::Kilometres{5}).lines.front()), "count as held"));
}

}  // namespace
