import { type Theme, theme } from '../state/preferences.ts'
import { messages } from '../words/messages.ts'

export function ThemeSelect() {
  const choose = (value: string) => {
    theme.value = value as Theme
  }
  return (
    <label class="field-inline">
      <span class="visually-hidden">{messages.shell.colours}</span>
      <select value={theme.value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="auto">{messages.shell.autoTheme}</option>
        <option value="light">{messages.shell.lightTheme}</option>
        <option value="dark">{messages.shell.darkTheme}</option>
      </select>
    </label>
  )
}
