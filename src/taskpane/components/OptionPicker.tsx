/** The choices that move money or rows: closed at first, with a count of those changed. */
import type { ReactElement } from 'react';
import { Badge, Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { Inspection, RefreshOutcome } from '../../app/pane';
import { changedOptions, valueOf, type Choice } from '../choices';
import type { PaneActions } from '../usePane';
import { Disclosure } from './Disclosure';
import { OptionEffect } from './OptionEffect';

const useStyles = makeStyles({
  section: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  options: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  reset: { alignSelf: 'flex-start' },
});

export function OptionPicker(props: {
  readonly choice: Choice;
  readonly inspection: Inspection;
  /** Of the last refresh: it says what other choices would have changed. */
  readonly outcome: RefreshOutcome | undefined;
  readonly dispatch: PaneActions['dispatch'];
}): ReactElement | null {
  const styles = useStyles();
  const { choice, inspection, outcome, dispatch } = props;
  if (inspection.options.length === 0) return null;
  const changed = changedOptions(choice, inspection).length;
  return (
    <div className={styles.section}>
      <Disclosure
        level={2}
        title="Options"
        aside={
          <Badge appearance="tint" color={changed === 0 ? 'subtle' : 'brand'}>
            {changed === 0 ? 'defaults' : `${changed} changed`}
          </Badge>
        }
      >
        <div className={styles.options}>
          {inspection.options.map((option) => (
            <div key={option.name}>
              <Field label={option.label} hint={option.help}>
                <Select
                  className={styles.select}
                  value={valueOf(choice, option)}
                  onChange={(_, { value }) => {
                    dispatch({ kind: 'option-set', option: option.name, value });
                  }}
                >
                  {option.values.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </Select>
              </Field>
              {outcome?.kind === 'done' && <OptionEffect option={option.name} outcome={outcome} />}
            </div>
          ))}
          <Button
            className={styles.reset}
            size="small"
            disabledFocusable={changed === 0}
            onClick={() => {
              dispatch({ kind: 'options-reset' });
            }}
          >
            Reset to defaults
          </Button>
        </div>
      </Disclosure>
    </div>
  );
}
