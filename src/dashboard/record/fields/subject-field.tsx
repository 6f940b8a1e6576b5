import { useContext } from 'preact/hooks'
import type { MentionKind } from '../../../../projections/timeline/mentions.ts'
import { plainWords } from '../../words/labels.ts'
import { messages } from '../../words/messages.ts'
import { Form } from '../form-context.ts'
import { resolved } from '../schema.ts'
import type { Members } from '../values.ts'
import type { FieldProps } from './field.ts'
import { Labelled } from './labelled.tsx'

/** A thing with its kind: `{kind, id}`, chosen in one step. */
export function SubjectField(props: FieldProps) {
  const { schemas, known } = useContext(Form)
  const kinds = (resolved(props.schema, schemas).properties?.kind?.enum ??
    []) as readonly MentionKind[]
  const { kind, id } = (props.value ?? {}) as Members
  const choose = (chosen: string) => {
    const [of, ...rest] = chosen.split(':')
    props.onChange(chosen === '' ? { kind: '', id: '' } : { kind: of, id: rest.join(':') })
  }
  return (
    <Labelled field={props}>
      {(input) => (
        <select
          {...input}
          value={kind && id ? `${kind}:${id}` : ''}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{messages.record.chooseOne}</option>
          {kinds
            .filter((each) => known[each].length > 0)
            .map((each) => (
              <optgroup key={each} label={plainWords(each)}>
                {known[each].map((thing) => (
                  <option key={thing.id} value={`${each}:${thing.id}`}>
                    {thing.name}
                  </option>
                ))}
              </optgroup>
            ))}
        </select>
      )}
    </Labelled>
  )
}
