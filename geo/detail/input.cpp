// SPDX-License-Identifier: MIT
#include "geo/detail/input.h"

#include "geo/detail/csv_read.h"
#include "geo/detail/handles.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace geo::detail {

namespace {

namespace fs = std::filesystem;

using File = std::unique_ptr<std::FILE, decltype([](std::FILE* file) { (void)std::fclose(file); })>;

std::string read_rest(std::FILE* file) {
    std::string bytes;
    std::array<char, 1 << 16> buffer;
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file)) {
        bytes.append(buffer.data(), got);
    }
    if (std::ferror(file) != 0) { throw Error{fmt::format("cannot read: {}", std::strerror(errno))}; }
    return bytes;
}

bool is_gzip(std::string_view bytes) {
    return bytes.starts_with("\x1f\x8b");
}

std::string gunzip(const std::string& packed) {
    z_stream stream{};
    constexpr int expect_gzip = 16 + MAX_WBITS;
    if (inflateInit2(&stream, expect_gzip) != Z_OK) { throw Error{"cannot unpack gzip"}; }
    const Owned<z_stream, inflateEnd> owner{&stream};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string bytes;
    std::array<char, 1 << 16> buffer;
    int status = Z_OK;
    while (status == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = buffer.size();
        status = inflate(&stream, Z_NO_FLUSH);
        bytes.append(buffer.data(), buffer.size() - stream.avail_out);
    }
    if (status != Z_STREAM_END) { throw Error{"the gzip data is damaged or cut short", "pack the file again"}; }
    return bytes;
}

bool begins_as_json(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) { bytes.remove_prefix(3); }
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\x1e");
    return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

File open_file(const std::string& path) {
    const fs::file_status status = fs::status(path);
    if (!fs::exists(status)) { throw Error{"there is no such file", "check the path", Error::Kind::bad_usage}; }
    if (fs::is_directory(status)) { throw Error{"this is a directory", "name a file in it", Error::Kind::bad_usage}; }
    File file{std::fopen(path.c_str(), "rb")};
    if (!file) { throw Error{fmt::format("cannot open: {}", std::strerror(errno))}; }
    return file;
}

}  // namespace

Input open_input(const std::string& path) {
    if (path.starts_with("/vsi")) { return {path, "", false}; }
    const bool piped = path == "-";
    Input input{piped ? "standard input" : path, "", false};
    const File file = piped ? File{} : open_file(path);
    std::FILE* stream = piped ? stdin : file.get();
    std::array<char, 4096> head;
    const std::size_t got = std::fread(head.data(), 1, head.size(), stream);
    input.bytes.assign(head.data(), got);
    if (got == 0) { throw Error{"the file is empty", "give one with features"}; }
    if (is_gzip(input.bytes)) {
        input.bytes = gunzip(input.bytes + read_rest(stream));
        input.is_json = begins_as_json(input.bytes);
    } else {
        input.is_json = begins_as_json(input.bytes);
        if (input.is_json || piped || is_delimited(path)) {
            input.bytes += read_rest(stream);
        } else {
            input.head.swap(input.bytes);
        }
    }
    return input;
}

}  // namespace geo::detail
