/** The views that are opened from the reports; each is loaded when it is opened. */
import { lazy, type ReactElement } from 'react';
import type { PaneServices } from '../app/pane';
import { daysToRun, settingsToRun } from './choices';
import { NotLoaded } from './components/NotLoaded';
import type { PaneState } from './state';
import type { PaneActions } from './usePane';

/** What fills the pane: the reports, or a view that goes back to them. */
export type View = 'reports' | 'review' | 'pay' | 'plans' | 'functions' | 'mapping';

const notLoaded = (): { default: typeof NotLoaded } => ({ default: NotLoaded });

const ReviewView = lazy(() =>
  import(/* webpackChunkName: "review" */ './review/ReviewView').then(
    (module) => ({ default: module.ReviewView }),
    notLoaded,
  ),
);

const PayView = lazy(() =>
  import(/* webpackChunkName: "pay" */ './pay/PayView').then(
    (module) => ({ default: module.PayView }),
    notLoaded,
  ),
);

const PlansView = lazy(() =>
  import(/* webpackChunkName: "plans" */ './plans/PlansView').then(
    (module) => ({ default: module.PlansView }),
    notLoaded,
  ),
);

const MappingView = lazy(() =>
  import(/* webpackChunkName: "mapping" */ './mapping/MappingView').then(
    (module) => ({ default: module.MappingView }),
    notLoaded,
  ),
);

const FunctionsView = lazy(() =>
  import(/* webpackChunkName: "functions-page" */ './live/FunctionsView').then(
    (module) => ({ default: module.FunctionsView }),
    notLoaded,
  ),
);

export function OtherView(props: {
  readonly view: Exclude<View, 'reports'>;
  readonly services: PaneServices;
  readonly state: PaneState;
  readonly actions: PaneActions;
  readonly back: () => void;
}): ReactElement | null {
  const { view, services, state, actions, back } = props;
  const { inspection, choice, goneTarget } = state;
  const places = { goneTarget, open: actions.open, back };
  if (view === 'functions') return <FunctionsView services={services.live} back={back} />;
  if (view === 'mapping') {
    return <MappingView services={services.mapping} changed={actions.look} {...places} />;
  }
  // The others are about a run of what is set.
  if (inspection === undefined) return null;
  const settings = settingsToRun(choice, inspection);
  const run = { settings, refresh: actions.refresh, ...places };
  switch (view) {
    case 'pay':
      return (
        <PayView
          {...{ settings, back }}
          services={services.pay}
          days={daysToRun(choice, inspection)}
        />
      );
    case 'plans':
      return <PlansView services={services.plans} {...run} />;
    case 'review':
      return <ReviewView services={services.review} {...run} />;
  }
}
