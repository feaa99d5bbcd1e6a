/** Names of functions: none is one of Excel, nor a cell; what Excel is told and what is registered agree. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as formulas from '@formulajs/formulajs';
import { argumentNames } from '../../src/app/askFigure';
import { functionSpecs } from '../../src/app/functionSpecs';
import type { FunctionsMetadata } from '../../src/functions/metadata';

const names = functionSpecs.map(({ name }) => name);
const metadata = JSON.parse(
  readFileSync(join(__dirname, '../../src/functions/functions.json'), 'utf8'),
) as FunctionsMetadata;

/** Functions of Excel that the library does not calculate: those of cells, arrays, the web and cubes, and the newer ones. */
const others =
  'ARRAYTOTEXT AREAS BYCOL BYROW CALL CELL CHOOSECOLS CHOOSEROWS COPILOT CUBEKPIMEMBER CUBEMEMBER ' +
  'CUBEMEMBERPROPERTY CUBERANKEDMEMBER CUBESET CUBESETCOUNT CUBEVALUE DETECTLANGUAGE DROP ENCODEURL EXPAND ' +
  'FIELDVALUE FILTER FILTERXML FORMULATEXT GETPIVOTDATA GROUPBY HSTACK HYPERLINK IMAGE IMPORTCSV ' +
  'IMPORTTEXT INDIRECT INFO ISOMITTED LAMBDA LET MAKEARRAY MAP OFFSET PERCENTOF PIVOTBY ' +
  'PY RANDARRAY REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST REGISTER.ID RTD SCAN SEQUENCE SHEET SHEETS ' +
  'SORT SORTBY STOCKHISTORY TAKE TEXTAFTER TEXTBEFORE TEXTSPLIT TOCOL TOROW TRANSLATE TRIMRANGE UNIQUE ' +
  'VALUETOTEXT VSTACK WEBSERVICE WRAPCOLS WRAPROWS XLOOKUP XMATCH';

/** Whatever Excel reads as a cell: A1 to XFD1048576, R1C1 and its parts. */
function isCell(name: string): boolean {
  return /^[A-Z]{1,3}[0-9]+$/i.test(name) || /^(?:R[0-9]*)?(?:C[0-9]*)?$/i.test(name);
}

it.each(names)('%s is no function of Excel, and no cell', (name) => {
  expect(Object.keys(formulas).length).toBeGreaterThan(350);
  const taken = new Set([...Object.keys(formulas), ...others.split(' ')]);
  expect([...taken].map((one) => one.toUpperCase())).not.toContain(name);
  expect(isCell(name)).toBe(false);
  // Excel asks for three letters at least, and capitals are what its own functions have.
  expect(name).toMatch(/^[A-Z]{3,}$/);
});

it('a cell is known where there is one', () => {
  expect(['A1', 'XFD7', 'ABC123', 'R1C1', 'RC', 'R', 'C5'].map(isCell)).not.toContain(false);
  expect(['CPTUSED', 'RATE', 'ROWS'].map(isCell)).not.toContain(true);
});

it('ids, names, parameters and what is registered agree', async () => {
  const associated = new Map<string, unknown>();
  const globals = globalThis as unknown as { CustomFunctions: unknown };
  globals.CustomFunctions = {
    associate: (id: string, work: unknown) => {
      expect(associated.has(id)).toBe(false);
      associated.set(id, work);
    },
  };
  await import('../../src/functions/index');
  expect([...associated.keys()]).toEqual(metadata.functions.map(({ id }) => id));
  expect(metadata.functions.map(({ id }) => id)).toEqual(names);
  expect(new Set(names).size).toBe(names.length);
  for (const [
    place,
    { id, name, description, parameters, result },
  ] of metadata.functions.entries()) {
    const spec = functionSpecs[place]!;
    expect(name).toBe(id);
    expect(description).toBe(spec.description);
    expect(result).toEqual({ type: 'number', dimensionality: 'matrix' });
    expect(parameters.map((one) => one.name)).toEqual(spec.parameters.map((one) => one.name));
    expect(parameters.map(({ optional }) => optional)).toEqual(
      spec.parameters.map(({ isRequired }) => isRequired !== true),
    );
    // Excel allows nothing required behind what may be left out.
    const firstOptional = parameters.findIndex(({ optional }) => optional);
    const behind = firstOptional < 0 ? [] : parameters.slice(firstOptional);
    expect(behind.every(({ optional }) => optional)).toBe(true);
    for (const parameter of parameters) {
      expect(argumentNames).toContain(parameter.name);
      expect(parameter.description).toMatch(/^[A-Z].*\.$/);
      expect(parameter.type).toBe('any');
    }
    expect(description.length).toBeLessThanOrEqual(255);
  }
});

it('the manual tells of every function, with its parameters', () => {
  const manual = readFileSync(join(__dirname, '../../docs/functions.md'), 'utf8');
  for (const { name } of functionSpecs) expect(manual).toContain(`\`${name}`);
});
