/** Whose ledger it is, and the days that it covers. */
import type { ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  place: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  practice: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  covered: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Both may be empty. `covered` is such as `2024-01-01 to 2024-03-31`. */
export function PracticeName(props: {
  readonly practice: string;
  readonly covered: string;
}): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      {props.practice !== '' && <p className={styles.practice}>{props.practice}</p>}
      {props.covered !== '' && <p className={styles.covered}>Ledger of {props.covered}</p>}
    </div>
  );
}
