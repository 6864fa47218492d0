// SPDX-License-Identifier: MIT
#include "app/print/png.h"

#include "geo/error.h"
#include "support/files.h"
#include "support/random_region.h"

#include <gtest/gtest.h>
#include <png.h>

#include <fstream>
#include <iterator>
#include <random>

namespace {

using app::print::Pixels;
using testing_support::TemporaryFolder;

Pixels random_pixels(int width, int height) {
    std::mt19937_64 random{testing_support::test_seed()};
    Pixels pixels{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 4))};
    for (std::uint8_t& byte : pixels.rgba) { byte = static_cast<std::uint8_t>(random()); }
    return pixels;
}

/// By libpng's own reader; nothing if it finds a fault.
Pixels read(const std::string& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, path.c_str()) == 0) { return {}; }
    image.format = PNG_FORMAT_RGBA;
    Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    pixels.rgba.resize(PNG_IMAGE_SIZE(image));
    const int read = png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr);
    return read == 0 ? Pixels{} : pixels;
}

std::string content_of(const std::string& path) {
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

TEST(Png, IsReadBackPixelByPixel) {
    const TemporaryFolder folder;
    const std::string path = folder.path("map.png");
    for (const auto& [width, height] : {std::pair{7, 5}, {1, 1}, {640, 3}}) {
        const Pixels pixels = random_pixels(width, height);
        app::print::write_png(pixels, path, true);
        const Pixels back = read(path);
        EXPECT_EQ(back.width, width);
        EXPECT_EQ(back.height, height);
        EXPECT_EQ(back.rgba, pixels.rgba) << "opacity and all";
    }
    EXPECT_EQ(folder.count(), 1U) << "and nothing is left beside it";
}

TEST(Png, DoesNotTakeThePlaceOfAnotherFile) {
    const TemporaryFolder folder;
    const std::string path = folder.with("map.png", "precious");
    EXPECT_THROW(app::print::write_png(random_pixels(4, 4), path, false), geo::Error);
    EXPECT_EQ(content_of(path), "precious");
    EXPECT_EQ(folder.count(), 1U);
    app::print::write_png(random_pixels(4, 4), path, true);
    EXPECT_EQ(read(path).width, 4);
}

TEST(Png, AFolderThatDoesNotExistIsAnError) {
    const TemporaryFolder folder;
    EXPECT_THROW(app::print::write_png(random_pixels(4, 4), folder.path("none/map.png"), false), geo::Error);
}

}  // namespace
