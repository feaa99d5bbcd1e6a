/** Ticks the reports to make; one that cannot be made says why. */
import { useId, type ReactElement } from 'react';
import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Inspection, ReportChoice } from '../../app/pane';
import { tickedReports, type Choice } from '../choices';
import type { PaneActions } from '../usePane';
import { Section } from './Section';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { marginBottom: tokens.spacingVerticalS, ':last-child': { marginBottom: 0 } },
  // The indicator of a checkbox starts 8px inside of it.
  box: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  // The name of a report that cannot be made is to be read all the same.
  off: { color: tokens.colorNeutralForeground3 },
  words: {
    margin: 0,
    paddingInlineStart: '28px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  missing: { color: tokens.colorNeutralForeground1 },
});

export function ReportPicker(props: {
  readonly choice: Choice;
  readonly inspection: Inspection;
  readonly dispatch: PaneActions['dispatch'];
}): ReactElement {
  const styles = useStyles();
  const ticked = tickedReports(props.choice, props.inspection);
  return (
    <Section title="Reports">
      <ul className={styles.list}>
        {props.inspection.reports.map((report) => (
          <ReportItem
            key={report.name}
            report={report}
            isTicked={ticked.includes(report.name)}
            toggle={() => {
              props.dispatch({ kind: 'report-toggled', report: report.name });
            }}
          />
        ))}
      </ul>
    </Section>
  );
}

function ReportItem(props: {
  readonly report: ReportChoice;
  readonly isTicked: boolean;
  readonly toggle: () => void;
}): ReactElement {
  const styles = useStyles();
  const wordsId = useId();
  const { title, question, missing } = props.report;
  return (
    <li className={styles.item}>
      <Checkbox
        className={mergeClasses(styles.box, missing !== '' && styles.off)}
        label={title}
        checked={props.isTicked}
        disabled={missing !== ''}
        aria-describedby={wordsId}
        onChange={props.toggle}
      />
      <div id={wordsId}>
        <p className={styles.words}>{question}</p>
        {missing !== '' && <p className={mergeClasses(styles.words, styles.missing)}>{missing}</p>}
      </div>
    </li>
  );
}
