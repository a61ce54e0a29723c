/** A whole number, 0 or more, with a comma before each group of three digits, whatever the reader's place. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
