import { type Config, ConfigurationInvalid, readConfig } from '../../settings/config.ts'
import { Settings } from '../../settings/settings.ts'
import type { Check } from './check.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Each setting with its value and where that comes from; the faults of those that have one. */
export function configurationChecks(environment: Environment): Check[] {
  const settings = Object.entries(Settings.shape).map(([name, setting]): Check => {
    const given = environment[name]
    const initial = setting.safeParse(undefined).data ?? ''
    const [value, source] = given ? [given, 'environment'] : [String(initial), 'default']
    return {
      check: name,
      state: 'ok',
      detail: `${withoutPassword(value) || 'not set'} (${source})`,
    }
  })
  try {
    readConfig(environment)
    return settings
  } catch (error) {
    if (!(error instanceof ConfigurationInvalid)) throw error
    const faults = error.faults.map((fault): Check => {
      const [name = '', ...why] = fault.split(' ')
      return { check: name, state: 'fault', detail: withoutPassword(why.join(' ')) }
    })
    const named = new Set(faults.map(({ check }) => check))
    return [...settings.filter(({ check }) => !named.has(check)), ...faults]
  }
}

/** The configuration; undefined where a setting is at fault, which is a check of its own. */
export function readableConfig(environment: Environment): Config | undefined {
  try {
    return readConfig(environment)
  } catch {
    return undefined
  }
}

/** Without the credentials that an address may carry. */
function withoutPassword(value: string): string {
  return value.replace(/:\/\/.*@/g, '://***@')
}
