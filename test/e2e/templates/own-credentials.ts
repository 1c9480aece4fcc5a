import type { CredentialToImport } from '../../../harness/n8n/types.ts';

/** What other systems send with their calls. */
export const NOTICE_KEY = { name: 'x-notice-key', value: 'notices-of-the-test' };

/** Credentials besides those for Meta and the model: what templates ask of n8n itself. */
export function ownCredentials(mailPort: number): CredentialToImport[] {
	const { username: user, password } = FORM_LOGIN;
	const mail = {
		host: '127.0.0.1',
		port: mailPort,
		secure: false,
		disableStartTls: true,
		user: '',
		password: '',
	};
	return [
		{ id: 'e2eForms', name: 'Forms', type: 'httpBasicAuth', data: { user, password } },
		{ id: 'e2eNotices', name: 'Notices', type: 'httpHeaderAuth', data: NOTICE_KEY },
		{ id: 'e2eMail', name: 'Mail', type: 'smtp', data: mail },
	];
}
/** Who may open the forms; their credential is made for this n8n alone. */

export const FORM_LOGIN = { username: 'team', password: 'forms-of-the-test' };
