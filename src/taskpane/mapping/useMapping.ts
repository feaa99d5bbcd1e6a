/** The state of the page of mappings: the tables that there are, the one that is being mapped, what it reads. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  Checked,
  Draft,
  HeaderPlace,
  ListedMapping,
  MappingList,
  MappingOutcome,
  MappingServices,
  MappingTold,
} from '../../app/mapping/types';
import type { Busy } from '../components/Footer';
import { useWork } from '../useWork';

export type Step = 'columns' | 'values' | 'check';

export interface MappingState {
  readonly list: MappingOutcome<MappingList> | undefined;
  readonly draft: Draft | undefined;
  readonly step: Step;
  /** What the draft reads; undefined while it is being read. */
  readonly checked: MappingOutcome<Checked> | undefined;
  /** What was just done, or why it was not. */
  readonly told: MappingTold | undefined;
  readonly exported: string | undefined;
  readonly work: Busy | undefined;
  /** A mapping was kept or forgotten: the reports are to be looked at again. */
  readonly isChanged: boolean;
}

export interface MappingActions {
  readonly look: () => void;
  readonly open: (place: HeaderPlace) => void;
  readonly openAt: (sheet: string, row: number) => void;
  readonly edit: (draft: Draft) => void;
  readonly show: (step: Step) => void;
  /** Back to the tables; the draft is forgotten. */
  readonly leave: () => void;
  readonly keep: () => void;
  readonly forget: (mapping: ListedMapping) => void;
  readonly exportText: () => void;
  readonly importText: (text: string) => void;
  readonly cancel: () => void;
}

export function useMapping(services: MappingServices): {
  readonly state: MappingState;
  readonly actions: MappingActions;
} {
  const [list, setList] = useState<MappingOutcome<MappingList>>();
  const [told, setTold] = useState<MappingTold>();
  const [exported, setExported] = useState<string>();
  const [isChanged, setChanged] = useState(false);
  const { work, run, cancel } = useWork();
  const look = useCallback(
    () => run((tell, signal) => services.look(tell, signal)).then(setList),
    [run, services],
  );
  useEffect(() => {
    void look();
  }, [look]);
  const { draft, step, checked, take, edit, show } = useDraft(services, run);
  const opened = (outcome: MappingOutcome<Draft>): void => {
    if (outcome.kind === 'done') take(outcome.answer);
    else if (outcome.kind === 'failed') {
      setTold({ isDone: false, words: `${outcome.message} ${outcome.fix}` });
    }
  };
  const begin = <Answer>(asking: () => Promise<Answer>): Promise<Answer> => {
    setTold(undefined);
    setExported(undefined);
    return run(asking);
  };
  const change = (asking: () => Promise<MappingTold>): void => {
    void begin(asking).then(async (words) => {
      if (words.isDone) {
        setChanged(true);
        take(undefined);
        await look();
      }
      setTold(words);
    });
  };
  const actions: MappingActions = {
    look: () => void look(),
    open: (place) => void begin(() => services.open(place)).then(opened),
    openAt: (sheet, row) => void begin(() => services.openAt(sheet, row)).then(opened),
    edit,
    show,
    leave: () => {
      setTold(undefined);
      take(undefined);
    },
    keep: () => {
      if (draft !== undefined) change(() => services.keep(draft));
    },
    forget: (mapping) => {
      change(() => services.forget(mapping));
    },
    exportText: () =>
      void begin(() => services.exportText()).then((outcome) => {
        if (outcome.kind === 'done') setExported(outcome.answer);
      }),
    importText: (text) => {
      change(() => services.importText(text));
    },
    cancel,
  };
  return { state: { list, draft, step, checked, told, exported, work, isChanged }, actions };
}

/** The draft and its steps; what it reads is found out when the last step is shown, and after each change there. */
function useDraft(
  services: MappingServices,
  run: ReturnType<typeof useWork>['run'],
): Pick<MappingState, 'draft' | 'step' | 'checked'> &
  Pick<MappingActions, 'edit' | 'show'> & { readonly take: (draft: Draft | undefined) => void } {
  const [draft, setDraft] = useState<Draft>();
  const [step, setStep] = useState<Step>('columns');
  const [checked, setChecked] = useState<MappingOutcome<Checked>>();
  const asked = useRef<Draft>(undefined);
  const check = (of: Draft): void => {
    asked.current = of;
    setChecked(undefined);
    void run((tell, signal) => services.check(of, tell, signal)).then((outcome) => {
      // An older draft may be read later than a newer one.
      if (asked.current === of) setChecked(outcome);
    });
  };
  return {
    draft,
    step,
    checked,
    take: (next) => {
      setDraft(next);
      setStep('columns');
    },
    edit: (next) => {
      setDraft(next);
      if (step === 'check') check(next);
    },
    show: (next) => {
      setStep(next);
      if (next === 'check' && draft !== undefined) check(draft);
    },
  };
}
