#!/usr/bin/env bash
# pywa: the status "failed" does not arrive, of all statuses.
#
# Expected: on_message_status hears of every status; the library has a field for the error of a failed one.
# Happens:  the customer is read from `contacts`, which Meta leaves out of failed statuses. The KeyError is logged,
#           the delivery is answered "ok", 200, and no handler runs. "delivered" and "read" arrive.
# Bites:    whoever counts a message as sent until a status says otherwise: 131047 (window closed), 131026 (cannot be
#           reached) and 131050 (has stopped marketing) come only this way, and the next marketing message goes out.
# Source:   Meta, Cloud API status webhooks, read 2026-10-02: `contacts` is absent when the status is failed.
#           Near it: pywa issues 188 and 227 (contacts without profile, without user_id), both fixed before 4.5.0.
# Needs:    bash, Python 3.10 or newer with venv. Seen 2026-11-30 with pywa 4.5.0. No network but PyPI.
set -euo pipefail
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "needs Python 3.10 or newer, found $(python3 --version)" >&2; exit 2; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pywa==4.5.0 >/dev/null 2>&1 || { echo 'pip could not install pywa 4.5.0' >&2; exit 2; }

cat > try.py <<'PY'
import json
import logging

from pywa import WhatsApp, types

logged = []


class Log(logging.Handler):
    def emit(self, record):
        if record.exc_info:
            logged.append(repr(record.exc_info[1]))


logging.getLogger("pywa").addHandler(Log())
logging.getLogger("pywa").propagate = False

seen = []
client = WhatsApp(phone_id="100000000000001", token="token", server=None, validate_updates=False)


@client.on_message_status
def heard(_: WhatsApp, status: types.MessageStatus):
    seen.append(status.status.name)


def deliver(status, **value):
    value = {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "15550100", "phone_number_id": "100000000000001"},
        "statuses": [{"id": "wamid.1", "timestamp": "1796040000", "recipient_id": "5215555550101", **status}],
        **value,
    }
    changes = [{"field": "messages", "value": value}]
    body = {"object": "whatsapp_business_account", "entry": [{"id": "200000000000001", "changes": changes}]}
    return client.webhook_update_handler(json.dumps(body).encode())


error = {
    "code": 131050,
    "title": "User has stopped marketing messages",
    "message": "User has stopped marketing messages",
    "error_data": {"details": "The recipient does not want marketing messages."},
    "href": "/docs/whatsapp/cloud-api/support/error-codes/",
}
contacts = [{"wa_id": "5215555550101", "user_id": "MX.101"}]
answers = [deliver({"status": "delivered"}, contacts=contacts), deliver({"status": "failed", "errors": [error]})]

print("pywa 4.5.0, a status delivered and a status failed")
print("answered:", answers)
print("handlers heard:", seen)
print("logged:", logged)
assert answers == [("ok", 200), ("ok", 200)], answers
assert seen == ["DELIVERED"], seen
assert logged == ["KeyError('contacts')"], logged
PY
venv/bin/python try.py 2>&1 | sed "s#$PWD/##g"
