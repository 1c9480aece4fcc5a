import { check, type Check } from '../../../harness/smoke/checks.ts';
import { ANSWERS } from '../../../templates/list/table/expressions.ts';
import type { Text } from '../../../templates/words.ts';
import { fill, shownText, withForm } from './form.ts';
import type { Imported } from './imported.ts';
import type { Fixture } from './fixture.ts';

const FORM = { es: 'Nuevo seguimiento', en: 'New follow-up' };
const REFUSED = { es: 'Todavía no se puede crear', en: 'It cannot be created yet' };
const REVIEW = { es: '7. Revisar y crear', en: '7. Review and create' };
const CREATED = { es: 'Seguimiento creado', en: 'Follow-up created' };

/** What the customer gets from the follow-up that is made here. */
export const TABLE_MESSAGE = {
	es: 'Hola, ¿te ayudamos a escoger? Seguimos por aquí.',
	en: 'Hi, can we help you choose? We are here.',
};

const REFUSALS: Text[] = [
	{ es: 'más de 100 caracteres', en: 'more than 100 characters' },
	{ es: 'mayor que 0', en: 'greater than 0' },
	{ es: 'está vacío', en: 'it is empty' },
	{ es: 'nombre:idioma', en: 'name:language' },
];

const WRONG = {
	name: { es: 'N'.repeat(101), en: 'N'.repeat(101) },
	...{ delay: '0', message: { es: '', en: '' }, template: 'confirmacion' },
};
const RIGHT = {
	name: { es: 'Consulta de producto - 30 horas', en: 'Product question - 30 hours' },
	...{ delay: '30', message: TABLE_MESSAGE, template: '' },
};

/** A follow-up is made by the form: what the rules refuse is refused in plain words, then it stands in the table. */
export async function tableForm(fixture: Fixture, template: Imported): Promise<Check> {
	const { language, file } = template;
	return await withForm(fixture, template, FORM[language], async (page) => {
		const steps = async (given: typeof WRONG) => {
			const of = (text: Text) => text[language];
			const chosen = (answer: { options: { text: Text }[] }, index = 0) =>
				of(answer.options[index]?.text as Text);
			const fields = [
				{ [of(ANSWERS.name.label)]: of(given.name), [of(ANSWERS.colour.label)]: chosen(ANSWERS.colour) },
				{
					[of(ANSWERS.delay.label)]: given.delay,
					[of(ANSWERS.unit.label)]: chosen(ANSWERS.unit, 1),
					[of(ANSWERS.timing.label)]: chosen(ANSWERS.timing),
					[of(ANSWERS.platforms.label)]: chosen(ANSWERS.platforms),
				},
				{
					[of(ANSWERS.description.label)]: {
						es: 'Enviar cuando el cliente pregunta por un producto y no responde',
						en: 'Send when the customer asks about a product and does not answer',
					}[language],
				},
				{
					[of(ANSWERS.writer.label)]: chosen(ANSWERS.writer, 1),
					[of(ANSWERS.message.label)]: of(given.message),
				},
				{ [of(ANSWERS.template.label)]: given.template },
				{
					[of(ANSWERS.stop.label)]: {
						es: 'Detener cuando el cliente compra',
						en: 'Stop when the customer buys',
					}[language],
				},
			];
			let heading = '';
			for (const one of fields) heading = await fill(page, one);
			return heading;
		};
		await fill(page, { [ANSWERS.author.label[language]]: 'Ana' });
		const refused = await steps(WRONG);
		const refusal = await shownText(page);
		await fill(page, {});
		const reviewed = await steps(RIGHT);
		const summary = await shownText(page);
		const { action } = ANSWERS;
		const created = await fill(page, { [action.label[language]]: action.options[0].text[language] });
		const unsaid = REFUSALS.filter((words) => !refusal.includes(words[language]));
		return check(`${file}: the form leads to a follow-up`, [
			{ ok: refused === REFUSED[language], found: `a wrong one is answered "${refused}"` },
			{
				ok: unsaid.length === 0,
				found: `with ${REFUSALS.length - unsaid.length} of ${REFUSALS.length} reasons: ${refusal.replaceAll('\n', ' ')}`,
			},
			{
				ok: reviewed === REVIEW[language] && summary.includes('23'),
				found: `a right one is reviewed: ${summary.replaceAll('\n', ' ')}`,
			},
			{ ok: created === CREATED[language], found: `and answered "${created}"` },
		]);
	});
}
