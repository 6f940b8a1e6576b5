/** Hands the reader a file. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.download = name
  link.href = URL.createObjectURL(content)
  link.click()
  URL.revokeObjectURL(link.href)
}

/** A file of text; CSV has the mark by which spreadsheets know UTF-8. */
export function textFile(text: string, type: string): Blob {
  const mark = type === 'text/csv' ? ['\ufeff'] : []
  return new Blob([...mark, text], { type: `${type};charset=utf-8` })
}
