/** The rows of the list of suggestions: those that a filter shows, under the heading of their group. */
import { reach } from '../../app/review/reach';
import type { Proposal } from '../../app/review/types';

export type GroupBy = 'family' | 'provider';

export type ListRow =
  | { readonly kind: 'group'; readonly title: string; readonly count: number }
  | { readonly kind: 'proposal'; readonly proposal: Proposal };

/** Suggestions with this provider on either side; all of them for the empty name. */
export function shownProposals(
  proposals: readonly Proposal[],
  provider: string,
): readonly Proposal[] {
  if (provider === '') return proposals;
  return proposals.filter(({ from, to }) =>
    [from, ...to].some((side) => side.provider === provider),
  );
}

/** Groups stand in the order of their first suggestion, and so do suggestions in a group. */
export function listRows(proposals: readonly Proposal[], by: GroupBy): ListRow[] {
  const groups = new Map<string, Proposal[]>();
  for (const proposal of proposals) {
    const title = by === 'family' ? proposal.family : `Leaves ${proposal.from.provider}`;
    const group = groups.get(title);
    if (group === undefined) groups.set(title, [proposal]);
    else group.push(proposal);
  }
  return [...groups].flatMap(([title, group]): ListRow[] => [
    { kind: 'group', title, count: group.length },
    ...group.map((proposal): ListRow => ({ kind: 'proposal', proposal })),
  ]);
}

/** Key → keys of the suggestions that need it. */
export type Needed = ReadonlyMap<string, readonly string[]>;

export function neededBy(proposals: readonly Proposal[]): Needed {
  const found = new Map<string, string[]>();
  for (const { key, needs } of proposals) {
    for (const need of needs) {
      const others = found.get(need);
      if (others === undefined) found.set(need, [key]);
      else others.push(key);
    }
  }
  return found;
}

/** Accepts suggestions, each with those by which its money comes free. */
export function withAccepted(
  accepted: ReadonlySet<string>,
  added: readonly Proposal[],
  byKey: ReadonlyMap<string, Proposal>,
): ReadonlySet<string> {
  const keys = added.map(({ key }) => key);
  return new Set([...accepted, ...reach(keys, (key) => byKey.get(key)?.needs)]);
}

/** Rejects suggestions, each with those whose money it sets free. */
export function withoutAccepted(
  accepted: ReadonlySet<string>,
  taken: readonly Proposal[],
  needed: Needed,
): ReadonlySet<string> {
  const keys = taken.map(({ key }) => key);
  const gone = reach(keys, (key) => needed.get(key));
  return new Set([...accepted].filter((key) => !gone.has(key)));
}
