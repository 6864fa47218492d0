// SPDX-License-Identifier: MIT
#include "layers/map/palette.h"

#include "geo/adjacency.h"
#include "layers/model/assignment.h"
#include "layers/plan_language/plan_file.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

namespace {

using layers::Colour;
using layers::Theme;

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple linear(Colour colour) {
    const auto part = [](std::uint8_t value) {
        const double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return {part(colour.r), part(colour.g), part(colour.b)};
}

Triple product(const Matrix& matrix, const Triple& of) {
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row) {
        result[row] = matrix[row][0] * of[0] + matrix[row][1] * of[1] + matrix[row][2] * of[2];
    }
    return result;
}

/// CIELAB under D65 of linear sRGB: IEC 61966-2-1 and CIE 15.
Triple lab(const Triple& rgb) {
    constexpr Matrix to_xyz{
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    constexpr Triple white{0.95047, 1, 1.08883};
    Triple f = product(to_xyz, rgb);
    for (std::size_t i = 0; i < 3; ++i) {
        const double share = f[i] / white[i];
        f[i] = share > 216.0 / 24389 ? std::cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }
    return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

struct Eye {
    const char* name;
    Matrix sees;
};

/// Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", IEEE
/// Transactions on Visualization and Computer Graphics 15 (2009), 1291–1298: severity 1.0, of linear RGB.
constexpr std::array eyes{
    Eye{"all cones", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    Eye{"protanopia",
        {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    Eye{"deuteranopia",
        {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    Eye{"tritanopia",
        {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
};

Triple seen(Colour colour, const Eye& eye) {
    Triple rgb = product(eye.sees, linear(colour));
    for (double& part : rgb) { part = std::clamp(part, 0.0, 1.0); }
    return lab(rgb);
}

/// ΔE of 1976: about 2.3 is just noticeable side by side.
double difference(Colour a, Colour b, const Eye& eye) {
    const Triple x = seen(a, eye), y = seen(b, eye);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

/// Of WCAG 2.1.
double contrast(Colour a, Colour b) {
    const auto luminance = [](Colour colour) {
        const Triple rgb = linear(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    };
    const auto [low, high] = std::minmax(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

Colour on_land(const layers::StatusClass& label, Theme theme) {
    return layers::blended(layers::status_colour(label, theme), layers::palette(theme).land);
}

std::string words(const layers::StatusClass& label) {
    return id_of(label.status) + " (" + id_of(label.holder) + ")";
}

/// Pairs of labels of one built-in plan, its readings included.
std::set<std::pair<layers::StatusClass, layers::StatusClass>> pairs_that_meet() {
    std::set<std::pair<layers::StatusClass, layers::StatusClass>> pairs;
    for (const std::string& name : layers::builtin_plan_names()) {
        const layers::Plan plan = layers::load_plan(name, {});
        std::set<layers::StatusClass> labels;
        const auto add = [&labels](const layers::Plan& of) {
            for (const layers::Rule& rule : of.rules) { labels.insert(rule.status_class); }
        };
        add(plan);
        for (const layers::Plan& reading : plan.readings) { add(reading); }
        for (const layers::StatusClass& a : labels) {
            for (const layers::StatusClass& b : labels) {
                if (a < b) { pairs.insert({a, b}); }
            }
        }
    }
    return pairs;
}

constexpr std::array themes{Theme::light, Theme::dark};

TEST(Palette, HexIsReadAsItIsWritten) {
    EXPECT_EQ(layers::colour_of("#0072b2"), (Colour{0x00, 0x72, 0xb2, 255}));
    EXPECT_EQ(layers::colour_of("#fe9a0c", 0.6), (Colour{254, 154, 12, 153}));
    EXPECT_EQ(layers::colour_of("#ffffff", 0).a, 0);
}

TEST(Palette, BlendingGoesFromWhatLiesBelowToWhatLiesAbove) {
    const Colour under{10, 200, 30, 255};
    EXPECT_EQ(layers::blended({90, 100, 230, 0}, under), under);
    EXPECT_EQ(layers::blended({90, 100, 230, 255}, under), (Colour{90, 100, 230, 255}));
    EXPECT_EQ(layers::blended({255, 0, 0, 51}, {0, 0, 255, 255}), (Colour{51, 0, 204, 255})) << "a fifth";
}

/// Red of sRGB has CIELAB 53.24, 80.09, 67.20 (Lindbloom), and grey is grey to everybody.
TEST(Palette, TheColourBlindAreSimulatedRight) {
    const Triple red = lab(linear({255, 0, 0, 255}));
    EXPECT_NEAR(red[0], 53.24, 0.01);
    EXPECT_NEAR(red[1], 80.09, 0.01);
    EXPECT_NEAR(red[2], 67.20, 0.01);
    for (const Eye& eye : eyes) {
        const Triple grey = seen({128, 128, 128, 255}, eye);
        EXPECT_NEAR(grey[0], 53.59, 0.01) << eye.name;
        EXPECT_NEAR(std::hypot(grey[1], grey[2]), 0, 0.02) << eye.name;
    }
    EXPECT_LT(difference({214, 0, 0, 255}, {122, 92, 0, 255}, eyes[1]),
              difference({214, 0, 0, 255}, {122, 92, 0, 255}, eyes[0]) / 2)
        << "red and brown look alike without the long cones";
}

/// On the map they lie beside one another with an edge between them, and the legend stands beside it: four times what
/// is just noticeable.
TEST(Palette, WhoHoldsLandIsToldApartByColourBlindReaders) {
    constexpr double least = 10;
    int compared = 0;
    for (const auto& [a, b] : pairs_that_meet()) {
        if (a.holder == b.holder || a.status == b.status) { continue; }
        for (const Theme theme : themes) {
            for (const Eye& eye : eyes) {
                EXPECT_GE(difference(on_land(a, theme), on_land(b, theme), eye), least)
                    << words(a) << " and " << words(b) << ", " << eye.name
                    << (theme == Theme::light ? ", light" : ", dark");
                ++compared;
            }
        }
    }
    EXPECT_GT(compared, 80);
}

using ClassPairs = std::set<std::pair<layers::StatusClass, layers::StatusClass>>;

/// Status classes that lie side by side somewhere under a built-in plan, and those that one map shows.
struct Meetings {
    ClassPairs side_by_side, on_one_map;
};

Meetings meetings_of_plans() {
    std::vector<layers::Plan> plans;
    for (const std::string& name : layers::builtin_plan_names()) { plans.push_back(layers::load_plan(name, {})); }
    std::vector<const layers::Plan*> pointers;
    for (layers::Plan& plan : plans) {
        plan.readings.clear();
        plan.line.clear();
        pointers.push_back(&plan);
    }
    const layers::Overlay land = support::builtin_land(pointers);
    std::vector<const geo::Face*> faces;
    for (const layers::Cell& cell : land.cells) { faces.push_back(cell.face); }
    const geo::Adjacency adjacency = geo::adjacency(faces);
    Meetings meetings;
    for (const layers::Plan& plan : plans) {
        const layers::Assignment laid = layers::assign(plan, land);
        for (const geo::SharedEdge& edge : adjacency.shared) {
            const auto [a, b] = std::minmax(laid.class_at(edge.left), laid.class_at(edge.right));
            if (a < b) { meetings.side_by_side.insert({a, b}); }
        }
        std::set<layers::StatusClass> shown;
        for (std::size_t i = 0; i < land.cells.size(); ++i) { shown.insert(laid.class_at(i)); }
        for (const layers::StatusClass& a : shown) {
            for (const layers::StatusClass& b : shown) {
                if (a < b) { meetings.on_one_map.insert({a, b}); }
            }
        }
    }
    return meetings;
}

/// A page is printed, copied and faxed.
TEST(Palette, NeighboursAreToldApartInGreyscale) {
    constexpr Eye no_cones{"greyscale",
                           {{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}}};
    const Meetings meetings = meetings_of_plans();
    EXPECT_GT(meetings.side_by_side.size(), 25U);
    EXPECT_GT(meetings.on_one_map.size(), meetings.side_by_side.size());
    for (const auto& [a, b] : meetings.on_one_map) {  // a legend has both
        EXPECT_GE(difference(on_land(a, Theme::grey), on_land(b, Theme::grey), eyes[0]), 7)
            << words(a) << " and " << words(b) << ", in one legend";
    }
    for (const auto& [a, b] : meetings.side_by_side) {
        EXPECT_GE(difference(on_land(a, Theme::light), on_land(b, Theme::light), no_cones), 10)
            << words(a) << " and " << words(b);
        EXPECT_GE(difference(on_land(a, Theme::grey), on_land(b, Theme::grey), eyes[0]), 10)
            << words(a) << " and " << words(b) << ", print-grey";
        for (const Eye& eye : eyes) {
            EXPECT_GE(difference(on_land(a, Theme::light), on_land(b, Theme::light), eye), 10)
                << words(a) << " and " << words(b) << ", " << eye.name;
        }
    }
    const layers::StatusClass ukraine{layers::Holder::ukraine, layers::Status::ua};
    for (const Eye& eye : eyes) {
        EXPECT_GE(difference(on_land(ukraine, Theme::light), layers::palette(Theme::light).sea, eye), 10) << eye.name;
    }
}

/// In fortress-belt@smallest, land of either side is undecided.
TEST(Palette, OneStatusOfTwoHoldersIsToldApart) {
    for (const auto& [a, b] : pairs_that_meet()) {
        if (a.status != b.status) { continue; }
        for (const Theme theme : themes) {
            EXPECT_GE(difference(on_land(a, theme), on_land(b, theme), eyes[0]), 10) << words(a) << " and " << words(b);
        }
    }
}

TEST(Palette, StatusesOfOneHolderAreToldApart) {
    for (const auto& [a, b] : pairs_that_meet()) {
        if (a.holder != b.holder) { continue; }
        for (const Theme theme : themes) {
            EXPECT_GE(difference(on_land(a, theme), on_land(b, theme), eyes[0]), 7)
                << words(a) << " and " << words(b) << (theme == Theme::light ? ", light" : ", dark");
        }
    }
}

/// WCAG 2.1 asks for 4.5 of text. Names have a halo; the credit lies on one; the legend and its words lie on land.
TEST(Palette, WordsAreReadable) {
    for (const Theme theme : {Theme::light, Theme::dark, Theme::grey}) {
        const layers::Palette& colours = layers::palette(theme);
        const char* name = theme == Theme::light ? "light" : theme == Theme::dark ? "dark" : "grey";
        std::vector<Colour> grounds{colours.land, colours.sea, colours.neighbour, colours.beyond};
        for (const layers::StatusTerm& term : layers::statuses()) {
            grounds.push_back(on_land({layers::Holder::russia, term.status}, theme));
        }
        for (const Colour ground : grounds) {
            const Colour halo = layers::blended(colours.halo, ground);
            EXPECT_GE(contrast(colours.ink, halo), 4.5) << name;
            EXPECT_GE(contrast(colours.faint_ink, halo), 4.5) << name << ": " << int{ground.r} << ' ' << int{ground.g};
        }
        EXPECT_GE(contrast(colours.ink, colours.land), 4.5) << name;
        EXPECT_GE(contrast(colours.faint_ink, colours.land), 4.5) << name;
    }
}

/// WCAG 2.1 asks for 3 of graphics: the line on its halo, and what is selected on the statuses.
TEST(Palette, TheLineAndTheSelectionAreSeen) {
    for (const Theme theme : {Theme::light, Theme::dark, Theme::grey}) {
        const layers::Palette& colours = layers::palette(theme);
        EXPECT_GE(contrast(colours.line, colours.line_halo), 3);
        EXPECT_GE(contrast(colours.highlight, colours.land), 3);
    }
}

TEST(Palette, KindsOfZoneDifferWithoutColour) {
    std::set<layers::Hatch> hatches;
    for (const layers::ZoneKindTerm& term : layers::zone_kinds()) {
        EXPECT_NE(layers::zone_hatch(term.kind), layers::Hatch::none) << term.id;
        EXPECT_TRUE(hatches.insert(layers::zone_hatch(term.kind)).second) << term.id << " is hatched as another";
    }
}

TEST(Palette, ZonesAreSeenOnEveryTheme) {
    for (const Theme theme : themes) {
        for (const layers::ZoneKindTerm& term : layers::zone_kinds()) {
            EXPECT_GE(contrast(layers::zone_colour(term.kind, theme), layers::palette(theme).land), 3)
                << term.id << (theme == Theme::light ? ", light" : ", dark");
        }
    }
}

}  // namespace
