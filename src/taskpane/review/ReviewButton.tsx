/** Leads from the reports to the review of allocation suggestions; a workbook that lacks its tables has no such part. */
import { useEffect, useRef, type ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReportChoice } from '../../app/pane';
import { Section } from '../components/Section';

const useStyles = makeStyles({
  words: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

export function ReviewButton(props: {
  readonly reports: readonly ReportChoice[];
  readonly isBusy: boolean;
  /** Why nothing can be run; empty where it can. */
  readonly refusal: string;
  readonly review: () => void;
  /** One comes back from the review: the focus is where it was left. */
  readonly wasAway: boolean;
}): ReactElement | null {
  const styles = useStyles();
  const button = useRef<HTMLDivElement>(null);
  const { wasAway } = props;
  useEffect(() => {
    if (wasAway) button.current?.querySelector('button')?.focus();
  }, [wasAway]);
  const report = props.reports.find(({ name }) => name === 'allocation');
  if (report === undefined || report.missing !== '') return null;
  return (
    <Section title="Money in the wrong place">
      <p className={styles.words}>
        Look at what the ledger suggests to move, see what it does to income and commission, and
        accept it.
      </p>
      <div ref={button}>
        <Button disabledFocusable={props.isBusy || props.refusal !== ''} onClick={props.review}>
          Review suggestions
        </Button>
      </div>
    </Section>
  );
}
