import { BASE } from './base.ts';
import { CARDS } from './cards.ts';
import { CHARTS } from './charts.ts';
import { CONVERSATION } from './conversation.ts';
import { FORM } from './form.ts';
import { LAYOUT } from './layout.ts';

/** All styles of the page, in light and dark. */
export const STYLES = [BASE, LAYOUT, CARDS, CHARTS, FORM, CONVERSATION].join('');
