/** What the last refresh came to. Its heading takes the focus when a refresh ends. */
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { RefreshOutcome, ReportChoice } from '../../app/pane';
import { counted } from '../counted';
import { sentence } from '../../app/sentence';
import type { PaneActions } from '../usePane';
import { Notice } from './Notice';
import { DoneDetails } from './DoneDetails';

const useStyles = makeStyles({
  section: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}` },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
  reasons: { margin: 0, paddingInlineStart: '18px' },
  button: { marginTop: tokens.spacingVerticalS },
});

export function Result(props: {
  readonly outcome: RefreshOutcome;
  readonly refreshCount: number;
  readonly reports: readonly ReportChoice[];
  readonly goneTarget: string;
  readonly open: PaneActions['open'];
  /** Moves on to the list of problems. */
  readonly showProblems: () => void;
}): ReactElement {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const { outcome, refreshCount } = props;
  useEffect(() => {
    heading.current?.focus();
  }, [refreshCount]);
  const problems =
    outcome.kind === 'done' || outcome.kind === 'refused' ? outcome.problems.length : 0;
  return (
    <section aria-labelledby="result" className={styles.section}>
      <h2 id="result" ref={heading} tabIndex={-1} className={styles.heading}>
        Result
      </h2>
      <Message outcome={outcome}>
        {problems > 0 && (
          <Button size="small" className={styles.button} onClick={props.showProblems}>
            {`Show ${counted(problems, 'problem')}`}
          </Button>
        )}
      </Message>
      {outcome.kind === 'done' && (
        <DoneDetails
          outcome={outcome}
          reports={props.reports}
          goneTarget={props.goneTarget}
          open={props.open}
        />
      )}
    </section>
  );
}

/** `children` stand below the words. */
function Message(props: {
  readonly outcome: RefreshOutcome;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const { outcome, children } = props;
  switch (outcome.kind) {
    case 'done':
      return <DoneMessage outcome={outcome}>{children}</DoneMessage>;
    case 'refused':
      return (
        <Notice intent="error" title="Nothing was written">
          <ul className={styles.reasons}>
            {outcome.reasons.map((reason) => (
              <li key={reason}>{sentence(reason)}</li>
            ))}
          </ul>
          {children}
        </Notice>
      );
    case 'cancelled':
      return <Notice intent="info" title="Cancelled. Nothing was written." />;
    case 'failed':
      return (
        <Notice intent="error" title={outcome.message}>
          {outcome.fix}
        </Notice>
      );
  }
}

function DoneMessage(props: {
  readonly outcome: Extract<RefreshOutcome, { readonly kind: 'done' }>;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const { sheets, tieOuts, held, note, period } = props.outcome;
  const off = tieOuts.filter(({ isOk }) => !isOk).length;
  const isClean = held === '' && note === '' && off === 0;
  const words = [
    `Period: ${period}`,
    sentence(held),
    sentence(note),
    off === 0 ? '' : `${counted(off, 'tie-out')} ${off === 1 ? 'does' : 'do'} not agree.`,
  ].filter((line) => line !== '');
  return (
    <Notice
      intent={isClean ? 'success' : 'warning'}
      title={`${counted(sheets.length, 'report sheet')} written`}
    >
      {words.map((line) => (
        <p key={line} className={styles.text}>
          {line}
        </p>
      ))}
      {props.children}
    </Notice>
  );
}
