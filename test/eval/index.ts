/** What the command `npm run eval` is made of. */
export { ModelConfigurationError, openAiModel } from '../../lib';
export { CASES } from './eval-case';
export { evaluateModel } from './evaluate-model';
export { printable, summaryOf } from './summary';
