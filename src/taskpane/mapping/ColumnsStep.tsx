/** What kind of table it is, and where each of its fields comes from, with examples. */
import type { ReactElement } from 'react';
import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
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

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalS,
  },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  constant: { marginTop: tokens.spacingVerticalXS },
  words: { margin: `0 0 ${tokens.spacingVerticalS}` },
  start: { alignSelf: 'flex-start' },
});

export type Edit = (draft: Draft) => void;

export function ColumnsStep(props: { readonly draft: Draft; readonly edit: Edit }): ReactElement {
  const styles = useStyles();
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
          <Field label="Add">
            <Select
              className={styles.select}
              value=""
              onChange={(_, { value }) => {
                const kind = kindNames.find((name) => name === value);
                if (kind !== undefined) edit(addBeside(draft, kind));
              }}
            >
              <option value="">Nothing more</option>
              {kindNames.map((kind) => (
                <option key={kind}>{kind}</option>
              ))}
            </Select>
          </Field>
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
  const styles = useStyles();
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
        <Field label={at === 0 ? 'Each row is one of' : 'They are'}>
          <Select
            className={styles.select}
            value={kind}
            onChange={(_, { value }) => {
              const chosen = kindNames.find((name) => name === value);
              if (chosen !== undefined) edit(chooseKind(draft, at, chosen));
            }}
          >
            {kindNames.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
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
  const styles = useStyles();
  const { row, draft, edit } = props;
  const samples = row.samples === '' ? '' : `Such as ${row.samples}.`;
  const hint = `${samples} ${row.note}`.trim();
  return (
    <div>
      <Field label={row.header} required={row.isNeeded} {...(hint === '' ? {} : { hint })}>
        <Select
          className={styles.select}
          value={row.choice}
          onChange={(_, { value }) => {
            edit(choose(draft, row, value));
          }}
        >
          {row.choices.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {row.constant !== undefined && (
        <Field label={`${row.header} of every row`} className={styles.constant}>
          <Constant
            row={row}
            value={row.constant}
            set={(text) => {
              edit(setConstant(draft, row, text));
            }}
          />
        </Field>
      )}
    </div>
  );
}

/** One of the words that the field knows, or any text. */
function Constant(props: {
  readonly row: FieldRow;
  readonly value: string;
  readonly set: (text: string) => void;
}): ReactElement {
  const { row, value, set, ...ofField } = props;
  if (row.words.length === 0) {
    return (
      <Input
        {...ofField}
        value={value}
        onChange={(_, { value: text }) => {
          set(text);
        }}
      />
    );
  }
  return (
    <Select
      {...ofField}
      value={value}
      onChange={(_, { value: text }) => {
        set(text);
      }}
    >
      <option value="">Choose one</option>
      {row.words.map((word) => (
        <option key={word}>{word}</option>
      ))}
    </Select>
  );
}
