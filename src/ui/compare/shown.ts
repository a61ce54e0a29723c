/** In which form two messages are compared. */
export type Shown = 'differences' | 'xml' | 'bytes';
