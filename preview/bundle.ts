/**
 * Bundles the preview's own page. With esbuild, not with the webpack of the add-in: what ships has one configuration
 * that knows nothing of the preview, and this one takes a third of a second.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** The files under /preview/, by name. */
export async function bundlePage(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: {
      page: join(__dirname, 'page', 'main.tsx'),
      bridge: join(__dirname, 'bridge.ts'),
    },
    bundle: true,
    write: false,
    outdir: 'preview',
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    logLevel: 'warning',
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}

/** The first 12 hex digits of the SHA-256 of each script in a folder, by name. */
export async function scriptHashes(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.js'));
  const hashes = names.sort().map(async (name) => {
    const bytes = await readFile(join(folder, name));
    return [name, createHash('sha256').update(bytes).digest('hex').slice(0, 12)] as const;
  });
  return new Map(await Promise.all(hashes));
}
