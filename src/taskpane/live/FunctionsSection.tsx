/** Whether functions in cells are up to date, what brings them there, and the way to their page. */
import { useEffect, useRef, type ReactElement } from 'react';
import { Badge, Button, makeStyles, Switch, tokens } from '@fluentui/react-components';
import type { LiveServices, LiveState } from '../../app/live/types';
import { Section } from '../components/Section';
import { sentence } from '../../app/sentence';
import { useLiveState } from './useLiveState';

const useStyles = makeStyles({
  words: { margin: `0 0 ${tokens.spacingVerticalS}`, overflowWrap: 'anywhere' },
  // The track of a switch stands 8px inside of it.
  switch: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  hint: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export function FunctionsSection(props: {
  readonly services: LiveServices;
  readonly show: () => void;
  /** One comes back from the page of functions: the focus is where it was left. */
  readonly wasAway: boolean;
}): ReactElement {
  const styles = useStyles();
  const state = useLiveState(props.services);
  const buttons = useRef<HTMLDivElement>(null);
  const { wasAway } = props;
  useEffect(() => {
    if (wasAway) buttons.current?.querySelector<HTMLElement>('button:last-child')?.focus();
  }, [wasAway]);
  return (
    <Section title="Functions in cells">
      <State state={state} />
      <Switch
        className={styles.switch}
        label="Keep up to date"
        checked={state.isAutomatic}
        onChange={(_, { checked }) => void props.services.setAutomatic(checked)}
      />
      <p className={styles.hint}>
        Functions follow each edit of the ledger by themselves. Report sheets follow with Refresh.
      </p>
      <div ref={buttons} className={styles.buttons}>
        <Button
          disabledFocusable={state.figures !== 'old'}
          onClick={() => void props.services.update()}
        >
          Update functions
        </Button>
        <Button onClick={props.show}>Insert functions</Button>
      </div>
    </Section>
  );
}

function State({ state: { figures, trouble } }: { readonly state: LiveState }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <p className={styles.words}>
        <Badge appearance="tint" color={figures === 'current' ? 'success' : 'warning'}>
          {badges[figures]}
        </Badge>{' '}
        {words[figures]}
      </p>
      {trouble !== '' && <p className={styles.words}>{sentence(trouble)}</p>}
    </>
  );
}

const badges: Readonly<Record<LiveState['figures'], string>> = {
  current: 'Up to date',
  old: 'Out of date',
  updating: 'Updating',
};

const words: Readonly<Record<LiveState['figures'], string>> = {
  current: '',
  old: 'The ledger was changed after they were calculated.',
  updating: 'The ledger is being read.',
};
