/** Meta Messaging Trigger in Spanish. */
export const trigger: Readonly<Record<string, string>> = {
	'Messages of WhatsApp, Instagram and Messenger: receives and records them and cancels follow-ups when a customer replies; its actions send follow-ups, texts, media and templates':
		'Mensajes de WhatsApp, Instagram y Messenger: los recibe, los registra y cancela los seguimientos cuando un cliente responde; sus acciones envían seguimientos, textos, archivos y plantillas',
	'A person or another app on the business side wrote': 'Escribió una persona u otra aplicación del negocio',
	'A customer wrote, tapped a button or called': 'Un cliente escribió, tocó un botón o llamó',
	'A customer stopped or resumed marketing messages': 'Un cliente detuvo o reanudó los mensajes de marketing',
	'New customer IDs, edits, comments, handovers, threads of other apps, news about the account':
		'ID nuevos de clientes, ediciones, comentarios, traspasos, hilos de otras aplicaciones, novedades de la cuenta',
	'A customer reacted to a message': 'Un cliente reaccionó a un mensaje',
	'A customer read messages on Messenger or Instagram': 'Un cliente leyó mensajes en Messenger o Instagram',
	'A message was sent, delivered, read or failed. Mind that each one starts an execution.':
		'Un mensaje se envió, se entregó, se leyó o falló. Ten en cuenta que cada aviso inicia una ejecución.',
	'A WhatsApp template changed its status, quality or category':
		'Una plantilla de WhatsApp cambió de estado, calidad o categoría',
	'Which news about messages of the business starts the workflow':
		'Qué novedades sobre los mensajes del negocio inician el flujo',
	'Everything Meta delivers is recorded, also what starts no workflow: statuses and echoes cost no execution':
		'Todo lo que Meta entrega se registra, también lo que no inicia ningún flujo: los estados y los ecos no cuestan ejecuciones',
	'You enter the URL of this trigger at Meta yourself': 'Tú mismo pones en Meta la URL de este disparador',
	'The app is subscribed when the workflow is published, and that is taken back when it is unpublished':
		'La aplicación se suscribe cuando se publica el flujo, y la suscripción se quita cuando se retira la publicación',
	"Enter at Meta (App Dashboard > Webhooks, or WhatsApp > Configuration):\n<ul>\n<li><b>Callback URL</b>: the Production URL above</li>\n<li><b>Verify token</b>: the text in the credential; publish this workflow first, Meta checks it at once</li>\n<li><b>Fields</b>: WhatsApp <code>messages</code>, <code>smb_message_echoes</code> (without it nobody hears what people answer by hand in the WhatsApp Business app, and follow-ups wait for an answer), <code>standby</code>, <code>messaging_handovers</code>; Messenger <code>messages</code>, <code>messaging_postbacks</code>, <code>message_reactions</code>, <code>message_echoes</code>, <code>message_reads</code>, <code>standby</code>, <code>messaging_handovers</code>; Instagram <code>messages</code>, <code>messaging_postbacks</code>, <code>message_reactions</code>, <code>messaging_seen</code>, <code>standby</code>, <code>messaging_handover</code></li>\n<li><b>Account</b>: subscribe the app to the WhatsApp Business account or the Page too; otherwise only Meta's test number arrives</li>\n<li><b>App mode</b>: Live; in development only people with a role in the app are heard</li>\n</ul>":
		'Pon en Meta (App Dashboard > Webhooks, o WhatsApp > Configuration):\n<ul>\n<li><b>Callback URL</b>: la Production URL de arriba</li>\n<li><b>Verify token</b>: el texto de la credencial; publica primero este flujo, porque Meta lo comprueba de inmediato</li>\n<li><b>Fields</b>: WhatsApp <code>messages</code>, <code>smb_message_echoes</code> (sin él no se oye lo que alguien contesta a mano en la app WhatsApp Business, y los seguimientos esperan una respuesta), <code>standby</code>, <code>messaging_handovers</code>; Messenger <code>messages</code>, <code>messaging_postbacks</code>, <code>message_reactions</code>, <code>message_echoes</code>, <code>message_reads</code>, <code>standby</code>, <code>messaging_handovers</code>; Instagram <code>messages</code>, <code>messaging_postbacks</code>, <code>message_reactions</code>, <code>messaging_seen</code>, <code>standby</code>, <code>messaging_handover</code></li>\n<li><b>Account</b>: suscribe la aplicación también a la cuenta de WhatsApp Business o a la página; si no, solo llega el número de prueba de Meta</li>\n<li><b>App mode</b>: Live; en desarrollo solo se oye a quienes tienen un rol en la aplicación</li>\n</ul>',
	"Enter at Meta (App Dashboard > Webhooks, or WhatsApp > Configuration):\n<ul>\n<li><b>Callback URL</b>: <code>https://your-domain/webhook</code>, which your proxy passes on</li>\n<li><b>Verify token</b>: the text in the credential; publish this workflow first, Meta checks it at once</li>\n<li><b>Fields</b>: WhatsApp <code>messages</code>, <code>smb_message_echoes</code> (without it nobody hears what people answer by hand in the WhatsApp Business app, and follow-ups wait for an answer), <code>standby</code>, <code>messaging_handovers</code>; Messenger <code>messages</code>, <code>messaging_postbacks</code>, <code>message_reactions</code>, <code>message_echoes</code>, <code>message_reads</code>, <code>standby</code>, <code>messaging_handovers</code>; Instagram <code>messages</code>, <code>messaging_postbacks</code>, <code>message_reactions</code>, <code>messaging_seen</code>, <code>standby</code>, <code>messaging_handover</code></li>\n<li><b>Account</b>: subscribe the app to the WhatsApp Business account or the Page too; otherwise only Meta's test number arrives</li>\n<li><b>App mode</b>: Live; in development only people with a role in the app are heard</li>\n</ul>":
		'Pon en Meta (App Dashboard > Webhooks, o WhatsApp > Configuration):\n<ul>\n<li><b>Callback URL</b>: <code>https://tu-dominio/webhook</code>, que tu proxy pasa</li>\n<li><b>Verify token</b>: el texto de la credencial; publica primero este flujo, porque Meta lo comprueba de inmediato</li>\n<li><b>Fields</b>: WhatsApp <code>messages</code>, <code>smb_message_echoes</code> (sin él no se oye lo que alguien contesta a mano en la app WhatsApp Business, y los seguimientos esperan una respuesta), <code>standby</code>, <code>messaging_handovers</code>; Messenger <code>messages</code>, <code>messaging_postbacks</code>, <code>message_reactions</code>, <code>message_echoes</code>, <code>message_reads</code>, <code>standby</code>, <code>messaging_handovers</code>; Instagram <code>messages</code>, <code>messaging_postbacks</code>, <code>message_reactions</code>, <code>messaging_seen</code>, <code>standby</code>, <code>messaging_handover</code></li>\n<li><b>Account</b>: suscribe la aplicación también a la cuenta de WhatsApp Business o a la página; si no, solo llega el número de prueba de Meta</li>\n<li><b>App mode</b>: Live; en desarrollo solo se oye a quienes tienen un rol en la aplicación</li>\n</ul>',
	'Where Meta reaches the own port or the intake process, through your proxy':
		'Dónde llega Meta al puerto propio o al proceso de recepción, a través de tu proxy',
	'Deliveries of which a part was left out, or with a message of an unknown type':
		'Las entregas de las que se omitió una parte, o con un mensaje de tipo desconocido',
	'Writes anonymised samples of what Meta delivers into the folder meta-followup-samples beside the database of n8n: numbers, IDs, names, texts and addresses are replaced. To report what this trigger did not understand. The intake process has FOLLOWUP_SAMPLES for it.':
		'Escribe muestras anónimas de lo que Meta entrega en la carpeta meta-followup-samples, junto a la base de datos de n8n: se reemplazan números, ID, nombres, textos y direcciones. Sirve para informar de lo que este disparador no entendió. El proceso de recepción tiene FOLLOWUP_SAMPLES para eso.',
	'The production URL of this trigger; nothing else to set up':
		'La Production URL de este disparador; no hay nada más que montar',
	'A port of its own inside n8n: takes in more, and never confirms what n8n has not stored':
		'Un puerto propio dentro de n8n: recibe más, y nunca confirma lo que n8n no ha guardado',
	'A process beside n8n that goes on while n8n is stopped or updated':
		'Un proceso junto a n8n que sigue mientras n8n está detenido o se actualiza',
	'Where Meta delivers to. Own port and intake process store each event first; this trigger then takes it from the store.':
		'Dónde entrega Meta. El puerto propio y el proceso de recepción guardan primero cada evento; luego este disparador lo toma del almacén.',
	'Triggers with the same port share it. A proxy with HTTPS has to pass https://your-domain/webhook on to it.':
		'Los disparadores con el mismo puerto lo comparten. Un proxy con HTTPS tiene que pasarle https://tu-dominio/webhook.',
	'Address of this machine to listen on: 127.0.0.1 where the proxy runs beside n8n, 0.0.0.0 for all, as in Docker':
		'Dirección de esta máquina en la que se escucha: 127.0.0.1 si el proxy está junto a n8n, 0.0.0.0 para todas, como en Docker',
	'Start it with <code>npx n8n-nodes-meta-followup intake</code>, with the store of this trigger; publish this workflow so that its events are kept':
		'Inícialo con <code>npx n8n-nodes-meta-followup intake</code>, con el almacén de este disparador; publica este flujo para que se guarden sus eventos',
	'How many executions this trigger may have running at the same time. Further events wait in the store.':
		'Cuántas ejecuciones de este disparador pueden estar en curso al mismo tiempo. Los demás eventos esperan en el almacén.',
	'What the app is subscribed to. The credential needs App ID and App Secret for it.':
		'A qué se suscribe la aplicación. Para eso la credencial necesita App ID y App Secret.',
	'Accounts to which the app is added, separated by commas. Not the phone number ID. Leave empty if the app was added already.':
		'Cuentas a las que se agrega la aplicación, separadas con comas. No es el ID del número de teléfono. Déjalo vacío si la aplicación ya está agregada.',
	'Pages to which the app is added, separated by commas. Leave empty if it was added already.':
		'Páginas a las que se agrega la aplicación, separadas con comas. Déjalo vacío si ya está agregada.',
	'Accounts to which the app is added, separated by commas. Leave empty for accounts that are linked to a Page.':
		'Cuentas a las que se agrega la aplicación, separadas con comas. Déjalo vacío para cuentas vinculadas a una página.',
	'Whether to take over when the app already delivers to another address. That one then gets nothing more.':
		'Si se toma el lugar cuando la aplicación ya entrega en otra dirección. Esa otra ya no recibe nada más.',
	'Test runs never touch the subscription: write to your number after publishing, or send a sample event to the test URL':
		'Las pruebas nunca tocan la suscripción: escríbele a tu número después de publicar, o envía un evento de ejemplo a la URL de prueba',
	'Start the workflow only for these accounts: phone number IDs, Page IDs and Instagram account IDs, separated by commas. Empty means all. The others are recorded all the same, unless Record Only These Accounts is on.':
		'Inicia el flujo solo para estas cuentas: ID de números de teléfono, de páginas y de cuentas de Instagram, separados con comas. Vacío significa todas. Las demás se registran igual, salvo que Record Only These Accounts esté activado.',
	'Whether nothing is recorded of accounts that are not named under Accounts: no message, no status, no follow-up. For an n8n in which several businesses have workflows. The intake process has FOLLOWUP_ACCOUNTS for it.':
		'Si no se registra nada de las cuentas que no están en Accounts: ni mensajes, ni estados, ni seguimientos. Para un n8n en el que varios negocios tienen flujos. El proceso de recepción tiene FOLLOWUP_ACCOUNTS para eso.',
	'Production URLs of Meta Messaging Triggers in other workflows. Meta delivers an app to one URL only; this trigger passes on what it gets, signature included, and each workflow starts once per event. Those triggers need the same app secret and are set up manually.':
		'Production URL de los Meta Messaging Trigger de otros flujos. Meta entrega una aplicación en una sola URL; este disparador reenvía lo que recibe, con la firma incluida, y cada flujo se inicia una vez por evento. Esos disparadores necesitan el mismo secreto y se configuran a mano.',
	'Whether to add what Meta sent, unchanged, as event.raw':
		'Si se agrega lo que envió Meta, sin cambios, como event.raw',
	'Whether messages of customers start no execution when this trigger is connected to Follow-Up Evaluate: their follow-ups are planned while they are recorded, and only due follow-ups start one. Leave it off if other nodes need the messages. After an edit, the next message starts the workflow once. Not with Wait mode, nor when follow-ups or settings hold expressions.':
		'Si los mensajes de los clientes no inician ninguna ejecución cuando este disparador está conectado a Follow-Up Evaluate: sus seguimientos se planean mientras se registran, y solo los vencidos inician una. Déjalo desactivado si otros nodos necesitan los mensajes. Después de una edición, el siguiente mensaje inicia el flujo una vez. No funciona con el modo Wait ni cuando los seguimientos o los ajustes llevan expresiones.',
};
