/** The columns of one plan, to be edited; what a run would refuse stands at its column. */
import { useEffect, useId, useRef, type ReactElement } from 'react';
import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { PlanField, PlanProblem, PlanTexts } from '../../app/plans/types';
import { sentence } from '../../app/sentence';
import { Disclosure } from '../components/Disclosure';

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  input: { width: '100%', minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
});

interface FormProps {
  readonly texts: PlanTexts;
  readonly fields: readonly PlanField[];
  readonly problems: readonly PlanProblem[];
  readonly isBusy: boolean;
  readonly set: (field: string, text: string) => void;
}

export function PlanForm(
  props: FormProps & {
    readonly id: string;
    /** Of a new plan: what was pressed to make it stands below the form. */
    readonly takesFocus: boolean;
  },
): ReactElement {
  const form = useRef<HTMLDivElement>(null);
  const { takesFocus } = props;
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('select')?.focus();
  }, [takesFocus]);
  const { fields, texts } = props;
  const of = (group: PlanField['group']): PlanField[] =>
    fields.filter((field) => field.group === group);
  const uncomputed = of('uncomputed').filter(({ name }) => name in texts);
  const terms = of('terms');
  const filled = terms.filter(({ name }) => (texts[name] ?? '') !== '').length;
  return (
    <div id={props.id} ref={form}>
      <Fields {...props} fields={[...of('main'), ...uncomputed]} />
      <Disclosure
        level={4}
        title="Tiers, shares, laboratory, guarantee"
        aside={filled === 0 ? 'none' : `${filled} set`}
        isOpenAtFirst={props.problems.some(({ field }) => terms.some(({ name }) => name === field))}
      >
        <Fields {...props} fields={terms} />
      </Disclosure>
    </div>
  );
}

function Fields(props: FormProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      {props.fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          text={props.texts[field.name] ?? ''}
          problem={props.problems.find((one) => one.field === field.name)}
          isBusy={props.isBusy}
          set={(text) => {
            props.set(field.name, text);
          }}
        />
      ))}
    </div>
  );
}

function OneField(props: {
  readonly field: PlanField;
  readonly text: string;
  readonly problem: PlanProblem | undefined;
  readonly isBusy: boolean;
  readonly set: (text: string) => void;
}): ReactElement {
  const styles = useStyles();
  const hintId = useId();
  const { field, text, problem, set } = props;
  const { label, hint, values } = field;
  const state = problem?.isHeld === true ? 'error' : 'warning';
  const said = problem === undefined ? '' : problemWords(problem);
  return (
    <Field
      label={label}
      {...(hint === '' ? {} : { hint: { id: hintId, children: hint } })}
      {...(said === '' ? {} : { validationState: state, validationMessage: said })}
    >
      {values.length === 0 ? (
        <Input
          className={styles.input}
          value={text}
          readOnly={props.isBusy}
          onChange={(_, { value }) => {
            set(value);
          }}
        />
      ) : (
        <Select
          className={styles.select}
          value={text}
          disabled={props.isBusy}
          onChange={(_, { value }) => {
            set(value);
          }}
        >
          <option value="">{text === '' ? 'Choose' : 'None'}</option>
          {!values.some(({ value }) => value === text) && text !== '' && (
            <option value={text}>{text}</option>
          )}
          {values.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

export function problemWords({ found, done, fix }: PlanProblem): string {
  return [found, done, fix].map(sentence).join(' ').trim();
}
