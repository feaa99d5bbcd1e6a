/** A field in which one of some answers is picked, and the layout of fields below each other. */
import type { ReactElement } from 'react';
import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Choice } from '../../app/mapping/draft';

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
  },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  words: { margin: `0 0 ${tokens.spacingVerticalS}` },
  start: { alignSelf: 'flex-start' },
});

/** The layout of a form in a narrow pane. */
export const useFormStyles = useStyles;

export function Pick(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly pick: (key: string) => void;
  readonly hint?: string;
  readonly isNeeded?: boolean;
  /** What follows where nothing is picked; empty where nothing does. */
  readonly warning?: string;
}): ReactElement {
  const styles = useStyles();
  const { label, value, choices, hint = '', isNeeded = false, warning = '' } = props;
  const told = { validationState: 'warning', validationMessage: warning } as const;
  return (
    <Field
      label={label}
      required={isNeeded}
      {...(hint === '' ? {} : { hint })}
      {...(warning === '' ? {} : told)}
    >
      <Select
        className={styles.select}
        value={value}
        onChange={(_, { value: key }) => {
          props.pick(key);
        }}
      >
        {choices.map(({ key, label: words }) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Words as answers, behind one that says nothing. */
export function wordChoices(none: string, words: readonly string[]): Choice[] {
  return [{ key: '', label: none }, ...words.map((word) => ({ key: word, label: word }))];
}
