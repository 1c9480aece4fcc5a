import type { Page } from 'playwright-core';

/** Anything a program does here takes seconds on a machine that is busy. */
const PATIENCE_MS = 90_000;

/** A person on the page with the guide, who presses what it says. */
export class Player {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
		page.setDefaultTimeout(PATIENCE_MS);
	}

	/** How many steps are ticked. */
	async ticked(): Promise<number> {
		return await this.page.locator('.step.past').count();
	}

	async whenTicked(count: number): Promise<void> {
		await this.page.waitForFunction(
			(wanted) => document.querySelectorAll('.step.past').length >= wanted,
			count,
		);
	}

	/** Presses the text of the step that comes next, and sends it; a new customer is made on the way where it takes one. */
	async write(): Promise<void> {
		await this.page.locator('.step.next .write').click();
		if (await this.page.locator('#new-dialog').evaluate((dialog) => (dialog as HTMLDialogElement).open))
			await this.page.keyboard.press('Enter');
		await this.page.waitForFunction(
			() => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value !== '',
		);
		await this.page.keyboard.press('Enter');
	}

	/** Writes as the customer who is on the phone, or as the business. */
	async say(who: 'customer' | 'business', text: string): Promise<void> {
		await this.page.locator(`#${who}-text`).fill(text);
		await this.page.locator(`#${who}-text`).press('Enter');
	}

	/** Skips to the next follow-up, as often as it takes until so many steps are ticked. */
	async skipUntilTicked(count: number): Promise<void> {
		const giveUpAt = performance.now() + PATIENCE_MS;
		while ((await this.ticked()) < count && performance.now() < giveUpAt) {
			const skip = this.page.locator('#skip-next');
			if (await skip.isVisible()) await skip.click();
			// Longer than a look of the scheduler takes.
			await this.page.waitForTimeout(2_500);
		}
		await this.whenTicked(count);
	}
}
