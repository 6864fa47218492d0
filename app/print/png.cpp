// SPDX-License-Identifier: MIT
#include "app/print/png.h"

#include "geo/error.h"
#include "geo/file.h"

#include <png.h>

namespace app::print {

void write_png(const Pixels& pixels, const std::string& path, bool overwrite) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(pixels.width);
    image.height = static_cast<png_uint_32>(pixels.height);
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(size, '\0');
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.rgba.data(), 0, nullptr) == 0) {
        throw geo::Error{std::string{"cannot make a PNG: "} + image.message};
    }
    bytes.resize(size);
    geo::write_file(path, bytes, overwrite);
}

}  // namespace app::print
