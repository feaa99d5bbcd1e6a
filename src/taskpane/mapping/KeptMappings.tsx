/** The mappings that the workbook keeps, and how they go to another workbook. */
import { useState, type ReactElement } from 'react';
import { Button, Field, makeStyles, tokens } from '@fluentui/react-components';
import type { ListedMapping } from '../../app/mapping/types';
import { Disclosure } from '../components/Disclosure';
import { Section } from '../components/Section';
import { useFormStyles } from './Pick';
import type { MappingActions } from './useMapping';

const useStyles = makeStyles({
  words: { margin: `0 0 ${tokens.spacingVerticalS}`, overflowWrap: 'anywhere' },
  quiet: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { paddingBottom: tokens.spacingVerticalM },
  // Fluent's own is loaded together with the pane.
  text: {
    boxSizing: 'border-box',
    width: '100%',
    padding: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    resize: 'vertical',
  },
});

export function KeptMappings(props: {
  readonly kept: readonly ListedMapping[];
  readonly isBusy: boolean;
  /** The text of the mappings, once it was asked for. */
  readonly exported: string | undefined;
  readonly actions: MappingActions;
}): ReactElement {
  const styles = useStyles();
  const { kept, isBusy, actions } = props;
  return (
    <Section title="Kept in this workbook">
      {kept.length === 0 && <p className={styles.words}>No mapping is kept yet.</p>}
      <ul className={styles.list}>
        {kept.map((mapping) => (
          <li key={mapping.headers.join('\n')} className={styles.item}>
            <p className={styles.words}>
              <strong>{mapping.name}</strong>
            </p>
            <p className={styles.quiet}>{mapping.words}</p>
            <Button
              size="small"
              disabledFocusable={isBusy}
              aria-label={`Forget ${mapping.name}`}
              onClick={() => {
                actions.forget(mapping);
              }}
            >
              Forget
            </Button>
          </li>
        ))}
      </ul>
      <Disclosure level={3} title="Take them to another workbook">
        <TextForms {...props} />
      </Disclosure>
    </Section>
  );
}

function TextForms(props: {
  readonly kept: readonly ListedMapping[];
  readonly isBusy: boolean;
  readonly exported: string | undefined;
  readonly actions: MappingActions;
}): ReactElement {
  const styles = { ...useFormStyles(), ...useStyles() };
  const [text, setText] = useState('');
  const { kept, isBusy, exported, actions } = props;
  return (
    <div className={styles.fields}>
      <Button
        className={styles.start}
        disabledFocusable={isBusy || kept.length === 0}
        onClick={actions.exportText}
      >
        Show the mappings as text
      </Button>
      {exported !== undefined && (
        <Field label="Mappings of this workbook" hint="Copy all of it into the other workbook.">
          {(ofField) => (
            <textarea
              {...ofField}
              readOnly
              rows={6}
              className={styles.text}
              value={exported}
              onFocus={(event) => {
                event.currentTarget.select();
              }}
            />
          )}
        </Field>
      )}
      <Field
        label="Mappings of another workbook"
        hint="They take the place of those for the same headers."
      >
        {(ofField) => (
          <textarea
            {...ofField}
            rows={3}
            className={styles.text}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <Button
        className={styles.start}
        disabledFocusable={isBusy || text.trim() === ''}
        onClick={() => {
          actions.importText(text);
        }}
      >
        Keep them here
      </Button>
    </div>
  );
}
