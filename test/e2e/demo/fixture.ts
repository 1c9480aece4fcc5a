import { chromium, type BrowserContext } from 'playwright-core';
import { openDemo, type OpenDemo } from '../../../harness/demo/open-demo.ts';
import type { Language } from '../../../harness/demo/options.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { temporaryFolder } from '../../../harness/shared/temporary-folder.ts';
import { BROWSER } from '../templates/form.ts';

/** As in the demo itself. */
const TIMING = { delaySeconds: 30, dueIntervalSeconds: 5 };

/** An open demo of a template, and a browser beside it. */
export interface Fixture {
	demo: OpenDemo;
	guide: string;
	browser(size: { width: number; height: number }): Promise<BrowserContext>;
	/** What went wrong in the engine. */
	errors: string[];
	stop(): Promise<void>;
}

export async function setUpFixture(lang: Language, template: string): Promise<Fixture> {
	const [port = 0, phonePort = 0] = await freePorts(2);
	const errors: string[] = [];
	const demo = await openDemo({
		...{ lang, template, speed: 1, timing: TIMING, port, phonePort },
		userFolder: temporaryFolder('e2e-demo'),
		onError: ({ stack = '' }) => errors.push(stack),
	});
	const started = await chromium.launch(BROWSER);
	return {
		...{ demo, errors, guide: `${demo.places.sandbox}/guide?lang=${lang}` },
		browser: async (viewport) => await started.newContext({ viewport, locale: lang }),
		async stop() {
			await started.close();
			await demo.stop();
		},
	};
}
