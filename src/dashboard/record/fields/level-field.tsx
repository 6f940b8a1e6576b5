import { ownLevels } from '../../state/ledger.ts'
import { ChoiceField } from './choice-field.tsx'
import type { FieldProps } from './field.ts'

/** The level of an entry: one that its recorder is cleared for. */
export function LevelField(props: FieldProps) {
  const names = ['public', ...ownLevels.value]
  const value = props.value === '' || props.value === undefined ? 'public' : props.value
  const options = names.map((id) => ({ id, name: id }))
  return <ChoiceField {...props} value={value} required={true} options={options} />
}
