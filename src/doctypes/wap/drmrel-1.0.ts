import type { DocumentType } from '../types.ts';

/**
 * DRM Rights Expression 1.0. The prefixes belong to the names of the tokens.
 * @see the tables of libwbxml, wbxml-stream
 */
export const drmRel10: DocumentType = {
  id: 'drmrel-1.0',
  title: 'DRM Rights Expression 1.0',
  publicId: 0x0e,
  fpi: '-//OMA//DTD DRMREL 1.0//EN',
  mediaTypes: ['application/vnd.oma.drm.rights+wbxml', 'application/vnd.oma.drm.rights+xml'],
  roots: ['o-ex:rights'],
  namespaced: false,
  tagPages: [
    {
      page: 0,
      tags: [
        [0x05, 'o-ex:rights'],
        [0x06, 'o-ex:context'],
        [0x07, 'o-dd:version'],
        [0x08, 'o-dd:uid'],
        [0x09, 'o-ex:agreement'],
        [0x0a, 'o-ex:asset'],
        [0x0b, 'ds:KeyInfo'],
        [0x0c, 'ds:KeyValue'],
        [0x0d, 'o-ex:permission'],
        [0x0e, 'o-dd:play'],
        [0x0f, 'o-dd:display'],
        [0x10, 'o-dd:execute'],
        [0x11, 'o-dd:print'],
        [0x12, 'o-ex:constraint'],
        [0x13, 'o-dd:count'],
        [0x14, 'o-dd:datetime'],
        [0x15, 'o-dd:start'],
        [0x16, 'o-dd:end'],
        [0x17, 'o-dd:interval'],
      ],
    },
  ],
  attributePages: [
    {
      page: 0,
      starts: [
        [0x05, 'xmlns:o-ex'],
        [0x06, 'xmlns:o-dd'],
        [0x07, 'xmlns:ds'],
      ],
      values: [
        [0x85, 'http://odrl.net/1.1/ODRL-EX'],
        [0x86, 'http://odrl.net/1.1/ODRL-DD'],
        [0x87, 'http://www.w3.org/2000/09/xmldsig#/'],
      ],
    },
  ],
  typedValues: [{ space: 'tag', page: 0, code: 0x0c, encoding: 'base64' }],
};
