/** Files below a folder: read by their path, never outside it. */
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.ico', 'image/x-icon'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.woff2', 'font/woff2'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.xml', 'application/xml; charset=utf-8'],
]);

/** The media type of a file by its name. */
export function typeOf(name: string): string {
  return TYPES.get(extname(name).toLowerCase()) ?? 'application/octet-stream';
}

/** The bytes of a file below a folder; undefined where there is none, or where the path leads out of it. */
export async function fileBelow(folder: string, path: string): Promise<Buffer | undefined> {
  if (path === '' || path.endsWith('/') || /[\\\0]/.test(path)) return undefined;
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    // A link inside the folder may point outside it: what counts is where the file really is.
    return file.startsWith(root + sep) ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
}
