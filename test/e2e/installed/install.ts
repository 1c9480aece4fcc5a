import { join } from 'node:path';
import { isReady } from '../../../harness/n8n/readiness.ts';
import { startN8n } from '../../../harness/n8n/start.ts';
import { freePorts } from '../../../harness/shared/ports.ts';
import { readPackageJson } from '../../../harness/shared/project.ts';
import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import { npmWithPackage } from './npm-with-package.ts';

interface InstalledPackage {
	packageName: string;
	installedVersion: string;
	installedNodes: { name: string }[];
}

/** Starts an n8n that knows nothing of the package and installs it by what Settings → Community nodes calls. */
export async function installInCleanN8n(userFolder: string, log: (step: string) => void): Promise<Check> {
	const {
		name,
		version,
		n8n: parts,
	} = readPackageJson() as ReturnType<typeof readPackageJson> & {
		name: string;
		version: string;
	};
	const [port = 0] = await freePorts(1);
	const PATH = await npmWithPackage(join(userFolder, 'npm'));
	const n8n = await startN8n({ userFolder, port, packageDir: undefined, env: { PATH }, log });
	try {
		await waitUntil({
			...{ what: 'n8n to be ready', seconds: 120, everyMs: 500, details: n8n.lastLines },
			probe: async () => (await isReady(n8n.url).catch(() => false)) || undefined,
		});
		const rest = await n8n.login();
		const response = await rest('/rest/community-packages', {
			method: 'POST',
			body: JSON.stringify({ name }),
		});
		const { data, message } = (await response.json()) as { data?: InstalledPackage; message?: string };
		const nodes = data?.installedNodes.map((one) => one.name) ?? [];
		return check('the packed package is installed in a clean n8n as Settings → Community nodes does it', [
			{
				ok: response.ok && data?.packageName === name && data.installedVersion === version,
				found: message ?? `${data?.packageName} ${data?.installedVersion}`,
			},
			{ ok: nodes.length === parts?.nodes?.length, found: `${nodes.length} nodes: ${nodes.join(', ')}` },
		]);
	} finally {
		await n8n.stop();
	}
}
