// SPDX-License-Identifier: MIT
#include "support/files.h"

#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace testing_support {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "demarc-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) { throw std::runtime_error{"no temporary folder"}; }
    folder_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

std::string TemporaryFolder::with(const std::string& name, const std::string& content) const {
    std::ofstream{folder_ / name, std::ios::binary} << content;
    return path(name);
}

std::size_t TemporaryFolder::count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{folder_}, fs::directory_iterator{}));
}

geo::Dataset read_as(const std::string& name, const std::string& content, const geo::ReadOptions& options) {
    const TemporaryFolder folder;
    return geo::read(folder.with(name, content), options);
}

std::optional<std::string> real_input(const std::string& name) {
    const fs::path path = fs::path{DEMARC_REAL_FOLDER} / name;
    return fs::exists(path) ? std::optional{path.string()} : std::nullopt;
}

}  // namespace testing_support
