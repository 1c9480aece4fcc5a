import { BASE } from './base';
import { CARDS } from './cards';
import { CHARTS } from './charts';
import { LAYOUT } from './layout';

/** All styles of the page, in light and dark. */
export const STYLES = [BASE, LAYOUT, CARDS, CHARTS].join('');
