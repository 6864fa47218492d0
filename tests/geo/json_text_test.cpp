// SPDX-License-Identifier: MIT
#include "geo/detail/json_text.h"

#include <gtest/gtest.h>
#include <simdjson.h>
#include <nlohmann/json.hpp>

#include "support/random_region.h"

#include <cmath>
#include <limits>
#include <random>

namespace {

using geo::detail::json_fault;
using geo::detail::json_number;
using geo::detail::json_string;

constexpr std::size_t fine = std::string_view::npos;

TEST(JsonText, FaultsAreFoundWhereTheyStand) {
    for (const char* text :
         {"1", " [ ] ", "{}", R"({"a":[1,-2.5e+3,0,0.5,true,false,null,"\u0416\n"]})", "\"земля\"", "[[],{}]"}) {
        EXPECT_EQ(json_fault(text), fine) << text;
    }
    const auto faults = {std::pair{"", 0},    {"[1,NaN]", 3},
                         {"[1,]", 3},         {"{\"a\"}", 4},
                         {"[1 2]", 3},        {"nul", 3},
                         {"[01]", 2},         {"[1.]", 3},
                         {"[1e]", 3},         {"// x", 0},
                         {"{a:1}", 1},        {"[1}", 2},
                         {"\"\\x\"", 2},      {"\"\\u12g4\"", 5},
                         {"\"\\ud800x\"", 7}, {"\"\\ud800\\u0041\"", 13},
                         {"[1] x", 4},        {"\"a\nb\"", 2},
                         {"\"a\xff\"", 2},    {"[\"cut", 5},
                         {"{\"a\":", 5},      {"-", 1}};
    for (const auto& [text, at] : faults) { EXPECT_EQ(json_fault(text), static_cast<std::size_t>(at)) << text; }
    EXPECT_EQ(json_fault(std::string(100000, '[')), 100000U) << "deep nesting costs no stack";
    EXPECT_EQ(json_fault(std::string_view{"[\0]", 3}), 1U);
}

/// Reference: nlohmann's parser, on JSON in which one byte was changed, left out or written twice.
TEST(JsonText, FindsAFaultWhereAnotherParserDoes) {
    const std::string good =
        R"({"type":"Feature","n":[-12.5e-3,0,true,null,"a\tЖ\"€\ud83d\ude00"],"o":{"k":{},"l":[[],[1]]}})";
    std::mt19937_64 random{testing_support::test_seed()};
    int broken = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string text = good;
        const std::size_t at = random() % text.size();
        const char other = R"({}[],:"0-9.eE\ tn)"[random() % 17];
        switch (random() % 3) {
            case 0:
                text[at] = other;
                break;
            case 1:
                text.erase(at, 1 + random() % 3);
                break;
            default:
                text.insert(at, 1, other);
        }
        const bool accepted = nlohmann::json::accept(text);
        EXPECT_EQ(json_fault(text) == fine, accepted) << text;
        broken += accepted ? 0 : 1;
    }
    EXPECT_GT(broken, 500);
}

TEST(JsonText, WhatIsWrittenReadsBackAsTheSame) {
    simdjson::dom::parser parser;
    for (const std::string text :
         {"", "plain", "quote \" slash \\ / tab \t line \n \r \b \f", "\x01\x1f", "Знам'янка €", "😀"}) {
        std::string_view back;
        const std::string json = json_string(text);
        ASSERT_EQ(parser.parse(json).get(back), simdjson::SUCCESS) << json;
        EXPECT_EQ(back, text);
    }
    EXPECT_EQ(json_string("a\xff"), "\"a\xEF\xBF\xBD\"");
    std::mt19937_64 random{testing_support::test_seed()};
    for (int i = 0; i < 2000; ++i) {
        const double value = std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 200) - 130);
        double back = 0;
        const std::string json = json_number(value);
        ASSERT_EQ(parser.parse(json).get(back), simdjson::SUCCESS) << json;
        EXPECT_EQ(back, value) << json;
    }
    EXPECT_EQ(json_number(5), "5.0");
    EXPECT_EQ(json_number(-0.0), "-0.0");
    EXPECT_EQ(json_number(std::numeric_limits<double>::infinity()), "null");
}

}  // namespace
