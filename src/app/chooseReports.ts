/** Which reports a run makes: those asked for, or all whose tables are there. */
import type { NearTable } from '../excel/reading';
import type { ReadKind } from '../ledger/kinds';
import type { SourceTable } from '../ledger/tables';
import type { Asked } from './checkRequest';
import { reportSpecs, type ReportSpec } from '../reports/catalogue';

export interface ChosenReports {
  readonly specs: readonly ReportSpec[];
  /** Why a report asked for by name cannot be made: its missing table or column. */
  readonly reasons: readonly string[];
}

/**
 * `asked` empty means every report whose tables are there, but those that are made by name only; none at
 * all is refused.
 */
export function chooseReports(
  { reports: asked, options }: Pick<Asked, 'reports' | 'options'>,
  sources: readonly SourceTable[],
  nearly: readonly NearTable[],
): ChosenReports {
  const found = new Set(sources.map(({ kind }) => kind));
  const isAll = asked.length === 0;
  const wanted = reportSpecs.filter(({ name, isByName }) =>
    isAll ? isByName !== true : asked.includes(name),
  );
  const specs = wanted.filter(({ needs }) =>
    needs.some((kinds) => kinds.every((kind) => found.has(kind))),
  );
  // What an option asks for is never left out in silence, also where all reports are wanted.
  const lacking = specs.flatMap((spec) => {
    const lack = spec.lacks?.(sources, options) ?? '';
    return lack === '' ? [] : [`${spec.name} cannot be made: ${lack}`];
  });
  if (isAll && specs.length > 0) return { specs, reasons: lacking };
  const without = wanted.filter((spec) => !specs.includes(spec));
  const reasons = without.map(
    (spec) => `${spec.name} cannot be made: ${missingTables(spec, found, nearly)}`,
  );
  return { specs, reasons: [...reasons, ...lacking] };
}

/** Why a report cannot be made: its missing tables or columns; empty where it can. */
export function missingTables(
  { needs }: Pick<ReportSpec, 'needs'>,
  found: ReadonlySet<ReadKind>,
  nearly: readonly NearTable[],
): string {
  const lacking = needs.map((kinds) => kinds.filter((kind) => !found.has(kind)));
  // The list that lacks least says what to add.
  const [fewest = []] = lacking.sort((a, b) => a.length - b.length);
  const parts = fewest.map((kind) => {
    const near = nearly.find((one) => one.kind === kind);
    if (near === undefined) return `no table ${kind} was found`;
    const columns = near.missing.map((column) => `'${column}'`).join(' and ');
    return `the table on sheet '${near.sheet}' (row ${near.headerRow}) looks like ${kind} but has no column ${columns}`;
  });
  return parts.join('; ');
}
