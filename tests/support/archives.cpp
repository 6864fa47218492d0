// SPDX-License-Identifier: MIT
#include "support/archives.h"

#include <archive.h>
#include <archive_entry.h>
#include <zlib.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace testing_support {

namespace {

template <class... Numbers>
void append16(std::string& bytes, Numbers... numbers) {
    for (const std::size_t number : {static_cast<std::size_t>(numbers)...}) {
        bytes += static_cast<char>(number & 0xFFU);
        bytes += static_cast<char>((number >> 8U) & 0xFFU);
    }
}

void append32(std::string& bytes, std::size_t number) {
    append16(bytes, number & 0xFFFFU, number >> 16U);
}

/// Checksum, sizes and the name's length, as both kinds of header have them.
void append_facts(std::string& bytes, const std::string& name, const std::string& content) {
    append32(bytes, crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
    append32(bytes, content.size());
    append32(bytes, content.size());
    append16(bytes, name.size(), 0);
}

using TarWriter = std::unique_ptr<archive, decltype([](archive* opened) { archive_write_free(opened); })>;
using TarEntry = std::unique_ptr<archive_entry, decltype([](archive_entry* entry) { archive_entry_free(entry); })>;

la_ssize_t append_to(archive*, void* bytes, const void* more, std::size_t size) {
    static_cast<std::string*>(bytes)->append(static_cast<const char*>(more), size);
    return static_cast<la_ssize_t>(size);
}

TarWriter tar_writer(const std::string& packed, std::string& bytes) {
    TarWriter writer{archive_write_new()};
    archive_write_set_format_pax_restricted(writer.get());
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    if (packed != "none" && archive_write_add_filter_by_name(writer.get(), packed.c_str()) != ARCHIVE_OK) {
        throw std::runtime_error{archive_error_string(writer.get())};
    }
    archive_write_open(writer.get(), &bytes, nullptr, append_to, nullptr);
    return writer;
}

void add_file(archive* writer, const std::string& name, const std::string& content, const std::string& link_to = "") {
    const TarEntry entry{archive_entry_new()};
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_filetype(entry.get(), name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
    if (!link_to.empty()) { archive_entry_set_hardlink(entry.get(), link_to.c_str()); }
    archive_write_header(writer, entry.get());
    archive_write_data(writer, content.data(), content.size());
}

}  // namespace

std::string tar_of(const std::vector<std::pair<std::string, std::string>>& files, const std::string& packed) {
    std::string bytes;
    const TarWriter writer = tar_writer(packed, bytes);
    for (const auto& [name, content] : files) { add_file(writer.get(), name, content); }
    archive_write_close(writer.get());
    return bytes;
}

std::string tar_with_link(const std::string& name, const std::string& content, const std::string& link) {
    std::string bytes;
    const TarWriter writer = tar_writer("none", bytes);
    add_file(writer.get(), name, content);
    add_file(writer.get(), link, "", name);
    archive_write_close(writer.get());
    return bytes;
}

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
    std::string bytes, contents;
    for (const auto& [name, content] : files) {
        contents += "PK\x01\x02";
        append16(contents, 20, 20, 0, 0, 0, 33);
        append_facts(contents, name, content);
        append16(contents, 0, 0, 0);
        append32(contents, 0);
        append32(contents, bytes.size());
        contents += name;
        bytes += "PK\x03\x04";
        append16(bytes, 20, 0, 0, 0, 33);
        append_facts(bytes, name, content);
        bytes += name + content;
    }
    std::string end = "PK\x05\x06";
    append16(end, 0, 0, files.size(), files.size());
    append32(end, contents.size());
    append32(end, bytes.size());
    append16(end, 0);
    return bytes + contents + end;
}

std::string gzip_of(const std::string& content) {
    z_stream stream{};
    constexpr int write_gzip = 16 + MAX_WBITS;
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, write_gzip, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, content.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

}  // namespace testing_support
