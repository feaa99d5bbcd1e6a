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
import { PayButton } from '../pay/PayButton';
import { ReviewButton } from '../review/ReviewButton';
import { TableList } from './TableList';

export function Ledger(props: {
  readonly state: PaneState;
  readonly inspection: Inspection;
  readonly actions: PaneActions;
  /** Why nothing can be run; empty where it can. */
  readonly refusal: string;
  readonly live: LiveServices;
  readonly show: (view: 'review' | 'pay' | 'functions') => void;
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
      <ReviewButton
        reports={inspection.reports}
        isBusy={props.state.work.kind !== 'idle'}
        refusal={props.refusal}
        wasAway={props.cameFrom === 'review'}
        review={() => {
          props.show('review');
        }}
      />
      <PayButton
        reports={inspection.reports}
        isBusy={props.state.work.kind !== 'idle'}
        refusal={props.refusal}
        wasAway={props.cameFrom === 'pay'}
        show={() => {
          props.show('pay');
        }}
      />
      <FunctionsSection
        services={props.live}
        wasAway={props.cameFrom === 'functions'}
        show={() => {
          props.show('functions');
        }}
      />
      <TableList tables={inspection.tables} {...places} />
      <ProblemList problems={inspection.problems} headingRef={problems} {...places} />
    </>
  );
}
