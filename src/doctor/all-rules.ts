import { noBody, noBodyPage, notWbxml, notWbxmlPage } from './body-findings.ts';
import { codecRulePages } from './codec/codec-pages.ts';
import { conversationRulePages } from './conversation-rules/pages.ts';
import { exchangeRulePages } from './exchange-rules/pages.ts';
import { refusedByHttp, refusedByHttpPage } from './refused-by-http.ts';
import { told, type Rule } from './rule.ts';
import { messageRulePages } from './message-rules/pages.ts';
import { faultRulePages } from './rules/pages.ts';

/** Every rule of the doctor with its page, the codec's own included, as plain data. */
export function rules(): Rule[] {
  return [
    ...faultRulePages(),
    ...messageRulePages(),
    ...exchangeRulePages(),
    ...conversationRulePages(),
    ...codecRulePages(),
    told(notWbxml, notWbxmlPage),
    told(noBody, noBodyPage),
    told(refusedByHttp, refusedByHttpPage),
  ];
}
