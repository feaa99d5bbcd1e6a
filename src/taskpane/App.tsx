/** The task pane: theme, header, what the workbook has, and the footer with its button. */
import { Suspense, useEffect, useRef, useState, type ReactElement, type RefObject } from 'react';
import {
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { LiveServices } from '../app/live/types';
import type { PaneServices } from '../app/pane';
import { refusalOf, settingsToRun } from './choices';
import { EmptyState } from './components/EmptyState';
import { Footer } from './components/Footer';
import { Header } from './components/Header';
import { HelpText } from './components/HelpText';
import { Ledger } from './components/Ledger';
import { LiveRegion } from './components/LiveRegion';
import { Loading } from './components/Loading';
import { OutOfDate } from './components/OutOfDate';
import { PracticeName } from './components/PracticeName';
import { TroubleState } from './components/TroubleState';
import { OtherView, type View } from './OtherView';
import type { PaneState } from './state';
import { useIsDark } from './useIsDark';
import { usePayAsked } from './usePayAsked';
import { usePane, type PaneActions } from './usePane';

const useStaticStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100vh',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // Title and footer stand beside what scrolls, not over it: nothing that has the focus is hidden.
  scroller: { flexGrow: 1, minHeight: 0, overflowY: 'scroll' },
});

/** `isDark` says which theme the surroundings have. */
export function App(props: {
  readonly services: PaneServices;
  readonly isDark: () => boolean;
}): ReactElement {
  useStaticStyles();
  const styles = useStyles();
  const isDark = useIsDark(props.isDark);
  const [view, setView] = useState<View>('reports');
  const { state, actions } = usePane(props.services);
  const [cameFrom, setCameFrom] = useState<View>('reports');
  const back = (): void => {
    setCameFrom(view);
    setView('reports');
  };
  usePayAsked(state.inspection !== undefined, setView);
  const { live } = props.services;
  return (
    <FluentProvider theme={isDark ? webDarkTheme : webLightTheme}>
      <div className={styles.pane}>
        {view === 'reports' && <Reports {...{ state, actions, live, cameFrom }} show={setView} />}
        {view !== 'reports' && (
          <Suspense>
            <OtherView {...{ view, state, actions, back }} services={props.services} />
          </Suspense>
        )}
      </div>
    </FluentProvider>
  );
}

function Reports(props: {
  readonly state: PaneState;
  readonly actions: PaneActions;
  readonly live: LiveServices;
  readonly show: (view: View) => void;
  /** One comes back from a view: the button that led there takes the focus. */
  readonly cameFrom: View;
}): ReactElement {
  const styles = useStyles();
  const { state, actions, live, cameFrom } = props;
  const title = useFocusWhenLost(state.lookCount);
  const { inspection, work, choice } = state;
  const refusal = inspection === undefined ? NOTHING_READ : refusalOf(choice, inspection);
  return (
    <>
      <Header titleRef={title} />
      <div className={styles.scroller}>
        <main>
          <PracticeName practice={inspection?.practice ?? ''} covered={inspection?.covered ?? ''} />
          <Content {...{ state, actions, refusal, live, cameFrom }} show={props.show} />
          <HelpText />
        </main>
      </div>
      <Footer
        work={work}
        refusal={refusal}
        refresh={() => {
          if (inspection !== undefined) actions.refresh(settingsToRun(choice, inspection));
        }}
        cancel={actions.cancel}
      />
      <LiveRegion words={state.announcement} />
    </>
  );
}

const NOTHING_READ = 'The workbook has not been read yet.';

function Content(props: {
  readonly state: PaneState;
  readonly actions: PaneActions;
  /** Why nothing can be run; empty where it can. */
  readonly refusal: string;
  readonly live: LiveServices;
  readonly show: (view: View) => void;
  readonly cameFrom: View;
}): ReactElement {
  const { inspection, trouble, work, isOutOfDate, outcome } = props.state;
  const look = { isBusy: work.kind !== 'idle', look: props.actions.look };
  return (
    <>
      {trouble !== undefined && <TroubleState trouble={trouble} {...look} />}
      {isOutOfDate && <OutOfDate hasReports={outcome?.kind === 'done'} {...look} />}
      {inspection === undefined && trouble === undefined && <Loading />}
      {inspection?.tables.length === 0 && (
        <EmptyState
          {...look}
          map={() => {
            props.show('mapping');
          }}
        />
      )}
      {inspection !== undefined && inspection.tables.length > 0 && (
        <Ledger
          state={props.state}
          inspection={inspection}
          actions={props.actions}
          refusal={props.refusal}
          live={props.live}
          show={props.show}
          cameFrom={props.cameFrom}
        />
      )}
    </>
  );
}

/** Takes the focus after a look whose button went away with what it stood on. */
function useFocusWhenLost(lookCount: number): RefObject<HTMLHeadingElement | null> {
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The first look was asked for by nobody.
    if (lookCount > 1 && document.activeElement === document.body) place.current?.focus();
  }, [lookCount]);
  return place;
}
