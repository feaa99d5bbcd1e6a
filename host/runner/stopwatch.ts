/** Time spent in each stage of a run; a stage that comes again goes on counting. */

export interface Stopwatch {
  /** Ends the stage under way and begins another. */
  start(stage: string): void;
  stop(): void;
  /** One line, milliseconds by stage. */
  line(): string;
}

export function stopwatch(): Stopwatch {
  const spent = new Map<string, number>();
  let current: string | undefined;
  let since = 0;
  const end = (): void => {
    const now = performance.now();
    if (current !== undefined) spent.set(current, (spent.get(current) ?? 0) + now - since);
    since = now;
    current = undefined;
  };
  return {
    start(stage) {
      end();
      current = stage;
    },
    stop: end,
    line() {
      const parts = [...spent].map(([stage, ms]) => `${stage} ${Math.round(ms)} ms`);
      const total = [...spent.values()].reduce((sum, ms) => sum + ms, 0);
      return `Time: ${parts.join(', ')}; together ${Math.round(total)} ms`;
    },
  };
}
