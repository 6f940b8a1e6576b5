import { type Theme, theme } from '../state/preferences.ts'

export function ThemeSelect() {
  const choose = (value: string) => {
    theme.value = value as Theme
  }
  return (
    <label class="field-inline">
      <span class="visually-hidden">Colours</span>
      <select value={theme.value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="auto">Auto</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  )
}
