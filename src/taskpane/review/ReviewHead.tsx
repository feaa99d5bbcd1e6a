/** What stands above the suggestions: what was just done, which rows can be taken back, and what there is. */
import type { ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { LastAcceptance, Review } from '../../app/review/types';
import { counted } from '../counted';
import { Notice } from '../components/Notice';
import type { ReviewActions, ReviewState, Said } from './useReview';

const useStyles = makeStyles({
  place: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
  quiet: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  button: { marginTop: tokens.spacingVerticalS },
  list: { margin: `0 0 ${tokens.spacingVerticalS}`, paddingInlineStart: '18px' },
});

export function ReviewHead(props: {
  readonly state: ReviewState;
  readonly actions: ReviewActions;
  readonly refresh: () => void;
}): ReactElement | null {
  const styles = useStyles();
  const { outcome, said, work } = props.state;
  const review = outcome?.kind === 'done' ? outcome.review : undefined;
  if (said === undefined && review === undefined) return null;
  const isBusy = work !== undefined;
  return (
    <div className={styles.place}>
      {said !== undefined && <SaidNotice said={said} isBusy={isBusy} refresh={props.refresh} />}
      {review !== undefined && <Found review={review} />}
      {review?.last !== undefined && (
        <LastRows last={review.last} isBusy={isBusy} undo={props.actions.undo} />
      )}
    </div>
  );
}

function SaidNotice(props: {
  readonly said: Said;
  readonly isBusy: boolean;
  readonly refresh: () => void;
}): ReactElement {
  const styles = useStyles();
  const { intent, words, fix } = props.said;
  return (
    <div className={styles.text}>
      <Notice intent={intent} title={words}>
        {fix}
        {intent === 'success' && (
          <Button
            size="small"
            className={styles.button}
            disabledFocusable={props.isBusy}
            onClick={props.refresh}
          >
            Refresh the reports
          </Button>
        )}
      </Notice>
    </div>
  );
}

function Found({ review }: { readonly review: Review }): ReactElement {
  const styles = useStyles();
  const { proposals, period, asOf, notes } = review;
  return (
    <>
      <p className={styles.quiet}>
        Period {period}. What is accepted is dated {asOf}.
      </p>
      {proposals.length === 0 && (
        <p className={styles.text}>
          <strong>Nothing to suggest.</strong> No money stands where it does not belong, and no
          unearned money could pay what is owed.
        </p>
      )}
      {notes.length > 0 && (
        <ul className={styles.list}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function LastRows(props: {
  readonly last: LastAcceptance;
  readonly isBusy: boolean;
  readonly undo: () => void;
}): ReactElement {
  const styles = useStyles();
  const { sheet, rows } = props.last;
  return (
    <>
      <p className={styles.text}>
        Accepted last: {counted(rows, 'row')} on ‘{sheet}’.
      </p>
      <Button size="small" disabledFocusable={props.isBusy} onClick={props.undo}>
        Undo: delete {counted(rows, 'row')}
      </Button>
    </>
  );
}
