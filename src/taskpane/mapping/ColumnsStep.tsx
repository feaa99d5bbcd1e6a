/** What kind of table it is, and where each of its fields comes from, with examples. */
import type { ReactElement } from 'react';
import { Button, Field, Input } from '@fluentui/react-components';
import {
  addBeside,
  choose,
  chooseKind,
  fieldRows,
  kindNames,
  removeBeside,
  rename,
  setConstant,
  type FieldRow,
} from '../../app/mapping/draft';
import type { Draft } from '../../app/mapping/types';
import { Disclosure } from '../components/Disclosure';
import { Section } from '../components/Section';
import { Pick, useFormStyles, wordChoices } from './Pick';

export type Edit = (draft: Draft) => void;

export function ColumnsStep(props: { readonly draft: Draft; readonly edit: Edit }): ReactElement {
  const styles = useFormStyles();
  const { draft, edit } = props;
  return (
    <>
      {draft.mapping.views.map((view, at) => (
        <View key={`${String(at)} ${view.kind}`} draft={draft} at={at} edit={edit} />
      ))}
      <Section title="More in the same rows">
        <p className={styles.words}>
          Where a row holds money of another kind in a column of its own, such as a payment beside a
          charge, that money gets rows of its own.
        </p>
        <div className={styles.fields}>
          <Pick
            label="Add"
            value=""
            choices={wordChoices('Nothing more', kindNames)}
            pick={(name) => {
              const kind = kindNames.find((one) => one === name);
              if (kind !== undefined) edit(addBeside(draft, kind));
            }}
          />
          <Field label="Name of the mapping">
            <Input
              value={draft.mapping.name}
              maxLength={256}
              onChange={(_, { value }) => {
                edit(rename(draft, value));
              }}
            />
          </Field>
        </div>
      </Section>
    </>
  );
}

function View(props: {
  readonly draft: Draft;
  readonly at: number;
  readonly edit: Edit;
}): ReactElement {
  const styles = useFormStyles();
  const { draft, at, edit } = props;
  const kind = draft.mapping.views[at]?.kind ?? 'Charges';
  const rows = fieldRows(draft, at);
  const shown = rows.filter(({ isNeeded, choice }) => isNeeded || choice !== '');
  const others = rows.filter((row) => !shown.includes(row));
  const fieldOf = (row: FieldRow): ReactElement => (
    <FieldItem key={row.header} row={row} draft={draft} edit={edit} />
  );
  return (
    <Section title={at === 0 ? 'The table' : `${kind} in the same rows`}>
      <div className={styles.fields}>
        <Pick
          label={at === 0 ? 'Each row is one of' : 'They are'}
          value={kind}
          choices={kindNames.map((name) => ({ key: name, label: name }))}
          pick={(name) => {
            const chosen = kindNames.find((one) => one === name);
            if (chosen !== undefined) edit(chooseKind(draft, at, chosen));
          }}
        />
        {shown.map(fieldOf)}
        {others.length > 0 && (
          <Disclosure level={3} title="Columns it can have besides" aside={others.length}>
            <div className={styles.fields}>{others.map(fieldOf)}</div>
          </Disclosure>
        )}
        {at > 0 && (
          <Button
            size="small"
            className={styles.start}
            onClick={() => {
              edit(removeBeside(draft, at));
            }}
          >
            {`Leave out these ${kind}`}
          </Button>
        )}
      </div>
    </Section>
  );
}

function FieldItem(props: {
  readonly row: FieldRow;
  readonly draft: Draft;
  readonly edit: Edit;
}): ReactElement {
  const { row, draft, edit } = props;
  const samples = row.samples === '' ? '' : `Such as ${row.samples}.`;
  const set = (text: string): void => {
    edit(setConstant(draft, row, text));
  };
  const label = `${row.header} of every row`;
  return (
    <>
      <Pick
        label={row.header}
        isNeeded={row.isNeeded}
        hint={`${samples} ${row.note}`.trim()}
        value={row.choice}
        choices={row.choices}
        pick={(key) => {
          edit(choose(draft, row, key));
        }}
      />
      {row.constant !== undefined && row.words.length > 0 && (
        <Pick
          label={label}
          value={row.constant}
          choices={wordChoices('Choose one', row.words)}
          pick={set}
        />
      )}
      {row.constant !== undefined && row.words.length === 0 && (
        <Field label={label}>
          <Input
            value={row.constant}
            maxLength={256}
            onChange={(_, { value }) => {
              set(value);
            }}
          />
        </Field>
      )}
    </>
  );
}
