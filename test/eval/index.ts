/** What the command `npm run eval` is made of. */
export { ModelConfigurationError, openAiModel } from '../../lib/index.ts';
export { CASES } from './eval-case.ts';
export { moreCases } from './more/index.ts';
export { evaluateModel } from './evaluate-model.ts';
export { printable, summaryOf } from './summary.ts';
