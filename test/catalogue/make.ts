/** Makes the workbooks of the catalogue: `npx tsx test/catalogue/make.ts` writes them again, byte for byte. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { books } from './books';
import { bytesOf } from './bytesOf';

for (const code of Object.keys(books)) {
  const folder = join(__dirname, code);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'input.xlsx'), bytesOf(code));
}
