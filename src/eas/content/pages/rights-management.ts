import type { PageContent } from '../types.ts';
import { text } from '../value-types.ts';

/** Code page 24: what the reader of a protected mail may do, and the templates for it. */
export const rightsManagementContent: PageContent = {
  page: 'RightsManagement',
  document: 'MS-ASRM',
  values: {
    TemplateID: text(1),
    TemplateName: text(1),
    TemplateDescription: text(1),
    ContentOwner: text(1),
  },
  contents: {
    RightsManagementTemplates: {
      source: 'MS-ASRM, RightsManagementTemplates',
      children: [['RightsManagementTemplate', '0-20']],
    },
    RightsManagementTemplate: {
      source: 'MS-ASRM, RightsManagementTemplate',
      order: 'should',
      children: [
        ['TemplateID', '1'],
        ['TemplateName', '1'],
        ['TemplateDescription', '1'],
      ],
    },
    RightsManagementLicense: {
      source: 'MS-ASRM, RightsManagementLicense',
      children: [
        ['Owner', '1'],
        ['ContentOwner', '1'],
        ['ReplyAllAllowed', '1'],
        ['EditAllowed', '1'],
        ['ReplyAllowed', '1'],
        ['ForwardAllowed', '1'],
        ['ExportAllowed', '1'],
        ['ModifyRecipientsAllowed', '1'],
        ['TemplateID', '1'],
        ['ExtractAllowed', '1'],
        ['TemplateDescription', '1'],
        ['ContentExpiryDate', '1'],
        ['TemplateName', '1'],
        ['PrintAllowed', '1'],
        ['ProgrammaticAccessAllowed', '1'],
      ],
    },
  },
};
