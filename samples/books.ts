/** The sample workbooks: file name, seed and story of each. */
import { saveWorkbook } from '../host/index';
import { aestheticMonth } from './aestheticMonth';
import { chiropracticClaims } from './chiropracticClaims';
import { dentalQuarter } from './dentalQuarter';
import { orthodonticTrail } from './orthodonticTrail';
import type { SampleBook } from './sampleTable';
import { veterinaryBook } from './veterinaryQuarter';
import { sampleWorkbook } from './writeSample';

const books: Readonly<Record<string, () => SampleBook>> = {
  'veterinary-quarter.xlsx': () => veterinaryBook(20240101),
  'aesthetic-month.xlsx': () => aestheticMonth(20240501),
  'chiropractic-claims.xlsx': () => chiropracticClaims(20240401),
  'dental-quarter.xlsx': () => dentalQuarter(20240701),
  'orthodontic-trail.xlsx': () => orthodonticTrail(20250101),
};

/** Names of the files that `npm run sample` writes. */
export const sampleNames: readonly string[] = Object.keys(books);

/** The bytes of a sample: the same each time. */
export function sampleBytes(name: string): Uint8Array {
  const book = books[name];
  if (book === undefined) throw new Error(`no sample ${name}`);
  return saveWorkbook(sampleWorkbook(book()));
}
