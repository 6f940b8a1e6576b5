import type { share as english } from '../../en/page/share.ts'

/** The ways to share what is shown, in Ukrainian. */
export const share: typeof english = {
  onPage: 'На сторінці',
  noPicture: 'На цей момент немає зображення для збереження.',
  notDrawn: 'Браузер не зміг намалювати це зображення: візьміть SVG.',
  share: 'Поділитися',
  copyLink: 'Копіювати посилання',
  linkCopied: 'Посилання скопійовано',
  copyMarkdown: 'Копіювати як Markdown',
  copied: 'Скопійовано',
  copyText: 'Копіювати як текст',
  print: 'Друк',
  email: 'Ел. лист',
}
