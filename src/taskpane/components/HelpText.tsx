/** Which tables are read, and how they get into the workbook. */
import type { ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { Disclosure } from './Disclosure';

const useStyles = makeStyles({
  help: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  place: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  text: {
    paddingBottom: tokens.spacingVerticalM,
    '& p': { margin: `${tokens.spacingVerticalS} 0` },
    '& ul': { margin: `${tokens.spacingVerticalS} 0`, paddingInlineStart: '20px' },
    '& li': { marginBottom: tokens.spacingVerticalXS },
  },
});

/** The columns that have to be there; all others are listed in the manual. */
const columns = [
  ['Charges', 'Charge ID, Service Date, Provider, Amount. Invoice Number puts a charge on a bill.'],
  ['Invoices', 'Invoice Number, and Closed Date or Status.'],
  ['Payments', 'Payment ID, Payment Date, Type, Amount. Invoice Number says what was paid.'],
  ['Providers', 'Provider, and Last Name, First Name, Aliases or Hidden. This table is optional.'],
] as const;

export function HelpText(): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <div className={styles.help}>
        <Disclosure title="Help: tables and their columns" level={2}>
          <div className={styles.text}>
            <p>
              Paste each export onto a sheet of its own, with its header row on top. An Excel table
              and a plain range both do, and the names of the sheets do not matter: a table is known
              by its headers.
            </p>
            <ul>
              {columns.map(([kind, needs]) => (
                <li key={kind}>
                  <strong>{kind}</strong>: {needs}
                </li>
              ))}
            </ul>
            <p>
              Other columns may stand between them. Several tables of one kind, such as one sheet
              for each month, are read as one.
            </p>
            <p>
              Your sheets are never changed. Reports are written to sheets of their own. A row that
              cannot be understood is left out of all totals and listed under Problems.
            </p>
          </div>
        </Disclosure>
      </div>
    </div>
  );
}
