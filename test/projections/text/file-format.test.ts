import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { formatOfFile } from '../../../projections/text/file-format.ts'
import { docx, paragraph, run } from '../../drafting/formats/docx-file.ts'

const word = docx(paragraph(run('Article 1')))
const latin = (text: string) => Buffer.from(text, 'latin1')

describe('the format of a file', () => {
  test.each([
    ['chair.txt', strToU8('Article 1'), 'plain'],
    ['chair', strToU8('Article 1'), 'plain'],
    ['Text of 3.March', strToU8('Article 1'), 'plain'],
    ['a.constructor', strToU8('Article 1'), 'plain'],
    ['chair.MD', strToU8('<!-- title -->\n\n# Plan'), 'markdown'],
    ['chair.docx', word, 'docx'],
    ['-', word, 'docx'],
    ['chair.txt', word, 'docx'],
    ['chair.docm', word, 'docx'],
    ['chair.docx', strToU8('words'), 'docx'],
    ['chair.txt', strToU8('%PDF-1.7 …'), 'pdf'],
    ['chair.pdf', strToU8('words'), 'pdf'],
  ])('%s', (name, bytes, format) => {
    expect(formatOfFile(name, bytes)).toBe(format)
  })

  test.each([
    ['chair.rtf', strToU8('{\\rtf1 Article 1}'), 'RTF', 'save it as docx'],
    ['chair.txt', strToU8('\n{\\rtf1 Article 1}'), 'RTF', 'save it as docx'],
    ['chair.doc', latin('\u00d0\u00cf\u0011\u00e0'), 'older Word (doc)', 'save it as docx'],
    ['chair.docx', latin('\u00d0\u00cf\u0011\u00e0'), 'with a password', 'without a password'],
    ['chair.doc', strToU8('Article 1'), 'older Word (doc)', 'save it as docx'],
    ['chair.html', strToU8('<p>Article 1</p>'), 'a web page', 'open it in a browser'],
    ['chair', strToU8('\ufeff<!-- a --> <!DOCTYPE html><p>'), 'a web page', 'save it as PDF'],
    ['chair.xml', strToU8('<akomaNtoso/>'), 'XML', 'plain text'],
    ['chair', strToU8('<?xml version="1.0"?><akomaNtoso/>'), 'XML', 'plain text'],
    ['chair.txt', latin('\u00ff\u00feA\0'), 'text in UTF-16', 'UTF-8'],
    ['chair.xlsx', zipSync({ 'xl/a': strToU8('a') }), 'a table', 'plain text'],
    ['chair.txt', zipSync({ a: strToU8('a') }), 'an archive', 'unpack it'],
    [
      'chair.docx',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      'an OpenDocument text',
      'save it as docx',
    ],
  ])('is one that is not read: %s (%#)', (name, bytes, unread, remedy) => {
    expect(formatOfFile(name, bytes)).toEqual({
      unread: expect.stringContaining(unread),
      remedy: expect.stringContaining(remedy),
    })
  })
})
