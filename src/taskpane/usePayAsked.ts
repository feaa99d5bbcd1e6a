/** Shows the pay periods when the ribbon asks for them, as soon as the workbook was looked through. */
import { useEffect, useState } from 'react';
import { onPayAsked } from '../app/askedView';

export function usePayAsked(isReady: boolean, show: (view: 'pay') => void): void {
  const [isAsked, setAsked] = useState(false);
  useEffect(
    () =>
      onPayAsked(() => {
        setAsked(true);
      }),
    [],
  );
  useEffect(() => {
    if (!isAsked || !isReady) return;
    setAsked(false);
    show('pay');
  }, [isAsked, isReady, show]);
}
