/** What stands in place of a view whose code could not be loaded. */
import type { ReactElement } from 'react';
import { Button } from '@fluentui/react-components';
import { Notice } from './Notice';

export function NotLoaded(props: { readonly back: () => void }): ReactElement {
  return (
    <main>
      <Notice intent="error" title="This part of Practice Ledger could not be loaded">
        <p>Check the connection, close the pane, open it again and try once more.</p>
        <Button onClick={props.back}>Back</Button>
      </Notice>
    </main>
  );
}
