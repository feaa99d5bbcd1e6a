/** Picks what a live report shows, and inserts it at the selected cell. */
import { useState, type ReactElement } from 'react';
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { Section } from '../components/Section';
import type { PartProps } from './partProps';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  words: { margin: 0 },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  button: { alignSelf: 'flex-start' },
});

export function LiveReportForm({ services, lists, ask }: PartProps): ReactElement {
  const styles = useStyles();
  const [name, setName] = useState('NETCOLLECTION');
  const [code, setCode] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const labels = lists.months.map(({ label }) => label);
  const asked = services.functions.find((one) => one.name === name);
  const hasCode = asked?.parameters.some((one) => one.name === 'code') === true;
  const of = { name, code, from: from || (labels[0] ?? ''), to: to || (labels.at(-1) ?? '') };
  return (
    <Section title="A live report">
      <div className={styles.fields}>
        <p className={styles.words}>
          Formulas at the selected cell: providers down, months across. Nothing is written over.
        </p>
        <Pick
          label="Function"
          value={name}
          values={services.functions.map((one) => one.name)}
          pick={setName}
        />
        {hasCode && <Pick label="Code" value={code} values={['', ...lists.codes]} pick={setCode} />}
        <Pick label="First month" value={of.from} values={labels} pick={setFrom} />
        <Pick label="Last month" value={of.to} values={labels} pick={setTo} />
        <Button
          className={styles.button}
          disabledFocusable={labels.length === 0 || (hasCode && code === '')}
          onClick={() => {
            ask(services.insertReport(of));
          }}
        >
          Insert live report
        </Button>
      </div>
    </Section>
  );
}

function Pick(props: {
  readonly label: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly pick: (value: string) => void;
}): ReactElement {
  const styles = useStyles();
  return (
    <Field label={props.label}>
      <Select
        className={styles.select}
        value={props.value}
        onChange={(_, { value }) => {
          props.pick(value);
        }}
      >
        {props.values.map((value) => (
          <option key={value} value={value}>
            {value === '' ? 'Choose one' : value}
          </option>
        ))}
      </Select>
    </Field>
  );
}
