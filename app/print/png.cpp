// SPDX-License-Identifier: MIT
#include "app/print/png.h"

#include "geo/error.h"
#include "geo/file.h"

#include <png.h>
#include <zlib.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace app::print {

namespace {

constexpr std::string_view keyword = "demarc receipt", text_type = "iTXt";
constexpr std::size_t signature_size = 8, header_size = 25;  // behind both come the other chunks
constexpr std::size_t around_data = 12;                      // of a chunk: its length, type and check sum

std::string big_endian(std::uint32_t number) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) { bytes += static_cast<char>(number >> shift & 0xFFU); }
    return bytes;
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) { number = number << 8U | static_cast<unsigned char>(bytes[at + i]); }
    return number;
}

/// Not compressed, of no language (PNG 1.2, 4.2.3.3).
std::string text_chunk(const std::string& text) {
    std::string body{text_type};
    body += keyword;
    body += std::string_view{"\0\0\0\0\0", 5};
    body += text;
    const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return big_endian(static_cast<std::uint32_t>(body.size() - text_type.size())) + body +
           big_endian(static_cast<std::uint32_t>(sum));
}

/// Of a chunk under our keyword that is not compressed, whatever its language.
std::optional<std::string> text_of_chunk(std::string_view data) {
    if (!data.starts_with(keyword)) { return std::nullopt; }
    data.remove_prefix(keyword.size());
    if (data.size() < 3 || data[0] != '\0' || data[1] != '\0') { return std::nullopt; }
    data.remove_prefix(3);
    for (int words = 0; words < 2; ++words) {  // language and translated keyword
        const std::size_t end = data.find('\0');
        if (end == data.npos) { return std::nullopt; }
        data.remove_prefix(end + 1);
    }
    return std::string{data};
}

/// Red, green and blue alone, where nothing shines through; else empty.
std::vector<std::uint8_t> opaque(const Pixels& pixels) {
    const std::size_t count = pixels.rgba.size() / 4;
    std::vector<std::uint8_t> rgb(3 * count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint8_t* const pixel = pixels.rgba.data() + 4 * i;
        if (pixel[3] != 255) { return {}; }
        std::copy(pixel, pixel + 3, rgb.data() + 3 * i);
    }
    return rgb;
}

}  // namespace

std::optional<std::string> receipt_in_png(const std::string& bytes) {
    for (std::size_t at = signature_size; at + around_data <= bytes.size();) {
        const std::size_t size = number_at(bytes, at);
        if (size > bytes.size() - at - around_data) { return std::nullopt; }
        const std::string_view body = std::string_view{bytes}.substr(at + 4, size + 4);
        if (body.starts_with(text_type)) {
            if (auto text = text_of_chunk(body.substr(text_type.size()))) { return text; }
        }
        at += size + around_data;
    }
    return std::nullopt;
}

Pixels read_png(const std::string& bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) {
        throw geo::Error{std::string{"this is no PNG: "} + image.message};
    }
    image.format = PNG_FORMAT_RGBA;
    Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    pixels.rgba.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr) == 0) {
        throw geo::Error{std::string{"the PNG is damaged: "} + image.message};
    }
    return pixels;
}

std::string png_of(const Pixels& pixels, const std::string& receipt) {
    const std::vector<std::uint8_t> rgb = opaque(pixels);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = rgb.empty() ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
    image.flags = PNG_IMAGE_FLAG_FAST;  // maps are of few colours: the file grows a little, and takes half the time
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    const std::unique_ptr<char[]> made{new char[size]};  // far more than is needed: what is not written costs nothing
    const std::uint8_t* const from = rgb.empty() ? pixels.rgba.data() : rgb.data();
    if (png_image_write_to_memory(&image, made.get(), &size, 0, from, 0, nullptr) == 0) {
        throw geo::Error{std::string{"cannot make a PNG: "} + image.message};
    }
    std::string bytes(made.get(), size);
    if (!receipt.empty()) { bytes.insert(signature_size + header_size, text_chunk(receipt)); }
    return bytes;
}

void write_png(const Pixels& pixels, const std::string& path, bool overwrite, const std::string& receipt) {
    geo::write_file(path, png_of(pixels, receipt), overwrite);
}

}  // namespace app::print
