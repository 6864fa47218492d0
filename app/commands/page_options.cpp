// SPDX-License-Identifier: MIT
#include "app/commands/page_options.h"

namespace app {

std::vector<Option> add_page_options(Command command, PageOptions& options) {
    return {
        command
            .add_option("--size", options.size,
                        "A3, A4, A3-landscape, A4-landscape, or pixels of 1/96 inch (default 1600x1000)")
            .type_name("SIZE")
            .one_of({"A3", "A3-landscape", "A4", "A4-landscape", "1600x1000"}),
        command.add_option("--dpi", options.dpi, "of a PNG: pixels to an inch (default 96)").within(24, 1200),
        command
            .add_option("--style", options.style, "light (default), dark, or print-grey for a printer without colours")
            .type_name("STYLE")
            .one_of({"light", "dark", "print-grey"})};
}

}  // namespace app
