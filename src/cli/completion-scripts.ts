import type { Completed, CompletionWord, Values } from './completion.ts'

const words = (list: readonly CompletionWord[]) => list.map(({ word }) => word).join(' ')
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
const paths = (all: readonly Completed[]) =>
  all.filter(({ path }) => path.length > 0).map(({ path }) => quoted(path.join(' ')))

/** The ids of negotiations, a line each; none where no service answers. */
const NEGOTIATIONS = `ledger list --json --quiet 2>/dev/null | sed -n 's/^{"negotiation":"\\([^"]*\\)".*/\\1/p'`

/** Values as a text in double quotes that a shell makes words of. */
const listed = (values: Values) =>
  values === 'negotiations' ? '"$(_ledger_negotiations)"' : quoted(values.join(' '))

/** Each option that takes one of some values, as the words that a case matches. */
const withValues = (all: readonly Completed[]) =>
  all.flatMap(({ path, options }) =>
    options
      .filter(({ values }) => values.length > 0)
      .map(({ word, values }) => ({ at: quoted([...path, word].join(' ')), values })),
  )

/** For bash 4 and later: words that are no command, option or value are completed as files. */
export function bashScript(all: readonly Completed[]): string {
  return `_ledger_negotiations() {
  ${NEGOTIATIONS}
}
_ledger() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" path='' word i words=''
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${path:+$path }\${COMP_WORDS[i]}"
    case "$word" in
      ${paths(all).join(' | ')}) path="$word" ;;
    esac
  done
  case "\${path:+$path }\${COMP_WORDS[COMP_CWORD - 1]}" in
${withValues(all)
  .map(({ at, values }) => `    ${at}) words=${listed(values)} ;;`)
  .join('\n')}
    *)
      case "$path" in
${all
  .map(
    ({ path, commands, options, values }) => `        ${quoted(path.join(' '))})
          case "$cur" in
            -*) words=${quoted(words(options))} ;;
            *) words=${commands.length > 0 ? quoted(words(commands)) : listed(values)} ;;
          esac ;;`,
  )
  .join('\n')}
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _ledger ledger
`
}

export function zshScript(all: readonly Completed[]): string {
  const described = (list: readonly CompletionWord[]) =>
    list
      .map(({ word, description }) => quoted(`${word}:${description.replaceAll(':', '\\:')}`))
      .join(' ')
  return `#compdef ledger
_ledger_negotiations() {
  ${NEGOTIATIONS}
}
_ledger() {
  local place='' word i known
  local -a commands options
  for ((i = 2; i < CURRENT; i++)); do
    word="\${place:+$place }\${words[i]}"
    case "$word" in
      ${paths(all).join(' | ')}) place="$word" ;;
    esac
  done
  case "\${place:+$place }\${words[CURRENT - 1]}" in
${withValues(all)
  .map(({ at, values }) => `    ${at}) known=${listed(values)} ;;`)
  .join('\n')}
  esac
  if [[ -n "$known" ]]; then
    compadd -- \${=known}
    return
  fi
  case "$place" in
${all
  .map(
    ({ path, commands, options, values }) => `    ${quoted(path.join(' '))})
      commands=(${described(commands)})
      options=(${described(options)})
      [[ "$PREFIX" == -* ]] || known=${listed(values)} ;;`,
  )
  .join('\n')}
  esac
  if [[ "$PREFIX" == -* ]]; then
    _describe -o option options
  elif ((\${#commands})); then
    _describe command commands
  else
    [[ -n "$known" ]] && compadd -- \${=known}
    _files
  fi
}
compdef _ledger ledger
`
}

export function fishScript(all: readonly Completed[]): string {
  const lines = all.flatMap(({ path, commands, options, values }) => {
    const at = `complete -c ledger -n ${quoted(`__ledger_at ${quoted(path.join(' '))}`)}`
    return [
      ...commands.map(
        ({ word, description }) => `${at} -f -a ${quoted(word)} -d ${quoted(description)}`,
      ),
      ...(values.length > 0 ? [`${at} -a ${offered(values)}`] : []),
      ...options.map(({ word, description, values }) => {
        const one = values.length > 0 ? ` -x -a ${offered(values)}` : ''
        return `${at} -l ${word.replace(/^--/, '')}${one} -d ${quoted(description)}`
      }),
    ]
  })
  return `function __ledger_negotiations
  ${NEGOTIATIONS}
end
function __ledger_at
  set -l place ''
  for word in (commandline -opc)[2..-1]
    set -l next (string trim -- "$place $word")
    if contains -- "$next" ${paths(all).join(' ')}
      set place $next
    end
  end
  test "$place" = "$argv[1]"
end
${lines.join('\n')}
`
}

function offered(values: Values): string {
  return quoted(values === 'negotiations' ? '(__ledger_negotiations)' : values.join(' '))
}
