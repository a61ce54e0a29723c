import { below, pick } from './chance.js';

/**
 * latin: 3 % of the words beyond ASCII. cjk: three ideographs a word, some emoji.
 * @typedef {'ascii' | 'latin' | 'cjk'} Script
 */

const WORDS =
  'the and project meeting update report please review attached contract schedule budget team quarter invoice delivery status change server sync mail calendar folder client response key window data following regards next week monday version release customer order number question answer'.split(
    ' ',
  );
const LATIN = [
  'Grüße',
  'naïve',
  'façade',
  'Zürich',
  'señor',
  'coöperate',
  'Łódź',
  '“quoted”',
  'über',
  '€120',
];
const IDEOGRAPHS = [
  ...'会议报告项目进度更新请查看附件合同预算团队季度发票交付状态变更服务器同步邮件日历文件夹客户端响应密钥窗口数据',
];
const EMOJI = ['😀', '🚀', '📎', '✅'];

/**
 * @param {() => number} random
 * @param {number} count
 * @param {Script} script
 */
export function words(random, count, script) {
  return Array.from({ length: count }, () => word(random, script)).join(' ');
}

/**
 * @param {() => number} random
 * @param {Script} script
 */
function word(random, script) {
  const lot = random();
  if (script === 'cjk') {
    if (lot < 0.02) return pick(random, EMOJI);
    return pick(random, IDEOGRAPHS) + pick(random, IDEOGRAPHS) + pick(random, IDEOGRAPHS);
  }
  return script === 'latin' && lot < 0.03 ? pick(random, LATIN) : pick(random, WORDS);
}

/**
 * A mail's HTML as Exchange sends it: CR LF, and much to escape.
 * @param {() => number} random
 * @param {number} length UTF-16 units, about
 * @param {Script} script
 */
export function html(random, length, script) {
  let text =
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>\r\n<body>\r\n';
  while (text.length < length) text += block(random, script);
  return `${text}</body>\r\n</html>\r\n`;
}

/**
 * @param {() => number} random
 * @param {Script} script
 */
function block(random, script) {
  const lot = random();
  if (lot < 0.15) {
    const colour = below(random, 0xffffff).toString(16).padStart(6, '0');
    return `<div style="font-family:'Calibri',sans-serif;color:#${colour}">${words(random, 12, script)}</div>\r\n`;
  }
  if (lot < 0.25) {
    const query = `id=${below(random, 1e9)}&amp;v=2&amp;t=${below(random, 1e9)}`;
    return `<a href="https://mail.example.com/i?${query}">${words(random, 3, script)}</a>&nbsp;`;
  }
  if (lot < 0.3) {
    return `<td width="${below(random, 600)}" align="left"><b>${words(random, 4, script)}</b></td>\r\n`;
  }
  return `<p class="MsoNormal">${words(random, 30, script)}</p>\r\n`;
}
