import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { actionOf } from '../keys/key-table.ts'
import { messages } from '../words/messages.ts'

/** Something that can be chosen by typing words of it. */
export interface ComboboxOption {
  readonly id: string
  readonly label: string
  /** More about it, behind its label. */
  readonly detail?: string | undefined
}

/** Options under a heading; without a title they have none. */
export interface OptionGroup {
  readonly title?: string
  readonly options: readonly ComboboxOption[]
}

interface Props {
  readonly label: string
  readonly text: string
  readonly placeholder?: string
  readonly groups: readonly OptionGroup[]
  readonly onText: (text: string) => void
  readonly onChoose: (id: string) => void
  /** True if the list stays open for as long as the combobox is there. */
  readonly isFixed?: boolean
  /** Shown below the list, for instance that more is being looked for. */
  readonly children?: ComponentChildren
}

/**
 * A text field with the list of what fits, after the combobox pattern of the ARIA Authoring Practices
 * with automatic selection: the focus stays in the field, arrows go through the list, Enter chooses.
 */
export function Combobox(props: Props) {
  const { label, text, placeholder, groups, onText, onChoose, isFixed = false } = props
  const id = useId()
  const [isAsked, setAsked] = useState(false)
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const options = groups.flatMap((group) => group.options)
  const isOpen = (isFixed || isAsked) && options.length > 0
  const active = isOpen ? Math.min(at, options.length - 1) : -1
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, isOpen])
  const choose = (chosen: ComboboxOption | undefined) => {
    if (chosen === undefined) return
    setAsked(false)
    onChoose(chosen.id)
  }
  const move = (step: number) => {
    if (isOpen) setAt((active + step + options.length) % options.length)
    setAsked(true)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOf('list', event)
    if (action === 'next') move(1)
    else if (action === 'previous') move(-1)
    else if (action === 'choose' && isOpen) choose(options[active])
    else if (action === 'close' && isOpen && !isFixed) {
      event.stopPropagation()
      setAsked(false)
    } else return
    event.preventDefault()
  }
  return (
    <div class="combobox">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setAsked(true)}
        onBlur={() => setAsked(false)}
        onInput={(event) => {
          setAt(0)
          setAsked(true)
          onText(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      <p class="visually-hidden" role="status">
        {isOpen && text !== '' ? messages.parts.choiceCount(options.length) : ''}
      </p>
      {/* The focus stays in the field: what is pressed here does not take it. */}
      <div
        class="options"
        id={`${id}-list`}
        ref={list}
        role="listbox"
        aria-label={messages.parts.choices}
        hidden={!isOpen}
        onPointerDown={(event) => event.preventDefault()}
      >
        {isOpen && <Groups id={id} groups={groups} active={active} choose={choose} />}
      </div>
      {props.children}
    </div>
  )
}

interface GroupsProps {
  readonly id: string
  readonly groups: readonly OptionGroup[]
  readonly active: number
  readonly choose: (chosen: ComboboxOption) => void
}

function Groups({ id, groups, active, choose }: GroupsProps) {
  let place = -1
  return (
    <>
      {groups.map(({ title, options }, group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, and not options.
        <div key={title} role="group" aria-labelledby={title && `${id}-group-${group}`}>
          {title !== undefined && options.length > 0 && (
            <div class="option-group" id={`${id}-group-${group}`}>
              {title}
            </div>
          )}
          {options.map((option) => {
            place += 1
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field.
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
              <div
                key={option.id}
                id={`${id}-${place}`}
                class="option"
                role="option"
                aria-selected={place === active}
                dir="auto"
                onClick={() => choose(option)}
              >
                <span>{option.label}</span>
                {option.detail !== undefined && <span class="faint">{option.detail}</span>}
              </div>
            )
          })}
        </div>
      ))}
    </>
  )
}
