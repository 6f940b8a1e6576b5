import { defaultLevel, ownLevels } from '../../state/ledger.ts'
import { ChoiceField } from './choice-field.tsx'
import type { FieldProps } from './field.ts'

/** The level of an entry: one that its recorder is cleared for, and the default one where it says none. */
export function LevelField(props: FieldProps) {
  const names = ['public', ...ownLevels.value]
  const isGiven = props.value !== '' && props.value !== undefined
  const value = isGiven ? props.value : names.find((name) => name === defaultLevel.value)
  const options = names.map((id) => ({ id, name: id }))
  return <ChoiceField {...props} value={value ?? ''} required={true} options={options} />
}
