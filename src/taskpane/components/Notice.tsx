/** A message in a box: its title says what is, its text what it means. */
import type { ReactElement, ReactNode } from 'react';
import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';

const useStyles = makeStyles({
  bar: { alignItems: 'start', paddingTop: tokens.spacingVerticalS },
  body: {
    minWidth: 0,
    paddingBottom: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
    whiteSpace: 'normal',
  },
  title: { display: 'block' },
});

export function Notice(props: {
  readonly intent: 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly children?: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return (
    <MessageBar intent={props.intent} layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{props.title}</MessageBarTitle>
        {props.children}
      </MessageBarBody>
    </MessageBar>
  );
}
