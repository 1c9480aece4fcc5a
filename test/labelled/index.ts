/** What the command `npm run eval:checks` is made of. */
export { scoreFacts, scoreLanguages, type Score } from './measure.ts';
