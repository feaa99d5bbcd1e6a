/** One function: what it gives, its arguments with what they can be, and its formula. */
import { useState, type ReactElement } from 'react';
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ArgumentLists, FunctionHelp } from '../../app/live/types';
import { Disclosure } from '../components/Disclosure';
import type { PartProps } from './partProps';

const useStyles = makeStyles({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalL}`,
  },
  words: { margin: 0 },
  formula: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  button: { alignSelf: 'flex-start' },
});

export function FunctionItem({
  of,
  services,
  lists,
  ask,
}: PartProps & { readonly of: FunctionHelp }): ReactElement {
  const styles = useStyles();
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const formula = services.formula(of.name, picked);
  const isMissing = of.parameters.some(
    ({ name, isRequired }) => isRequired && (picked[name] ?? '') === '',
  );
  return (
    <Disclosure level={3} title={of.name}>
      <div className={styles.body}>
        <p className={styles.words}>{of.description}</p>
        {of.parameters.map(({ name, description, isRequired }) => (
          <Field key={name} label={name} hint={description} required={isRequired}>
            <Select
              className={styles.select}
              value={picked[name] ?? ''}
              onChange={(_, { value }) => {
                setPicked({ ...picked, [name]: value });
              }}
            >
              <option value="">{isRequired ? 'Choose one' : 'Left out'}</option>
              {choicesOf(name, lists).map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        <p className={styles.formula}>{formula}</p>
        <Button
          className={styles.button}
          disabledFocusable={isMissing}
          onClick={() => {
            ask(services.insert(formula));
          }}
        >
          Insert {of.name}
        </Button>
      </div>
    </Disclosure>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A month is its first day where a period begins, and its last day where one ends. */
function choicesOf(parameter: string, lists: ArgumentLists): Choice[] {
  const same = (texts: readonly string[]): Choice[] =>
    texts.map((text) => ({ value: text, label: text }));
  switch (parameter) {
    case 'provider':
      return same(lists.providers);
    case 'code':
      return same(lists.codes);
    case 'tag':
      return same(lists.tags);
    case 'from':
      return same(lists.months.map(({ from }) => from));
    default:
      return same(lists.months.map(({ to }) => to));
  }
}
