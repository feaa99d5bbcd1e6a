/** The name of the pane: it stands above what scrolls, so that Excel's menu covers nothing. */
import type { ReactElement, RefObject } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTitleStyles } from './titleStyles';

const useStyles = makeStyles({
  header: {
    flexShrink: 0,
    boxSizing: 'border-box',
    minHeight: '40px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
    // Excel lays its menu over the top right corner of the pane.
    paddingInlineEnd: '56px',
  },
});

/** The title takes the focus where the button that had it is gone. */
export function Header(props: {
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
}): ReactElement {
  const styles = useStyles();
  const { title } = useTitleStyles();
  return (
    <header className={styles.header}>
      <h1 ref={props.titleRef} tabIndex={-1} className={title}>
        Practice Ledger
      </h1>
    </header>
  );
}
