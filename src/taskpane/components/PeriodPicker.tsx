/** Chooses the period: a named one with its days, or two days of one's own. */
import { useId, type ReactElement } from 'react';
import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Inspection, Preset } from '../../app/pane';
import { daysTrouble, presetOf, type Choice } from '../choices';
import type { PaneActions } from '../usePane';
import { Section } from './Section';

const useStyles = makeStyles({
  days: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    marginTop: tokens.spacingVerticalM,
  },
  day: { flex: '1 1 130px', minWidth: 0 },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  input: { width: '100%', minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
  hint: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export function PeriodPicker(props: {
  readonly choice: Choice;
  readonly inspection: Inspection;
  readonly dispatch: PaneActions['dispatch'];
}): ReactElement {
  const styles = useStyles();
  const headingId = useId();
  const hintId = useId();
  const { choice, inspection, dispatch } = props;
  const isCustom = choice.period === 'custom';
  const names = [...inspection.presets.map(({ name }) => name), 'custom' as const];
  return (
    <Section title="Period" headingId={headingId}>
      <Select
        className={styles.select}
        aria-labelledby={headingId}
        aria-describedby={isCustom ? undefined : hintId}
        value={choice.period}
        onChange={(_, { value }) => {
          const period = names.find((name) => name === value);
          if (period !== undefined) dispatch({ kind: 'period-chosen', period });
        }}
      >
        {inspection.presets.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
        <option value="custom">Custom</option>
      </Select>
      {isCustom ? (
        <CustomDays choice={choice} dispatch={dispatch} />
      ) : (
        <p id={hintId} className={styles.hint}>
          {presetWords(presetOf(choice, inspection))}
        </p>
      )}
    </Section>
  );
}

function presetWords(preset: Preset | undefined): string {
  if (preset?.from === undefined || preset.to === undefined) {
    return 'The ledger has no dates that would tell the days of this period.';
  }
  return `${preset.from} to ${preset.to}`;
}

function CustomDays(props: {
  readonly choice: Choice;
  readonly dispatch: PaneActions['dispatch'];
}): ReactElement {
  const styles = useStyles();
  const { from, to } = props.choice;
  const trouble = daysTrouble(from, to);
  const ends = [
    { end: 'from', label: 'First day', day: from },
    { end: 'to', label: 'Last day', day: to },
  ] as const;
  return (
    <div className={styles.days}>
      {ends.map(({ end, label, day }) => {
        const isWrong = trouble?.end === end;
        return (
          <Field
            key={end}
            label={label}
            className={styles.day}
            validationState={isWrong ? 'error' : 'none'}
            validationMessage={isWrong ? trouble.sentence : null}
          >
            <Input
              type="date"
              min="1900-03-01"
              max="9999-12-31"
              className={styles.input}
              value={day}
              onChange={(_, { value }) => {
                props.dispatch({ kind: 'day-set', end, day: value });
              }}
            />
          </Field>
        );
      })}
    </div>
  );
}
