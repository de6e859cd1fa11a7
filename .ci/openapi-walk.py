"""Walks over all operations with the Python client that was generated from docs/openapi.yaml.

Arguments: the folder of the client, and the URL of a sandbox with the demonstration inbox.
"""

import sys

sys.path.insert(0, sys.argv[1])

from openapi_client import ApiClient, ApiException, Configuration, InboxApi  # noqa: E402

ITEM = "eit000000000001"
api = InboxApi(ApiClient(Configuration(host=sys.argv[2], username="any", password="key")))

assert api.me().user.id == "00A000000000001"
page = api.list(network=["Facebook", "LinkedIn"], status=["open"], count=5).conversations
assert page.total >= len(page.items) > 0 and {item.network for item in page.items} <= {"Facebook", "LinkedIn"}
assert api.get(ITEM).conversation.id == ITEM
assert api.get(page.items[0].id).conversation.status == "open"
assert api.timeline(ITEM).timeline[0].content
assert api.set_status(ITEM, status="open").result
assert api.assign(ITEM, assignee_id="00A000000000002", note="100% sure & glad").assignment.assignee_id == "00A000000000002"
assert api.add_note(ITEM, note="Grüße").note.content == "Grüße"
assert [tag.name for tag in api.replace_tags(ITEM, tags=["VIP", "Support"]).tags] == ["VIP", "Support"]
assert [tag.name for tag in api.replace_tags(ITEM, tags=["a, b"]).tags] == ["a, b"]
assert api.reply(ITEM, message="Hello + welcome").result
assert api.create_case(ITEM, integration_id="sfint00000000001", case_description="Zelt").result
assert api.timeline(ITEM, last_loaded_id=api.timeline(ITEM).timeline[0].id).timeline
try:
    api.get("eit-no-such")
    raise AssertionError("a conversation that is not there was found")
except ApiException as e:
    assert e.status == 404
print("python: 10 operations")
