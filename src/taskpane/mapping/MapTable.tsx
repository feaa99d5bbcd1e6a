/** One table in three steps: which column is which, how they are written, and what that reads. */
import { useEffect, useRef, type ReactElement, type RefObject } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { whatIsMissing } from '../../app/mapping/draft';
import type { Draft } from '../../app/mapping/types';
import { CheckStep } from './CheckStep';
import { ColumnsStep } from './ColumnsStep';
import type { MappingActions, MappingState, Step } from './useMapping';
import { ValuesStep } from './ValuesStep';

const useStyles = makeStyles({
  head: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}` },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  place: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  missing: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    paddingInlineStart: '18px',
    overflowWrap: 'anywhere',
  },
  foot: {
    padding: tokens.spacingHorizontalL,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const steps: readonly { readonly step: Step; readonly title: string }[] = [
  { step: 'columns', title: 'which column is which' },
  { step: 'values', title: 'how they are written' },
  { step: 'check', title: 'what that reads' },
];

export function MapTable(props: {
  readonly draft: Draft;
  readonly state: MappingState;
  readonly actions: MappingActions;
  readonly open: (sheet: string, cell: string) => void;
  readonly goneTarget: string;
}): ReactElement {
  const styles = useStyles();
  const { draft, state, actions } = props;
  const at = steps.findIndex(({ step }) => step === state.step);
  const heading = useStepFocus(state.step);
  const missing = [...whatIsMissing(draft), ...unanswered(state)];
  return (
    <>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {`Step ${String(at + 1)} of ${String(steps.length)}: ${steps[at]?.title ?? ''}`}
        </h2>
        <p
          className={styles.place}
        >{`‘${draft.place.sheet}’, headers in row ${String(draft.place.row + 1)}`}</p>
      </div>
      {state.step === 'columns' && <ColumnsStep draft={draft} edit={actions.edit} />}
      {state.step === 'values' && <ValuesStep draft={draft} edit={actions.edit} />}
      {state.step === 'check' && <CheckStep {...props} />}
      <div className={styles.foot}>
        {missing.length > 0 && (
          <ul className={styles.missing}>
            {missing.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <Steps {...{ state, actions, at }} isReady={missing.length === 0} />
      </div>
    </>
  );
}

/** Without the sign of its money nothing is computed: it is said before the mapping is kept. */
function unanswered({ step, checked }: MappingState): string[] {
  if (step !== 'check' || checked?.kind !== 'done') return [];
  const isAsked = checked.answer.tables.some(({ sign }) => sign?.mustBeAnswered === true);
  return isAsked ? ['Say what a minus means in the money of this table.'] : [];
}

function Steps(props: {
  readonly state: MappingState;
  readonly actions: MappingActions;
  readonly at: number;
  /** Nothing is missing that keeps the table from being read. */
  readonly isReady: boolean;
}): ReactElement {
  const styles = useStyles();
  const { state, actions, at, isReady } = props;
  const before = steps[at - 1];
  const next = steps[at + 1];
  const isBusy = state.work !== undefined;
  return (
    <div className={styles.buttons}>
      {next === undefined ? (
        <Button
          appearance="primary"
          disabledFocusable={isBusy || !isReady || state.checked?.kind !== 'done'}
          onClick={actions.keep}
        >
          Keep this mapping
        </Button>
      ) : (
        <Button
          appearance="primary"
          disabledFocusable={isBusy || !isReady}
          onClick={() => {
            actions.show(next.step);
          }}
        >
          Next
        </Button>
      )}
      {before !== undefined && (
        <Button
          disabledFocusable={isBusy}
          onClick={() => {
            actions.show(before.step);
          }}
        >
          Back
        </Button>
      )}
    </div>
  );
}

/** A new step is read out from its heading; the first one begins with the title of the page. */
function useStepFocus(step: Step): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) {
      heading.current?.focus();
      heading.current?.scrollIntoView();
    }
    shown.current = step;
  }, [step]);
  return heading;
}
