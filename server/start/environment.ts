type Environment = Readonly<Record<string, string | undefined>>

/** What makes the demonstration what it is; both processes must agree on it. An empty value is an absent one. */
const own = {
  PORT: '4005',
  HOST: '',
  SERVICE_ORIGIN: '',
  DATABASE_URL: '',
  ROLES: '',
  EHR_SITE: '',
  EHR_FHIR_BASE: '',
  EHR_AUTH: '',
  EHR_CLIENT_ID: '',
  EHR_SCOPE: '',
  EHR_TOKEN_URL: '',
  EHR_SUBSCRIPTIONS: '',
  EHR_CROSS_PATIENT_SEARCH: '',
  EHR_ORIGINS: '',
  PANEL_CLIENT_ID: '',
  PANEL_SCOPE: '',
  SANDBOX_PORT: '4004',
  SANDBOX_HOST: '',
  SANDBOX_ORIGIN: '',
} as const

/**
 * The environment of the two processes of `npm start`: its own addresses, folder and EHR whatever the shell holds, so that
 * what it says to the person is where the processes are. `unused` names what was set otherwise.
 */
export function demonstrationEnvironment(given: Environment, dataFolder: string) {
  const fixed: Readonly<Record<string, string>> = { ...own, DATA_FOLDER: dataFolder }
  const unused = Object.keys(fixed).filter((name) => (given[name] ?? '') !== '' && given[name] !== fixed[name])
  return { environment: { ...given, ...fixed }, unused }
}
