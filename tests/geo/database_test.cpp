// SPDX-License-Identifier: MIT
#include "geo/database.h"

#include "geo/dataset.h"
#include "geo/detail/database.h"
#include "geo/error.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using geo::admit_database;

TEST(Database, IsShownWithoutItsPasswords) {
    EXPECT_EQ(admit_database("PG:host=a dbname=b password=c tables=d"), "PG:host=a dbname=b tables=d");
    EXPECT_EQ(admit_database("pg: PASSWORD = 'c d\\'e' host=a sslpassword=f"), "PG:host=a");
    EXPECT_EQ(admit_database("PG:dbname='two words' user='' password=x"), "PG:dbname='two words' user=''");
    EXPECT_EQ(geo::shown_database_address("postgresql://u:p@w@host/b?password=x"), "postgresql://host/b");
}

TEST(Database, IsOpenedWithThem) {
    const auto& opened = geo::detail::admitted(admit_database("PG:host=a password='c\\'d' tables=e,f.g schemas=f"));
    EXPECT_EQ(opened.connection, "host='a' password='c\\'d' connect_timeout='10' fallback_application_name='demarc'");
    EXPECT_EQ(opened.tables, (std::vector<std::string>{"e", "f.g"}));
    EXPECT_EQ(opened.options, std::vector<std::string>{"SCHEMAS=f"});
}

TEST(Database, ProgramsOfOurOwnGetItAsTyped) {
    const std::string typed = "PG:host=h password='c d'";
    EXPECT_EQ(geo::typed_database(admit_database(typed)), typed);
    EXPECT_EQ(geo::typed_database("PG:host=other"), "PG:host=other");
}

TEST(Database, NobodyButTheUserNamesOne) {
    try {
        (void)geo::read("PG:host=127.0.0.1 dbname=of_a_plan");
        FAIL();
    } catch (const geo::Error& error) {
        EXPECT_NE(error.problem().find("only where the command itself names it"), std::string::npos);
    }
}

TEST(Database, WordsThatAreNoneAreNotRepeated) {
    for (const char* words : {"PG:secret", "PG:password=a secret", "PG:password='secret", "PG:=secret"}) {
        try {
            (void)admit_database(words);
            ADD_FAILURE() << words;
        } catch (const geo::Error& error) {
            EXPECT_EQ((error.problem() + error.remedy()).find("secret"), std::string::npos) << words;
        }
    }
}

TEST(Database, IsCalledAfterItsTables) {
    EXPECT_EQ(geo::stem_of_source("PG:host=a.b dbname=c tables=d.e"), "d.e");
    EXPECT_EQ(geo::stem_of_source("PG:host=a.b dbname=c"), "c");
    EXPECT_EQ(geo::stem_of_source("folder/held.geojson"), "held");
}

}  // namespace
