/** A heading that opens and closes what stands below it. */
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  button: {
    width: '100%',
    minWidth: 0,
    justifyContent: 'flex-start',
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXS} 0`,
    fontWeight: tokens.fontWeightRegular,
    // High contrast draws a frame around every button, here through the arrow.
    '@media (forced-colors: active)': {
      borderTopColor: 'Canvas',
      borderRightColor: 'Canvas',
      borderBottomColor: 'Canvas',
      borderLeftColor: 'Canvas',
    },
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  // The arrow begins where the text of the pane does.
  icon: { marginInlineStart: '-6px', marginInlineEnd: tokens.spacingHorizontalXXS },
  aside: { flexShrink: 0, marginInlineStart: tokens.spacingHorizontalS },
});

/** Closed until it is opened, unless `isOpenAtFirst`; closed content is not on the page. */
export function Disclosure(props: {
  readonly title: ReactNode;
  /** What stands at the right end of the heading. */
  readonly aside?: ReactNode;
  readonly level: 2 | 3 | 4;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(props.isOpenAtFirst ?? false);
  const panelId = useId();
  const Heading = `h${props.level}` as const;
  return (
    <>
      <Heading className={styles.heading}>
        <Button
          appearance="transparent"
          className={mergeClasses(styles.button, props.level === 2 && styles.strong)}
          icon={{
            className: styles.icon,
            children: isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />,
          }}
          aria-expanded={isOpen}
          aria-controls={isOpen ? panelId : undefined}
          onClick={() => {
            setOpen(!isOpen);
          }}
        >
          <span className={styles.label}>{props.title}</span>
          {props.aside !== undefined && <span className={styles.aside}>{props.aside}</span>}
        </Button>
      </Heading>
      {isOpen && <div id={panelId}>{props.children}</div>}
    </>
  );
}
