import { PanelConfig } from '#fhir-mappings/panel.ts'

/**
 * The list of EHRs that may launch the panel, from our own origin.
 * @throws when the service does not answer or answers something else
 */
export async function panelConfig(fetcher: typeof fetch = fetch): Promise<PanelConfig> {
  const answer = await fetcher('/panel-config.json', { cache: 'no-store', credentials: 'omit' })
  if (!answer.ok) throw new Error('The service did not give its list of EHRs.')
  return PanelConfig.parse(await answer.json())
}
