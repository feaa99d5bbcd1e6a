/** The tables of the workbook as they are read, each with the reason; any can be mapped. */
import { useState, type ReactElement } from 'react';
import { Badge, Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { Confidence, ListedTable, MappingList } from '../../app/mapping/types';
import { Disclosure } from '../components/Disclosure';
import { PlaceButton } from '../components/PlaceButton';
import { Section } from '../components/Section';
import { usePlainList } from '../components/usePlainList';
import { Pick, useFormStyles } from './Pick';
import type { MappingActions } from './useMapping';

const useStyles = makeStyles({
  words: { margin: `0 0 ${tokens.spacingVerticalM}` },
  item: { paddingBottom: tokens.spacingVerticalM },
  head: {
    display: 'flex',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
    paddingInlineEnd: tokens.spacingHorizontalS,
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  badge: { flexShrink: 0, marginTop: tokens.spacingVerticalXS },
  title: { fontWeight: tokens.fontWeightSemibold },
  // Under the name of the place, whose button reaches beyond the text.
  button: { marginInlineStart: tokens.spacingHorizontalS },
  why: {
    margin: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

const confidences: Readonly<
  Record<
    Confidence,
    {
      readonly label: string;
      readonly color: 'success' | 'brand' | 'warning' | 'danger' | 'subtle';
    }
  >
> = {
  kept: { label: 'mapped', color: 'brand' },
  sure: { label: 'sure', color: 'success' },
  likely: { label: 'likely', color: 'brand' },
  ask: { label: 'asks you', color: 'danger' },
  unread: { label: 'unknown', color: 'subtle' },
};

export function Tables(props: {
  readonly list: MappingList;
  readonly isBusy: boolean;
  readonly actions: MappingActions;
  readonly open: (sheet: string, cell: string) => void;
  readonly goneTarget: string;
}): ReactElement {
  const styles = useStyles();
  const list = usePlainList();
  const { tables, sheets } = props.list;
  return (
    <Section title="Tables of this workbook">
      <p className={styles.words}>
        {tables.length === 0
          ? 'No row with headers was found. Paste an export with its header row, or name the row below.'
          : 'What is read as which table, and why. Where it is wrong or asks you, say what its columns mean: it is kept for the next paste.'}
      </p>
      <ul className={list}>
        {tables.map((table) => (
          <Table key={`${table.place.sheet}:${table.cell}`} {...props} table={table} />
        ))}
      </ul>
      <Disclosure level={3} title="Headers stand in another row">
        <RowForm sheets={sheets} isBusy={props.isBusy} openAt={props.actions.openAt} />
      </Disclosure>
    </Section>
  );
}

function Table(props: {
  readonly table: ListedTable;
  readonly isBusy: boolean;
  readonly actions: MappingActions;
  readonly open: (sheet: string, cell: string) => void;
  readonly goneTarget: string;
}): ReactElement {
  const styles = useStyles();
  const { table } = props;
  const { label, color } = confidences[table.confidence];
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <div className={styles.name}>
          <PlaceButton
            place={{ sheet: table.place.sheet, cell: table.cell }}
            goneTarget={props.goneTarget}
            open={props.open}
          >
            <span className={styles.title}>{table.title}</span>
            {` on ‘${table.place.sheet}’, from ${table.cell}`}
          </PlaceButton>
        </div>
        <Badge className={styles.badge} appearance="tint" color={color}>
          {label}
        </Badge>
      </div>
      <p className={styles.why}>{table.why}</p>
      <Button
        size="small"
        className={styles.button}
        disabledFocusable={props.isBusy}
        aria-label={`${table.confidence === 'kept' ? 'Change the mapping' : 'Map'}: ${table.place.sheet} ${table.cell}`}
        onClick={() => {
          props.actions.open(table.place);
        }}
      >
        {table.confidence === 'kept' ? 'Change the mapping' : 'Map'}
      </Button>
    </li>
  );
}

/** The row in which somebody says that headers stand. */
function RowForm(props: {
  readonly sheets: readonly string[];
  readonly isBusy: boolean;
  readonly openAt: MappingActions['openAt'];
}): ReactElement {
  const styles = useFormStyles();
  const [sheet, setSheet] = useState('');
  const [row, setRow] = useState('1');
  const chosen = sheet === '' ? (props.sheets[0] ?? '') : sheet;
  const isRow = /^[1-9]\d{0,6}$/.test(row.trim());
  return (
    <div className={styles.fields}>
      <Pick
        label="Sheet"
        value={chosen}
        choices={props.sheets.map((name) => ({ key: name, label: name }))}
        pick={setSheet}
      />
      <Field
        label="Row of the headers"
        {...(isRow ? {} : { validationMessage: 'The number of a row, such as 4' })}
      >
        <Input
          inputMode="numeric"
          value={row}
          onChange={(_, { value }) => {
            setRow(value);
          }}
        />
      </Field>
      <Button
        className={styles.start}
        disabledFocusable={props.isBusy || !isRow || chosen === ''}
        onClick={() => {
          props.openAt(chosen, Number(row));
        }}
      >
        Map this row
      </Button>
    </div>
  );
}
