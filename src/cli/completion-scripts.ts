import type { Completed, Word } from './completion.ts'

const words = (list: readonly Word[]) => list.map(({ word }) => word).join(' ')
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
const paths = (all: readonly Completed[]) =>
  all.filter(({ path }) => path.length > 0).map(({ path }) => quoted(path.join(' ')))

/** For bash 4 and later: words that are no command or option are completed as files. */
export function bashScript(all: readonly Completed[]): string {
  return `_ledger() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" path='' word i words=''
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${path:+$path }\${COMP_WORDS[i]}"
    case "$word" in
      ${paths(all).join(' | ')}) path="$word" ;;
    esac
  done
  case "$path" in
${all
  .map(
    ({ path, commands, options }) => `    ${quoted(path.join(' '))})
      case "$cur" in
        -*) words=${quoted(words(options))} ;;
        *) words=${quoted(words(commands))} ;;
      esac ;;`,
  )
  .join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _ledger ledger
`
}

export function zshScript(all: readonly Completed[]): string {
  const described = (list: readonly Word[]) =>
    list
      .map(({ word, description }) => quoted(`${word}:${description.replaceAll(':', '\\:')}`))
      .join(' ')
  return `#compdef ledger
_ledger() {
  local place='' word i
  local -a commands options
  for ((i = 2; i < CURRENT; i++)); do
    word="\${place:+$place }\${words[i]}"
    case "$word" in
      ${paths(all).join(' | ')}) place="$word" ;;
    esac
  done
  case "$place" in
${all
  .map(
    ({ path, commands, options }) => `    ${quoted(path.join(' '))})
      commands=(${described(commands)})
      options=(${described(options)}) ;;`,
  )
  .join('\n')}
  esac
  if [[ "$PREFIX" == -* ]]; then
    _describe -o option options
  elif ((\${#commands})); then
    _describe command commands
  else
    _files
  fi
}
compdef _ledger ledger
`
}

export function fishScript(all: readonly Completed[]): string {
  const lines = all.flatMap(({ path, commands, options }) => {
    const at = `complete -c ledger -n ${quoted(`__ledger_at ${quoted(path.join(' '))}`)}`
    return [
      ...commands.map(
        ({ word, description }) => `${at} -f -a ${quoted(word)} -d ${quoted(description)}`,
      ),
      ...options.map(
        ({ word, description }) => `${at} -l ${word.replace(/^--/, '')} -d ${quoted(description)}`,
      ),
    ]
  })
  return `function __ledger_at
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
