/** The profiles as data: sound mappings of the headers they know, and of no table of the ledger format. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openWorkbook } from '../../host/index';
import { kinds } from '../../src/ledger/allKinds';
import { checkMapping } from '../../src/ledger/mapping/checkMapping';
import { matchProfile } from '../../src/ledger/mapping/matchProfile';
import type { Profile, ProfileView } from '../../src/ledger/mapping/profile';
import { profiles } from '../../src/ledger/mapping/profiles/all';
import { refOf, refsOfConditions } from '../../src/ledger/mapping/tableMapping';
import { runs } from '../support/law';
import { grid, readImport } from './readImports';

function headersOfView({ rows = [], fields }: ProfileView): string[] {
  const sources = Object.values(fields).flat();
  const refs = sources.flatMap((source) => ('columns' in source ? source.columns : []));
  return [...refsOfConditions(rows), ...refs].map((ref) => refOf(ref).header);
}

/** A header row with the first of every alternative that a profile knows. */
function headersOf({ needs, views }: Profile): string[] {
  const all = [...needs, ...views.flatMap(headersOfView)];
  return [...new Set(all.map((one) => one.split('|')[0] ?? ''))];
}

const known = profiles.map((profile) => [profile.name, profile] as const);

it('there is one for every system that the list of headers names', () => {
  const systems = [
    'Instinct',
    'Kareo',
    'DrChrono',
    'NUIN',
    'OpenEMR',
    'Dentrix',
    'Shepherd',
    'topsOrtho',
    'TheraNest',
    'ChartTalk',
    '835',
  ];
  for (const system of systems) {
    expect(known.filter(([name]) => name.startsWith(system))).not.toEqual([]);
  }
});

describe.each(known)('%s', (_, profile) => {
  const sheet = profile.sheets?.[0] ?? 'Export';

  it('is found by its headers in any order, and gives a mapping without a fault', () => {
    const headers = headersOf(profile);
    for (const cells of [headers, [...headers].reverse(), ['', ...headers, 'Remarks']]) {
      const found = matchProfile(cells, sheet);
      expect(found?.mapping.name).toBe(profile.name);
      expect(checkMapping(found?.mapping)).toEqual({ mapping: expect.anything() as unknown });
      expect(found?.mapping.views).toHaveLength(profile.views.length);
    }
  });

  it('is found by what it needs alone, and then by nothing less', () => {
    const needs = profile.needs.map((need) => need.split('|')[0] ?? '');
    for (const gone of needs) {
      const found = matchProfile(
        needs.filter((need) => need !== gone),
        sheet,
      );
      expect(found?.mapping.name).not.toBe(profile.name);
    }
  });

  it('is not found where a header that it reads stands there twice', () => {
    const needs = profile.needs.map((need) => need.split('|')[0] ?? '');
    const found = matchProfile([...headersOf(profile), needs[0] ?? ''], sheet);
    expect(found?.mapping.name).not.toBe(profile.name);
  });
});

describe('a table of the ledger format', () => {
  it('is read by its headers, whatever columns it has', () => {
    const some = fc.constantFrom(...kinds).chain(({ columns }) => {
      const specs = Object.values(columns);
      const bold = specs.filter((spec) => spec.bold === true).map(({ header }) => header);
      const others = specs.filter((spec) => spec.bold !== true).map(({ header }) => header);
      return fc.subarray(others).map((more) => [...bold, ...more]);
    });
    fc.assert(
      fc.property(some, fc.constantFrom('Payments', 'Production', 'Ledger'), (headers, sheet) => {
        expect(matchProfile(headers, sheet)).toBeUndefined();
      }),
      runs,
    );
  });

  it('is so in every sample workbook', () => {
    const folder = join(__dirname, '../../samples');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.xlsx'))) {
      const { tables } = openWorkbook(readFileSync(join(folder, file)));
      expect(tables.length).toBeGreaterThan(0);
      for (const { columns, sheet } of tables) {
        expect(matchProfile(columns, sheet.name)).toBeUndefined();
      }
    }
  });
});

it('a profile that the user has kept as a mapping reads the same rows', async () => {
  const sheets = {
    Ledger: grid(`
      Date       | Entry Date | Name      | Code  | Description   | Prov | Amount | Check #
      2024-03-05 | 2024-03-05 | Roe, Jane | D0120 | Periodic exam | DOC1 | 65.00  |
      2024-03-05 | 2024-03-05 | Roe, Jane | Pay   | Check Payment | DOC1 | -40.00 | 1201
    `),
  };
  const found = matchProfile(sheets.Ledger[0] ?? [], 'Ledger');
  const read = await readImport(sheets);
  const again = await readImport(sheets, found === undefined ? [] : [found.mapping]);
  expect(again.equations).toEqual(read.equations);
  for (const kind of ['Charges', 'Payments'] as const) {
    const all = kinds.find(({ name }) => name === kind)?.columns ?? {};
    const columns = Object.values(all)
      .map(({ header }) => header)
      .join(', ');
    expect(again.rows(kind, columns)).toEqual(read.rows(kind, columns));
  }
});

it('several systems in one workbook are read side by side', async () => {
  const read = await readImport({
    'From Dentrix': grid(`
      Date       | Code  | Description   | Prov | Amount | Check #
      2024-03-05 | D0120 | Periodic exam | DOC1 | 65.00  |
      2024-03-06 | Pay   | Cash Payment  | DOC1 | -65.00 |
    `),
    'From ChartTalk': grid(`
      Service or Payment | Date       | Provider | Charge | Amount Paid
      Service            | 2024-03-05 | Lee      | 80.00  |
      Payment            | 2024-03-06 | Lee      |        | 80.00
    `),
    Other: grid(`
      Payment ID | Payment Date | Type    | Amount
      P1         | 2024-03-09   | Payment | 40
    `),
  });
  expect(read.rows('Charges', 'Provider, Amount')).toEqual(['DOC1 | 65.00', 'Lee | 80.00']);
  expect(read.rows('Payments', 'Payment Date, Amount')).toEqual([
    '2024-03-06 | 65.00',
    '2024-03-06 | 80.00',
    '2024-03-09 | 40.00',
  ]);
  expect(read.told).toEqual([]);
});
