import fc from 'fast-check';
import { damagedBook, luckOf } from '../../bench/fuzzInputs';
import { openWorkbook, saveWorkbook, snapshot, WorkbookRefused } from '../../host/index';
import { fullWorkbook, fullWorkbookParts } from './support/fullWorkbook';
import { runs } from '../support/law';

const parts = fullWorkbookParts();
const xmlParts = Object.keys(parts).filter((part) => /\.(xml|rels)$/.test(part));

/** Few, so that the suite stays quick; raise it to search for longer. */
const RUNS = 50;

/** Opens a file that may be damaged: it is refused in words, or it is a workbook that can be used and saved. */
function openOrRefuse(bytes: Uint8Array): void {
  let workbook;
  try {
    workbook = openWorkbook(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(WorkbookRefused);
    return;
  }
  snapshot(workbook);
  if (workbook.sheets.some(({ visibility }) => visibility === 'Visible')) saveWorkbook(workbook);
}

/** Numbers, references and names that a part should not hold. */
const strange = fc.constantFrom(
  '',
  '-1',
  '0',
  'NaN',
  '1e999',
  '99999999999',
  'A0',
  'ZZZZ1',
  'A1048577',
  'XFD1048576',
  '#REF!',
  '__proto__',
  '../../x',
  '<',
  '&',
  '\u0000',
);

it('an attribute with another value is read or refused, never worse', () => {
  fc.assert(
    fc.property(fc.constantFrom(...xmlParts), fc.nat(), strange, (part, at, value) => {
      const text = new TextDecoder().decode(parts[part]);
      const attributes = [...text.matchAll(/="[^"]*"/g)];
      const chosen = attributes[at % attributes.length];
      if (chosen === undefined) return;
      const changed = `${text.slice(0, chosen.index)}="${value}"${text.slice(chosen.index + chosen[0].length)}`;
      openOrRefuse(fullWorkbook({ [part]: changed }));
    }),
    { ...runs, numRuns: RUNS },
  );
});

it('a text with another value is read or refused, never worse', () => {
  fc.assert(
    fc.property(fc.constantFrom(...xmlParts), fc.nat(), strange, (part, at, value) => {
      const text = new TextDecoder().decode(parts[part]);
      const texts = [...text.matchAll(/>[^<]+</g)];
      const chosen = texts[at % texts.length];
      if (chosen === undefined) return;
      const changed = `${text.slice(0, chosen.index)}>${value}<${text.slice(chosen.index + chosen[0].length)}`;
      openOrRefuse(fullWorkbook({ [part]: changed }));
    }),
    { ...runs, numRuns: RUNS },
  );
});

it('a part that lost a piece is read or refused, never worse', () => {
  fc.assert(
    fc.property(fc.constantFrom(...xmlParts), fc.nat(), fc.nat(60), (part, at, length) => {
      const text = new TextDecoder().decode(parts[part]);
      const start = at % text.length;
      openOrRefuse(fullWorkbook({ [part]: text.slice(0, start) + text.slice(start + length + 1) }));
    }),
    { ...runs, numRuns: RUNS },
  );
});

it('a file with other bytes is read or refused, never worse', () => {
  const whole = fullWorkbook();
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
      const changed = whole.slice();
      changed[at] = byte;
      openOrRefuse(changed);
    }),
    { ...runs, numRuns: RUNS },
  );
});

it('a file with several damages, in its zip, its entries and their XML, is read or refused', () => {
  // `npm run fuzz` goes on from here for as long as it is told to.
  for (let seed = 1; seed <= 3 * RUNS; seed++) openOrRefuse(damagedBook(luckOf(seed)));
});
