/** The looks of an HTML report: those of the page, in light and dark, and on paper. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --paper: #fff; --raised: #f6f7f8; --line: #d5d9de; --text: #1b1f24; --muted: #59626c; --accent: #0a5cc2; --error: #b3261e; --warning: #855300; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #14171b; --raised: #1b1f24; --line: #31373e; --text: #e2e6ea; --muted: #9aa4af; --accent: #74b0ff; --error: #ff8a80; --warning: #eab54d; } }
body { max-width: 960px; margin: 0 auto; padding: 24px 16px; background: var(--paper); color: var(--text); font: 14px/21px system-ui, sans-serif; }
h1 { margin: 0 0 8px; font-size: 20px; line-height: 28px; }
h2 { margin: 0 0 8px; font-size: 16px; }
h3 { margin: 16px 0 4px; font-size: 13px; color: var(--muted); }
p { margin: 0 0 8px; }
a { color: var(--accent); }
section { margin-top: 24px; padding-top: 16px; border-top: 1px solid var(--line); }
pre { margin: 0; padding: 8px 12px; overflow: auto; border: 1px solid var(--line); background: var(--raised); font: 13px/20px ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; tab-size: 2; }
ul, ol { margin: 0; padding-left: 24px; }
.findings { padding: 0; list-style: none; }
.verdict { font-weight: 600; }
.quiet, summary { color: var(--muted); }
.error { color: var(--error); }
.warning { color: var(--warning); }
.error, .warning, .note { display: inline-block; width: 12px; text-align: center; font-weight: 600; }
@media print { body { padding: 0; } pre { white-space: pre-wrap; overflow-wrap: anywhere; } h2, h3, .verdict { break-after: avoid; } li { break-inside: avoid; } details { display: none; } }
`;
