/** Above the list: which suggestions are shown and how they are grouped; all that are shown at once. */
import { useId, type ReactElement } from 'react';
import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { counted } from '../counted';
import { Section } from '../components/Section';
import type { GroupBy } from './listRows';

const useStyles = makeStyles({
  fields: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  field: { flex: '1 1 120px', minWidth: 0 },
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalM,
  },
  words: { margin: `${tokens.spacingVerticalS} 0 0` },
});

export function ReviewTools(props: {
  readonly providers: readonly string[];
  /** Empty for all of them. */
  readonly provider: string;
  readonly setProvider: (provider: string) => void;
  readonly by: GroupBy;
  readonly setBy: (by: GroupBy) => void;
  readonly shown: number;
  readonly all: number;
  readonly accepted: number;
  readonly isBusy: boolean;
  readonly acceptShown: () => void;
  readonly rejectShown: () => void;
}): ReactElement {
  const styles = useStyles();
  const wordsId = useId();
  const isAll = props.shown === props.all;
  return (
    <Section title="Accept or reject">
      <div className={styles.fields}>
        <Field label="Provider" className={styles.field}>
          <Select
            className={styles.select}
            value={props.provider}
            onChange={(_, { value }) => {
              props.setProvider(value);
            }}
          >
            <option value="">All providers</option>
            {props.providers.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Group by" className={styles.field}>
          <Select
            className={styles.select}
            value={props.by}
            onChange={(_, { value }) => {
              props.setBy(value === 'provider' ? 'provider' : 'family');
            }}
          >
            <option value="family">Family</option>
            <option value="provider">Provider</option>
          </Select>
        </Field>
      </div>
      <AllButtons {...props} wordsId={wordsId} isAll={isAll} />
      <p id={wordsId} className={styles.words}>
        {`${props.accepted} of ${counted(props.all, 'suggestion')} accepted`}
        {isAll ? '' : `, ${props.shown} shown`}
      </p>
    </Section>
  );
}

function AllButtons(props: {
  readonly shown: number;
  readonly isAll: boolean;
  readonly isBusy: boolean;
  readonly wordsId: string;
  readonly acceptShown: () => void;
  readonly rejectShown: () => void;
}): ReactElement {
  const styles = useStyles();
  const { shown, isAll, isBusy, wordsId, acceptShown, rejectShown } = props;
  const button = { size: 'small', disabledFocusable: isBusy, 'aria-describedby': wordsId } as const;
  return (
    <div className={styles.buttons}>
      <Button {...button} onClick={acceptShown}>
        {isAll ? 'Accept all' : `Accept the ${shown} shown`}
      </Button>
      <Button {...button} onClick={rejectShown}>
        {isAll ? 'Accept none' : 'Accept none of them'}
      </Button>
    </div>
  );
}
