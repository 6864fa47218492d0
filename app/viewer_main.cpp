// SPDX-License-Identifier: MIT
#include "app/command_line.h"
#include "app/open_viewer.h"

int main(int argc, char** argv) {
    return app::run(argc, argv, app::open_viewer);
}
