/** The list of suggestions: only the rows in sight are on the page, so that thousands take no longer than ten. */
import { useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Proposal } from '../../app/review/types';
import type { ListRow } from './listRows';
import { ProposalItem } from './ProposalItem';

/** Pixels that a row has until it was seen. */
const GROUP_PX = 36;
const PROPOSAL_PX = 190;

const useStyles = makeStyles({
  list: { position: 'relative', width: '100%' },
  row: { position: 'absolute', top: 0, left: 0, width: '100%' },
  group: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  count: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
});

export function ProposalList(props: {
  readonly rows: readonly ListRow[];
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly accepted: ReadonlySet<string>;
  readonly isBusy: boolean;
  readonly toggle: (proposal: Proposal, isAccepted: boolean) => void;
  readonly goneTarget: string;
  readonly open: (sheet: string, cell: string) => void;
}): ReactElement {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const above = useHeightAbove(list);
  const { rows, scroller, accepted, ...others } = props;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (place) => (rows[place]?.kind === 'group' ? GROUP_PX : PROPOSAL_PX),
    getItemKey: (place) => keyOf(rows[place], place),
    scrollMargin: above,
    overscan: 4,
  });
  return (
    <div ref={list} role="list" className={styles.list} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        return (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className={styles.row}
            style={{ transform: `translateY(${start - above}px)` }}
          >
            {row?.kind === 'group' && (
              <h3 className={styles.group}>
                {row.title} <span className={styles.count}>{row.count}</span>
              </h3>
            )}
            {row?.kind === 'proposal' && (
              <ProposalItem
                proposal={row.proposal}
                isAccepted={accepted.has(row.proposal.key)}
                {...others}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

function keyOf(row: ListRow | undefined, place: number): string | number {
  if (row === undefined) return place;
  return row.kind === 'group' ? `group ${row.title}` : row.proposal.key;
}

/** What stands above the list in the same scroller grows and shrinks. */
function useHeightAbove(list: RefObject<HTMLDivElement | null>): number {
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const parent = list.current?.parentElement;
    if (parent === null || parent === undefined) return undefined;
    const look = (): void => {
      setAbove(list.current?.offsetTop ?? 0);
    };
    const watch = new ResizeObserver(look);
    for (const child of Array.from(parent.children))
      if (child !== list.current) watch.observe(child);
    look();
    return () => {
      watch.disconnect();
    };
  }, [list]);
  return above;
}
