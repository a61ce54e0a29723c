import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import { IConfigurationService } from 'monaco-editor/platform/configuration/common/configuration';

/**
 * What Monaco reads from its configuration and no option of an editor sets: no headings in the list of the light
 * bulb, which a list of options must not hold.
 */
export function configureMonaco(): void {
  void StandaloneServices.get(IConfigurationService).updateValue(
    'editor.codeActionWidget.showHeaders',
    false,
  );
}
