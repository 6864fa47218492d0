#version 330 core
// Hatches that stay with the map, and nothing between their lines.
// u_colour         red, green, blue and opacity, 0 to 1
// u_kind           1 rising, 2 falling, 3 crossed, 4 dots, 5 level, 6 upright
// u_spacing, u_thickness   device pixels
// u_anchor         where the map's origin lies, device pixels from the lower left, modulo a whole number of spacings, so
//                  that it keeps its precision far from the origin
uniform vec4 u_colour;
uniform int u_kind;
uniform float u_spacing;
uniform float u_thickness;
uniform vec2 u_anchor;
out vec4 colour;

// 1 on lines that are `u_spacing` apart across the coordinate, 0 between, smooth over a pixel.
float lines(float across) {
    float off = abs(mod(across + 0.5 * u_spacing, u_spacing) - 0.5 * u_spacing);
    return clamp(0.5 * u_thickness + 0.5 - off, 0.0, 1.0);
}

void main() {
    vec2 at = gl_FragCoord.xy - u_anchor;
    float marked = 0.0;
    if (u_kind == 1 || u_kind == 3) marked = lines((at.x - at.y) * 0.70710678);
    if (u_kind == 2 || u_kind == 3) marked = max(marked, lines((at.x + at.y) * 0.70710678));
    if (u_kind == 5) marked = lines(at.y);
    if (u_kind == 6) marked = lines(at.x);
    if (u_kind == 4) {
        vec2 cell = mod(at + 0.5 * u_spacing, u_spacing) - 0.5 * u_spacing;
        marked = clamp(u_thickness + 0.5 - length(cell), 0.0, 1.0);
    }
    colour = vec4(u_colour.rgb, u_colour.a * marked);
}
