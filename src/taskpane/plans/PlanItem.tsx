/** One plan: its rate and terms in words, what is wrong with it, and the form that changes it. */
import { useEffect, useId, useRef, type ReactElement, type RefObject } from 'react';
import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PlanField, PlanProblem } from '../../app/plans/types';
import { type DraftRow, type RowState, stateOf, termsOf, titleOf } from './draft';
import { targetKey } from '../targetKey';
import { PlanForm, problemWords } from './PlanForm';

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  gone: { textDecorationLine: 'line-through' },
  small: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  terms: { margin: 0, padding: 0, listStyleType: 'none' },
  held: { color: tokens.colorPaletteRedForeground1 },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalXS,
  },
  place: {
    minWidth: 0,
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightRegular,
  },
});

export interface PlanItemActions {
  readonly set: (key: string, field: string, text: string) => void;
  readonly remove: (key: string) => void;
  readonly putBack: (key: string) => void;
  /** Opens the form of a plan; an empty key closes it. */
  readonly show: (key: string) => void;
  readonly open: (sheet: string, cell: string) => void;
}

const badges = { new: 'New', changed: 'Changed', removed: 'Removed', same: '' } as const;

export function PlanItem(props: {
  readonly row: DraftRow;
  /** Whose it is, for the names of its buttons. */
  readonly name: string;
  readonly fields: readonly PlanField[];
  readonly problems: readonly PlanProblem[];
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  /** Key of the cell that was asked for and is not there any more; empty for none. */
  readonly goneTarget: string;
  readonly actions: PlanItemActions;
}): ReactElement {
  const styles = useStyles();
  const { row, fields, isOpen, actions } = props;
  const { sheet = '', cell = '', place = '' } = row.listed ?? {};
  const formId = useId();
  const state = stateOf(row);
  const problems = state === 'removed' ? [] : props.problems;
  // The form shows those of its columns.
  const shown = problems.filter(({ field }) => !isOpen || field === '');
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <p className={mergeClasses(styles.title, row.isRemoved && styles.gone)}>
          {titleOf(row, fields)}
        </p>
        {state !== 'same' && (
          <Badge appearance="tint" color="brand">
            {badges[state]}
          </Badge>
        )}
      </div>
      {!isOpen && (
        <ul className={styles.terms}>
          {termsOf(row, fields).map((term) => (
            <li key={term} className={styles.small}>
              {term}
            </li>
          ))}
        </ul>
      )}
      {shown.map((problem) => (
        <p
          key={`${problem.place} ${problem.found}`}
          className={mergeClasses(styles.small, problem.isHeld && styles.held)}
        >
          {`${problem.place}: ${problemWords(problem)}`}
        </p>
      ))}
      <ItemButtons {...props} state={state} formId={formId} />
      {place !== '' && props.goneTarget === targetKey(sheet, cell) && (
        <p role="alert" className={mergeClasses(styles.small, styles.held)}>
          {place} is not there any more, or its sheet is hidden.
        </p>
      )}
      {isOpen && !row.isRemoved && (
        <PlanForm
          id={formId}
          texts={row.texts}
          fields={fields}
          problems={problems}
          isBusy={props.isBusy}
          takesFocus={state === 'new'}
          set={(field, text) => {
            actions.set(row.key, field, text);
          }}
        />
      )}
    </li>
  );
}

function ItemButtons(props: {
  readonly row: DraftRow;
  readonly name: string;
  readonly state: RowState;
  readonly isOpen: boolean;
  readonly isBusy: boolean;
  readonly formId: string;
  readonly actions: PlanItemActions;
}): ReactElement {
  const styles = useStyles();
  const { row, state, isOpen, isBusy, actions } = props;
  const { key, listed } = row;
  const buttons = useFocusWhenLost(state);
  const whose = `${props.name}${listed === undefined ? '' : `, ${listed.place}`}`;
  return (
    <div ref={buttons} className={styles.buttons}>
      {!row.isRemoved && (
        <Button
          size="small"
          aria-label={`${isOpen ? 'Close' : 'Change'}: ${whose}`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? props.formId : undefined}
          onClick={() => {
            actions.show(isOpen ? '' : key);
          }}
        >
          {isOpen ? 'Close' : 'Change'}
        </Button>
      )}
      {!row.isRemoved && (
        <Button
          size="small"
          aria-label={`Remove: ${whose}`}
          disabledFocusable={isBusy}
          onClick={() => {
            actions.remove(key);
          }}
        >
          Remove
        </Button>
      )}
      {(state === 'removed' || state === 'changed') && (
        <Button
          size="small"
          aria-label={`As it was: ${whose}`}
          disabledFocusable={isBusy}
          onClick={() => {
            actions.putBack(key);
          }}
        >
          As it was
        </Button>
      )}
      {listed !== undefined && (
        <Button
          appearance="subtle"
          size="small"
          className={styles.place}
          onClick={() => {
            actions.open(listed.sheet, listed.cell);
          }}
        >
          {listed.place}
        </Button>
      )}
    </div>
  );
}

/** A button that goes away with what it did leaves the focus to the first one that is there. */
function useFocusWhenLost(state: RowState): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    const isChanged = before.current !== state;
    before.current = state;
    if (isChanged && document.activeElement === document.body) {
      place.current?.querySelector('button')?.focus();
    }
  }, [state]);
  return place;
}
