import type { parts as english } from '../../en/page/parts.ts'
import { counted } from '../plural.ts'

/** Parts that several views share, in Ukrainian. */
export const parts: typeof english = {
  tryAgain: 'Спробувати ще раз',
  madePublic: 'оприлюднено',
  unsupported: 'Без підстав',
  noSource: 'Джерело не вказано',
  sourceIs: (status) => `Джерело: ${status}`,
  choiceCount: (count) => counted(count, { one: 'варіант', few: 'варіанти', many: 'варіантів' }),
  choices: 'Варіанти',
  close: 'Закрити',
  recordEntry: 'Додати запис',
  showFewer: 'Показати менше',
  showAll: 'Показати все',
  under: (title) => `у розділі: ${title}`,
  notLoaded: 'Не вдалося завантажити: немає зв’язку із сервісом.',
  scopeLacking: (act, scope, own) =>
    `${act}, потрібна область доступу ${scope}, а ваш ключ доступу має: ${own}. Інший ключ видає адміністратор сервісу.`,
  roleLacking: (act, wanted, own) =>
    `${act}, потрібна роль${wanted.length === 0 ? '' : ` (${wanted.join(' або ')})`}. Ваші ролі: ${own.length === 0 ? 'немає' : own.join(', ')}. Роль надає адміністратор переговорів за вашим ідентифікатором:`,
  controls: 'Параметри',
}
