// SPDX-License-Identifier: MIT
#include "app/commands/run.h"
#include "app/view/open_viewer.h"

int main(int argc, char** argv) {
    return app::run(argc, argv, {app::open_viewer, {}, {}});
}
