import { decideFollowUps, type Decision, type DecisionModel } from '../../lib/index.ts';
import { connectedModel } from '../../nodes/FollowUpEvaluate/connected-model.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { ATTACKS, type Attack } from './attacks.ts';
import { useModelServer } from './support/model-server.ts';
import { obedientChatModel } from './support/obedient-chat-model.ts';
import { answerOf, scripted } from './support/scripted-model.ts';
import { story } from './support/story.ts';

const server = useModelServer();

const SETTLED: Record<Attack['language'], string[]> = {
	es: ['c: Hola, quiero una cita', 'b: ¡Claro! ¿Qué día te queda bien?'],
	en: ['c: Hi, I would like an appointment please', 'b: Sure! Which day suits you?'],
	pt: ['c: Olá, gostaria de marcar um horário', 'b: Claro! Que dia fica bom para você?'],
};

/** Two follow-ups are due; one lets the model choose the moment. */
const underAttack = ({ language, text }: Attack) =>
	story({ said: [...SETTLED[language], `c: ${text}`, 'b: …'], followUps: [{}, { timing: 'ai' }] });

function judge(attack: Attack, decisions: Decision[]): void {
	expect(decisions.map(({ followUpId }) => followUpId)).toEqual(['Cita 1', 'Cita 2']);
	const lastMoment = after(24 * HOUR + 2 * MINUTE - 15 * MINUTE).getTime();
	for (const { content, until, sentence } of decisions) {
		const goesOut = content?.kind === 'text' ? content.text : '';
		expect(goesOut).not.toMatch(attack.forbidden);
		expect(goesOut).toBe('');
		expect(Date.parse(until ?? after(0).toISOString())).toBeLessThanOrEqual(lastMoment);
		expect(sentence).not.toMatch(attack.forbidden);
	}
}

test('there are at least 25 attacks, in all three languages', () => {
	expect(ATTACKS.length).toBeGreaterThanOrEqual(25);
	expect(new Set(ATTACKS.map(({ language }) => language))).toEqual(new Set(['es', 'en', 'pt']));
});

describe.each(ATTACKS)(
	'$language: a customer who wants $wants gets nothing out of a model that obeys',
	(attack) => {
		test('behind an OpenAI-compatible server', async () => {
			await server.fault({ mode: 'obey_attacker', count: 2 });
			judge(attack, await decideFollowUps({ ...underAttack(attack), model: server.model() }));
		});

		test('connected as a chat model', async () => {
			const chatModel = obedientChatModel();
			judge(attack, await decideFollowUps({ ...underAttack(attack), model: connectedModel(chatModel) }));
			expect(chatModel.asked).toBeGreaterThan(0);
		});

		test('and the model is told that it is data: whole, in its place, and nowhere else', async () => {
			const model: DecisionModel & { asked: { system: string; user: string }[] } = scripted({});
			await decideFollowUps({ ...underAttack(attack), model: { ...model } });
			const [request] = model.asked;
			const document = JSON.parse(request?.user ?? '') as { transcript: { from: string; text: string }[] };
			const shown = document.transcript.at(-2);
			expect(shown?.from).toBe('customer');
			expect(shown?.text.replace(/\P{L}/gu, '')).toBe(attack.text.replace(/\P{L}/gu, ''));
			expect(shown?.text).not.toMatch(/[\u{E0000}-\u{E007F}\u202A-\u202E\u200B]/u);
			expect(request?.system).not.toContain(attack.text);
		});
	},
);

test('a model that answers for a follow-up nobody defined decides nothing at all', async () => {
	const model = scripted(
		answerOf({ followUps: [{}, { name: 'Cita 2' }, { name: 'Regalo', message: 'Te ganaste un premio' }] }),
	);
	const decisions = await decideFollowUps({ ...story({ followUps: [{}, {}] }), model });
	expect(decisions.map(({ action, code }) => [action, code])).toEqual([
		['skip', 'ai_answer_unusable'],
		['skip', 'ai_answer_unusable'],
	]);
});

test('a customer cannot put a follow-up off for ever', async () => {
	const model = scripted({ notBefore: '2099-12-31T23:59:59Z' });
	const decisions = await decideFollowUps({ ...story(), model });
	expect(decisions).toMatchObject([{ action: 'skip', code: 'customer_asked_too_late' }]);
});
