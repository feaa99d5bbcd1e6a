/** What another choice of an option would have changed in the last run; it says which choice that run had. */
import type { ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { OptionChoice, RefreshOutcome } from '../../app/pane';

const useStyles = makeStyles({
  effect: {
    marginTop: tokens.spacingVerticalXS,
    paddingInlineStart: tokens.spacingHorizontalS,
    borderInlineStartWidth: '2px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0 },
  sentences: { margin: 0, paddingInlineStart: '16px' },
});

export function OptionEffect(props: {
  readonly option: OptionChoice['name'];
  readonly outcome: Extract<RefreshOutcome, { readonly kind: 'done' }>;
}): ReactElement | null {
  const styles = useStyles();
  const { effects, period } = props.outcome;
  const effect = effects.find(({ option }) => option === props.option);
  if (effect === undefined) return null;
  return (
    <div className={styles.effect}>
      <p className={styles.text}>{`Last run, ${period}, with ‘${effect.now}’:`}</p>
      <ul className={styles.sentences}>
        {effect.sentences.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}
