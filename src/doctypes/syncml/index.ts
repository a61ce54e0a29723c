import type { DocumentType } from '../types.ts';
import { devInf10 } from './devinf-1.0.ts';
import { devInf11 } from './devinf-1.1.ts';
import { devInf12 } from './devinf-1.2.ts';
import { dmDdf12 } from './dmddf-1.2.ts';
import { metInf10 } from './metinf-1.0.ts';
import { metInf11 } from './metinf-1.1.ts';
import { metInf12 } from './metinf-1.2.ts';
import { syncMl10 } from './syncml-1.0.ts';
import { syncMl11 } from './syncml-1.1.ts';
import { syncMl12 } from './syncml-1.2.ts';

/** The types of SyncML and of what stands in it. */
export const syncMlTypes: readonly DocumentType[] = [
  syncMl12,
  syncMl11,
  syncMl10,
  devInf12,
  devInf11,
  devInf10,
  metInf12,
  metInf11,
  metInf10,
  dmDdf12,
];
