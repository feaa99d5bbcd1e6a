/** Closed pay periods: what there is, closing the period that is set in the pane, and opening the last one again. */
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ListedClose, PayOutcome, PayServices, PayTold } from '../../app/pay/types';
import type { Settings } from '../../app/pane';
import { LiveRegion } from '../components/LiveRegion';
import { Loading } from '../components/Loading';
import { Notice } from '../components/Notice';
import { Page } from '../components/Page';
import { Section } from '../components/Section';
import { sentence } from '../../app/sentence';

const useStyles = makeStyles({
  place: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  words: { margin: `0 0 ${tokens.spacingVerticalS}`, overflowWrap: 'anywhere' },
  quiet: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { marginTop: tokens.spacingVerticalS },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

export function PayView(props: {
  readonly services: PayServices;
  readonly settings: Settings;
  /** The days of the period that is set in the pane, such as `2024-03-01 to 2024-03-31`. */
  readonly days: string;
  readonly back: () => void;
}): ReactElement {
  const { services, settings } = props;
  const { outcome, told, isBusy, ask } = usePay(services);
  return (
    <>
      <Page title="Pay periods" back={props.back}>
        <Messages outcome={outcome} told={told} />
        {outcome === undefined && <Loading />}
        {outcome?.kind === 'done' && (
          <>
            <CloseForm
              days={props.days}
              isBusy={isBusy}
              close={() => {
                ask(services.close(settings));
              }}
            />
            <Closes closes={outcome.state.closes} />
            {outcome.state.closes.some(({ isClosed }) => isClosed) && (
              <ReopenForm
                isBusy={isBusy}
                reopen={(reason) => {
                  ask(services.reopen(reason));
                }}
              />
            )}
          </>
        )}
      </Page>
      <LiveRegion words={told === undefined ? '' : sentence(told.words)} />
    </>
  );
}

/** What was just done, and why closed periods cannot be told. */
function Messages(props: {
  readonly outcome: PayOutcome | undefined;
  readonly told: PayTold | undefined;
}): ReactElement {
  const styles = useStyles();
  const { outcome, told } = props;
  const trouble = outcome?.kind === 'done' ? outcome.state.trouble : '';
  return (
    <>
      {told !== undefined && (
        <div className={styles.place}>
          <Notice intent={told.isDone ? 'success' : 'warning'} title={sentence(told.words)}>
            {told.fix}
          </Notice>
        </div>
      )}
      {outcome?.kind === 'failed' && (
        <div className={styles.place}>
          <Notice intent="error" title={sentence(outcome.message)}>
            {outcome.fix}
          </Notice>
        </div>
      )}
      {trouble !== '' && (
        <div className={styles.place}>
          <Notice intent="error" title={sentence(trouble)} />
        </div>
      )}
    </>
  );
}

/** What there is, looked at again after each close. */
function usePay(services: PayServices): {
  readonly outcome: PayOutcome | undefined;
  readonly told: PayTold | undefined;
  readonly isBusy: boolean;
  readonly ask: (work: Promise<PayTold>) => void;
} {
  const [outcome, setOutcome] = useState<PayOutcome>();
  const [told, setTold] = useState<PayTold>();
  const [isBusy, setBusy] = useState(false);
  const look = useCallback(async (): Promise<void> => {
    setOutcome(await services.look());
  }, [services]);
  useEffect(() => {
    void look();
  }, [look]);
  const ask = (work: Promise<PayTold>): void => {
    if (isBusy) return;
    setTold(undefined);
    setBusy(true);
    void work.then(async (words) => {
      await look();
      setTold(words);
      setBusy(false);
    });
  };
  return { outcome, told, isBusy, ask };
}

function CloseForm(props: {
  readonly days: string;
  readonly isBusy: boolean;
  readonly close: () => void;
}): ReactElement {
  const styles = useStyles();
  const [isAsked, setAsked] = useState(false);
  return (
    <Section title="Close the period">
      <p className={styles.words}>{props.days}</p>
      <p className={styles.quiet}>
        A sheet keeps what is payable, line by line. Another period is set under Period.
      </p>
      {isAsked ? (
        <>
          <p className={styles.words}>Are the statements of this period right, and paid so?</p>
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              onClick={() => {
                setAsked(false);
                props.close();
              }}
            >
              Yes, close it
            </Button>
            <Button
              onClick={() => {
                setAsked(false);
              }}
            >
              Not yet
            </Button>
          </div>
        </>
      ) : (
        <Button
          disabledFocusable={props.isBusy}
          onClick={() => {
            setAsked(true);
          }}
        >
          {props.isBusy ? 'Working' : 'Close this period'}
        </Button>
      )}
    </Section>
  );
}

function Closes({ closes }: { readonly closes: readonly ListedClose[] }): ReactElement {
  const styles = useStyles();
  return (
    <Section title="Closed so far">
      {closes.length === 0 && <p className={styles.words}>No period was closed yet.</p>}
      <ul className={styles.list}>
        {closes.map(({ name, days, payable, state }) => (
          <li key={name}>
            <p className={styles.words}>
              <strong>{name}</strong>: {payable}
            </p>
            <p className={styles.quiet}>
              {days}. {state}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ReopenForm(props: {
  readonly isBusy: boolean;
  readonly reopen: (reason: string) => void;
}): ReactElement {
  const styles = useStyles();
  const [reason, setReason] = useState('');
  return (
    <Section title="Open the last one again">
      <Field label="Why" hint="The workbook keeps the reason.">
        <Input
          value={reason}
          onChange={(_, { value }) => {
            setReason(value);
          }}
        />
      </Field>
      <Button
        className={styles.button}
        disabledFocusable={reason.trim() === '' || props.isBusy}
        onClick={() => {
          setReason('');
          props.reopen(reason);
        }}
      >
        Open the period again
      </Button>
    </Section>
  );
}
