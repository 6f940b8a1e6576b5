import { useState } from 'preact/hooks'
import { messages } from '../words/messages.ts'
import { FileField } from './file-field.tsx'
import type { WholeText } from './match-whole.ts'
import { carriedOf } from './read-file.ts'

interface Props {
  readonly whole: WholeText | undefined
  readonly onChange: (whole: WholeText | undefined) => void
}

/** The file of a whole text, from which the operations of a revision are made. */
export function WholeTextField({ whole, onChange }: Props) {
  const [problem, setProblem] = useState<string>()
  const take = async (file: File) => {
    setProblem(undefined)
    try {
      onChange({ name: file.name, carried: await carriedOf(file), codes: {} })
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <>
      <FileField
        id="whole-text"
        label={messages.record.wholeText}
        onFile={(file) => void take(file)}
      />
      <p class="wrong" role="status">
        {problem}
      </p>
      {whole !== undefined && (
        <p class="notice">
          {messages.record.operationsFrom} <b dir="auto">{whole.name}</b>.{' '}
          <button type="button" class="quiet" onClick={() => onChange(undefined)}>
            {messages.record.giveOperations}
          </button>
        </p>
      )}
    </>
  )
}
