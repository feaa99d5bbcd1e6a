/** What the pane weighs when it is opened: its views that are loaded later are not in it. */
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';

const entry = join(__dirname, '../../../src/taskpane/startPane.tsx');

/** Kilobytes, compressed. */
export async function firstKilobytes(): Promise<number> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    metafile: true,
    outdir: 'weight',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const first = importedAtOnce(metafile);
  const ours = outputFiles.filter(({ path }) => [...first].some((name) => path.endsWith(name)));
  return (
    ours.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0) / 1000
  );
}

function importedAtOnce({ outputs }: Metafile): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const { path, kind } of outputs[name]?.imports ?? []) {
      if (kind === 'import-statement') visit(path);
    }
  };
  for (const [name, { entryPoint }] of Object.entries(outputs)) {
    if (entryPoint?.endsWith('startPane.tsx') === true) visit(name);
  }
  return found;
}
