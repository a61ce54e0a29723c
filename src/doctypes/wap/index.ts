import type { DocumentType } from '../types.ts';
import { channel11 } from './channel-1.1.ts';
import { channel12 } from './channel-1.2.ts';
import { co10 } from './co-1.0.ts';
import { drmRel10 } from './drmrel-1.0.ts';
import { emn10 } from './emn-1.0.ts';
import { otaSettings70 } from './ota-settings-7.0.ts';
import { otaSyncSet70 } from './ota-syncset-7.0.ts';
import { prov10 } from './prov-1.0.ts';
import { provWindowsMobile } from './prov-windows-mobile.ts';
import { si10 } from './si-1.0.ts';
import { sl10 } from './sl-1.0.ts';
import { uaProf } from './uaprof.ts';
import { wml10 } from './wml-1.0.ts';
import { wml11 } from './wml-1.1.ts';
import { wml12 } from './wml-1.2.ts';
import { wml13 } from './wml-1.3.ts';
import { wta10 } from './wta-1.0.ts';
import { wtaWml12 } from './wta-wml-1.2.ts';

/** The types of the WAP Forum and of the pushes and settings around it. */
export const wapTypes: readonly DocumentType[] = [
  wml13,
  wml12,
  wml11,
  wml10,
  si10,
  sl10,
  co10,
  prov10,
  provWindowsMobile,
  emn10,
  drmRel10,
  otaSettings70,
  otaSyncSet70,
  uaProf,
  wta10,
  wtaWml12,
  channel11,
  channel12,
];
