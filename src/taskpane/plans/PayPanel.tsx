/** What the plans pay: now, with the edits, and the difference, by provider and in all. */
import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PayFigure, PayRow, PayTable, PlanEffectOutcome } from '../../app/plans/types';
import { counted } from '../counted';
import { Disclosure } from '../components/Disclosure';
import { Section } from '../components/Section';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
  quiet: { color: tokens.colorNeutralForeground3 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
  },
  first: { width: '17%' },
  head: { textAlign: 'end', fontWeight: tokens.fontWeightRegular },
  name: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    paddingTop: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  term: { textAlign: 'start', fontWeight: tokens.fontWeightRegular },
  cell: { textAlign: 'end', padding: 0, overflowWrap: 'anywhere' },
  change: { fontWeight: tokens.fontWeightSemibold },
  total: {
    borderTopWidth: '1px',
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke1,
  },
});

/** `effect` is undefined while it is being worked out. */
export function PayPanel(props: {
  readonly period: string;
  readonly hasChanges: boolean;
  readonly effect: PlanEffectOutcome | undefined;
}): ReactElement {
  const styles = useStyles();
  const { effect, hasChanges } = props;
  return (
    <Section title="What the plans pay">
      <p className={mergeClasses(styles.text, styles.small, styles.quiet)}>
        {props.period}.{' '}
        {hasChanges ? 'Nothing is written yet.' : 'Change a plan below to see what it would pay.'}
      </p>
      {effect === undefined && <p className={styles.text}>Working it out…</p>}
      {effect?.kind === 'failed' && (
        <p className={styles.text}>{`${effect.message}. ${effect.fix}`}</p>
      )}
      {effect?.kind === 'done' && <Pay pay={effect.effect.pay} hasChanges={hasChanges} />}
    </Section>
  );
}

function Pay(props: { readonly pay: PayTable; readonly hasChanges: boolean }): ReactElement {
  const { changed, unchanged, total } = props.pay;
  const [heads, rows] = props.hasChanges
    ? [['Now', 'Then', 'Change'], changed]
    : [['Now'], unchanged];
  return (
    <>
      <Table
        caption="Payable and base by provider"
        heads={heads}
        rows={[...rows, total]}
        hasTotal
      />
      {props.hasChanges && unchanged.length > 0 && (
        <Disclosure level={3} title={`${counted(unchanged.length, 'other provider')}: no change`}>
          <Table caption="Without a change" heads={['Now']} rows={unchanged} />
        </Disclosure>
      )}
    </>
  );
}

function Table(props: {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly PayRow[];
  readonly hasTotal?: boolean;
}): ReactElement {
  const styles = useStyles();
  const { heads, rows } = props;
  return (
    <table className={mergeClasses(styles.table, styles.small)} aria-label={props.caption}>
      <thead>
        <tr>
          <td className={styles.first} />
          {heads.map((head) => (
            <th key={head} scope="col" className={mergeClasses(styles.head, styles.quiet)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map(({ name, payable, base }, place) => {
        const isTotal = props.hasTotal === true && place === rows.length - 1;
        return (
          <tbody key={name} className={isTotal ? styles.total : undefined}>
            <tr>
              <th scope="rowgroup" colSpan={heads.length + 1} className={styles.name}>
                {name}
              </th>
            </tr>
            <Figures term="Pays" figure={payable} columns={heads.length} />
            <Figures term="Base" figure={base} columns={heads.length} />
          </tbody>
        );
      })}
    </table>
  );
}

/** The name above its figures: beside them there is no room in a narrow pane. */
function Figures(props: {
  readonly term: string;
  readonly figure: PayFigure;
  readonly columns: number;
}): ReactElement {
  const styles = useStyles();
  const { now, then, change } = props.figure;
  const cells = [now, then, change === '' ? 'no change' : change].slice(0, props.columns);
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.term, styles.quiet)}>
        {props.term}
      </th>
      {cells.map((text, column) => (
        <td
          key={column}
          className={mergeClasses(styles.cell, column === 2 && change !== '' && styles.change)}
        >
          {text}
        </td>
      ))}
    </tr>
  );
}
