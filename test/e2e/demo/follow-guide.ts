import type { BrowserContext } from 'playwright-core';
import type { Language } from '../../../harness/demo/options.ts';
import { Player } from './player.ts';
import { writeFollowUp, type Written } from './write-follow-up.ts';

const OWN: Record<Language, Written> = {
	es: {
		name: 'Mi primer seguimiento',
		description: 'Cuando el cliente no responde',
		message: '¿Seguimos por aquí?',
	},
	en: {
		name: 'My first follow-up',
		description: 'When the customer does not answer',
		message: 'Shall we go on?',
	},
};

/** The steps of a guide about a conversation, in their order. */
export const STEPS = ['in', 'planned', 'answer', 'sent', 'replied', 'stopped', 'cancelled', 'defined', 'own'];

/** Follows the guide of a template with follow-ups from its first step to its last; tells how long each part took. */
export async function followGuide(
	context: BrowserContext,
	guide: string,
	lang: Language,
): Promise<{ player: Player; seconds: { firstFollowUp: number; all: number }; received: string[] }> {
	const begun = performance.now();
	const passed = () => Math.round((performance.now() - begun) / 100) / 10;
	const player = new Player(await context.newPage());
	const { page } = player;
	await page.goto(guide);
	await player.write();
	await player.whenTicked(2);
	await player.write();
	await player.skipUntilTicked(4);
	const firstFollowUp = passed();
	await player.write();
	await player.whenTicked(5);
	await player.write();
	await player.skipUntilTicked(6);
	await player.write();
	await page.locator('.entry.planned').first().waitFor();
	await page.waitForTimeout(1_000);
	await player.say('customer', OWN[lang].message);
	await player.whenTicked(7);
	await createOwn(context, player, lang);
	await player.whenTicked(8);
	await player.write();
	await page.locator('.bubble.mine').waitFor();
	await player.say('business', OWN[lang].message);
	await player.skipUntilTicked(9);
	await page.locator('.bubble.theirs', { hasText: OWN[lang].message }).last().waitFor();
	const received = await page.locator('.bubble.theirs .text').allTextContents();
	return { player, seconds: { firstFollowUp, all: passed() }, received };
}

async function createOwn(context: BrowserContext, { page }: Player, lang: Language): Promise<void> {
	const opened = context.waitForEvent('page');
	await page.locator('.step.next .step-link a').click();
	const form = await opened;
	await writeFollowUp(form, lang, OWN[lang]);
	await form.close();
}
