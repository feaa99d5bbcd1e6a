/** What the accepted suggestions would do to income and commission: now, then, and the difference. */
import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { EffectOutcome, EffectRow, EffectTable } from '../../app/review/types';
import { Section } from '../components/Section';

const useStyles = makeStyles({
  text: { margin: 0 },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  quiet: { color: tokens.colorNeutralForeground3 },
  figures: { marginBottom: tokens.spacingVerticalM },
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontVariantNumeric: 'tabular-nums',
  },
  caption: { textAlign: 'start', fontWeight: tokens.fontWeightSemibold },
  head: { textAlign: 'end', fontWeight: tokens.fontWeightRegular },
  name: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    paddingTop: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  cell: { textAlign: 'end', padding: 0, overflowWrap: 'anywhere' },
  change: { fontWeight: tokens.fontWeightSemibold },
  total: {
    borderTopWidth: '1px',
    borderTopStyle: 'solid',
    borderTopColor: tokens.colorNeutralStroke1,
  },
});

/** `effect` is undefined while it is being worked out. */
export function EffectPanel(props: {
  readonly accepted: number;
  readonly effect: EffectOutcome | undefined;
}): ReactElement {
  return (
    <Section title="What it changes">
      <Words {...props} />
    </Section>
  );
}

function Words(props: {
  readonly accepted: number;
  readonly effect: EffectOutcome | undefined;
}): ReactElement {
  const styles = useStyles();
  const { accepted, effect } = props;
  if (accepted === 0) {
    return (
      <p className={styles.text}>
        Accept suggestions below to see what they do to income and commission. Nothing is written
        before you press the button at the end.
      </p>
    );
  }
  if (effect === undefined || effect.kind === 'cancelled') {
    return <p className={styles.text}>Working it out…</p>;
  }
  if (effect.kind === 'failed') {
    return <p className={styles.text}>{`${effect.message}. ${effect.fix}`}</p>;
  }
  return (
    <>
      <Figures table={effect.income} />
      {effect.commission === undefined ? (
        <p className={mergeClasses(styles.text, styles.small, styles.quiet)}>
          No commission: the workbook has no table Commission Plans.
        </p>
      ) : (
        <Figures table={effect.commission} />
      )}
    </>
  );
}

function Figures({ table }: { readonly table: EffectTable }): ReactElement {
  const styles = useStyles();
  const { title, rows, total, totalNote, others } = table;
  return (
    <div className={styles.figures}>
      <table className={styles.table}>
        <caption className={styles.caption}>{title}</caption>
        <thead>
          <tr>
            {['Now', 'Then', 'Change'].map((head) => (
              <th
                key={head}
                scope="col"
                className={mergeClasses(styles.head, styles.small, styles.quiet)}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <Figure key={row.name} row={row} isTotal={false} />
        ))}
        <Figure row={total} isTotal />
      </table>
      {[others, totalNote]
        .filter((words) => words !== '')
        .map((words) => (
          <p key={words} className={mergeClasses(styles.text, styles.small, styles.quiet)}>
            {words}
          </p>
        ))}
    </div>
  );
}

/** The name above its figures: beside them there is no room in a narrow pane. */
function Figure(props: { readonly row: EffectRow; readonly isTotal: boolean }): ReactElement {
  const styles = useStyles();
  const { name, now, then, change } = props.row;
  return (
    <tbody className={props.isTotal ? styles.total : undefined}>
      <tr>
        <th scope="rowgroup" colSpan={3} className={styles.name}>
          {name}
        </th>
      </tr>
      <tr>
        <td className={styles.cell}>{now}</td>
        <td className={styles.cell}>{then}</td>
        <td className={mergeClasses(styles.cell, change !== '' && styles.change)}>
          {change === '' ? 'no change' : change}
        </td>
      </tr>
    </tbody>
  );
}
