// SPDX-License-Identifier: MIT
#include "app/commands/run.h"
#include "app/fetch/fetch.h"

int main(int argc, char** argv) {
    app::OwnPrograms programs;
    programs.fetch = app::fetch;
    return app::run(argc, argv, programs);
}
