/** A dialog that the add-in opens: a page of it, over the workbook. */
import { useEffect, useRef, type ReactElement } from 'react';

interface AddInDialogProps {
  readonly url: string;
  readonly close: () => void;
}

export function AddInDialog({ url, close }: AddInDialogProps): ReactElement | null {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOwn = url.startsWith(`${location.origin}/addin/`);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  if (!isOwn) return null;
  return (
    <dialog ref={dialog} className="dialog" aria-label="Practice Ledger" onClose={close}>
      <div className="pane-title">
        <h2>Practice Ledger</h2>
        <button type="button" className="plain" aria-label="Close dialog" onClick={close}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <iframe title="Page of the add-in" src={url} />
    </dialog>
  );
}
