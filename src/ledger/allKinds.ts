/** Every kind of the ledger format with its headers, whether this version reads it or only knows it. */
import type { ColumnSpec, KindName } from './columnSpec';
import { readKinds, type ReadKind } from './kinds';

/** Headers of kinds that are told apart from the others but not read yet: [bold, others]. */
const otherKinds: Readonly<Record<Exclude<KindName, ReadKind>, readonly [string[], string[]]>> = {
  'Commission Plans': [
    ['Provider', 'Basis', 'Rate'],
    [
      'Applies To',
      'Credit To',
      'Credit Share',
      'Tier From',
      'Tier Method',
      'Tier Period',
      'Effective From',
      'Effective To',
      'Lab Method',
      'Lab Share',
      'Guarantee',
      'Guarantee Period',
      'Draw',
      'Carry Deficit',
    ],
  ],
};

export interface KindSpec {
  readonly name: KindName;
  readonly columns: Readonly<Record<string, ColumnSpec>>;
}

function headersOnly([bold, others]: readonly [string[], string[]]): Record<string, ColumnSpec> {
  const columns: [string, ColumnSpec][] = [
    ...bold.map((header): [string, ColumnSpec] => [header, { header, type: 'text', bold: true }]),
    ...others.map((header): [string, ColumnSpec] => [header, { header, type: 'text' }]),
  ];
  return Object.fromEntries(columns);
}

/** Every kind of the ledger format. */
export const kinds: readonly KindSpec[] = [
  ...Object.entries(readKinds).map(([name, columns]) => ({
    name: name as ReadKind,
    columns,
  })),
  ...Object.entries(otherKinds).map(([name, headers]) => ({
    name: name as KindName,
    columns: headersOnly(headers),
  })),
];
