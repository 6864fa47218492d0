// SPDX-License-Identifier: MIT
#include "app/viewer/model/settings.h"

#include "support/files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <tuple>

namespace {

using app::viewer::Document;
using testing_support::TemporaryFolder;

/// An environment variable that has this value as long as the object lives; unset for nullptr.
class Variable {
public:
    Variable(const char* name, const char* value) : name_{name} {
        if (const char* old = std::getenv(name); old != nullptr) { old_ = old; }
        set(value);
    }
    ~Variable() { set(old_ ? old_->c_str() : nullptr); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    void set(const char* value) const { value == nullptr ? unsetenv(name_) : setenv(name_, value, 1); }
    const char* name_;
    std::optional<std::string> old_;
};

/// A user's home with the folders of the XDG Base Directory Specification in it.
struct Home {
    TemporaryFolder folder;
    std::string config = folder.path("config"), state = folder.path("state");
    Variable config_home{"XDG_CONFIG_HOME", config.c_str()}, state_home{"XDG_STATE_HOME", state.c_str()};
    std::string config_file = config + "/demarc/viewer.json", state_file = state + "/demarc/viewer.json";

    void write(const std::string& path, const std::string& content) const {
        std::filesystem::create_directories(std::filesystem::path{path}.parent_path());
        std::ofstream{path} << content;
    }
};

std::string content_of(const std::string& path) {
    std::ifstream stream{path};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void expect_defaults(const app::viewer::State& state) {
    const app::viewer::State fresh;
    EXPECT_EQ(state.theme, fresh.theme);
    EXPECT_EQ(state.ukrainian, fresh.ukrainian);
    EXPECT_EQ(state.shows_legend, fresh.shows_legend);
    EXPECT_EQ(state.shows_panels, fresh.shows_panels);
    EXPECT_EQ(state.paint.shown, fresh.paint.shown);
    EXPECT_EQ(state.paint.opacity, fresh.paint.opacity);
    EXPECT_EQ(state.days_per_s, fresh.days_per_s);
    EXPECT_EQ(state.plan_a, fresh.plan_a);
    EXPECT_EQ(state.plan_b, fresh.plan_b);
}

TEST(Settings, WhatWasChosenIsThereNextTime) {
    const Home home;
    Document before{[] {}}, after{[] {}};
    before.state.theme = layers::Theme::dark;
    before.state.ukrainian = true;
    before.state.shows_legend = false;
    before.state.shows_panels = false;
    before.state.paint.shown[static_cast<std::size_t>(layers::Part::zone)] = false;
    before.state.paint.opacity = 0.7;
    before.state.days_per_s = 10;
    before.state.plan_a = "freeze";
    before.state.plan_b = "kellogg-15-15";
    before.recent = {"/home/me/Буфер.yaml", "/tmp/line.geojson"};
    app::viewer::save_settings(before);
    EXPECT_TRUE(before.messages.empty());

    app::viewer::load_settings(after);
    EXPECT_TRUE(after.messages.empty());
    EXPECT_EQ(after.state.theme, layers::Theme::dark);
    EXPECT_TRUE(after.state.ukrainian);
    EXPECT_FALSE(after.state.shows_legend);
    EXPECT_FALSE(after.state.shows_panels);
    EXPECT_EQ(after.state.paint.shown, before.state.paint.shown);
    EXPECT_EQ(after.state.paint.opacity, 0.7);
    EXPECT_EQ(after.state.days_per_s, 10);
    EXPECT_EQ(after.state.plan_a, "freeze");
    EXPECT_EQ(after.state.plan_b, "kellogg-15-15");
    EXPECT_EQ(after.recent, before.recent);
}

TEST(Settings, WithoutFilesThereAreDefaultsAndNothingIsSaid) {
    const Home home;
    Document document{[] {}};
    app::viewer::load_settings(document);
    expect_defaults(document.state);
    EXPECT_TRUE(document.messages.empty());
    EXPECT_EQ(home.folder.count(), 0U) << "looking leaves nothing behind";
}

TEST(Settings, ABrokenFileIsSaidAndLeftAlone) {
    for (const char* broken :
         {"{\"dark\": true,", "", "[1, 2]", "not JSON at all", "\xff\xfe", "{\"opacity\": 1e999}"}) {
        const Home home;
        home.write(home.config_file, broken);
        Document document{[] {}};
        app::viewer::load_settings(document);
        expect_defaults(document.state);
        ASSERT_EQ(document.messages.size(), 1U) << broken;
        EXPECT_NE(document.messages[0].text.find(home.config_file), std::string::npos) << document.messages[0].text;
        EXPECT_EQ(document.messages[0].kind, app::viewer::Message::Kind::note) << "nothing is ever an error";
        EXPECT_EQ(content_of(home.config_file), broken);
        app::viewer::save_settings(document);
        EXPECT_EQ(content_of(home.config_file + ".unreadable"), broken) << "what stood in it is not lost";
        EXPECT_NE(content_of(home.config_file).find("opacity"), std::string::npos);
    }
}

TEST(Settings, AFileThatCouldBeReadIsReplaced) {
    const Home home;
    home.write(home.config_file, R"({"dark": true, "legend": false})");
    Document before{[] {}}, after{[] {}};
    before.state.ukrainian = true;
    app::viewer::save_settings(before);
    EXPECT_FALSE(std::filesystem::exists(home.config_file + ".unreadable"));
    app::viewer::load_settings(after);
    EXPECT_EQ(after.state.theme, layers::Theme::light) << "nothing of the old file stays";
    EXPECT_TRUE(after.state.shows_legend);
    EXPECT_TRUE(after.state.ukrainian);
}

TEST(Settings, OneWrongValueDoesNotSpoilTheOthers) {
    const Home home;
    home.write(home.config_file,
               R"({"dark": "yes", "ukrainian_names": true, "layers": [true, false], "opacity": "a lot",
                                     "legend": null, "of a later version": 7})");
    home.write(home.state_file, R"({"plan_a": "no-such-plan", "plan_b": 12, "recent_files": {"a": 1}})");
    Document document{[] {}};
    app::viewer::load_settings(document);
    EXPECT_TRUE(document.state.ukrainian);
    document.state.ukrainian = false;
    expect_defaults(document.state);
    EXPECT_TRUE(document.recent.empty());
}

TEST(Settings, OpacityStaysWithinWhatTheSliderHas) {
    for (const auto& [written, least, most] : {std::tuple{"1000", 1.0, 2.0}, {"-3", 0.0, 1.0}}) {
        const Home home;
        home.write(home.config_file, std::string{R"({"opacity": )"} + written + "}");
        Document document{[] {}};
        app::viewer::load_settings(document);
        EXPECT_GT(document.state.paint.opacity, least);
        EXPECT_LT(document.state.paint.opacity, most);
    }
}

TEST(Settings, ASpeedIsOneOfThoseThatCanBeChosen) {
    for (const char* written : {"0", "-5", "3", "1000000", "2.5", "\"fast\"", "null"}) {
        const Home home;
        home.write(home.config_file, std::string{R"({"days_per_second": )"} + written + "}");
        Document document{[] {}};
        app::viewer::load_settings(document);
        EXPECT_EQ(document.state.days_per_s, app::viewer::State().days_per_s) << written;
    }
}

TEST(Settings, APlaceThatCannotBeWrittenIsSaid) {
    const Home home;
    home.write(home.config, "a file where the folder should be");
    Document document{[] {}};
    app::viewer::save_settings(document);
    ASSERT_EQ(document.messages.size(), 1U);
    EXPECT_EQ(document.messages[0].kind, app::viewer::Message::Kind::note);
    EXPECT_TRUE(std::filesystem::exists(home.state_file)) << "the other one is written all the same";
}

/// XDG Base Directory Specification 0.8: paths must be absolute, others are to be ignored; ~/.config and ~/.local/state
/// are the defaults.
TEST(Settings, LieWhereTheDesktopsSpecificationPutsThem) {
    const TemporaryFolder folder;
    const std::string path = folder.path("home");
    const Variable home{"HOME", path.c_str()}, config{"XDG_CONFIG_HOME", "relative"}, state{"XDG_STATE_HOME", nullptr};
    Document document{[] {}};
    app::viewer::save_settings(document);
    EXPECT_TRUE(std::filesystem::exists(path + "/.config/demarc/viewer.json"));
    EXPECT_TRUE(std::filesystem::exists(path + "/.local/state/demarc/viewer.json"));
    EXPECT_FALSE(std::filesystem::exists("relative"));
}

}  // namespace
