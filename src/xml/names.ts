/** Namespace of LITERAL tags, and the prefix it is printed with. */
export const LITERAL_NAMESPACE = 'literal';
