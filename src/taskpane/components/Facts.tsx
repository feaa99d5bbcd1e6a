/** What was found, what was done and what to do, one below the other; empty ones are left out. */
import type { ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: '40px 1fr',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  term: { color: tokens.colorNeutralForeground3 },
  words: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

export function Facts(props: {
  readonly found: string;
  readonly done: string;
  readonly fix: string;
}): ReactElement | null {
  const styles = useStyles();
  const rows = [
    ['Found', props.found],
    ['Done', props.done],
    ['To do', props.fix],
  ].filter(([, words]) => words !== '');
  if (rows.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {rows.map(([term, words]) => (
        <Fact key={term} term={term ?? ''} words={words ?? ''} />
      ))}
    </dl>
  );
}

function Fact({ term, words }: { readonly term: string; readonly words: string }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.words}>{words}</dd>
    </>
  );
}
