/** The problems of one code: the first 20, and the rest when asked for. */
import { useState, type ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { CodeGroup } from '../problemGroups';
import type { PaneActions } from '../usePane';
import { Disclosure } from './Disclosure';
import { Facts } from './Facts';
import { ProblemItem } from './ProblemItem';

/** Problems of a group that are shown at first. */
const SHOWN_AT_FIRST = 20;

const useStyles = makeStyles({
  panel: { paddingInlineStart: '22px', paddingBottom: tokens.spacingVerticalS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  code: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

export function ProblemGroup(props: {
  readonly group: CodeGroup;
  readonly isOpenAtFirst: boolean;
  readonly goneTarget: string;
  readonly open: PaneActions['open'];
}): ReactElement {
  const styles = useStyles();
  const [isAll, setAll] = useState(false);
  const { code, title, problems, done, fix } = props.group;
  const shown = isAll ? problems : problems.slice(0, SHOWN_AT_FIRST);
  return (
    <Disclosure level={4} title={title} aside={problems.length} isOpenAtFirst={props.isOpenAtFirst}>
      <div className={styles.panel}>
        <p className={styles.code}>{code}</p>
        <Facts found="" done={done} fix={fix} />
        <ul className={styles.list}>
          {shown.map((problem, index) => (
            <ProblemItem
              // A problem has no name of its own, and the list is never reordered.
              key={index}
              problem={problem}
              hasOwnDone={done === ''}
              hasOwnFix={fix === ''}
              goneTarget={props.goneTarget}
              open={props.open}
            />
          ))}
        </ul>
        {shown.length < problems.length && (
          <Button
            size="small"
            onClick={() => {
              setAll(true);
            }}
          >
            {`Show all ${problems.length}`}
          </Button>
        )}
      </div>
    </Disclosure>
  );
}
