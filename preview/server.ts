/** `npm run preview`: builds the add-in and shows it beside a small spreadsheet, on this machine only. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundlePage, scriptHashes } from './bundle';
import { previewServer } from './serve';

const PORT = 3100;
const ROOT = join(__dirname, '..');

const HELP = `Usage: npm run preview -- [--port ${PORT}] [--no-build]

  --port N     the port of the page
  --no-build   show what is in dist already
`;

/** Builds what ships, as npm run build does. */
function buildAddIn(): void {
  const webpack = require.resolve('webpack/bin/webpack.js');
  const { status } = spawnSync(process.execPath, [webpack], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The add-in could not be built; see above.');
}

function portOf(given: string | undefined): number {
  if (given === undefined) return PORT;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535) throw new Error(`"${given}" is not a port.`);
  return port;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'no-build': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) {
    process.stdout.write(HELP);
    return;
  }
  const port = portOf(values.port);
  if (values['no-build'] !== true) buildAddIn();
  const addIn = join(ROOT, 'dist');
  const server = previewServer({
    addIn,
    samples: join(ROOT, 'samples'),
    bundle: await bundlePage(),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const used = typeof address === 'object' && address !== null ? address.port : port;
  const hashes = [...(await scriptHashes(addIn))].map(([name, hash]) => `  ${hash}  ${name}\n`);
  process.stdout.write(
    `\nPractice Ledger beside a stand-in for Excel: http://localhost:${used}\n\n` +
      `The add-in's scripts, by the start of their SHA-256; the page shows the same:\n${hashes.join('')}\n`,
  );
}

main().catch((failure: unknown) => {
  const isPortTaken = (failure as { code?: string }).code === 'EADDRINUSE';
  const reason = isPortTaken ? 'The port is taken; choose another with --port.' : failure;
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
});
