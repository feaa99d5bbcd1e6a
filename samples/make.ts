/** Makes the sample workbooks: `npm run sample` writes them again, byte for byte. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleBytes, sampleNames } from './books';

for (const name of sampleNames) {
  const path = join(__dirname, name);
  writeFileSync(path, sampleBytes(name));
  process.stdout.write(`${path}\n`);
}
