/** A part of the pane under its heading, as a region that is named by it. */
import { useId, type ReactElement, type ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  section: {
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** `headingId` names the heading where a control of the section is labelled by it. */
export function Section(props: {
  readonly title: string;
  readonly headingId?: string;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const ownId = useId();
  const id = props.headingId ?? ownId;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.heading}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
