// SPDX-License-Identifier: MIT
"use strict";
// Tables are sorted by a click on a heading; totals and titles keep a table in its order.
for (const table of document.querySelectorAll("table")) {
    if (table.querySelector("tbody tr.title, tbody tr.total + tr:not(.total)")) continue;
    table.querySelectorAll("thead th").forEach((heading, column) => {
        if (heading.textContent === "") return;
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = heading.textContent;
        heading.replaceChildren(button);
        button.addEventListener("click", () => {
            const rising = heading.getAttribute("aria-sort") === "descending";
            table.querySelectorAll("thead th").forEach(other => other.removeAttribute("aria-sort"));
            heading.setAttribute("aria-sort", rising ? "ascending" : "descending");
            const body = table.tBodies[0];
            const rows = [...body.rows].filter(row => !row.classList.contains("total"));
            const key = row => {
                const cell = row.cells[column];
                if (cell.dataset.number !== undefined) return parseFloat(cell.dataset.number);
                const words = cell.textContent.replace(/[\s\u00a0≈~]/g, "").replace("−", "-");
                const number = parseFloat(document.documentElement.lang === "uk" ? words.replace(",", ".") : words.replace(/,/g, ""));
                return heading.classList.contains("number") ? (isNaN(number) ? -Infinity : number) : cell.textContent;
            };
            const collator = new Intl.Collator(document.documentElement.lang);
            rows.sort((a, b) => {
                const x = key(a), y = key(b);
                const order = typeof x === "string" ? collator.compare(x, y) : x - y;
                return rising ? order : -order;
            });
            const totals = [...body.rows].filter(row => row.classList.contains("total"));
            body.append(...rows, ...totals);
        });
    });
}

// Maps: what lies under the pointer is told; the wheel and the buttons zoom, a drag moves; all maps move together.
const maps = [...document.querySelectorAll(".map svg")];
const told = document.getElementById("told");
if (maps.length > 0) {
    const whole = maps[0].viewBox.baseVal;
    let view = {x: whole.x, y: whole.y, width: whole.width, height: whole.height};
    const first = {...view};
    const show = () => maps.forEach(map => map.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`));
    const zoom = (factor, at = {x: view.x + view.width / 2, y: view.y + view.height / 2}) => {
        const width = Math.min(first.width, Math.max(first.width / 16, view.width / factor));
        const scale = width / view.width;
        view = {x: at.x - (at.x - view.x) * scale, y: at.y - (at.y - view.y) * scale,
                width, height: view.height * scale};
        show();
    };
    const position = (map, event) => {
        const box = map.getBoundingClientRect();
        return {x: view.x + (event.clientX - box.left) / box.width * view.width,
                y: view.y + (event.clientY - box.top) / box.height * view.height};
    };
    for (const map of maps) {
        map.addEventListener("wheel", event => {
            if (!event.ctrlKey && view.width === first.width) return;  // the page scrolls
            event.preventDefault();
            zoom(event.deltaY < 0 ? 1.25 : 0.8, position(map, event));
        }, {passive: false});
        let from = null;
        map.addEventListener("pointerdown", event => { from = {at: position(map, event)}; });
        map.addEventListener("pointermove", event => {
            const target = event.target.closest(".target");
            if (told && target) told.textContent = target.querySelector("title").textContent;
            if (!from || event.buttons === 0) return;
            const at = position(map, event);
            view = {...view, x: view.x + from.at.x - at.x, y: view.y + from.at.y - at.y};
            show();
        });
        map.addEventListener("pointerup", () => { from = null; });
        map.addEventListener("click", event => {
            const target = event.target.closest(".target");
            if (told && target) told.textContent = target.querySelector("title").textContent;
        });
    }
    document.getElementById("zoom-in")?.addEventListener("click", () => zoom(1.5));
    document.getElementById("zoom-out")?.addEventListener("click", () => zoom(1 / 1.5));
    document.getElementById("zoom-all")?.addEventListener("click", () => { view = {...first}; show(); });
}

// Two maps side by side, or one over the other up to a line that is moved.
const stage = document.getElementById("stage");
const wipe = document.getElementById("wipe");
const mode = document.getElementById("mode");
if (stage && wipe && mode) {
    const set = () => stage.style.setProperty("--at", `${wipe.value}%`);
    wipe.addEventListener("input", set);
    mode.addEventListener("click", () => {
        const on = stage.classList.toggle("wipe");
        mode.setAttribute("aria-pressed", String(on));
        wipe.parentElement.hidden = !on;
        set();
    });
}

// Data lies in the page: nothing is fetched.
for (const button of document.querySelectorAll("[data-download]")) {
    button.addEventListener("click", () => {
        const source = document.getElementById(button.dataset.download);
        const link = document.createElement("a");
        const text = JSON.parse(source.textContent);
        const content = "base64" in source.dataset ? Uint8Array.from(atob(text), c => c.charCodeAt(0)) : text;
        link.href = URL.createObjectURL(new Blob([content], {type: source.dataset.type}));
        link.download = button.dataset.name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
}
