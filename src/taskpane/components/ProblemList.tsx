/** Everything that is wrong with the ledger: the gravest first, one group for each code. */
import { useMemo, type ReactElement, type RefObject } from 'react';
import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { PaneProblem } from '../../app/pane';
import { groupProblems, type SeverityGroup } from '../problemGroups';
import type { PaneActions } from '../usePane';
import { ProblemGroup } from './ProblemGroup';

const useStyles = makeStyles({
  section: {
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  severity: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  meaning: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** What a severity is called, what it means, and the colour of its count. */
const severities = {
  stopped: {
    title: 'Stops the reports',
    meaning: 'Nothing is written until these are corrected.',
    color: 'danger',
  },
  held: {
    title: 'Held back',
    meaning: 'These rows are left out of every total.',
    color: 'warning',
  },
  warned: { title: 'To be checked', meaning: 'These rows are used as told.', color: 'warning' },
  noted: { title: 'Noted', meaning: 'Nothing needs to be done.', color: 'informative' },
} as const;

export function ProblemList(props: {
  readonly problems: readonly PaneProblem[];
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
  readonly goneTarget: string;
  readonly open: PaneActions['open'];
}): ReactElement | null {
  const styles = useStyles();
  const groups = useMemo(() => groupProblems(props.problems), [props.problems]);
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="problems" className={styles.section}>
      <h2 id="problems" ref={props.headingRef} tabIndex={-1} className={styles.heading}>
        Problems
      </h2>
      {groups.map((group) => (
        <Severity
          key={group.severity}
          group={group}
          goneTarget={props.goneTarget}
          open={props.open}
        />
      ))}
    </section>
  );
}

function Severity(props: {
  readonly group: SeverityGroup;
  readonly goneTarget: string;
  readonly open: PaneActions['open'];
}): ReactElement {
  const styles = useStyles();
  const { severity, count, codes } = props.group;
  const { title, meaning, color } = severities[severity];
  return (
    <>
      <h3 className={styles.severity}>
        {title}
        <Badge appearance="tint" color={color}>
          {count}
        </Badge>
      </h3>
      <p className={styles.meaning}>{meaning}</p>
      {codes.map((group) => (
        <ProblemGroup
          key={group.code}
          group={group}
          isOpenAtFirst={severity === 'stopped' || severity === 'held'}
          goneTarget={props.goneTarget}
          open={props.open}
        />
      ))}
    </>
  );
}
