/** Always in sight: the button Refresh, why it is off, how far a run is, and Cancel. */
import { useId, type ReactElement } from 'react';
import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import type { Work } from '../state';

const useStyles = makeStyles({
  footer: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  refresh: { flexGrow: 1 },
  words: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  progress: { marginBottom: tokens.spacingVerticalS },
});

export function Footer(props: {
  readonly work: Work;
  /** Why Refresh is off; empty where it is on. */
  readonly refusal: string;
  readonly refresh: () => void;
  readonly cancel: () => void;
}): ReactElement {
  const styles = useStyles();
  const refusalId = useId();
  const { work, refusal } = props;
  const isIdle = work.kind === 'idle';
  const isOff = !isIdle || refusal !== '';
  const isTold = isIdle && refusal !== '';
  return (
    <footer className={styles.footer}>
      {!isIdle && <HowFar work={work} />}
      {isTold && (
        <p id={refusalId} className={styles.words}>
          {refusal}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          className={styles.refresh}
          disabledFocusable={isOff}
          aria-describedby={isTold ? refusalId : undefined}
          onClick={props.refresh}
        >
          {work.kind === 'refreshing' ? 'Refreshing…' : 'Refresh'}
        </Button>
        {!isIdle && <CancelButton work={work} cancel={props.cancel} />}
      </div>
    </footer>
  );
}

export type Busy = Exclude<Work, { readonly kind: 'idle' }>;

/** The words under Cancel while sheets are being written. */
const TOO_LATE = 'The sheets are being written: this cannot be cancelled any more.';
const TOO_LATE_ID = 'too-late';

/** What is going on, and how much of it is done. */
export function HowFar({ work }: { readonly work: Busy }): ReactElement {
  const styles = useStyles();
  const wordsId = useId();
  const { progress, kind } = work;
  const first = kind === 'looking' ? 'Looking at the workbook' : 'Starting';
  const words = work.isCancelling ? 'Cancelling' : (progress?.text ?? first);
  const isTooLate = progress?.isCancellable === false;
  return (
    <>
      <p id={wordsId} className={styles.words}>
        {words}
      </p>
      <ProgressBar
        className={styles.progress}
        aria-labelledby={wordsId}
        {...(progress?.share === undefined ? {} : { value: progress.share })}
      />
      {isTooLate && (
        <p id={TOO_LATE_ID} className={styles.words}>
          {TOO_LATE}
        </p>
      )}
    </>
  );
}

export function CancelButton(props: {
  readonly work: Busy;
  readonly cancel: () => void;
}): ReactElement {
  const { progress, isCancelling } = props.work;
  const isTooLate = progress?.isCancellable === false;
  return (
    <Button
      disabledFocusable={isTooLate || isCancelling}
      aria-describedby={isTooLate ? TOO_LATE_ID : undefined}
      onClick={props.cancel}
    >
      Cancel
    </Button>
  );
}
