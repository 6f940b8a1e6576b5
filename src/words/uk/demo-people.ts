import type { demoPeople as english } from '../en/demo-people.ts'

/** The people of the demo, in Ukrainian; the words to find are those of the example, as they stand there. */
export const demoPeople: typeof english = {
  visitor: {
    name: 'Громадськість',
    hint: 'читає загальнодоступне (public). Знайдіть “less than one summer” у договорі про річку: до кінця ембарго на цю заяву, через десять хвилин після запуску, її там немає. Потім вона з’явиться у вкладці «Що нового», у розділі «Оприлюднено».',
    since:
      'читає загальнодоступне (public). Знайдіть “less than one summer” у договорі про річку: це заява, що була під ембарго; у вкладці «Що нового» вона стоїть у розділі «Оприлюднено».',
  },
  delegation: {
    name: 'Делегація Saffara',
    hint: 'має допуск до рівня restricted. Знайдіть “less than one summer” у договорі про річку: це заява, поки що під ембарго. Знайдіть “the delegation may accept”: нічого, бо документ, що витік і свідчить про це, має рівень confidential.',
    since:
      'має допуск до рівня restricted. Знайдіть “the delegation may accept” у договорі про річку: нічого, бо документ, що витік і свідчить про це, має рівень confidential.',
  },
  secretariat: {
    name: 'Секретаріат',
    hint: 'читає все. Знайдіть “the delegation may accept” у договорі про річку: це документ, що витік; його рівень — confidential. У вкладці «Доступ» видно, хто що читав.',
    since:
      'читає все. Знайдіть “the delegation may accept” у договорі про річку: це документ, що витік; його рівень — confidential. У вкладці «Доступ» видно, хто що читав.',
  },
}
