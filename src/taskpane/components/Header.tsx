/** The name of the pane, of the practice, and the days that the ledger covers. */
import type { ReactElement, RefObject } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  header: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    // Excel lays its menu over the top right corner of the pane.
    paddingInlineEnd: '56px',
    minHeight: '40px',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  practice: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  covered: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The title takes the focus where the button that had it is gone. */
export function Header(props: {
  readonly practice: string;
  /** Such as `2024-01-01 to 2024-03-31`; empty without a date. */
  readonly covered: string;
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
}): ReactElement {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <h1 ref={props.titleRef} tabIndex={-1} className={styles.title}>
        Practice Ledger
      </h1>
      {props.practice !== '' && <p className={styles.practice}>{props.practice}</p>}
      {props.covered !== '' && <p className={styles.covered}>Ledger of {props.covered}</p>}
    </header>
  );
}
