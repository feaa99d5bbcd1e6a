/** Commission plans: what they pay, what others would, and writing those into the workbook. */
import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Settings } from '../../app/pane';
import type { PlanEffect, PlanServices } from '../../app/plans/types';
import { sentence } from '../../app/sentence';
import { counted } from '../counted';
import { CancelButton, HowFar } from '../components/Footer';
import { LiveRegion } from '../components/LiveRegion';
import { Loading } from '../components/Loading';
import { Notice } from '../components/Notice';
import { Page } from '../components/Page';
import { PayPanel } from './PayPanel';
import { PlanList } from './PlanList';
import { type PlansActions, type PlansState, usePlans } from './usePlans';

const useStyles = makeStyles({
  place: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  reasons: { margin: 0, paddingInlineStart: '18px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  under: { marginTop: tokens.spacingVerticalS },
  footer: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  blocked: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    maxHeight: '96px',
    overflowY: 'auto',
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  leaving: { marginBottom: tokens.spacingVerticalS },
  total: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  write: { flexGrow: 1 },
});

export interface PlansViewProps {
  readonly services: PlanServices;
  readonly settings: Settings;
  /** Key of the cell that was asked for and is not there any more; empty for none. */
  readonly goneTarget: string;
  readonly open: (sheet: string, cell: string) => void;
  readonly refresh: (settings: Settings) => void;
  readonly back: () => void;
}

export function PlansView(props: PlansViewProps): ReactElement {
  const { state, actions } = usePlans(props.services, props.settings);
  const { outcome, work, said, rows, changes, effect, problems } = state;
  const [isLeaving, setLeaving] = useState(false);
  const back = (): void => {
    if (changes === 0 || isLeaving) props.back();
    else setLeaving(true);
  };
  const book = outcome?.kind === 'done' ? outcome.book : undefined;
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was done is told at the top.
    if (said !== undefined) scroller.current?.scrollTo(0, 0);
  }, [said]);
  return (
    <>
      <Page title="Commission plans" back={back} scroller={scroller}>
        <Head
          {...{ state, actions }}
          refresh={() => {
            props.back();
            props.refresh(props.settings);
          }}
        />
        {outcome === undefined && <Loading />}
        {outcome !== undefined && outcome.kind !== 'done' && (
          <Trouble outcome={outcome} isBusy={work !== undefined} look={actions.look} />
        )}
        {book !== undefined && (
          <>
            <PayPanel period={book.period} hasChanges={changes > 0} effect={effect} />
            <PlanList
              {...{ book, rows, problems }}
              isBusy={work !== undefined}
              edit={actions.edit}
              goneTarget={props.goneTarget}
              open={props.open}
            />
          </>
        )}
      </Page>
      <Foot
        {...{ state, actions, isLeaving }}
        leave={props.back}
        stay={() => {
          setLeaving(false);
        }}
      />
      <LiveRegion words={state.announcement} />
    </>
  );
}

/** Edits are the pane's alone: they go when it is left. */
function Leaving(props: {
  readonly changes: number;
  readonly leave: () => void;
  readonly stay: () => void;
}): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.leaving} role="alert">
      <Notice intent="warning" title={`Leave without writing ${counted(props.changes, 'change')}?`}>
        <div className={styles.buttons}>
          <Button size="small" onClick={props.leave}>
            Leave
          </Button>
          <Button size="small" onClick={props.stay}>
            Stay
          </Button>
        </div>
      </Notice>
    </div>
  );
}

/** What was just done, and what can be taken back. */
function Head(props: {
  readonly state: PlansState;
  readonly actions: PlansActions;
  readonly refresh: () => void;
}): ReactElement | null {
  const styles = useStyles();
  const { said, outcome, work } = props.state;
  const undo = outcome?.kind === 'done' ? outcome.book.undo : '';
  if (said === undefined && undo === '') return null;
  const isBusy = work !== undefined;
  return (
    <div className={styles.place}>
      {said !== undefined && (
        <Notice intent={said.intent} title={sentence(said.words)}>
          {said.fix}
          {said.intent === 'success' && (
            <Button
              size="small"
              className={styles.under}
              disabledFocusable={isBusy}
              onClick={props.refresh}
            >
              Refresh the reports
            </Button>
          )}
        </Notice>
      )}
      {undo !== '' && (
        <Button
          className={styles.under}
          size="small"
          disabledFocusable={isBusy}
          onClick={props.actions.undo}
        >
          {`Undo: put ${undo} back`}
        </Button>
      )}
    </div>
  );
}

function Foot(props: {
  readonly state: PlansState;
  readonly actions: PlansActions;
  readonly isLeaving: boolean;
  readonly leave: () => void;
  readonly stay: () => void;
}): ReactElement {
  const styles = useStyles();
  const blockedId = useId();
  const { state, actions, leave, stay } = props;
  const { work, changes } = state;
  const effect = state.effect?.kind === 'done' && changes > 0 ? state.effect.effect : undefined;
  const isBlocked = effect !== undefined && effect.blocked !== '';
  return (
    <footer className={styles.footer}>
      {props.isLeaving && changes > 0 && <Leaving {...{ changes, leave, stay }} />}
      {work !== undefined && <HowFar work={work} />}
      {effect !== undefined && <EffectInShort effect={effect} blockedId={blockedId} />}
      <div className={styles.buttons}>
        <ApplyButton
          changes={changes}
          isBusy={work !== undefined}
          blockedId={isBlocked ? blockedId : undefined}
          apply={actions.apply}
        />
        {changes > 0 && work === undefined && <Button onClick={actions.discard}>Discard</Button>}
        {work !== undefined && <CancelButton work={work} cancel={actions.cancel} />}
      </div>
    </footer>
  );
}

function ApplyButton(props: {
  readonly changes: number;
  readonly isBusy: boolean;
  /** Of the words that say why it is off. */
  readonly blockedId: string | undefined;
  readonly apply: () => void;
}): ReactElement {
  const styles = useStyles();
  const { changes, isBusy, blockedId } = props;
  return (
    <Button
      appearance="primary"
      className={styles.write}
      disabledFocusable={isBusy || changes === 0 || blockedId !== undefined}
      aria-describedby={blockedId}
      onClick={props.apply}
    >
      {changes === 0 ? 'Apply' : `Apply ${counted(changes, 'change')}`}
    </Button>
  );
}

/** The list is long: what an edit comes to is in sight wherever one is. */
function EffectInShort(props: {
  readonly effect: PlanEffect;
  readonly blockedId: string;
}): ReactElement {
  const styles = useStyles();
  const { pay, blocked } = props.effect;
  const { now, then, change } = pay.total.payable;
  return (
    <>
      <p className={styles.total}>
        {change === '' ? `Pays ${now} in all, as now` : `Pays ${then} in all, ${change}`}
      </p>
      {blocked !== '' && (
        <p id={props.blockedId} className={styles.blocked} tabIndex={0}>
          {blocked}
        </p>
      )}
    </>
  );
}

function Trouble(props: {
  readonly outcome: Exclude<NonNullable<PlansState['outcome']>, { readonly kind: 'done' }>;
  readonly isBusy: boolean;
  readonly look: () => void;
}): ReactElement {
  const styles = useStyles();
  const { outcome } = props;
  return (
    <div className={styles.place}>
      {outcome.kind === 'refused' && (
        <Notice intent="error" title="The plans cannot be tried out">
          <ul className={styles.reasons}>
            {outcome.reasons.map((reason) => (
              <li key={reason}>{sentence(reason)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {outcome.kind === 'failed' && (
        <Notice intent="error" title={sentence(outcome.message)}>
          {outcome.fix}
        </Notice>
      )}
      {outcome.kind === 'cancelled' && (
        <Notice intent="info" title="Stopped looking">
          Nothing was changed.
        </Notice>
      )}
      <Button className={styles.under} disabledFocusable={props.isBusy} onClick={props.look}>
        Look again
      </Button>
    </div>
  );
}
