/** The pane of a workbook that has a ledger: result, choices, tables, problems. */
import { useRef, type ReactElement } from 'react';
import type { LiveServices } from '../../app/live/types';
import type { Inspection } from '../../app/pane';
import type { PaneState } from '../state';
import type { PaneActions } from '../usePane';
import { OptionPicker } from './OptionPicker';
import { PeriodPicker } from './PeriodPicker';
import { ProblemHint } from './ProblemHint';
import { ProblemList } from './ProblemList';
import { ReportPicker } from './ReportPicker';
import { Result } from './Result';
import { FunctionsSection } from '../live/FunctionsSection';
import { TableList } from './TableList';
import { ViewButton } from './ViewButton';

export function Ledger(props: {
  readonly state: PaneState;
  readonly inspection: Inspection;
  readonly actions: PaneActions;
  /** Why nothing can be run; empty where it can. */
  readonly refusal: string;
  readonly live: LiveServices;
  readonly show: (view: 'review' | 'pay' | 'plans' | 'functions' | 'mapping') => void;
  /** The view that one comes back from. */
  readonly cameFrom: string;
}): ReactElement {
  const problems = useRef<HTMLHeadingElement>(null);
  const { inspection, actions } = props;
  const { outcome, refreshCount, choice, goneTarget } = props.state;
  const showProblems = (): void => {
    problems.current?.focus();
    problems.current?.scrollIntoView();
  };
  const form = { choice, inspection, dispatch: actions.dispatch };
  const places = { goneTarget, open: actions.open };
  return (
    <>
      {outcome === undefined ? (
        <ProblemHint problems={inspection.problems} showProblems={showProblems} />
      ) : (
        <Result
          outcome={outcome}
          reports={inspection.reports}
          refreshCount={refreshCount}
          showProblems={showProblems}
          {...places}
        />
      )}
      <PeriodPicker {...form} />
      <ReportPicker {...form} />
      <OptionPicker {...form} outcome={outcome} />
      <Views
        reports={inspection.reports}
        isDisabled={props.state.work.kind !== 'idle' || props.refusal !== ''}
        show={props.show}
        cameFrom={props.cameFrom}
      />
      <FunctionsSection
        services={props.live}
        wasAway={props.cameFrom === 'functions'}
        show={() => {
          props.show('functions');
        }}
      />
      <TableList
        tables={inspection.tables}
        {...places}
        map={() => {
          props.show('mapping');
        }}
        isBusy={props.state.work.kind !== 'idle'}
        wasAway={props.cameFrom === 'mapping'}
      />
      <ProblemList problems={inspection.problems} headingRef={problems} {...places} />
    </>
  );
}

/** What is about one report each, in views of their own. */
function Views(props: {
  readonly reports: Inspection['reports'];
  readonly isDisabled: boolean;
  readonly show: (view: 'review' | 'pay' | 'plans') => void;
  readonly cameFrom: string;
}): ReactElement {
  const { reports, isDisabled } = props;
  const views = { reports, isDisabled };
  return (
    <>
      <ViewButton
        title="Money in the wrong place"
        words="Look at what the ledger suggests to move, see what it does to income and commission, and accept it."
        label="Review suggestions"
        report="allocation"
        {...views}
        wasAway={props.cameFrom === 'review'}
        show={() => {
          props.show('review');
        }}
      />
      <ViewButton
        title="Commission plans"
        words="Change what providers are paid on, see what it would pay, and write it into the workbook."
        label="Change plans"
        {...views}
        wasAway={props.cameFrom === 'plans'}
        show={() => {
          props.show('plans');
        }}
      />
      <ViewButton
        title="Pay periods"
        words="Close a period when it is paid: what changes in it later is carried into the next one."
        label="Close a period"
        report="commission"
        {...views}
        wasAway={props.cameFrom === 'pay'}
        show={() => {
          props.show('pay');
        }}
      />
    </>
  );
}
