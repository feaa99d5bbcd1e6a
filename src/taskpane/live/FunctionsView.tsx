/** The page of functions: find one, pick its arguments from lists, insert it; live reports; formulas into values. */
import { useEffect, useState, type ReactElement } from 'react';
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { ArgumentLists, FunctionServices, LiveServices, Told } from '../../app/live/types';
import { LiveRegion } from '../components/LiveRegion';
import { Loading } from '../components/Loading';
import { Notice } from '../components/Notice';
import { Page } from '../components/Page';
import { Section } from '../components/Section';
import { FunctionItem } from './FunctionItem';
import { LiveReportForm } from './LiveReportForm';
import type { PartProps } from './partProps';

const useStyles = makeStyles({
  footer: {
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    ':empty': { display: 'none' },
  },
  place: { padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}` },
  list: { marginTop: tokens.spacingVerticalS },
  words: { margin: `0 0 ${tokens.spacingVerticalS}` },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const NOTHING: ArgumentLists = { providers: [], codes: [], tags: [], months: [] };

export function FunctionsView(props: {
  readonly services: LiveServices;
  readonly back: () => void;
}): ReactElement {
  const styles = useStyles();
  const { services, lists, trouble } = useFunctions(props.services);
  const [told, setTold] = useState<Told>();
  const ask = (work: Promise<Told>): void => {
    setTold(undefined);
    void work.then(setTold);
  };
  return (
    <>
      <Page title="Functions" back={props.back}>
        {trouble !== '' && (
          <div className={styles.place}>
            <Notice intent="warning" title="There is nothing to pick from">
              {trouble}
            </Notice>
          </div>
        )}
        {services === undefined && trouble === '' && <Loading />}
        {services !== undefined && (
          <>
            <Functions services={services} lists={lists} ask={ask} />
            <LiveReportForm services={services} lists={lists} ask={ask} />
            <Values services={services} ask={ask} />
          </>
        )}
      </Page>
      <footer className={styles.footer}>
        {told !== undefined && (
          <Notice intent={told.isDone ? 'success' : 'warning'} title={told.words} />
        )}
      </footer>
      <LiveRegion words={told?.words ?? ''} />
    </>
  );
}

/** The code of the page, then what the ledger has to pick from. */
function useFunctions(live: LiveServices): {
  readonly services: FunctionServices | undefined;
  readonly lists: ArgumentLists;
  readonly trouble: string;
} {
  const [services, setServices] = useState<FunctionServices>();
  const [lists, setLists] = useState(NOTHING);
  const [trouble, setTrouble] = useState('');
  useEffect(() => {
    const start = async (): Promise<void> => {
      const loaded = await live.functions();
      setServices(loaded);
      const outcome = await loaded.lists();
      if (outcome.kind === 'done') setLists(outcome.lists);
      else setTrouble(outcome.message);
    };
    start().catch((error: unknown) => {
      setTrouble(`This part of Practice Ledger could not be loaded (${String(error)}).`);
    });
  }, [live]);
  return { services, lists, trouble };
}

function Functions({ services, lists, ask }: PartProps): ReactElement {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const words = search.toLowerCase().split(/\s+/);
  const found = services.functions.filter((one) => {
    const text = `${one.name} ${one.description}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <Section title="A function in the active cell">
      <Field label="Search">
        <Input
          type="search"
          value={search}
          onChange={(_, { value }) => {
            setSearch(value);
          }}
        />
      </Field>
      <div className={styles.list}>
        {found.map((one) => (
          <FunctionItem key={one.name} of={one} services={services} lists={lists} ask={ask} />
        ))}
        {found.length === 0 && <p className={styles.words}>No function is about that.</p>}
      </div>
    </Section>
  );
}

function Values({ services, ask }: Pick<PartProps, 'services' | 'ask'>): ReactElement {
  const styles = useStyles();
  return (
    <Section title="Formulas into values">
      <p className={styles.words}>
        For those who do not have Practice Ledger: figures stay, formulas with its functions go.
      </p>
      <div className={styles.buttons}>
        <Button
          onClick={() => {
            ask(services.toValues('selection'));
          }}
        >
          Selected cells
        </Button>
        <Button
          onClick={() => {
            ask(services.toValues('workbook'));
          }}
        >
          Whole workbook
        </Button>
      </div>
    </Section>
  );
}
