import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import { fill, shownText, withForm } from './form.ts';
import type { Imported } from './imported.ts';
import { addressOf } from './person.ts';
import type { Fixture } from './fixture.ts';

const WORDS = {
	es: {
		...{ create: 'Crear plantilla', list: 'Ver plantillas', review: 'Revisar y enviar' },
		inReview: 'En revisión',
		...{ approved: 'Plantilla aprobada', refused: 'La plantilla no fue aceptada' },
		fields: ['Nombre', 'Categoría', 'Idioma', 'Texto', 'Ejemplo del primer hueco'],
		show: { '¿Cuáles?': 'Aprobadas' },
	},
	en: {
		...{ create: 'Create template', list: 'List templates', review: 'Review and hand in' },
		inReview: 'In review',
		...{ approved: 'Template approved', refused: 'The template was not taken' },
		fields: ['Name', 'Category', 'Language', 'Text', 'Example for the first gap'],
		show: { 'Which ones?': 'Approved' },
	},
};

/** A template is made by the form, its approval is seen on the page and by mail, and it stands in the list. */
export async function whatsAppTemplates(fixture: Fixture, template: Imported): Promise<Check> {
	const { language, file } = template;
	const words = WORDS[language];
	const name = `aviso_de_prueba_${language}`;
	const given = (first: string) =>
		Object.fromEntries(
			[first, 'utility', language, 'Hola {{1}}, gracias por escribir.', 'Ana'].map((value, index) => [
				words.fields[index] as string,
				value,
			]),
		);
	const refused = await withForm(fixture, template, words.create, async (page) => ({
		reviewed: await fill(page, given('Aviso De Prueba')),
		shown: await shownText(page),
		handedIn: (await templatesAt(fixture)).length,
		heading: await fill(page, {}),
		text: await shownText(page),
	}));
	const before = (await templatesAt(fixture)).length;
	const approved = await fixture.deliveringTo(addressOf(template), async () => {
		await fixture.sandbox('PUT', '/settings', { templateReviewMs: 500 });
		const seen = await withForm(fixture, template, words.create, async (page) => {
			await fill(page, given(name));
			const first = await fill(page, {});
			await waitUntil({
				what: `${name} to be approved`,
				seconds: 20,
				probe: async () => (await statusOf(fixture, name)) === 'APPROVED' || undefined,
			});
			return [first, await fill(page, {})];
		});
		await waitUntil({
			what: `a mail about ${name}`,
			seconds: 30,
			details: fixture.n8n.lastLines,
			probe: () => fixture.mailbox.with(name, 'APPROVED').length > 0 || undefined,
		});
		return seen;
	});
	const list = await withForm(fixture, template, words.list, async (page) => {
		await fill(page, words.show);
		return await shownText(page);
	});
	return check(`${file}: reviewed, created, approved, told by mail, listed`, [
		{
			ok:
				refused.reviewed === words.review &&
				refused.shown.includes('Aviso De Prueba') &&
				refused.handedIn === before,
			found: `before anything is handed in it is shown under "${refused.reviewed}"`,
		},
		{
			ok: refused.heading === words.refused && /lowercase/.test(refused.text),
			found: `a wrong name is answered "${refused.text.replaceAll('\n', ' ')}"`,
		},
		{
			ok: approved.join() === [words.inReview, words.approved].join(),
			found: `a right one ${approved.join(', then ')}`,
		},
		{
			ok: fixture.mailbox.with(name, 'APPROVED').length === 1,
			found: `${fixture.mailbox.with(name).length} mail about it`,
		},
		{
			ok: list.includes(name) && !list.includes('plantilla_pausada'),
			found: `the list of the approved ones has ${list.split('APPROVED').length - 1}`,
		},
	]);
}

async function statusOf(fixture: Fixture, name: string): Promise<string | undefined> {
	return (await templatesAt(fixture)).find((one) => one.name === name)?.status;
}

async function templatesAt(fixture: Fixture): Promise<{ name: string; status: string }[]> {
	const { templates } = await fixture.sandbox<{ templates: { name: string; status: string }[] }>(
		'GET',
		'/state',
	);
	return templates;
}
