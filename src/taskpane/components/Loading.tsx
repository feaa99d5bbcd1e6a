/** What stands on the pane while the workbook is looked at for the first time. */
import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  loading: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  words: { margin: `0 0 ${tokens.spacingVerticalL}` },
  bar: {
    height: '14px',
    marginBottom: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
  },
  field: { height: '32px' },
  short: { width: '45%' },
  gap: { marginTop: tokens.spacingVerticalXXL },
});

export function Loading(): ReactElement {
  const styles = useStyles();
  const { bar, field, short, gap } = styles;
  return (
    <div className={styles.loading}>
      <p className={styles.words}>Looking for ledger tables in this workbook…</p>
      <div aria-hidden="true">
        <div className={mergeClasses(bar, short)} />
        <div className={mergeClasses(bar, field)} />
        <div className={mergeClasses(bar, short, gap)} />
        <div className={bar} />
        <div className={bar} />
        <div className={mergeClasses(bar, short, gap)} />
        <div className={bar} />
        <div className={bar} />
        <div className={bar} />
      </div>
    </div>
  );
}
