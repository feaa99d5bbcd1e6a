/** Leads from the reports to a view about one of them; a workbook that lacks its tables has no such part. */
import type { ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReportChoice } from '../../app/pane';
import { Section } from './Section';
import { useFocusOnReturn } from './useFocusOnReturn';

const useStyles = makeStyles({
  words: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

export function ViewButton(props: {
  readonly title: string;
  /** What one does there. */
  readonly words: string;
  readonly label: string;
  /** The report that the view is about; none where it is about the tables that it makes. */
  readonly report?: ReportChoice['name'];
  readonly reports: readonly ReportChoice[];
  /** Also where nothing can be run. */
  readonly isDisabled: boolean;
  readonly show: () => void;
  /** One comes back from there: the focus is where it was left. */
  readonly wasAway: boolean;
}): ReactElement | null {
  const styles = useStyles();
  const button = useFocusOnReturn(props.wasAway);
  const report = props.reports.find(({ name }) => name === props.report);
  if (props.report !== undefined && report?.missing !== '') return null;
  return (
    <Section title={props.title}>
      <p className={styles.words}>{props.words}</p>
      <div ref={button}>
        <Button disabledFocusable={props.isDisabled} onClick={props.show}>
          {props.label}
        </Button>
      </div>
    </Section>
  );
}
