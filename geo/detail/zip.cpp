// SPDX-License-Identifier: MIT
#include "geo/detail/zip.h"

#include "geo/detail/endings.h"
#include "geo/detail/gzip.h"
#include "geo/detail/handles.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <minizip/unzip.h>

#include <cstring>

namespace geo::detail {

namespace {

/// A file for minizip that lies in memory.
struct Memory {
    std::string_view bytes;
    ZPOS64_T at = 0;
};

voidpf open(voidpf memory, const void*, int) {
    return memory;
}

uLong read(voidpf, voidpf stream, void* buffer, uLong size) {
    auto& memory = *static_cast<Memory*>(stream);
    if (memory.at >= memory.bytes.size()) { return 0; }
    const uLong got = std::min<uLong>(size, memory.bytes.size() - memory.at);
    std::memcpy(buffer, memory.bytes.data() + memory.at, got);
    memory.at += got;
    return got;
}

uLong write(voidpf, voidpf, const void*, uLong) {
    return 0;
}

ZPOS64_T tell(voidpf, voidpf stream) {
    return static_cast<Memory*>(stream)->at;
}

long seek(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    auto& memory = *static_cast<Memory*>(stream);
    const ZPOS64_T base = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                          : origin == ZLIB_FILEFUNC_SEEK_CUR ? memory.at
                                                             : memory.bytes.size();
    if (offset > memory.bytes.size() || base + offset > memory.bytes.size()) { return -1; }
    memory.at = base + offset;
    return 0;
}

int close(voidpf, voidpf) {
    return 0;
}

int error(voidpf, voidpf) {
    return 0;
}

using Archive = Owned<void, unzClose>;

Archive open_archive(Memory& memory) {
    zlib_filefunc64_def functions{open, read, write, tell, seek, close, error, &memory};
    Archive archive{unzOpen2_64(nullptr, &functions)};
    if (!archive) { throw Error{"the zip archive is damaged or cut short", "fetch or pack it again"}; }
    return archive;
}

struct Entry {
    std::string name;
    unz_file_info64 info{};
};

Entry entry_of(unzFile archive) {
    Entry entry;
    const auto get = [&](char* name, uLong size) {
        if (unzGetCurrentFileInfo64(archive, &entry.info, name, size, nullptr, 0, nullptr, 0) == UNZ_OK) { return; }
        throw Error{"the zip archive's table of contents is damaged", "fetch or pack it again"};
    };
    get(nullptr, 0);
    std::string name(entry.info.size_filename + 1, '\0');  // 16 bits at most
    get(name.data(), entry.info.size_filename);
    entry.name = name.substr(0, name.find('\0'));
    return entry;
}

void go_to(unzFile archive, const std::string& name) {
    for (int status = unzGoToFirstFile(archive); status == UNZ_OK; status = unzGoToNextFile(archive)) {
        if (entry_of(archive).name == name) { return; }
    }
    throw Error{fmt::format("the zip holds no {}", name), "check its name", Error::Kind::bad_usage};
}

}  // namespace

std::vector<std::string> zip_names(std::string_view archive) {
    if (archive.starts_with("PK\x05\x06")) { return {}; }  // minizip takes an empty archive for a damaged one
    Memory memory{archive};
    const Archive opened = open_archive(memory);
    std::vector<std::string> names;
    int status = unzGoToFirstFile(opened.get());
    for (; status == UNZ_OK; status = unzGoToNextFile(opened.get())) {
        std::string name = entry_of(opened.get()).name;
        if (!is_litter(name)) { names.push_back(std::move(name)); }
    }
    if (status != UNZ_END_OF_LIST_OF_FILE) {
        throw Error{"the zip archive's table of contents is damaged", "fetch or pack it again"};
    }
    return names;
}

std::string unzip(std::string_view archive, const std::string& name, std::uintmax_t max_bytes) {
    Memory memory{archive};
    const Archive opened = open_archive(memory);
    go_to(opened.get(), name);
    const Entry entry = entry_of(opened.get());
    if ((entry.info.flag & 1U) != 0) {
        throw Error{fmt::format("{} in it is encrypted", name), "unpack it with its password first"};
    }
    if (entry.info.compression_method != 0 && entry.info.compression_method != Z_DEFLATED) {
        throw Error{fmt::format("{} in it is packed by method {}", name, entry.info.compression_method),
                    "pack it again with zip"};
    }
    const Error damaged{fmt::format("{} in it is damaged", name), "fetch or pack it again"};
    if (unzOpenCurrentFile(opened.get()) != UNZ_OK) { throw damaged; }
    std::string bytes;
    std::vector<char> buffer(std::size_t{1} << 16);
    int got = 0;
    while ((got = unzReadCurrentFile(opened.get(), buffer.data(), static_cast<unsigned>(buffer.size()))) > 0) {
        if (static_cast<std::uintmax_t>(got) > max_bytes - bytes.size()) { refuse_size(max_bytes); }
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
    }
    const bool checksum_holds = unzCloseCurrentFile(opened.get()) == UNZ_OK;
    if (got < 0 || !checksum_holds || bytes.size() != entry.info.uncompressed_size) { throw damaged; }
    return bytes;
}

}  // namespace geo::detail
