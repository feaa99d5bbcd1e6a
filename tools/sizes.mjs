/** Prints what the built add-in weighs, and fails where it grew beyond its limits. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Bytes on the wire: gzip, as every web server sends it. */
function weight(names) {
  return names.reduce(
    (sum, name) => sum + gzipSync(readFileSync(dist + name), { level: 9 }).length,
    0,
  );
}

const [, ...scripts] = readFileSync(`${dist}taskpane.html`, 'utf8').match(/src="?[\w./:-]+\.js/g);
const firstLoad = scripts.map((text) => text.replace(/^src="?/, ''));
const functions = firstLoad.filter((name) => !['taskpane.js', 'commands.js'].includes(name));
const limits = [
  ['first load', ['taskpane.html', ...firstLoad], 240_000],
  ['functions', functions, 100_000],
  // Loaded by the first Refresh, and by the first cell with a function.
  ['figures', ['figures.js', 'figures-work.js'], 48_000],
  // Loaded by the first Refresh.
  ['reports', ['reports.js'], 90_000],
  // Loaded by it too, and by the first cell with COMMISSION.
  ['commission', ['commission.js'], 16_000],
  ['page of functions', ['functions-page.js', 'live.js'], 12_000],
  // The list of suggestions, and what it asks for.
  ['review', ['review.js', 'review-work.js'], 30_000],
  // Commission plans, tried out and written.
  ['mapping', ['mapping.js', 'mapping-work.js'], 22_000],
  ['plans', ['plans.js', 'plans-work.js'], 18_000],
];
for (const [title, names, limit] of limits) {
  const bytes = weight(names);
  process.stdout.write(`${title}: ${(bytes / 1000).toFixed(1)} kB gzip (${names.join(', ')})\n`);
  if (bytes > limit) throw new Error(`${title} weighs more than ${limit} bytes`);
}
for (const name of functions) {
  const code = readFileSync(dist + name, 'utf8');
  if (/FluentProvider|react-dom|createRoot/.test(code)) throw new Error(`${name} holds the pane`);
}
