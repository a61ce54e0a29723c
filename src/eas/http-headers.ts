/** What is known of the HTTP message around a body; header names in any case. */
export interface HttpMessage {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The value of a header, whatever the case of its name; `undefined` where it is not there. */
export function headerOf(http: HttpMessage | undefined, name: string): string | undefined {
  const headers = http?.headers;
  if (!headers) return undefined;
  const wanted = name.toLowerCase();
  for (const header in headers) {
    if (header.length !== wanted.length || header.toLowerCase() !== wanted) continue;
    if (Object.hasOwn(headers, header)) return headers[header];
  }
  return undefined;
}

/** Headers that something is concluded from, as they are mostly written. */
const TELLING = [
  ...(['Content-Encoding', 'Content-Length', 'Content-Type', 'Transfer-Encoding', 'User-Agent'] as const),
  ...(['MS-ASProtocolCommands', 'MS-ASProtocolVersion', 'MS-ASProtocolVersions', 'Retry-After'] as const),
  ...(['WWW-Authenticate', 'X-MS-Location', 'X-MS-PolicyKey'] as const),
];
/** Places in `TELLING`: to find a usual spelling is faster than to make it lower case. */
const PLACES: ReadonlyMap<string, number> = new Map(
  TELLING.flatMap((name, i) => [[name, i] as const, [name.toLowerCase(), i] as const]),
);

/** The headers of a message that something is concluded from; of two that differ in case only, the last. */
export class HttpHeaders {
  /** False where there is no header at all. */
  readonly isAny: boolean = false;
  private readonly values = new Array<string | undefined>(TELLING.length).fill(undefined);

  constructor(http: HttpMessage | undefined) {
    const headers = http?.headers ?? {};
    for (const name of Object.keys(headers)) {
      const value = headers[name];
      if (value === undefined) continue;
      this.isAny = true;
      const place = PLACES.get(name) ?? PLACES.get(name.toLowerCase());
      if (place !== undefined) this.values[place] = value;
    }
  }

  get(name: (typeof TELLING)[number]): string | undefined {
    return this.values[PLACES.get(name) as number];
  }
}
