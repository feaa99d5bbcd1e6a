/** The review of allocation suggestions: it fills the pane until one goes back to the reports. */
import { useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Settings } from '../../app/pane';
import type { Review, ReviewServices } from '../../app/review/types';
import { counted } from '../counted';
import { CancelButton, HowFar } from '../components/Footer';
import { LiveRegion } from '../components/LiveRegion';
import { Loading } from '../components/Loading';
import { Notice } from '../components/Notice';
import { Page } from '../components/Page';
import { sentence } from '../../app/sentence';
import { EffectPanel } from './EffectPanel';
import { type GroupBy, listRows, shownProposals } from './listRows';
import { ProposalList } from './ProposalList';
import { ReviewHead } from './ReviewHead';
import { ReviewTools } from './ReviewTools';
import { type ReviewActions, type ReviewState, useReview } from './useReview';

const useStyles = makeStyles({
  place: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  reasons: { margin: 0, paddingInlineStart: '18px' },
  button: { marginTop: tokens.spacingVerticalS },
  footer: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  write: { flexGrow: 1 },
});

export interface ReviewViewProps {
  readonly services: ReviewServices;
  readonly settings: Settings;
  /** Key of the cell that was asked for and is not there any more; empty for none. */
  readonly goneTarget: string;
  readonly open: (sheet: string, cell: string) => void;
  readonly refresh: (settings: Settings) => void;
  readonly back: () => void;
}

export function ReviewView(props: ReviewViewProps): ReactElement {
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const { state, actions } = useReview(props.services, props.settings);
  const { outcome, work } = state;
  const refreshReports = (): void => {
    props.back();
    props.refresh(props.settings);
  };
  return (
    <>
      <Page title="Suggestions" back={props.back} scroller={scroller}>
        <ReviewHead state={state} actions={actions} refresh={refreshReports} />
        {outcome === undefined && <Loading />}
        {outcome !== undefined && outcome.kind !== 'done' && (
          <Trouble outcome={outcome} state={state} actions={actions} />
        )}
        {outcome?.kind === 'done' && outcome.review.proposals.length > 0 && (
          <Proposals
            {...{ state, actions, scroller, review: outcome.review }}
            goneTarget={props.goneTarget}
            open={props.open}
          />
        )}
      </Page>
      <footer className={styles.footer}>
        {work !== undefined && <HowFar work={work} />}
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            className={styles.write}
            disabledFocusable={work !== undefined || state.accepted.size === 0}
            onClick={actions.write}
          >
            {writeWords(state.accepted.size)}
          </Button>
          {work !== undefined && <CancelButton work={work} cancel={actions.cancel} />}
        </div>
      </footer>
      <LiveRegion words={state.announcement} />
    </>
  );
}

function writeWords(accepted: number): string {
  return accepted === 0 ? 'Write accepted' : `Write ${counted(accepted, 'accepted suggestion')}`;
}

function Proposals(props: {
  readonly review: Review;
  readonly state: ReviewState;
  readonly actions: ReviewActions;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly goneTarget: string;
  readonly open: ReviewViewProps['open'];
}): ReactElement {
  const { review, state, actions } = props;
  const [provider, setProvider] = useState('');
  const [by, setBy] = useState<GroupBy>('family');
  const shown = useMemo(
    () => shownProposals(review.proposals, review.providers.includes(provider) ? provider : ''),
    [review, provider],
  );
  const rows = useMemo(() => listRows(shown, by), [shown, by]);
  const isBusy = state.work !== undefined;
  return (
    <>
      <EffectPanel accepted={state.accepted.size} effect={state.effect} />
      <ReviewTools
        {...{ provider, setProvider, by, setBy, isBusy }}
        providers={review.providers}
        shown={shown.length}
        all={review.proposals.length}
        accepted={state.accepted.size}
        acceptShown={() => {
          actions.accept(shown);
        }}
        rejectShown={() => {
          actions.reject(shown);
        }}
      />
      <ProposalList
        {...{ rows, isBusy }}
        scroller={props.scroller}
        accepted={state.accepted}
        toggle={(proposal, isAccepted) => {
          if (isAccepted) actions.accept([proposal]);
          else actions.reject([proposal]);
        }}
        goneTarget={props.goneTarget}
        open={props.open}
      />
    </>
  );
}

function Trouble(props: {
  readonly outcome: Exclude<NonNullable<ReviewState['outcome']>, { readonly kind: 'done' }>;
  readonly state: ReviewState;
  readonly actions: ReviewActions;
}): ReactElement {
  const styles = useStyles();
  const { outcome, state, actions } = props;
  return (
    <div className={styles.place}>
      {outcome.kind === 'refused' && (
        <Notice intent="error" title="Nothing can be suggested">
          <ul className={styles.reasons}>
            {outcome.reasons.map((reason) => (
              <li key={reason}>{sentence(reason)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {outcome.kind === 'failed' && (
        <Notice intent="error" title={outcome.message}>
          {outcome.fix}
        </Notice>
      )}
      {outcome.kind === 'cancelled' && (
        <Notice intent="info" title="Stopped looking">
          Nothing was changed.
        </Notice>
      )}
      <Button
        className={styles.button}
        disabledFocusable={state.work !== undefined}
        onClick={actions.propose}
      >
        Look again
      </Button>
    </div>
  );
}
