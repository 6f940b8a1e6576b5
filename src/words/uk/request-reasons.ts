import type { requestReasons as english } from '../en/request-reasons.ts'
import { didYouMean } from './reason-parts.ts'

/** Reasons of the service against a parameter, a header or an id, in Ukrainian. */
export const requestReasons: typeof english = {
  principal_unknown: ({ principal, nearest }) =>
    `не називає жодного учасника цього сервісу: "${principal}"${didYouMean(nearest)}; виправте ідентифікатор`,
  access_key_unknown: ({ key, nearest }) =>
    `не називає жодного ключа доступу: "${key}"${didYouMean(nearest)}; виправте ідентифікатор`,
  party_unknown: ({ party, nearest }) =>
    `не називає жодної сторони переговорів: "${party}"${didYouMean(nearest)}; виправте ідентифікатор або спершу додайте сторону`,
  clearance_unknown: ({ clearance, levels }) =>
    `має значення "${clearance}", а такого рівня в переговорах немає: оберіть один із ${levels.join(', ')}`,
  roles_not_kept: () =>
    'змінює ролі, а цей сервіс їх не веде, бо ні в кого не питає, хто він: надішліть це сервісу, де автентифікація обов’язкова',
  erasure_without_roles: () =>
    'стосується стирання, для якого потрібні два адміністратори, а цей сервіс не веде ролей, бо ні в кого не питає, хто він: надішліть це сервісу, де автентифікація обов’язкова',
  erasure_not_asked: ({ event }) =>
    `називає ${event}, а про стирання цього запису ніхто не просив: попросіть, і нехай підтвердить інший адміністратор`,
  erasure_own: () =>
    'називає стирання, про яке ви самі просили: нехай його підтвердить інший адміністратор',
  erasure_of_former_admin: () =>
    'називає стирання, про яке просив той, хто вже не є адміністратором: попросіть самі, і нехай підтвердить інший адміністратор',
  repeated: () => 'подано кілька разів: надішліть один раз',
  not_percent_encoded: () =>
    'не є UTF-8 у відсотковому кодуванні: замість % пишіть %25, так само й інші символи',
  cursor_unknown: () =>
    'не є курсором цього списку: надішліть nextCursor попередньої сторінки з тими самими іншими параметрами або приберіть',
  moment_of_cursor: ({ name }) => `не збігається з курсором: приберіть ${name} або курсор`,
  with_other_parameter: ({ other }) =>
    `не поєднується з ${other}, бо обидва визначають, що було відомо: приберіть одне з них`,
  beyond_head: ({ limit, given }) =>
    `має бути щонайбільше ${limit}, бо це останній запис, а не ${given}`,
  in_future: ({ latest }) =>
    latest === undefined
      ? 'називає майбутнє: приберіть, щоб прочитати відоме зараз'
      : `називає майбутнє: має бути щонайпізніше ${latest}`,
  before_first_entry: ({ first }) =>
    `називає час до першого запису: запитайте ${first} або пізніше`,
  start_missing: () => 'бракує: додайте його, або fromTransactionTime, або fromValidTime',
  start_after_end: ({ revision }) =>
    `називає те, що після ревізії ${revision}, з якою порівнюємо: оберіть раніше`,
  unknown_at_moment: ({ id, parameters, revision, validTime }) =>
    `"${id}"${parameters === 1 ? '' : ' разом з іншими параметрами'} не називає нічого відомого станом на ревізію ${revision} та дійсний час ${validTime}: виправте або запитайте інший момент`,
  draft_unknown: ({ id, negotiation }) =>
    negotiation === undefined
      ? `"${id}" не називає жодного відомого проєкту: виправте ідентифікатор або спершу внесіть проєкт`
      : `"${id}" не називає жодного проєкту, що колись був відомий у ${negotiation}: виправте ідентифікатор`,
  revision_unknown: ({ id, draft }) =>
    `не називає${id === undefined ? '' : ` ("${id}")`} жодної редакції ${draft === undefined ? 'будь-якого проєкту' : `проєкту ${draft}`}, відомої на той момент: виправте ідентифікатор або момент`,
  entry_unknown: () => 'не називає жодної події реєстру: подайте ревізію або UUID події',
  size_out_of_range: ({ least, limit, given }) =>
    `має бути від ${least} до ${limit}, бо стільки записів у журналі, а не ${given}`,
  beyond_proof: ({ limit, given }) =>
    `має бути меншим за ${limit}, бо стільки записів охоплює доказ, а не ${given}`,
  beyond_bundle: ({ limit, given }) =>
    `має бути щонайбільше ${limit}, бо стільки записів у пакеті, а не ${given}`,
  not_after_start: () => 'має бути пізніше за validFrom',
  revision_without_negotiation: () =>
    'потребує параметра negotiation: ревізії лічать у кожних переговорах окремо',
  access_ledger: () =>
    'є ідентифікатором реєстру доступу або починається так само: дайте переговорам ідентифікатор, що не починається з access-',
  not_a_place: () =>
    'має бути ревізією, тобто цілим числом від 0: надішліть id останньої прочитаної події',
  place_unknown: () => 'не є id, який видав цей потік: надішліть id останньої прочитаної події',
  not_an_idempotency_key: () => 'має складатися з 1–255 друкованих символів ASCII',
  idempotency_key_needed: () =>
    'обов’язковий: подайте ключ, з яким той самий файл можна надіслати знову після переривання',
  with_if_match: () => 'не поєднується з If-Match: приберіть одне з них',
  only_any: () => 'має бути *, коли щось записують',
  weak_validator: () => 'приймає лише сильний валідатор: приберіть W/',
  not_an_etag: ({ given }) =>
    `має бути одним ETag цього реєстру, наприклад "41", або *, а не ${given}`,
  no_etags: ({ given }) => `має складатися з ETag у подвійних лапках або бути *, а не ${given}`,
  other_reply: ({ etag }) =>
    `не називає відповіді, яка є тут зараз: її ETag — ${etag}. Надішліть його або приберіть заголовок`,
  not_an_http_date: () => 'має бути датою HTTP, наприклад Mon, 01 Dec 2025 12:00:00 GMT',
  host_missing: () => 'бракує: надішліть назву, за якою звертаєтеся до сервісу',
  host_unknown: ({ host }) =>
    `має бути localhost або назвою з LEDGER_ALLOWED_HOSTS, а не ${host || 'порожнім'}`,
  body_of_read: ({ method }) => `оголошує тіло, а ${method} тут його не має: не надсилайте тіла`,
  charset_unknown: ({ charset }) => `має називати кодування UTF-8 або жодного, а не ${charset}`,
  encoding_unknown: ({ encoding }) => `має бути identity або відсутнім, а не ${encoding}`,
  media_type_unknown: ({ mediaTypes, given }) =>
    given === undefined
      ? `бракує, а має бути ${mediaTypes.join(' або ')}: додайте`
      : `має бути ${mediaTypes.join(' або ')}, а не ${given}`,
  length_not_a_number: () => 'має бути кількістю байтів',
  length_repeated: () =>
    'подано кілька разів або разом із Transfer-Encoding: надішліть один раз і окремо',
  framing_unknown: () => 'має бути chunked і стояти без Content-Length: надішліть щось одне з двох',
  log_key_needed: () =>
    'обов’язковий, бо ніщо в пакеті не ручається за його ключ: подайте vkey журналу',
  not_a_vkey: ({ why }) => `не є vkey (${why}): подайте vkey журналу`,
  key_of_other_log: ({ origin }) => `має бути ключем ${origin}`,
  unsigned_not_accepted: () =>
    'має бути accepted: ніщо в сирих подіях не доводить, що вони повні, чи хто їх записав; пакет доводить',
  too_long_to_try: () =>
    'тут зайве, бо файл не вміщається в один запит: пізніше спирається на попереднє',
  log_foreign: ({ why }) => `називає реєстр іншого сервісу (${why}): записуйте там`,
}
