/** Problems as they are listed: by severity, then by code, in the order they were told. */
import { type PaneProblem, severities, titleOfCode } from '../app/pane';

export interface CodeGroup {
  readonly code: string;
  /** The code in words, such as `Amount not a number`. */
  readonly title: string;
  readonly problems: readonly PaneProblem[];
  /** What was done and what to do, where it is the same for all; empty where it is not. */
  readonly done: string;
  readonly fix: string;
}

export interface SeverityGroup {
  readonly severity: PaneProblem['severity'];
  readonly count: number;
  readonly codes: readonly CodeGroup[];
}

/** The gravest first; a severity without a problem is left out. */
export function groupProblems(problems: readonly PaneProblem[]): SeverityGroup[] {
  return severities.flatMap((severity) => {
    const ofIt = problems.filter((problem) => problem.severity === severity);
    return ofIt.length === 0 ? [] : [{ severity, count: ofIt.length, codes: byCode(ofIt) }];
  });
}

function byCode(problems: readonly PaneProblem[]): CodeGroup[] {
  const groups = new Map<string, PaneProblem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.code);
    if (group === undefined) groups.set(problem.code, [problem]);
    else group.push(problem);
  }
  return [...groups].map(([code, group]) => ({
    code,
    title: titleOfCode(code),
    problems: group,
    done: shared(group.map(({ done }) => done)),
    fix: shared(group.map(({ fix }) => fix)),
  }));
}

/** The text that all have; empty for one problem alone, which tells its own. */
function shared(texts: readonly string[]): string {
  const [first = ''] = texts;
  return texts.length > 1 && texts.every((text) => text === first) ? first : '';
}
