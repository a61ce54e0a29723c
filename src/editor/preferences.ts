/** What a person prefers in every editor of the page. */
export interface EditorPreferences {
  /** Px. */
  fontSize: number;
  wrap: boolean;
  /** Tab goes on to what comes after the editor; else it indents, and Escape lets the next one go on. */
  tabLeaves: boolean;
}

let now: EditorPreferences = { fontSize: 13, wrap: true, tabLeaves: false };
const followers = new Set<(preferences: EditorPreferences) => void>();

/** From now on editors are like this, those that are open too. */
export function preferEditors(preferences: EditorPreferences): void {
  now = preferences;
  for (const follow of followers) follow(now);
}

/** Calls with what is preferred, now and whenever it changes. @returns what ends that */
export function followPreferences(follow: (preferences: EditorPreferences) => void): () => void {
  followers.add(follow);
  follow(now);
  return () => followers.delete(follow);
}
