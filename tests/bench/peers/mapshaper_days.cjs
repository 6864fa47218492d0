// SPDX-License-Identifier: MIT
// The same in mapshaper, in one process: its areas of longitudes and latitudes are on a sphere.
// Usage: mapshaper_days.cjs MODULES FOLDER UNITS.geojson
const fs = require('fs');
const path = require('path');
const [modules, folder, units] = process.argv.slice(2);
const mapshaper = require(path.join(modules, 'mapshaper'));

async function main() {
  const unitsJson = fs.readFileSync(units);
  const files = fs.readdirSync(folder).filter(name => name.endsWith('.geojson')).sort();
  process.stdout.write('date,unit,km2\n');
  for (const name of files) {
    const out = await mapshaper.applyCommands(
        '-i units.json -clip day.json -each "km2 = this.area / 1e6" -filter-fields name,km2 -o out.csv format=csv',
        {'units.json': unitsJson, 'day.json': fs.readFileSync(path.join(folder, name))});
    const date = name.match(/\d{4}-?\d\d-?\d\d/)[0];
    for (const line of out['out.csv'].toString().trim().split('\n').slice(1)) process.stdout.write(`${date},${line}\n`);
  }
}
main();
