/** One problem: where it is, what was found, what was done and what to do. */
import type { ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { PaneProblem } from '../../app/pane';
import type { PaneActions } from '../usePane';
import { Facts } from './Facts';
import { PlaceButton } from './PlaceButton';

const useStyles = makeStyles({
  item: { padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalS}` },
  place: { marginInlineStart: `calc(-1px - ${tokens.spacingHorizontalS})` },
  // Not the colour of a link, which is too near to the button's below the pointer.
  link: { color: tokens.colorBrandForeground2 },
  column: { color: tokens.colorNeutralForeground2 },
  workbook: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});

export function ProblemItem(props: {
  readonly problem: PaneProblem;
  /** False where the group says for all of its problems what was done, or what to do. */
  readonly hasOwnDone: boolean;
  readonly hasOwnFix: boolean;
  readonly goneTarget: string;
  readonly open: PaneActions['open'];
}): ReactElement {
  const styles = useStyles();
  const { sheet, cell, column, found, done, fix } = props.problem;
  return (
    <li className={styles.item}>
      {sheet === '' ? (
        <p className={styles.workbook}>The workbook</p>
      ) : (
        <div className={styles.place}>
          <PlaceButton
            size="small"
            place={{ sheet, cell }}
            goneTarget={props.goneTarget}
            open={props.open}
          >
            <span className={styles.link}>{`${sheet} ${cell}`.trim()}</span>
            {column !== '' && <span className={styles.column}> · {column}</span>}
          </PlaceButton>
        </div>
      )}
      <Facts found={found} done={props.hasOwnDone ? done : ''} fix={props.hasOwnFix ? fix : ''} />
    </li>
  );
}
