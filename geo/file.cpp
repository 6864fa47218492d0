// SPDX-License-Identifier: MIT
#include "geo/file.h"

#include "geo/detail/output.h"

namespace geo {

void write_file(const std::string& path, const std::string& bytes, bool overwrite) {
    detail::PendingFile pending{path, overwrite};
    detail::write_all(pending.path(), bytes);
    pending.commit();
}

}  // namespace geo
