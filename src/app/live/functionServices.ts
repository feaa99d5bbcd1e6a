/** What the page of functions can do, and the ribbon: insert a formula or a live report, turn formulas into values. */
import type { Period } from '../../core/period';
import { readSetting, writeSetting } from '../../excel/documentSettings';
import { formulasToValues } from '../../excel/formulasToValues';
import { insertBlock, selectedPlace } from '../../excel/insertBlock';
import { inExcel } from '../../excel/session';
import { type FunctionSpec, functionSpecs } from '../functionSpecs';
import { indexed, type LiveFigures, liveFigures } from '../liveLedger';
import { failureSentences } from '../say';
import { formulaOf, isOurFormula } from './formula';
import { liveReport } from './liveReport';
import { monthsOf } from './months';
import type { ArgumentLists, FunctionServices, ListsOutcome, Month, Told } from './types';

export const functionServices: FunctionServices = {
  functions: functionSpecs.map(({ name, description, parameters }) => ({
    name,
    description,
    parameters: parameters.map((one) => ({
      name: one.name,
      description: one.description,
      isRequired: one.isRequired === true,
    })),
  })),
  lists,
  formula: (name, picked) => formulaOf(specOf(name), picked),
  insert: (formula) => told(() => insert(formula)),
  insertReport: (of) => told(() => insertPicked(of)),
  toValues: (scope) => told(() => convert(scope)),
};

/** The last live report of this workbook is the one that the ribbon inserts. */
const KEY = 'practiceLedger.liveReport';
const FIRST = 'NETCOLLECTION';

/** Of the period set in the pane, with the function of the last one. */
export function insertReportAsKept(): Promise<Told> {
  return told(async () => {
    const kept = await inExcel((context) => readSetting(context, KEY));
    const [name = '', code = ''] = (kept ?? FIRST).split('\n');
    const spec = functionSpecs.find((one) => one.name === name) ?? specOf(FIRST);
    const live = await liveFigures();
    return insertReport(spec, { code, months: monthsInside(live), live });
  });
}

export function valuesOfSelection(): Promise<Told> {
  return functionServices.toValues('selection');
}

/** What Excel or the ledger refuses is a sentence. */
async function told(work: () => Promise<Told>): Promise<Told> {
  try {
    return await work();
  } catch (error) {
    return { isDone: false, words: failureSentences(error).join('. ') };
  }
}

function specOf(name: string): FunctionSpec {
  const spec = functionSpecs.find((one) => one.name === name);
  if (spec === undefined) throw new Error(`there is no function ${name}`);
  return spec;
}

async function lists(): Promise<ListsOutcome> {
  try {
    const live = await liveFigures();
    return { kind: 'done', lists: await listsOf(live) };
  } catch (error) {
    return { kind: 'failed', message: failureSentences(error).join('. ') };
  }
}

async function listsOf({ figures, kinds, covered }: LiveFigures): Promise<ArgumentLists> {
  const hasCodes = kinds.includes('Charges');
  if (hasCodes) await indexed(figures, 'codes');
  return {
    providers: figures.shown,
    codes: hasCodes ? [...figures.late.codes().codes.keys()] : [],
    tags: [...figures.tags.keys()],
    months: covered === undefined ? [] : monthsOf(covered),
  };
}

/** The months of the period set in the pane, as far as the ledger has rows. */
function monthsInside({ period, covered }: LiveFigures): Month[] {
  const both: Period = {
    from: Math.max(period.from, covered?.from ?? period.from),
    to: Math.min(period.to, covered?.to ?? period.to),
  };
  return monthsOf(both.from <= both.to ? both : period);
}

async function insert(formula: string): Promise<Told> {
  return inExcel(async (context) => {
    const place = await selectedPlace(context);
    const block = { formulas: [[formula]], formats: undefined };
    const inserted = await insertBlock(context, place, block);
    if ('refusal' in inserted) return notDone(inserted.refusal);
    return { isDone: true, words: `Inserted in ${inserted.address}.` };
  });
}

async function insertPicked(of: Parameters<FunctionServices['insertReport']>[0]): Promise<Told> {
  const live = await liveFigures();
  const all = (await listsOf(live)).months;
  const months = all.filter(({ label }) => label >= of.from && label <= of.to);
  return insertReport(specOf(of.name), { code: of.code, months, live });
}

async function insertReport(
  spec: FunctionSpec,
  { code, months, live }: { code: string; months: readonly Month[]; live: LiveFigures },
): Promise<Told> {
  if (months.length === 0) return notDone('The first month comes after the last one');
  const hasCode = spec.parameters.some(({ name }) => name === 'code');
  if (hasCode && code === '') return notDone('Choose a code first');
  // Commission is paid to providers alone.
  const providers = live.figures.shown.filter(
    (name) => spec.name !== 'COMMISSION' || live.figures.providers.get(name) !== live.figures.none,
  );
  return inExcel(async (context) => {
    const place = await selectedPlace(context);
    const block = liveReport({ spec, providers, months, code }, place);
    const inserted = await insertBlock(context, place, block);
    if ('refusal' in inserted) return notDone(inserted.refusal);
    await writeSetting(context, KEY, `${spec.name}\n${code}`);
    return { isDone: true, words: `The live report of ${spec.name} is in ${inserted.address}.` };
  });
}

async function convert(scope: 'selection' | 'workbook'): Promise<Told> {
  const { cells, left } = await inExcel((context) =>
    formulasToValues(context, scope, isOurFormula),
  );
  const where = scope === 'selection' ? 'The selected cells have' : 'The workbook has';
  if (cells + left === 0) return notDone(`${where} no formula with a function of Practice Ledger`);
  const done = `${formulas(cells)} turned into ${cells === 1 ? 'its value' : 'their values'}.`;
  const kept = `${formulas(left)} left as ${left === 1 ? 'it is' : 'they are'}, with an error.`;
  return { isDone: cells > 0, words: left === 0 ? done : `${done} ${kept}` };
}

function formulas(count: number): string {
  return count === 1 ? '1 formula was' : `${String(count)} formulas were`;
}

function notDone(refusal: string): Told {
  return { isDone: false, words: `Nothing was written. ${refusal}.` };
}
