/** How the columns are written: signs, number styles, dates, words. What is not said is found out when it is read. */
import type { ReactElement } from 'react';
import { Field, Input } from '@fluentui/react-components';
import {
  fieldRows,
  ruleRows,
  setRule,
  setWord,
  wordRows,
  type RuleRow,
  type WordRow,
} from '../../app/mapping/draft';
import type { Draft } from '../../app/mapping/types';
import { Disclosure } from '../components/Disclosure';
import { Section } from '../components/Section';
import { counted } from '../counted';
import type { Edit } from './ColumnsStep';
import { Pick, useFormStyles, wordChoices } from './Pick';

interface StepProps {
  readonly draft: Draft;
  readonly edit: Edit;
}

export function ValuesStep({ draft, edit }: StepProps): ReactElement {
  return (
    <>
      {draft.mapping.views.map((view, at) => (
        <View key={`${String(at)} ${view.kind}`} {...{ draft, edit, at }} />
      ))}
    </>
  );
}

function View({ draft, edit, at }: StepProps & { readonly at: number }): ReactElement {
  const styles = useFormStyles();
  const kind = draft.mapping.views[at]?.kind ?? '';
  const words = wordRows(draft, at);
  const fields = fieldRows(draft, at)
    .map(({ header, samples }) => ({ header, samples, rules: ruleRows(draft, { at, header }) }))
    .filter(({ rules }) => rules.length > 0);
  const isMoneyOrDate = ({ rules }: (typeof fields)[number]): boolean =>
    rules.some(({ rule }) => rule === 'sign' || rule === 'dates');
  return (
    <>
      {words.length > 0 && (
        <Section title={`Words of ${kind}`}>
          <div className={styles.fields}>
            {words.map((row) => (
              <Word key={`${row.header}: ${row.text}`} {...{ row, draft, edit }} />
            ))}
          </div>
        </Section>
      )}
      <Section title={`Amounts, dates and names of ${kind}`}>
        <p className={styles.words}>What is not said here is found out from the whole column.</p>
        {fields.filter(isMoneyOrDate).map((field) => (
          <Rules key={field.header} {...field} isOpenAtFirst {...{ draft, edit }} />
        ))}
        {fields
          .filter((field) => !isMoneyOrDate(field))
          .map((field) => (
            <Rules key={field.header} {...field} isOpenAtFirst={false} {...{ draft, edit }} />
          ))}
      </Section>
    </>
  );
}

function Rules(
  props: StepProps & {
    readonly header: string;
    readonly samples: string;
    readonly rules: readonly RuleRow[];
    readonly isOpenAtFirst: boolean;
  },
): ReactElement {
  const styles = useFormStyles();
  const { header, samples, rules, isOpenAtFirst, draft, edit } = props;
  return (
    <Disclosure level={3} title={header} isOpenAtFirst={isOpenAtFirst}>
      <div className={styles.fields}>
        {samples !== '' && <span>{`Such as ${samples}`}</span>}
        {rules.map((row) => (
          <Rule key={row.rule} {...{ row, draft, edit }} />
        ))}
      </div>
    </Disclosure>
  );
}

function Rule({ row, draft, edit }: StepProps & { readonly row: RuleRow }): ReactElement {
  const set = (value: string): void => {
    edit(setRule(draft, row, value));
  };
  const label = `${row.label} (${row.header})`;
  if (row.choices.length > 0) {
    return <Pick label={label} value={row.value} choices={row.choices} pick={set} />;
  }
  return (
    <Field label={label}>
      <Input
        value={row.value}
        maxLength={8}
        onChange={(_, { value }) => {
          set(value);
        }}
      />
    </Field>
  );
}

/** What a word of the export means. */
function Word({ row, draft, edit }: StepProps & { readonly row: WordRow }): ReactElement {
  const set = (value: string): void => {
    edit(setWord(draft, row, value));
  };
  const text = row.text === '' ? 'A blank cell' : `‘${row.text}’`;
  const label = `${text} in ${row.header}, ${counted(row.count, 'row')}`;
  const isOpen = row.means === '' && row.understood === '';
  if (row.choices.length > 0) {
    const none = row.understood === '' ? 'Choose one' : `Understood as ${row.understood}`;
    return (
      <Pick
        label={label}
        value={row.means}
        choices={wordChoices(none, row.choices)}
        pick={set}
        warning={isOpen ? 'Not known: its rows are held back' : ''}
      />
    );
  }
  return (
    <Field label={label}>
      <Input
        value={row.means}
        placeholder="As it is written"
        onChange={(_, { value }) => {
          set(value);
        }}
      />
    </Field>
  );
}
