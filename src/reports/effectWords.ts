/** What another value of an option would change, in a sentence. */
import { moneyText } from '../core/cents';
import type { Change, ComparedBy } from './compared';
import type { OptionEffect } from './optionEffects';

/** Names told one by one; the others are counted. */
const TOLD = 3;

/** Several of what the rows of a table are. */
export const plurals: Readonly<Record<ComparedBy, string>> = {
  Provider: 'providers',
  Month: 'months',
  'CPT Code': 'codes',
  Category: 'categories',
  Line: 'lines',
  Total: 'totals',
};

/** `cpt-spread = equal would move 412.30 from Adams to Baker in Total Income (CPT Billed by Provider)`. */
export function effectSentence(effect: OptionEffect): string {
  const { option, instead } = effect;
  return effect.lack === '' ? `${option} = ${instead} ${effectWords(effect)}.` : `${effect.lack}.`;
}

/** The sentence without its subject; `moves no money` where nothing that is compared changes. */
export function effectWords({ changes, providers }: OptionEffect): string {
  const byProvider = changes.filter(({ by }) => by === 'Provider');
  if (byProvider.length > 0) {
    const byMonth = changes.filter(({ by }) => by === 'Month');
    return `would ${clauses([...byProvider, ...byMonth])}`;
  }
  if (changes.length === 0) return `moves no money${providers === 'some' ? OF_SHOWN : ''}`;
  const between = providers === 'some' ? OF_SHOWN : ' between providers';
  const start = providers === 'none' ? '' : `moves no money${between}, but `;
  return `${start}would ${clauses(changes)}`;
}

const OF_SHOWN = ' of the providers shown';

/** One clause a figure, of the leading figures of each sheet where one of them changed. */
function clauses(changes: readonly Change[]): string {
  const bySheet = [...grouped(changes, ({ sheet, table }) => `${sheet}\n${table}`).values()];
  return bySheet
    .flatMap((ofSheet) => {
      const leads = ofSheet.filter(({ isLead }) => isLead);
      const told = leads.length > 0 ? leads : ofSheet;
      const isOfRows = told.some(({ by }) => by !== 'Line' && by !== 'Total');
      if (!isOfRows) return [figuresClause(told)];
      return [...grouped(told, ({ figure }) => figure).values()].map(rowsClause);
    })
    .join('; ');
}

function grouped(
  changes: readonly Change[],
  keyOf: (change: Change) => string,
): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = keyOf(change);
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return groups;
}

/** Figures that belong to nobody: `raise Net Collection by 10.00 and lower Cash by 3.00 (Gross to Net)`. */
function figuresClause(changes: readonly Change[]): string {
  const told = changes.slice(0, TOLD);
  const more = changes.length - told.length;
  const words = raisedAndLowered(told, ({ figure }) => figure, {
    more: `${more} more ${more === 1 ? 'line' : 'lines'}`,
    isMore: more > 0,
  });
  return `${words} (${changes[0]?.sheet ?? ''})`;
}

/** A figure by provider, month or code: what moves among them, or who gets more and who less. */
function rowsClause(changes: readonly Change[]): string {
  const rows = changes.filter(({ row }) => row !== undefined).sort(byWeight);
  const all = changes.filter(({ row }) => row === undefined).reduce(addUp, 0);
  const ofRows = rows.reduce(addUp, 0);
  const [first] = changes;
  if (first === undefined) return '';
  const { figure, sheet } = first;
  const told = rows.slice(0, TOLD);
  const more = rows.length - told.length;
  if (rows.length === 0) {
    return `change ${figure} by ${signed(all)}, all of it of ${plurals[first.by]} that are not shown (${sheet})`;
  }
  if (ofRows === 0 && all === 0) return `${moved(rows, figure)} (${sheet})`;
  const inAll = more > 0 || all !== ofRows ? `, all together ${signed(all)}` : '';
  const words = raisedAndLowered(told, ({ row }) => `of ${row ?? ''}`, {
    figure,
    more: `that of ${more} more`,
    isMore: more > 0,
  });
  return `${words} (${sheet}${inAll})`;
}

/** `move 412.30 from Adams to Baker in Total Income`, or between more than two of them. */
function moved(rows: readonly Change[], figure: string): string {
  const [to] = rows.filter((row) => changeCents(row) > 0);
  const [from] = rows.filter((row) => changeCents(row) < 0);
  const cents = moneyText(rows.filter((row) => changeCents(row) > 0).reduce(addUp, 0));
  if (rows.length === 2) {
    return `move ${cents} from ${from?.row ?? ''} to ${to?.row ?? ''} in ${figure}`;
  }
  const told = rows.slice(0, TOLD).map((row) => `${row.row ?? ''} ${signed(changeCents(row))}`);
  const more = rows.length - told.length;
  const names = listed([...told, ...(more > 0 ? [`${more} more`] : [])]);
  return `move ${cents} between ${plurals[to?.by ?? 'Provider']} in ${figure}: ${names}`;
}

/** `raise Total Income of Baker by 12.00 and lower that of Adams by 3.00`. */
function raisedAndLowered(
  changes: readonly Change[],
  nameOf: (change: Change) => string,
  of: { readonly figure?: string; readonly more: string; readonly isMore: boolean },
): string {
  const words = (some: readonly Change[]): string =>
    listed(
      some.map((change) => `${nameOf(change)} by ${moneyText(Math.abs(changeCents(change)))}`),
    );
  const raised = changes.filter((change) => changeCents(change) > 0);
  const lowered = changes.filter((change) => changeCents(change) < 0);
  const figure = of.figure === undefined ? '' : `${of.figure} `;
  const again = of.figure === undefined || raised.length === 0 ? figure : 'that ';
  const parts = [
    ...(raised.length > 0 ? [`raise ${figure}${words(raised)}`] : []),
    ...(lowered.length > 0 ? [`lower ${again}${words(lowered)}`] : []),
    ...(of.isMore ? [`change ${of.more}`] : []),
  ];
  return listed(parts, changes.length > 2 ? ', and ' : ' and ');
}

/** The largest first; of equals the first of its table. */
function byWeight(one: Change, other: Change): number {
  return Math.abs(changeCents(other)) - Math.abs(changeCents(one));
}

export function changeCents({ nowCents, insteadCents }: Change): number {
  return insteadCents - nowCents;
}

function addUp(sum: number, change: Change): number {
  return sum + changeCents(change);
}

function signed(cents: number): string {
  return cents > 0 ? `+${moneyText(cents)}` : moneyText(cents);
}

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[], last = ' and '): string {
  const before = words.slice(0, -1);
  return before.length === 0
    ? (words[0] ?? '')
    : `${before.join(', ')}${last}${words.at(-1) ?? ''}`;
}
