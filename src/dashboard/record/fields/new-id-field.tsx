import { useContext } from 'preact/hooks'
import { Form } from '../form-context.ts'
import { introducedBy, type Kind } from '../known.ts'
import type { FieldProps } from './field.ts'
import { Labelled } from './labelled.tsx'

/** An id that may be new: written, or one of those that are there already. */
export function NewIdField({ kind, ...props }: FieldProps & { readonly kind: Kind }) {
  const { known, suggestion, type } = useContext(Form)
  const isIntroduced = introducedBy(type)?.member === props.name
  const list = `known${props.pointer.replaceAll('/', '-')}`
  const hint = isIntroduced
    ? 'A short name for addresses: made from the rest where it is left empty'
    : 'One that is known, or a short new name'
  return (
    <Labelled field={{ ...props, required: props.required && !isIntroduced }} hint={hint}>
      {(input) => (
        <>
          <input
            {...input}
            type="text"
            list={isIntroduced ? undefined : list}
            placeholder={isIntroduced ? suggestion : ''}
            value={typeof props.value === 'string' ? props.value : ''}
            onInput={(event) => props.onChange(event.currentTarget.value)}
          />
          {!isIntroduced && (
            <datalist id={list}>
              {known[kind].map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </datalist>
          )}
        </>
      )}
    </Labelled>
  )
}
