/** What stands on the pane where no ledger table was found: which are needed, and how to paste them. */
import type { ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Section } from './Section';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  text: { margin: `0 0 ${tokens.spacingVerticalM}` },
  list: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    paddingInlineStart: '20px',
    '& li': { marginBottom: tokens.spacingVerticalXS },
  },
});

export function EmptyState(props: {
  readonly isBusy: boolean;
  readonly look: () => void;
  /** Shows how tables are read, where headers are not known. */
  readonly map: () => void;
}): ReactElement {
  const styles = useStyles();
  return (
    <Section title="No ledger table was found">
      <p className={styles.text}>The reports are made from three tables of this workbook:</p>
      <ul className={styles.list}>
        <li>
          <strong>Charges</strong>: what was done, by whom, at which fee
        </li>
        <li>
          <strong>Invoices</strong>: which bills there are, and when they were closed
        </li>
        <li>
          <strong>Payments</strong>: the money received and given back
        </li>
      </ul>
      <ol className={styles.list}>
        <li>Export them from your practice software.</li>
        <li>Paste each onto a sheet of its own, with its header row on top.</li>
        <li>Press Look again.</li>
      </ol>
      <p className={styles.text}>
        Are they there already, with other headers? Say what each means.
      </p>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={props.isBusy} onClick={props.look}>
          Look again
        </Button>
        <Button disabledFocusable={props.isBusy} onClick={props.map}>
          Map a table
        </Button>
      </div>
    </Section>
  );
}
