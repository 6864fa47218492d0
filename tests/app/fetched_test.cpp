// SPDX-License-Identifier: MIT
#include "app/fetched/address.h"
#include "app/fetched/source_record.h"

#include <gtest/gtest.h>

#include <fstream>

namespace {

TEST(Fetched, AddressesHaveAScheme) {
    EXPECT_TRUE(app::is_address("https://example.org/x"));
    EXPECT_TRUE(app::is_address("file:///etc/passwd"));
    EXPECT_FALSE(app::is_address("deepstate-daily"));
    EXPECT_FALSE(app::is_address("://x"));
    EXPECT_FALSE(app::is_address("a b://x"));
}

TEST(Fetched, WhatGivesAccessIsNotShown) {
    const std::pair<const char*, const char*> shown[]{
        {"https://example.org/a.json", "https://example.org/a.json"},
        {"https://anna:geheim@example.org/a", "https://example.org/a"},
        {"https://anna:ge@heim@example.org/a@b", "https://example.org/a@b"},
        {"https://anna:geheim@example.org?x=1", "https://example.org?x=1"},
        {"https://example.org/a?token=abc&f=json", "https://example.org/a?token=***&f=json"},
        {"https://example.org/a?f=json&API_KEY=abc", "https://example.org/a?f=json&API_KEY=***"},
        {"https://example.org/a?X-Amz-Signature=12;key=34", "https://example.org/a?X-Amz-Signature=***;key=***"},
        {"https://example.org/a?where=1%3D1&keys=2", "https://example.org/a?where=1%3D1&keys=2"},
        {"https://example.org/a?next=b?token=c#token", "https://example.org/a?next=b?token=c"},
        {"https://example.org/a#access_token=abc", "https://example.org/a"},
    };
    for (const auto& [address, expected] : shown) { EXPECT_EQ(app::shown_address(address), expected); }
}

TEST(Fetched, ARecordIsReadAsItWasWritten) {
    app::SourceRecord record{"https://a.example/x",
                             "https://b.example/x",
                             "2026-11-27T22:10:03Z",
                             12,
                             "00ff",
                             "\"e\"",
                             "",
                             "text/plain",
                             {},
                             {}};
    record.source = app::FetchedSource{"days", "Days \u202e\x1b[31m", "2026-01-06", "CC0", "be kind", ""};
    const std::string path = testing::TempDir() + "record.json";
    std::ofstream{path} << app::to_json(record);
    const auto read = app::read_source_record(path);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->address, record.address);
    EXPECT_EQ(read->final_address, record.final_address);
    EXPECT_EQ(read->bytes, record.bytes);
    EXPECT_EQ(read->sha256, record.sha256);
    EXPECT_EQ(read->etag, record.etag);
    EXPECT_EQ(read->last_modified, "");
    EXPECT_EQ(read->source->title, record.source->title);
    EXPECT_EQ(read->source->classes, "");
}

TEST(Fetched, WhatIsNoRecordIsNone) {
    const std::string path = testing::TempDir() + "no-record.json";
    EXPECT_FALSE(app::read_source_record(path + ".absent"));
    for (const char* text : {"", "[]", "{", "{}", "{\"address\": 1, \"sha256\": []}", "{\"address\": \"x\"}"}) {
        std::ofstream{path} << text;
        EXPECT_FALSE(app::read_source_record(path)) << text;
    }
    std::ofstream{path} << "{\"address\": \"x\", \"sha256\": \"y\", \"z\": \"" << std::string(5 << 20, 'z') << "\"}";
    EXPECT_FALSE(app::read_source_record(path));
}

TEST(Fetched, WordsOfAServerDoNotRepeatWhatTheAddressKeepsSecret) {
    const std::string address = "https://anna:geheim@example.org/a?token=abc123&f=json";
    EXPECT_EQ(app::without_secrets("no token abc123 in /a?token=abc123&f=json", address),
              "no token *** in /a?token=***&f=json");
    EXPECT_EQ(app::without_secrets("anna:geheim is not geheim", address), "*** is not ***");
    EXPECT_EQ(app::without_secrets("f=json is missing", address), "f=json is missing") << "no secret";
    EXPECT_EQ(app::without_secrets("a key", "https://example.org/?key=a"), "a key")
        << "too short to be told from words";
    EXPECT_EQ(app::without_secrets("as it is", "https://example.org/a"), "as it is");
}

}  // namespace
