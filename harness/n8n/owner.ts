import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The owner account of every n8n started here. It listens on this machine only and lives in a temporary folder. */
export const OWNER = { email: 'demo@example.com', password: 'Follow-up-demo-1' };

/** Settings with which n8n makes the owner account at its start; it takes the password only as a bcrypt hash. */
export function ownerSettings(n8nFolder: string): Record<string, string> {
	const requireFromN8n = createRequire(join(n8nFolder, 'node_modules', 'n8n', 'package.json'));
	const { hashSync } = requireFromN8n('bcryptjs') as { hashSync: (text: string, rounds: number) => string };
	return {
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: OWNER.email,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Demo',
		N8N_INSTANCE_OWNER_LAST_NAME: 'Owner',
		N8N_INSTANCE_OWNER_PASSWORD_HASH: hashSync(OWNER.password, 8),
	};
}
