/** Two ways to each total, and whether they agree: closed where all do. */
import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular, ErrorCircle16Regular } from '@fluentui/react-icons';
import type { TieOut } from '../../app/pane';
import { counted } from '../counted';
import { Disclosure } from './Disclosure';

const useStyles = makeStyles({
  place: { marginTop: tokens.spacingVerticalS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0, display: 'flex' },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  difference: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  off: { fontWeight: tokens.fontWeightSemibold },
});

export function TieOutList({ tieOuts }: { readonly tieOuts: readonly TieOut[] }): ReactElement {
  const styles = useStyles();
  const isAllOk = tieOuts.every(({ isOk }) => isOk);
  const title = isAllOk ? `${counted(tieOuts.length, 'tie-out')}, no difference` : 'Tie-outs';
  return (
    <div className={styles.place}>
      <Disclosure level={3} title={title} isOpenAtFirst={!isAllOk}>
        <ul className={styles.list}>
          {tieOuts.map(({ label, difference, isOk }) => (
            <li key={label} className={mergeClasses(styles.item, !isOk && styles.off)}>
              <span className={mergeClasses(styles.icon, isOk ? styles.good : styles.bad)}>
                {isOk ? (
                  <CheckmarkCircle16Regular aria-label="Agrees:" />
                ) : (
                  <ErrorCircle16Regular aria-label="Does not agree:" />
                )}
              </span>
              <span className={styles.label}>{label}</span>
              <span className={styles.difference}>{difference}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
