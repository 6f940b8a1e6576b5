import type { requestReasons as english } from '../en/request-reasons.ts'
import { didYouMean } from './reason-parts.ts'

/** Reasons of the service against a part of a request, in Ukrainian. */
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
}
