/**
 * The names Monaco, Svelte and our own editor worker give their Trusted Types policies. A policy by another
 * name cannot be made, so a new one shows as a violation in the end-to-end tests.
 */
const trustedTypes = [
  'app-worker',
  'svelte-trusted-html',
  'editorViewLayer',
  'domLineBreaksComputer',
  'defaultWorkerFactory',
  'stickyScrollViewLayer',
  'editorGhostText',
  'tokenizeToString',
  'diffEditorWidget',
  'diffReview',
  'richScreenReaderContent',
  'standaloneColorizer',
  'dompurify',
];

const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'", // Monaco writes its colours as <style> and style=""
  'font-src': "'self'",
  'img-src': "'self' data:",
  'worker-src': "'self'",
  'connect-src': "'none'", // nothing that is pasted can leave
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': trustedTypes.join(' '),
};

/** The Content Security Policy of the built page, as one header-like line. */
export const contentPolicy = Object.entries(directives)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

const CHARSET = '<meta charset="utf-8" />'; // has to stand in the first 1024 bytes, so it goes first

/**
 * Puts the policy into the built page, before anything is loaded. Not while developing: the development
 * server needs inline scripts and a socket.
 * @returns {import('vite').Plugin}
 */
export function contentPolicyPlugin() {
  return {
    name: 'content-policy',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: withContentPolicy },
  };
}

/**
 * @param {string} html the page
 * @returns {string} the page with the policy right behind its charset
 */
export function withContentPolicy(html) {
  if (!html.includes(CHARSET)) throw new Error(`index.html has no ${CHARSET} to put the policy behind`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${contentPolicy}" />`;
  return html.replace(CHARSET, `${CHARSET}\n    ${meta}`);
}
