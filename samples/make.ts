/** Makes the sample workbooks: `npm run sample` writes them again, byte for byte. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleBytes, sampleNames } from './books';
import { exportBytes, exportNames } from './exports';

function write(path: string, bytes: Uint8Array): void {
  writeFileSync(path, bytes);
  process.stdout.write(`${path}\n`);
}

mkdirSync(join(__dirname, 'exports'), { recursive: true });
for (const name of sampleNames) write(join(__dirname, name), sampleBytes(name));
for (const name of exportNames) write(join(__dirname, 'exports', name), exportBytes(name));
