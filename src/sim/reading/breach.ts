/** Something in a reply that breaks a rule, by the id its reaction is listed under. Offsets are bytes, half-open. */
export interface Breach {
  readonly fault: string;
  readonly start: number;
  readonly end: number;
  /** What stands there, as a sentence. */
  readonly what: string;
  /** True where a document says MUST. */
  readonly must: boolean;
  readonly source: string;
  /** Where it stands: bytes and structure, or inside an item. */
  readonly level: 'bytes' | 'envelope' | 'item';
}
