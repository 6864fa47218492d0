// SPDX-License-Identifier: MIT
#pragma once

struct pj_ctx;

namespace geo::detail {

/// Makes GDAL and PROJ depend on nothing but what they are given: no environment, no configuration files, no network,
/// no drivers but those that are used, no error output. Once, before anything else is asked of them.
void set_up_gdal();

/// A context of PROJ that looks for its database where the system has it, and never on the network.
void set_up(pj_ctx* context);

/// Throws Error if PROJ's database is missing: every CRS would seem unknown.
void require_proj_database();

}  // namespace geo::detail
