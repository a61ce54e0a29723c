import type { Http } from '../conversation/index.ts';
import { redactUrl } from './address.ts';
import { redactHeader } from './header.ts';
import type { Ledger } from './ledger.ts';

/** HTTP facts with whoever speaks in them replaced: account, device, secrets, servers. */
export function redactHttp(http: Http, ledger: Ledger): Http {
  const { method, url, status, headers } = http;
  return {
    ...(method !== undefined && { method }),
    ...(url !== undefined && { url: redactUrl(url, ledger) }),
    ...(status !== undefined && { status }),
    ...(headers && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          redactHeader(name.toLowerCase(), value, ledger),
        ]),
      ),
    }),
  };
}
