/** Words as a sentence: with a capital letter and a full stop; nothing stays nothing. */
export function sentence(words: string): string {
  if (words === '') return '';
  const end = /[.!?]$/.test(words) ? '' : '.';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${end}`;
}
