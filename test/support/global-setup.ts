import { makeCommonJs } from './as-common-js.ts';
import { makeTemporaryRoot } from './temporary-root.ts';

export default async function globalSetup(): Promise<void> {
	makeTemporaryRoot();
	await makeCommonJs();
}
