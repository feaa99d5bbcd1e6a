/** Leads from the reports to closed pay periods; a workbook without commission plans has no such part. */
import { useEffect, useRef, type ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReportChoice } from '../../app/pane';
import { Section } from '../components/Section';

const useStyles = makeStyles({
  words: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

export function PayButton(props: {
  readonly reports: readonly ReportChoice[];
  readonly isBusy: boolean;
  /** Why nothing can be run; empty where it can. */
  readonly refusal: string;
  readonly show: () => void;
  /** One comes back from there: the focus is where it was left. */
  readonly wasAway: boolean;
}): ReactElement | null {
  const styles = useStyles();
  const button = useRef<HTMLDivElement>(null);
  const { wasAway } = props;
  useEffect(() => {
    if (wasAway) button.current?.querySelector('button')?.focus();
  }, [wasAway]);
  const report = props.reports.find(({ name }) => name === 'commission');
  if (report === undefined || report.missing !== '') return null;
  return (
    <Section title="Pay periods">
      <p className={styles.words}>
        Close a period when it is paid: what changes in it later is carried into the next one.
      </p>
      <div ref={button}>
        <Button disabledFocusable={props.isBusy || props.refusal !== ''} onClick={props.show}>
          Close a period
        </Button>
      </div>
    </Section>
  );
}
