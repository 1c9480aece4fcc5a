import type { CredentialToImport, WorkflowNode, WorkflowToImport } from '../n8n/types.ts';

export const GRAPH_VERSION = 'v27.0';
/** The one model the sandbox offers. */
export const SANDBOX_MODEL = 'sandbox-rules-1';
/** The sandbox's WhatsApp Business account. */
export const SANDBOX_ACCOUNT = '200000000000001';

/** What the sandbox accepts (see sandbox/README.md, "The fixed world"); none of it is a real secret. */
export const SANDBOX_SECRETS = {
	appId: '100000000000001',
	appSecret: 'sandbox-app-secret',
	verifyToken: 'sandbox-verify-token',
	accessToken: 'sandbox-access-token',
	modelKey: 'sandbox-model-key',
};

/** Credentials for Meta and for the model (the package's and n8n's own), all pointing to the sandbox. */
export function sandboxCredentials(sandboxUrl: string): CredentialToImport[] {
	const { appId, appSecret, verifyToken, accessToken, modelKey } = SANDBOX_SECRETS;
	return [
		{
			id: 'demoMetaMessaging',
			name: 'Meta (sandbox)',
			type: 'metaMessagingApi',
			data: {
				accessToken,
				appId,
				appSecrets: appSecret,
				verifyToken,
				graphBaseUrl: `${sandboxUrl}/graph`,
				graphVersion: GRAPH_VERSION,
			},
		},
		{
			id: 'demoModel',
			name: 'Model (sandbox)',
			type: 'openAiCompatibleApi',
			data: { baseUrl: `${sandboxUrl}/v1`, apiKey: modelKey },
		},
		{
			id: 'demoOpenAi',
			name: 'OpenAI (sandbox)',
			type: 'openAiApi',
			data: { url: `${sandboxUrl}/v1`, apiKey: modelKey },
		},
	];
}

/** What another system sends with its calls. */
export const NOTICE_KEY = { name: 'x-notice-key', value: 'notices-of-the-demo' };

/** Credentials besides those for Meta and the model: for calls from elsewhere, and for a mail server on this machine. */
export function ownCredentials(mailPort: number): CredentialToImport[] {
	const mail = { host: '127.0.0.1', port: mailPort, secure: false, disableStartTls: true };
	return [
		{ id: 'demoNotices', name: 'Notices (demo)', type: 'httpHeaderAuth', data: NOTICE_KEY },
		{ id: 'demoMail', name: 'Mail (demo)', type: 'smtp', data: { ...mail, user: '', password: '' } },
	];
}

/** Which node uses which credentials. */
const CREDENTIALS_OF_NODE: Record<string, string[]> = {
	metaMessagingTrigger: ['metaMessagingApi'],
	metaMessaging: ['metaMessagingApi'],
	lmChatOpenAi: ['openAiApi'],
	followUpEvaluate: ['openAiCompatibleApi', 'metaMessagingApi'],
	followUpManager: ['metaMessagingApi'],
	webhook: ['httpHeaderAuth'],
	emailSend: ['smtp'],
};

/** Gives each node of a workflow the credential its type asks for, as a person would choose it in the editor. */
export function withCredentials(nodes: WorkflowNode[], credentials: CredentialToImport[]): WorkflowNode[] {
	return nodes.map((node) => {
		const wanted = CREDENTIALS_OF_NODE[node.type.split('.').at(-1) ?? ''] ?? [];
		const chosen = credentials.filter(({ type }) => wanted.includes(type));
		if (chosen.length === 0) return node;
		const named = chosen.map(({ id, name, type }) => [type, { id, name }] as const);
		return { ...node, credentials: { ...node.credentials, ...Object.fromEntries(named) } };
	});
}

/**
 * Pages and forms of a workflow open without a login: n8n listens on this machine only, and a page that asks for one could
 * not be linked to.
 */
export function pagesWithoutLogin(workflow: WorkflowToImport): WorkflowToImport {
	const nodes = workflow.nodes.map((node) =>
		node.parameters.authentication === 'basicAuth'
			? { ...node, parameters: { ...node.parameters, authentication: 'none' } }
			: node,
	);
	return { ...workflow, nodes };
}
