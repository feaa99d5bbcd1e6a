/** The shared strings of a workbook, without their formats and their phonetic readings. */
import { unescapeCellText, walkXml } from './xml';

/** The strings by their number. */
export function readStrings(part: string, text: string): string[] {
  const strings: string[] = [];
  const reader = new RichText();
  walkXml(part, text, {
    open: (name) => {
      if (name === 'si') reader.begin();
      else reader.open(name);
    },
    text: (piece) => {
      reader.add(piece);
    },
    close: (name) => {
      if (name === 'si') strings.push(reader.end());
      else reader.close(name);
    },
  });
  return strings;
}

/** Gathers the text of runs; phonetic readings (rPh) are no part of it [doc: ECMA-376 rPh]. */
export class RichText {
  private pieces = '';
  private inText = false;
  private phonetic = 0;

  begin(): void {
    this.pieces = '';
    this.inText = false;
    this.phonetic = 0;
  }

  open(name: string): void {
    if (name === 'rPh') this.phonetic += 1;
    this.inText = name === 't' && this.phonetic === 0;
  }

  add(piece: string): void {
    if (this.inText) this.pieces += piece;
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    if (name === 't') this.inText = false;
  }

  end(): string {
    return unescapeCellText(this.pieces);
  }
}
