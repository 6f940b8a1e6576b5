/** The style of the reference page: the reader's own colours and type, light or dark. */
export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d5d5d5, #444); --dim: light-dark(#555, #aaa);
  --tint: light-dark(#f5f4f1, #232323); --get: light-dark(#0b5c8a, #7cc4f0); --post: light-dark(#7a3e00, #f0b27c) }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; display: grid; grid-template-columns: 18rem minmax(0, 1fr) }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; box-sizing: border-box; padding: 1rem;
  border-right: 1px solid var(--line); font-size: 0.875rem }
nav h2 { font-size: 0.875rem; margin: 1rem 0 0.25rem } nav ul { list-style: none; margin: 0; padding: 0 }
nav a { display: block; padding: 0.125rem 0; text-decoration: none; color: inherit } nav a:hover { text-decoration: underline }
main { padding: 1rem 2rem 4rem; max-width: 60rem } h1 { margin-top: 0 }
section { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1rem }
article { margin: 2rem 0; scroll-margin-top: 1rem } article h3 { margin-bottom: 0.25rem }
code, pre { font: 0.875em/1.45 ui-monospace, monospace } .path { overflow-wrap: anywhere }
pre { background: var(--tint); padding: 0.75rem; overflow: auto }
.get, .post { font-weight: 700 } .get { color: var(--get) } .post { color: var(--post) }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; margin: 0.5rem 0 }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line) }
th { font-weight: 600 } td:first-child { white-space: nowrap } .dim { color: var(--dim) }
details { margin: 0.25rem 0 } summary { cursor: pointer }
@media (max-width: 50rem) { body { display: block } nav { position: static; height: auto; border: 0 } main { padding: 1rem }
  thead { display: none } tr { display: block; padding: 0.25rem 0; border-bottom: 1px solid var(--line) }
  td { display: block; padding: 0; border: 0 } td:first-child { white-space: normal } }
`
