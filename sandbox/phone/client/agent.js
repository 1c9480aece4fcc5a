import { api, byId, words } from './dom.js';
import { store } from './store.js';

/** Draws who answers a WhatsApp customer: the switch beside the phone, and a strip in the conversation while it is on. */
export function drawAgent(customer) {
	const onWhatsApp = customer?.channel === 'whatsapp';
	const agent = store.conversations.get(customer?.id)?.agent;
	const strip = byId('agent-strip');
	byId('agent-card').hidden = !onWhatsApp;
	byId('agent-switch').checked = Boolean(agent?.enabled);
	strip.hidden = !onWhatsApp || !agent?.enabled;
	document.querySelector('.phone').dataset.owner = strip.hidden ? '' : agent.owner;
	if (strip.hidden) return;
	byId('agent-state').textContent = {
		agent: agent.silent ? words.agentSilent : words.agentAnswers,
		business: words.agentPassed,
		idle: words.agentIdle,
	}[agent.owner];
	const button = byId('agent-button');
	button.textContent = agent.owner === 'agent' ? words.agentHandOver : words.agentTakes;
	button.dataset.owner = agent.owner;
}

/** Makes the switch and the button of the strip work for the customer on the screen. */
export function agentControls(chosen) {
	const path = (more = '') => `/customers/${chosen()}/agent${more}`;
	const complain = (error) => alert(error.message);
	byId('agent-switch').addEventListener('change', (event) => {
		api('PUT', path(), { on: event.target.checked }).catch(complain);
	});
	byId('agent-button').addEventListener('click', (event) => {
		const request =
			event.target.dataset.owner === 'agent'
				? api('POST', path('/hand-over'), {})
				: api('PUT', path(), { on: true });
		request.catch(complain);
	});
}
