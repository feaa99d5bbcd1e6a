/** DocumentProperties: title, author and the like, to be read; the host saves no change of them, so it takes none. */
import type { HostProperties } from '../model/workbook';
import { HostObject } from '../protocol/hostObject';
import { DocumentCustomPropertiesObject } from './documentCustom';

export class DocumentPropertiesObject extends HostObject {
  readonly className = 'DocumentProperties';

  constructor(private readonly properties: HostProperties) {
    super();
  }

  get Title(): string {
    return this.properties.title;
  }

  get Subject(): string {
    return this.properties.subject;
  }

  get Author(): string {
    return this.properties.author;
  }

  get Keywords(): string {
    return this.properties.keywords;
  }

  get Comments(): string {
    return this.properties.comments;
  }

  get LastAuthor(): string {
    return this.properties.lastAuthor;
  }

  get Category(): string {
    return this.properties.category;
  }

  get Manager(): string {
    return this.properties.manager;
  }

  get Company(): string {
    return this.properties.company;
  }

  get Custom(): DocumentCustomPropertiesObject {
    return new DocumentCustomPropertiesObject(this.properties.custom);
  }
}
