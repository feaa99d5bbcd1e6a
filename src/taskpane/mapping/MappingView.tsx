/** How the tables of the workbook are read: which there are, and a way to say what one of them means. */
import type { ReactElement } from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { MappingServices } from '../../app/mapping/types';
import { CancelButton, HowFar } from '../components/Footer';
import { LiveRegion } from '../components/LiveRegion';
import { Loading } from '../components/Loading';
import { Notice } from '../components/Notice';
import { Page } from '../components/Page';
import { counted } from '../counted';
import { KeptMappings } from './KeptMappings';
import { MapTable } from './MapTable';
import { Tables } from './Tables';
import { type MappingState, useMapping } from './useMapping';

const useStyles = makeStyles({
  place: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  button: { marginTop: tokens.spacingVerticalS },
  footer: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** `changed` is called once when one leaves after a mapping was kept or forgotten. */
export function MappingView(props: {
  readonly services: MappingServices;
  readonly changed: () => void;
  readonly open: (sheet: string, cell: string) => void;
  readonly goneTarget: string;
  readonly back: () => void;
}): ReactElement {
  const styles = useStyles();
  const { state, actions } = useMapping(props.services);
  const { draft, list, work } = state;
  const leave = (): void => {
    props.back();
    if (state.isChanged) props.changed();
  };
  const places = { open: props.open, goneTarget: props.goneTarget };
  return (
    <>
      <Page
        key={draft === undefined ? 'list' : 'draft'}
        title={draft === undefined ? 'How tables are read' : 'Map a table'}
        {...(draft === undefined
          ? { back: leave }
          : { back: actions.leave, backLabel: 'Back to the tables' })}
      >
        <Messages state={state} look={actions.look} />
        {draft === undefined && list === undefined && <Loading />}
        {draft === undefined && list?.kind === 'done' && (
          <>
            <Tables list={list.answer} isBusy={work !== undefined} actions={actions} {...places} />
            <KeptMappings
              kept={list.answer.kept}
              isBusy={work !== undefined}
              exported={state.exported}
              actions={actions}
            />
          </>
        )}
        {draft !== undefined && (
          <MapTable draft={draft} state={state} actions={actions} {...places} />
        )}
      </Page>
      {work !== undefined && (
        <footer className={styles.footer}>
          <HowFar work={{ ...work, kind: 'looking' }} />
          <CancelButton work={work} cancel={actions.cancel} />
        </footer>
      )}
      <LiveRegion words={spoken(state)} />
    </>
  );
}

/** What was just done, and why the tables cannot be shown. */
function Messages(props: {
  readonly state: MappingState;
  readonly look: () => void;
}): ReactElement | null {
  const styles = useStyles();
  const { told, list, draft, work } = props.state;
  const trouble = list?.kind === 'done' ? list.answer.trouble : '';
  const isLost = draft === undefined && list !== undefined && list.kind !== 'done';
  return (
    <>
      {told !== undefined && (
        <div className={styles.place}>
          <Notice intent={told.isDone ? 'success' : 'warning'} title={told.words} />
        </div>
      )}
      {trouble !== '' && (
        <div className={styles.place}>
          <Notice intent="error" title="The mappings of this workbook cannot be read">
            {trouble}. Map the tables again, or take the mappings from a text.
          </Notice>
        </div>
      )}
      {isLost && (
        <div className={styles.place}>
          <Notice
            intent={list.kind === 'failed' ? 'error' : 'info'}
            title={list.kind === 'failed' ? list.message : 'Stopped looking'}
          >
            {list.kind === 'failed' ? list.fix : 'Nothing was changed.'}
          </Notice>
          <Button
            className={styles.button}
            disabledFocusable={work !== undefined}
            onClick={props.look}
          >
            Look again
          </Button>
        </div>
      )}
    </>
  );
}

function spoken({ work, told, list, draft, checked, step }: MappingState): string {
  if (work !== undefined) {
    return work.isCancelling ? 'Cancelling' : (work.progress?.text ?? 'Looking at the workbook');
  }
  if (told !== undefined) return told.words;
  if (draft !== undefined) {
    const isRead = step === 'check' && checked?.kind === 'done';
    return isRead
      ? checked.answer.tables.map(({ kind, rows }) => `${kind}: ${rows}.`).join(' ')
      : '';
  }
  return list?.kind === 'done' ? `${counted(list.answer.tables.length, 'table')}.` : '';
}
