/**
 * Whether n8n has started. While it prepares its database it answers everything else with 200 and "n8n is starting up"
 * (n8n 2.39, seen 2026-11-24).
 * @throws when nothing answers at the address.
 */
export async function isReady(url: string): Promise<boolean> {
	return (await fetch(`${url}/healthz/readiness`)).ok;
}
