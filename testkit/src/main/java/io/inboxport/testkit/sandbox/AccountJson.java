package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.tag.Tag;
import java.util.function.Function;

/** Writes what the twin answers beside conversations, with the keys of the vendor's pages. */
final class AccountJson {
  private final ApiJson json;

  /** Writes times and references as this one does. */
  AccountJson(ApiJson json) {
    this.json = json;
  }

  ObjectNode tags(DirectoryPage<Tag> page) {
    return page(page, this::tagNode);
  }

  ObjectNode tag(Tag tag) {
    return one("Tag", tagNode(tag));
  }

  ObjectNode responses(DirectoryPage<CannedResponse> page) {
    return page(page, this::responseNode);
  }

  ObjectNode response(CannedResponse response) {
    return one("CannedResponse", responseNode(response));
  }

  ObjectNode users(DirectoryPage<AccountUser> page) {
    return page(page, user -> userNode(user).put("Role", user.role().text()));
  }

  /** Writes one user, whose role the vendor's page does not show. */
  ObjectNode user(AccountUser user) {
    return one("User", userNode(user).put("Status", "active"));
  }

  ObjectNode profiles(DirectoryPage<ConnectedProfile> page) {
    return page(page, this::profileNode);
  }

  ObjectNode profile(ConnectedProfile profile) {
    return one("Credential", profileNode(profile));
  }

  private static ObjectNode one(String key, ObjectNode value) {
    var body = ApiJson.done();
    body.set(key, value);
    return body;
  }

  private static <T> ObjectNode page(DirectoryPage<T> page, Function<T, ObjectNode> node) {
    var body = ApiJson.done();
    var items = body.putArray("Items");
    page.items().forEach(item -> items.add(node.apply(item)));
    // An item that the twin could not read is one that no client can read.
    page.unreadable()
        .forEach(broken -> items.insert(0, WrongTypes.of(SandboxJson.object().put("Id", ""))));
    var total = page.total();
    return body.put("Total", total.isPresent() ? (Long) total.getAsLong() : null);
  }

  private ObjectNode tagNode(Tag tag) {
    return SandboxJson.object().put("Id", tag.id().value()).put("Value", tag.name());
  }

  private ObjectNode responseNode(CannedResponse response) {
    var node =
        SandboxJson.object()
            .put("ID", response.id().value())
            .put("Name", response.name())
            .put("Content", response.content())
            .put("Visibility", response.visibility().text());
    node.set("Created", json.time(response.created().orElse(null)));
    response
        .createdBy()
        .ifPresent(
            user ->
                node.putObject("CreatedBy")
                    .put("Id", user.value())
                    .put("Name", user.value())
                    .put("Email", user.value() + "@example.com"));
    return node;
  }

  private ObjectNode userNode(AccountUser user) {
    var node =
        SandboxJson.object()
            .put("Id", user.id().value())
            .put("Name", user.name())
            .put("Email", user.email());
    node.set("LastLogin", json.time(user.lastLogin().orElse(null)));
    return node.put("Timezone", user.timeZone());
  }

  private ObjectNode profileNode(ConnectedProfile profile) {
    var node = SandboxJson.object().put("Id", profile.id().value());
    node.set("Created", json.time(profile.created().orElse(null)));
    return node.put("Name", profile.name())
        .put("DisplayName", profile.displayName())
        .put("Status", profile.status().text())
        .put("Network", profile.network().text())
        .put("NetworkUsername", profile.networkUsername());
  }
}
