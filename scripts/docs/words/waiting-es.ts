/** Follow-Up Schedule and Follow-Up Due Trigger in Spanish. */
export const waiting: Readonly<Record<string, string>> = {
	'Starts the workflow with the follow-ups that came due':
		'Inicia el flujo con los seguimientos a los que les llegó la hora',
	'Which set of follow-ups this is. Follow-Up Evaluate and Follow-Up Due Trigger need the same ID; the ID of the workflow fits when both are in one workflow.':
		'Qué conjunto de seguimientos es. Follow-Up Evaluate y Follow-Up Due Trigger necesitan el mismo ID; el ID del flujo sirve cuando ambos están en el mismo flujo.',
	'How often to look for due follow-ups. Looking costs no execution; only due follow-ups do.':
		'Cada cuánto se buscan seguimientos vencidos. Buscar no cuesta ninguna ejecución; solo la cuestan los que vencieron.',
	'Where conversations and follow-ups are kept. Choose the same in all nodes of this package.':
		'Dónde se guardan las conversaciones y los seguimientos. Elige lo mismo en todos los nodos de este paquete.',
	"A file in n8n's user folder; nothing to set up":
		'Un archivo en la carpeta de usuario de n8n; no hay nada que configurar',
	'A PostgreSQL database; needed when n8n runs in queue mode':
		'Una base de datos PostgreSQL; necesaria cuando n8n corre en modo cola',
	'How many due follow-ups one execution takes at most. Accounts are served in turn.':
		'Cuántos seguimientos vencidos toma como máximo una ejecución. Las cuentas se atienden por turnos.',
	'How many executions of this trigger may run at the same time':
		'Cuántas ejecuciones de este disparador pueden correr a la vez',
	'What came due longer ago than this, because n8n was down or the workflow switched off, is not sent any more and ends as expired; 0 for no limit':
		'Lo que venció hace más tiempo que esto, porque n8n estaba caído o el flujo desactivado, ya no se envía y termina como expired; 0 para no poner límite',
	'After how many days follow-ups that are over are deleted from the store':
		'A los cuántos días se borran los seguimientos que ya terminaron',
	'After how many days lines of the log are deleted, unless their follow-up is still pending':
		'A los cuántos días se borran las líneas del registro, salvo que su seguimiento siga pendiente',
	'After how many days messages of conversations are deleted from the store':
		'A los cuántos días se borran los mensajes de las conversaciones',
	'After how many minutes a follow-up whose execution never finished is taken up again':
		'A los cuántos minutos se retoma un seguimiento cuya ejecución nunca terminó',
	'How many follow-ups are taken up per minute at most, so that a backlog is spread over time; 0 for no limit. Meta allows 4,800 a minute and account.':
		'Cuántos seguimientos se toman como máximo por minuto, para que lo atrasado se reparta en el tiempo; 0 para no poner límite. Meta permite 4.800 por minuto y cuenta.',
	'How long after the last follow-up without an answer the output Staff tells that the customer was given up, with the reason, e.g. for a CRM. The customer gets no message. 0 for never.':
		'Cuánto tiempo después del último seguimiento sin respuesta la salida Staff avisa que se dejó de insistir con el cliente, con el motivo, p. ej. para un CRM. El cliente no recibe ningún mensaje. 0 para nunca.',
	'How long a customer waits for an answer of a person who took over until the output Staff and the dashboard tell of it. The customer gets no message. 0 for never.':
		'Cuánto espera un cliente la respuesta de una persona que tomó la conversación hasta que lo avisan la salida Staff y el tablero. El cliente no recibe ningún mensaje. 0 para nunca.',
	'Keeps planned follow-ups until they are due':
		'Guarda los seguimientos planeados hasta que les llega la hora',
	'How planned follow-ups wait for their time': 'Cómo esperan su hora los seguimientos planeados',
	'They wait in the store; a Follow-Up Due Trigger starts a run when they are due':
		'Esperan en el almacén; un Follow-Up Due Trigger inicia una ejecución cuando vencen',
	'This run waits, as with the Wait node, and goes on when they are due':
		'Espera esta misma ejecución, como con el nodo Wait, y sigue cuando vencen',
	'Planned follow-ups wait in the follow-up store; a Follow-Up Due Trigger with the same chatbot ID brings them back when they are due':
		'Los seguimientos planeados esperan en el almacén; un Follow-Up Due Trigger con el mismo Chatbot ID los trae de vuelta cuando vencen',
	'Connect the output Due back to the input of Follow-Up Evaluate, and place the node that sends above this one: a waiting run waits as a whole. A waiting run can be lost when n8n restarts or executions are deleted: a Follow-Up Due Trigger with the same chatbot ID picks up what was lost.':
		'Conecta la salida Due de vuelta a la entrada de Follow-Up Evaluate y pon el nodo que envía más arriba que este: una ejecución que espera, espera entera. Una ejecución en espera se puede perder cuando n8n se reinicia o se borran ejecuciones: un Follow-Up Due Trigger con el mismo Chatbot ID recoge lo que se perdió.',
};
