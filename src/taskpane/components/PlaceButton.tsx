/** A row that opens a sheet or selects a cell, and says so when it is not there any more. */
import type { ReactElement, ReactNode } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { targetKey } from '../targetKey';

const useStyles = makeStyles({
  button: {
    width: '100%',
    minWidth: 0,
    justifyContent: 'flex-start',
    alignItems: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
  },
  icon: { flexShrink: 0 },
  text: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  gone: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Where a button leads: a sheet, or one of its cells. */
export interface Place {
  readonly sheet: string;
  /** Empty for the sheet as a whole. */
  readonly cell: string;
}

/** `goneTarget` is the key of the place that was not there when it was asked for. */
export function PlaceButton(props: {
  readonly place: Place;
  readonly goneTarget: string;
  readonly open: (sheet: string, cell: string) => void;
  readonly icon?: ReactElement;
  readonly size?: 'small';
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  const { sheet, cell } = props.place;
  const isGone = props.goneTarget === targetKey(sheet, cell);
  const what = cell === '' ? `The sheet '${sheet}'` : `The cell ${cell} of '${sheet}'`;
  return (
    <>
      <Button
        appearance="subtle"
        size={props.size ?? 'medium'}
        className={styles.button}
        {...(props.icon === undefined
          ? {}
          : { icon: { className: styles.icon, children: props.icon } })}
        onClick={() => {
          props.open(sheet, cell);
        }}
      >
        <span className={styles.text}>{props.children}</span>
      </Button>
      {isGone && (
        <p role="alert" className={styles.gone}>
          {what} is not there any more, or its sheet is hidden. Unhide the sheet, or look again to
          read the workbook as it is now.
        </p>
      )}
    </>
  );
}
