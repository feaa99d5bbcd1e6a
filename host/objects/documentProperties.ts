/** DocumentProperties: title, author and the like. */
import type { HostProperties } from '../model/workbook';
import { HostObject } from '../protocol/hostObject';
import { text } from './args';
import { DocumentCustomPropertiesObject } from './customProperties';

export class DocumentPropertiesObject extends HostObject {
  readonly className = 'DocumentProperties';

  constructor(private readonly properties: HostProperties) {
    super();
  }

  get Title(): string {
    return this.properties.title;
  }

  set Title(value: unknown) {
    this.properties.title = text(value);
  }

  get Subject(): string {
    return this.properties.subject;
  }

  set Subject(value: unknown) {
    this.properties.subject = text(value);
  }

  get Author(): string {
    return this.properties.author;
  }

  set Author(value: unknown) {
    this.properties.author = text(value);
  }

  get Keywords(): string {
    return this.properties.keywords;
  }

  set Keywords(value: unknown) {
    this.properties.keywords = text(value);
  }

  get Comments(): string {
    return this.properties.comments;
  }

  set Comments(value: unknown) {
    this.properties.comments = text(value);
  }

  get LastAuthor(): string {
    return this.properties.lastAuthor;
  }

  get Category(): string {
    return this.properties.category;
  }

  set Category(value: unknown) {
    this.properties.category = text(value);
  }

  get Manager(): string {
    return this.properties.manager;
  }

  set Manager(value: unknown) {
    this.properties.manager = text(value);
  }

  get Company(): string {
    return this.properties.company;
  }

  set Company(value: unknown) {
    this.properties.company = text(value);
  }

  get Custom(): DocumentCustomPropertiesObject {
    return new DocumentCustomPropertiesObject(this.properties.custom);
  }
}
