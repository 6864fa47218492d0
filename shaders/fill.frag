#version 330 core
// Fills: a colour, and over it a hatch that stays with the map.
// u_colour, u_hatch_colour   red, green, blue and opacity, 0 to 1
// u_hatch                    0 none, 1 rising, 2 falling, 3 crossed, 4 dots, 5 level
// u_spacing, u_thickness     of the hatch, device pixels
// u_anchor                   where the map's origin lies, device pixels from the lower left, modulo a whole number of
//                            spacings, so that it keeps its precision far from the origin
uniform vec4 u_colour;
uniform vec4 u_hatch_colour;
uniform int u_hatch;
uniform float u_spacing;
uniform float u_thickness;
uniform vec2 u_anchor;
out vec4 colour;

// 1 on lines that are `spacing` apart across the coordinate, 0 between, smooth over a pixel.
float lines(float across) {
    float off = abs(mod(across + 0.5 * u_spacing, u_spacing) - 0.5 * u_spacing);
    return 1.0 - smoothstep(0.5 * u_thickness - 0.5, 0.5 * u_thickness + 0.5, off);
}

void main() {
    vec2 at = gl_FragCoord.xy - u_anchor;
    float rising = (at.x - at.y) * 0.70710678;
    float falling = (at.x + at.y) * 0.70710678;
    float marked = 0.0;
    if (u_hatch == 1) marked = lines(rising);
    else if (u_hatch == 2) marked = lines(falling);
    else if (u_hatch == 3) marked = max(lines(rising), lines(falling));
    else if (u_hatch == 5) marked = lines(at.y);
    else if (u_hatch == 4) {
        vec2 cell = mod(at + 0.5 * u_spacing, u_spacing) - 0.5 * u_spacing;
        marked = 1.0 - smoothstep(u_thickness - 0.5, u_thickness + 0.5, length(cell));
    }
    float over = marked * u_hatch_colour.a;
    float alpha = over + u_colour.a * (1.0 - over);
    vec3 sum = u_hatch_colour.rgb * over + u_colour.rgb * u_colour.a * (1.0 - over);
    colour = vec4(alpha > 0.0 ? sum / alpha : vec3(0.0), alpha);
}
