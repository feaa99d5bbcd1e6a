/** The plans by provider; one of them is open to be changed at a time. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PlanBook, PlanProblem } from '../../app/plans/types';
import { Section } from '../components/Section';
import { type DraftRow, providerOf, withoutRow, withRowBack, withText } from './draft';
import { PlanItem, type PlanItemActions } from './PlanItem';

const useStyles = makeStyles({
  words: { margin: `0 0 ${tokens.spacingVerticalS}` },
  quiet: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  group: {
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

export function PlanList(props: {
  readonly book: PlanBook;
  readonly rows: readonly DraftRow[];
  readonly problems: readonly PlanProblem[];
  readonly isBusy: boolean;
  readonly edit: (rows: readonly DraftRow[]) => void;
  readonly goneTarget: string;
  readonly open: (sheet: string, cell: string) => void;
}): ReactElement {
  const styles = useStyles();
  const { book, rows, problems, isBusy, edit } = props;
  const [openKey, setOpenKey] = useState('');
  const [added, setAdded] = useState(0);
  const actions: PlanItemActions = {
    set: (key, field, text) => {
      edit(withText(rows, key, { field, text }));
    },
    remove: (key) => {
      edit(withoutRow(rows, key));
    },
    putBack: (key) => {
      edit(withRowBack(rows, key));
    },
    show: setOpenKey,
    open: props.open,
  };
  const add = (): void => {
    const key = `new ${added + 1}`;
    setAdded(added + 1);
    edit([...rows, { key, texts: {}, listed: undefined, isRemoved: false }]);
    setOpenKey(key);
  };
  const others = problems.filter(({ key }) => key === '');
  return (
    <Section title="Plans">
      {rows.length === 0 && (
        <p className={styles.words}>
          The workbook has no commission plan yet. Add one for each provider, or one for everyone.
        </p>
      )}
      <p className={styles.quiet}>{book.into}</p>
      {others.map(({ place, found }) => (
        <p key={`${place} ${found}`} className={styles.quiet}>{`${place}: ${found}`}</p>
      ))}
      {groupsOf(rows, book).map(({ name, own }) => (
        <div key={name}>
          <h3 className={styles.group}>{name}</h3>
          <ul className={styles.list}>
            {own.map((row) => (
              <PlanItem
                key={row.key}
                {...{ row, name, isBusy, actions }}
                fields={book.fields}
                goneTarget={props.goneTarget}
                problems={problems.filter(({ key }) => key === row.key)}
                isOpen={row.key === openKey}
              />
            ))}
          </ul>
        </div>
      ))}
      <AddButton isBusy={isBusy} rows={rows.length} add={add} />
    </Section>
  );
}

function AddButton(props: {
  readonly rows: number;
  readonly isBusy: boolean;
  readonly add: () => void;
}): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A new row that was removed takes its button with it.
    if (document.activeElement === document.body) place.current?.querySelector('button')?.focus();
  }, [props.rows]);
  return (
    <div ref={place}>
      <Button disabledFocusable={props.isBusy} onClick={props.add}>
        Add a plan
      </Button>
    </div>
  );
}

/**
 * By the provider who stands in the workbook, so that a row stays where it is while another one is chosen
 * for it; new rows come last.
 */
function groupsOf(
  rows: readonly DraftRow[],
  { fields }: PlanBook,
): { readonly name: string; readonly own: readonly DraftRow[] }[] {
  const groups = new Map<string, DraftRow[]>();
  for (const row of rows) {
    const name = row.listed === undefined ? 'New plans' : providerOf(row.listed, fields);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].map(([name, own]) => ({ name, own }));
}
