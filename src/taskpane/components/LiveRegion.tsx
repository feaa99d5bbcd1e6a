/** Speaks what has changed to who does not see the pane. */
import type { ReactElement } from 'react';
import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  region: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export function LiveRegion({ words }: { readonly words: string }): ReactElement {
  return (
    <div role="status" aria-live="polite" className={useStyles().region}>
      {words}
    </div>
  );
}
