/** Writes src/functions/functions.json, by which Excel knows the functions: `npm run functions`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionsMetadata } from '../src/functions/metadata';

const path = join(__dirname, '../src/functions/functions.json');
writeFileSync(path, `${JSON.stringify(functionsMetadata(), null, 2)}\n`);
