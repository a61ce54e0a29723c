import type { DocumentType } from '../types.ts';
import { csp10 } from './csp-1.0.ts';
import { csp11 } from './csp-1.1.ts';
import { csp12 } from './csp-1.2.ts';
import { impsCsp13 } from './imps-csp-1.3.ts';

/** The versions of instant messaging, the newest first. */
export const wvTypes: readonly DocumentType[] = [impsCsp13, csp12, csp11, csp10];
