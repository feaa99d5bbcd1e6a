/** Says before a refresh that the ledger has problems that keep rows or reports back. */
import type { ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PaneProblem } from '../../app/pane';
import { counted } from '../counted';
import { Notice } from './Notice';

const useStyles = makeStyles({
  place: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

export function ProblemHint(props: {
  readonly problems: readonly PaneProblem[];
  readonly showProblems: () => void;
}): ReactElement | null {
  const styles = useStyles();
  const stopped = props.problems.filter(({ severity }) => severity === 'stopped').length;
  const held = props.problems.filter(({ severity }) => severity === 'held').length;
  if (stopped + held === 0) return null;
  const isStopped = stopped > 0;
  return (
    <div className={styles.place}>
      <Notice
        intent={isStopped ? 'error' : 'warning'}
        title={isStopped ? 'The reports cannot be made yet' : 'Some rows will be left out'}
      >
        <p className={styles.text}>
          {isStopped
            ? `${counted(stopped, 'problem')} would make every figure wrong.`
            : `${counted(held, 'problem')} of the ledger hold rows back from every total.`}
        </p>
        <Button size="small" onClick={props.showProblems}>
          {`Show ${counted(props.problems.length, 'problem')}`}
        </Button>
      </Notice>
    </div>
  );
}
