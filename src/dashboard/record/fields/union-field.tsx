import { useContext } from 'preact/hooks'
import { memberLabel, typeTitle } from '../../words/labels.ts'
import { Form } from '../form-context.ts'
import { resolved } from '../schema.ts'
import { initial, type Members } from '../values.ts'
import { ChoiceField } from './choice-field.tsx'
import type { FieldProps } from './field.ts'
import { FieldGroup } from './group.tsx'
import { MemberFields } from './member-fields.tsx'

/** One form of a union, told apart by one member: which one is chosen first. */
export function UnionField(props: FieldProps) {
  const context = useContext(Form)
  const { schemas } = context
  const by = props.schema.discriminator?.propertyName ?? 'kind'
  const forms = (props.schema.oneOf ?? []).map((one) => resolved(one, schemas))
  const value = (props.value ?? {}) as Members
  const constOf = (of: (typeof forms)[number]) => of.properties?.[by]?.const ?? ''
  const form = forms.find((one) => constOf(one) === value[by])
  const choose = (chosen: unknown) => {
    const next = forms.find((one) => constOf(one) === chosen)
    props.onChange(next === undefined ? {} : initial(next, schemas))
  }
  const members = form && (
    <MemberFields schema={form} pointer={props.pointer} value={value} onChange={props.onChange} />
  )
  return (
    <FieldGroup
      label={memberLabel(props.name)}
      pointer={props.pointer}
      hint={props.schema.description}
    >
      <ChoiceField
        {...props}
        schema={{}}
        name={by}
        pointer={`${props.pointer}/${by}`}
        value={value[by]}
        required
        onChange={choose}
        options={forms.map((one) => ({
          id: constOf(one),
          name: typeTitle(constOf(one)),
          meaning: one.description,
        }))}
      />
      {by === 'type' ? (
        <Form.Provider value={{ ...context, type: String(value.type ?? '') }}>
          {members}
        </Form.Provider>
      ) : (
        members
      )}
    </FieldGroup>
  )
}
