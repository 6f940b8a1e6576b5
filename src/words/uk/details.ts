import type { details as english } from '../en/details.ts'
import { renderCoded } from '../words.ts'
import { allReasons } from './all-reasons.ts'
import { counted } from './plural.ts'
import { requestParts } from './request-parts.ts'

/** Details of problems that concern no single part of the request: whole sentences, in Ukrainian. */
export const details: typeof english = {
  request_refused: ({ what }) => `${requestParts.request} ${renderCoded(allReasons, what)}.`,
  none_at_moment: ({ revision, validTime }) =>
    `Станом на ревізію ${revision} та дійсний час ${validTime} нічого такого не відомо: запитайте пізніший момент.`,
  role_needed: ({ takes, own, place }) => {
    const where = place === 'service' ? 'у сервісі' : 'у переговорах'
    return `Для цього потрібна роль ${takes.join(' або ')} ${where}, а ви маєте там ${own.length === 0 ? 'жодної' : `лише ${own.join(', ')}`}.`
  },
  scope_needed: ({ scopes, scope }) =>
    `Ці облікові дані дозволяють ${scopes.join(', ')}, а тут потрібен дозвіл ${scope}.`,
  no_sender: () =>
    'Запит не каже, хто його надсилає: надішліть ключ доступу або токен у заголовку Authorization: Bearer.',
  session_ended: () => 'Сеанс у цьому браузері закінчився: увійдіть знову.',
  credentials_unknown: () =>
    'Заголовок Authorization не має ключа чи токена, чинного тут: надішліть його як Bearer або попросіть в оператора інший.',
  key_unknown: () =>
    'Ключ доступу введено з помилкою, він прострочений або відкликаний: вставте його повністю, починаючи з ledger_, або попросіть інший у того, хто веде сервіс.',
  other_page: () => 'Починати й завершувати сеанси та входи може лише сторінка самого сервісу.',
  sessions_of_others: () =>
    'Сеанси інших завершують оператори з дозволом operate: попросіть когось із них.',
  look_without_sender: () =>
    'Сервіс не знає, хто це надсилає, тож не запам’ятовує перегляду: надішліть ключ доступу або запам’ятайте самі.',
  no_login: () => 'Вхід через постачальника тут не налаштовано: увійдіть до панелі за ключем.',
  reads_not_noted: () => 'Тут ні в кого не питають, хто він, тому читання не занотовують.',
  import_confined: () =>
    'Цілий реєстр імпортує лише той, кому дозволено вносити записи за всі сторони.',
  shutting_down: () => 'Сервіс зупиняється.',
  clearance_changed: () => 'Ваш рівень допуску змінився: прочитайте переговори наново.',
  reader_too_slow: ({ milliseconds }) => `Читач нічого не забирав упродовж ${milliseconds} мс.`,
  client_streams: ({ most }) =>
    `Один клієнт може читати одночасно щонайбільше ${counted(most, STREAMS)}.`,
  all_streams: ({ most }) => `Сервіс надсилає одночасно щонайбільше ${counted(most, STREAMS)}.`,
  rate_limited: ({ most, seconds }) =>
    `Дозволено ${counted(most, { one: 'запит', few: 'запити', many: 'запитів' })} на хвилину; наступні можливі через ${counted(seconds, { one: 'секунду', few: 'секунди', many: 'секунд' })}.`,
  overloaded: () => 'Сервіс перевантажений: надішліть знову за кілька секунд.',
  provider_unavailable: ({ why }) => `Постачальник входу не відповідає як слід (${why}).`,
  store_unavailable: ({ why }) => `Сховище зараз не може працювати (${why}).`,
  store_not_ready: ({ why }) => `Сховище не готове${why === undefined ? '' : ` (${why})`}.`,
  index_unavailable: ({ why }) => `Покажчик зараз не може працювати (${why}).`,
  no_temporary_file: ({ why }) => `Неможливо зберегти тимчасовий файл (${why}).`,
  batch_too_large: ({ bytes, most }) =>
    `Разом ${counted(bytes, BYTES)}, а сховище записує за раз щонайбільше ${most}.`,
  limit_exceeded: ({ why }) => `Це потребує більше роботи, ніж дозволено одному запиту (${why}).`,
  workers_busy: ({ why }) => `Зараз чекає забагато роботи (${why}).`,
  ledger_rolled_back: () =>
    'Реєстр закінчується раніше, ніж підписано, або відрізняється від підписаного.',
  ledger_damaged: ({ ledger, revision, why }) =>
    `Реєстр ${ledger} пошкоджено${revision === null ? '' : `, починаючи з ревізії ${revision}`} (${why}).`,
  ledger_not_empty: ({ why }) => `Імпортувати неможливо (${why}).`,
  origin_taken: ({ origin, negotiation }) =>
    `Сервіс уже має реєстр ${origin}${negotiation === undefined ? '' : `: ${negotiation}`}.`,
  origin_elsewhere: ({ origin, negotiation }) =>
    `З KurrentDB ${origin} імпортують лише як ${negotiation}.`,
  bundle_invalid: ({ why }) => `Пакет не збігається зі своїм журналом (${why}).`,
  nothing_at: ({ path }) => `За адресою ${path} нічого немає: перелік адрес — у /docs/api.`,
  no_tile: () => 'Такої плитки журнал не має.',
  no_timestamp: ({ size }) =>
    `Жоден орган не засвідчив часу контрольної точки, що охоплює не більше ніж ${counted(size, { one: 'запис', few: 'записи', many: 'записів' })}.`,
  method_not_taken: ({ method, allow }) =>
    `Ця адреса не приймає ${method}: надішліть один із ${allow}.`,
  address_not_utf8: ({ part }) =>
    `Адреса не є UTF-8 у відсотковому кодуванні, а саме ${part}: замість % пишіть %25, так само й інші символи.`,
  file_differs: () =>
    'Цей файл не такий, як вимагає If-Match чи If-Unmodified-Since: приберіть їх.',
  not_taken: ({ why }) => `Запит неможливо прийняти (${why}).`,
  service_failed: () => 'Сервіс не впорався з цим запитом.',
  no_tunnels: () => 'Цей сервіс не відкриває тунелів: надішліть GET, HEAD, OPTIONS або POST.',
  request_line: () =>
    'Рядок запиту має складатися з методу, адреси без пробілів, пробілу та HTTP/1.1: напишіть так.',
  line_ends: () =>
    'Рядок заголовків не закінчується на CR і LF: закінчуйте так кожен, а заголовки — двома.',
  method_unknown: () =>
    'Такого методу в HTTP немає: надішліть GET, HEAD, OPTIONS або POST великими літерами.',
  http_2: () => 'З’єднання починається як HTTP/2, а цей сервіс розуміє HTTP/1.1: надішліть його.',
  address_characters: () =>
    'Адреса має символ, якого в адресах не буває: почніть її з /, а все, що не ASCII, пишіть як %HH у UTF-8.',
  header_malformed: () =>
    'Заголовок складено неправильно: напишіть назву без пробілів, двокрапку й у тому самому рядку значення без керівних символів.',
  chunk_size: () =>
    'Частина тіла не починається з її розміру шістнадцятковими цифрами: починайте так кожну.',
  connection_ended: () =>
    'З’єднання закінчилося раніше за запит: надішліть стільки байтів, скільки каже Content-Length, або останню частину.',
  not_http: () => 'Запит неможливо прочитати: надішліть HTTP/1.1, як описує RFC 9112.',
  request_late: () => 'Запит надходив надто довго: надішліть його знову, весь одразу.',
  head_too_large: () => 'Адреса й заголовки разом більші за 16 КіБ: надішліть менше або коротші.',
  tls: () =>
    'З’єднання починається з TLS, а цей сервіс працює через HTTP без нього: почніть адресу з http:// або зверніться до проксі, що має сертифікат.',
}

const BYTES = { one: 'байт', few: 'байти', many: 'байтів' }
const STREAMS = {
  one: 'потік чи завантаження',
  few: 'потоки чи завантаження',
  many: 'потоків чи завантажень',
}
