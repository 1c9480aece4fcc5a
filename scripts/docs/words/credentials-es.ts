/** The credentials in Spanish. */
export const credentials: Readonly<Record<string, string>> = {
	'The user needs the right to make a schema in the database, or an own schema of the name below':
		'El usuario necesita permiso para crear un esquema en la base de datos, o un esquema propio con el nombre de abajo',
	"The schema that holds the tables, apart from n8n's own; it is made if missing":
		'El esquema que contiene las tablas, aparte de las de n8n; se crea si no existe',
	'For a server on the same host or in a private network':
		'Para un servidor en la misma máquina o en una red privada',
	'Encrypted, but the server is not verified': 'Cifrado, pero sin verificar el servidor',
	'Encrypted, and the certificate must be valid': 'Cifrado, y el certificado debe ser válido',
	'In PEM form. Needed when the CA of the server is not a public one.':
		'En formato PEM. Se necesita cuando la CA del servidor no es pública.',
	'How many connections each n8n process opens at most. The server allows 100 in all by default.':
		'Cuántas conexiones abre como máximo cada proceso de n8n. Por defecto el servidor permite 100 en total.',
	'Token of a system user or of the Page that may read and send messages. A temporary token ends after 24 hours.':
		'Token de un usuario del sistema o de la página que pueda leer y enviar mensajes. Un token temporal vence a las 24 horas.',
	'ID of the app at Meta. Needed when n8n manages the webhook subscription, and to know when another app hands a conversation to this one.':
		'ID de la aplicación en Meta. Se necesita cuando n8n administra la suscripción del webhook y para saber cuándo otra aplicación le entrega una conversación a esta.',
	'Secret with which Meta signs its webhooks; found in the app under Settings > Basic. Several secrets are separated by commas: an app with Instagram Login signs with the Instagram app secret.':
		'Secreto con el que Meta firma sus webhooks; está en la aplicación, en Settings > Basic. Si son varios, se separan con comas: una aplicación con Instagram Login firma con el secreto de la aplicación de Instagram.',
	'A text of your own choice. Enter the same text at Meta when you set up the webhook.':
		'Un texto que tú eliges. Pon el mismo texto en Meta cuando configures el webhook.',
	'Use https://graph.instagram.com for accounts connected through Instagram Login':
		'Usa https://graph.instagram.com para cuentas conectadas con Instagram Login',
	'Version of the Graph API, e.g. v27.0': 'Versión de la Graph API, p. ej. v27.0',
	'Address of the server up to and including its version, e.g. http://localhost:11434/v1 for Ollama':
		'Dirección del servidor, con su versión incluida, p. ej. http://localhost:11434/v1 para Ollama',
	'Leave empty if the server asks for none': 'Déjalo vacío si el servidor no pide ninguna',
};
