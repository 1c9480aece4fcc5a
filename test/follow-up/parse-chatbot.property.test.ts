import fc from 'fast-check';
import { problems } from './problems.ts';

const followUp = { name: 'Reminder', description: 'When the customer goes silent' };
const good = { id: 'bot', stopCondition: 'When booked', followUps: [followUp] };

test('whatever JSON comes in, the answer is a chatbot or a sentence with its field', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.jsonValue(), (followUps, settings) => {
			for (const input of [
				followUps,
				{ ...good, followUps },
				{ ...good, settings },
				{ ...good, followUps: [{ ...followUp, ...Object(followUps) }] },
			]) {
				for (const problem of problems(input)) expect(problem).toMatch(/\w+ .+/);
			}
		}),
		{ numRuns: 2_000 },
	);
});
