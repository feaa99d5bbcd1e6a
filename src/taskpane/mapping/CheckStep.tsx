/** What the mapping reads: rows, totals, the sign of money, the first rows, and what is wrong with cells. */
import type { ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { moneyLeftOut, setSign } from '../../app/mapping/draft';
import type { CheckedTable, Draft, SignQuestion } from '../../app/mapping/types';
import { Notice } from '../components/Notice';
import { ProblemList } from '../components/ProblemList';
import { Section } from '../components/Section';
import type { Edit } from './ColumnsStep';
import { Pick } from './Pick';
import type { MappingActions, MappingState } from './useMapping';

const useStyles = makeStyles({
  place: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  words: { margin: `0 0 ${tokens.spacingVerticalXS}`, overflowWrap: 'anywhere' },
  total: { fontWeight: tokens.fontWeightSemibold },
  table: {
    width: '100%',
    marginTop: tokens.spacingVerticalM,
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
      textAlign: 'start',
      verticalAlign: 'top',
    },
    '& th': { fontWeight: tokens.fontWeightSemibold },
    '& thead th': { color: tokens.colorNeutralForeground2 },
  },
});

export function CheckStep(props: {
  readonly draft: Draft;
  readonly state: MappingState;
  readonly actions: MappingActions;
  readonly open: (sheet: string, cell: string) => void;
  readonly goneTarget: string;
}): ReactElement {
  const styles = useStyles();
  const { draft, state, actions } = props;
  const { checked } = state;
  if (checked === undefined) {
    return <p className={styles.place}>Reading the table by this mapping…</p>;
  }
  if (checked.kind !== 'done') {
    const isFailed = checked.kind === 'failed';
    return (
      <div className={styles.place}>
        <Notice
          intent={isFailed ? 'error' : 'info'}
          title={isFailed ? checked.message : 'Stopped reading'}
        >
          {isFailed ? checked.fix : 'Go back a step to read it again.'}
        </Notice>
      </div>
    );
  }
  const { tables, problems } = checked.answer;
  const left = moneyLeftOut(draft);
  return (
    <>
      {tables.length === 0 && (
        <div className={styles.place}>
          <Notice intent="error" title="Nothing is read">
            No row under these headers is one of the table. Go back and look at the columns.
          </Notice>
        </div>
      )}
      {left.length > 0 && (
        <div className={styles.place}>
          <Notice intent="warning" title={`Amounts that are not read: ${left.join(', ')}`}>
            Nothing says what they are, so they are in no figure.
          </Notice>
        </div>
      )}
      {tables.map((table, place) => (
        <Read
          key={`${String(place)} ${table.kind}`}
          table={table}
          {...{ draft }}
          edit={actions.edit}
        />
      ))}
      <ProblemList
        problems={problems}
        headingRef={NOWHERE}
        open={props.open}
        goneTarget={props.goneTarget}
      />
    </>
  );
}

const NOWHERE = { current: null };

function Read(props: {
  readonly table: CheckedTable;
  readonly draft: Draft;
  readonly edit: Edit;
}): ReactElement {
  const styles = useStyles();
  const { table, draft, edit } = props;
  return (
    <Section title={table.kind}>
      <p className={styles.words}>{table.rows}</p>
      {table.total !== '' && <p className={`${styles.words} ${styles.total}`}>{table.total}</p>}
      {table.sign !== undefined && <Sign sign={table.sign} draft={draft} edit={edit} />}
      {table.preview.length > 0 && <Preview table={table} />}
    </Section>
  );
}

/** The first rows, each a column: a field stands beside what is understood of it. */
function Preview({ table }: { readonly table: CheckedTable }): ReactElement {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          {table.preview.map((_, place) => (
            <th key={place} scope="col">{`Row ${String(place + 1)}`}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.headers.map((header, field) => (
          <tr key={header}>
            <th scope="row">{header}</th>
            {table.preview.map((row, place) => (
              <td key={place}>{row[field]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const signs = [
  { key: '', label: 'Found out when it is read' },
  { key: 'as-written', label: 'No, as it is written' },
  { key: 'negated', label: 'Yes, turn the sign round' },
];

/** What a minus means: asked with the total that it makes. */
function Sign(props: {
  readonly sign: SignQuestion;
  readonly draft: Draft;
  readonly edit: Edit;
}): ReactElement {
  const { sign, draft, edit } = props;
  const source = draft.mapping.views[sign.at]?.fields[sign.header];
  const value = source !== undefined && 'columns' in source ? (source.sign ?? '') : '';
  return (
    <Pick
      label={sign.words}
      isNeeded={sign.mustBeAnswered}
      value={value}
      choices={signs}
      pick={(chosen) => {
        if (chosen === 'negated' || chosen === 'as-written') edit(setSign(draft, sign, chosen));
      }}
    />
  );
}
