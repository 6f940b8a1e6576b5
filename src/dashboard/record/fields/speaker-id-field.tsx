import { useContext } from 'preact/hooks'
import { Form } from '../form-context.ts'
import { ChoiceField } from './choice-field.tsx'
import type { FieldProps } from './field.ts'

/** Who speaks: a person or a party that is known. */
export function SpeakerIdField(props: FieldProps) {
  const { known } = useContext(Form)
  return <ChoiceField {...props} name="speaker" options={[...known.person, ...known.party]} />
}
