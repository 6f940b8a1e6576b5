import { useMemo, useState } from 'preact/hooks'
import { Combobox, type OptionGroup } from '../parts/combobox.tsx'
import { capital, typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import type { FormSchema } from './schema.ts'
import { typesByWords } from './type-words.ts'

interface Props {
  readonly types: ReadonlyMap<string, FormSchema>
  readonly chosen: string | undefined
  readonly choose: (type: string) => void
}

/** The type of an entry, found by the words with which one tells what happened. */
export function TypeChoice({ types, chosen, choose }: Props) {
  const [typed, setTyped] = useState<string>()
  const groups = useMemo(
    () => (typed ? [{ options: typesByWords(types, typed).map(optionOf) }] : byFamily(types)),
    [types, typed],
  )
  const isMissing = typed !== undefined && typed !== '' && groups[0]?.options.length === 0
  return (
    <div class="field">
      <Combobox
        label={messages.record.whatHappened}
        placeholder={messages.record.whatHint}
        text={typed ?? (chosen === undefined ? '' : typeTitle(chosen))}
        groups={groups}
        onText={setTyped}
        onChoose={(type) => {
          setTyped(undefined)
          choose(type)
        }}
      >
        {isMissing && (
          <p class="wrong" role="status">
            {messages.record.noType}
          </p>
        )}
      </Combobox>
    </div>
  )

  function optionOf(type: string) {
    return { id: type, label: typeTitle(type), detail: detailOf(types.get(type)?.description) }
  }

  function byFamily(all: Props['types']): OptionGroup[] {
    const families = Map.groupBy(all.keys(), (type) => type.split('.')[0] as string)
    return Array.from(families, ([family, own]) => ({
      title: capital(
        messages.record.families[family as keyof typeof messages.record.families] ?? family,
      ),
      options: own.map(optionOf),
    }))
  }
}

/** The first sentence of a description: the service has it in English alone. */
function detailOf(description = ''): string | undefined {
  if (messages.language !== 'en') return undefined
  const [first = ''] = description.split(/\.\s+/)
  return first.replace(/\.?$/, '.').replaceAll('`', '')
}
