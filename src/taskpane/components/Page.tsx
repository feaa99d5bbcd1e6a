/** A view that fills the pane until one goes back to the reports: its title, which takes the focus, and what scrolls. */
import { useEffect, useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useTitleStyles } from './titleStyles';

const useStyles = makeStyles({
  header: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    boxSizing: 'border-box',
    minHeight: '40px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    // Excel lays its menu over the top right corner of the pane.
    paddingInlineEnd: '56px',
  },
  // What stands in it at an offset counts from here.
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'scroll' },
});

/** `scroller` takes the element that scrolls; a footer stands behind the page. */
export function Page(props: {
  readonly title: string;
  readonly back: () => void;
  /** Where one goes back to; the reports where it is left out. */
  readonly backLabel?: string;
  readonly scroller?: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const titleStyles = useTitleStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <>
      <header className={styles.header}>
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          aria-label={props.backLabel ?? 'Back to the reports'}
          onClick={props.back}
        />
        <h1 ref={title} tabIndex={-1} className={titleStyles.title}>
          {props.title}
        </h1>
      </header>
      <div ref={props.scroller} className={styles.scroller}>
        <main>{props.children}</main>
      </div>
    </>
  );
}
