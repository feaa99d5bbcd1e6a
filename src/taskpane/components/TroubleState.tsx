/** What stands on the pane where the workbook could not be looked at. */
import type { ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { LookTrouble } from '../state';
import { Notice } from './Notice';

const useStyles = makeStyles({
  place: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}` },
  button: { marginTop: tokens.spacingVerticalM },
});

export function TroubleState(props: {
  readonly trouble: LookTrouble;
  readonly isBusy: boolean;
  readonly look: () => void;
}): ReactElement {
  const styles = useStyles();
  const { trouble } = props;
  const isFailed = trouble.kind === 'failed';
  return (
    <div className={styles.place}>
      {isFailed ? (
        <Notice intent="error" title={trouble.message}>
          {trouble.fix}
        </Notice>
      ) : (
        <Notice intent="info" title="Stopped looking">
          Nothing was changed.
        </Notice>
      )}
      <Button className={styles.button} disabledFocusable={props.isBusy} onClick={props.look}>
        {isFailed ? 'Try again' : 'Look again'}
      </Button>
    </div>
  );
}
