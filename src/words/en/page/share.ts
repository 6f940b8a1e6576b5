/** The ways to share what is shown. */
export const share = {
  onPage: 'On the page',
  noPicture: 'There is no picture to save at this moment.',
  notDrawn: 'The browser could not draw this picture: take the SVG.',
  share: 'Share',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  copyMarkdown: 'Copy as Markdown',
  copied: 'Copied',
  copyText: 'Copy as text',
  print: 'Print',
  email: 'E-mail',
}
