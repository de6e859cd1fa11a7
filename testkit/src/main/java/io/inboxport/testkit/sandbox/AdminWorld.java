package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.reply.CredentialId;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.util.function.Consumer;

/** Admin: what the account has, what comes in from outside, what was sent, and going back. */
final class AdminWorld {
  private AdminWorld() {}

  static void actions(SandboxState state, AdminActions admin) {
    var twin = state.twin();
    admin.on("POST", "items", input -> id(twin.receive(item(input)).value()));
    admin.on("POST", "activity", input -> activity(twin, input));
    admin.on("POST", "entries", input -> entry(twin, input));
    admin.on("POST", "edit-entry", input -> editEntry(twin, input));
    admin.on("POST", "delete-entry", input -> deleteEntry(twin, input));
    admin.on("POST", "delete-item", input -> deleteItem(twin, input));
    admin.on("POST", "users", input -> user(twin, input));
    admin.on("POST", "credentials", input -> credential(twin, input));
    admin.on("POST", "integrations", input -> integration(twin, input));
    admin.on("POST", "tags", input -> tag(twin, input));
    admin.on("POST", "sent", input -> sent(twin, input));
    admin.on("POST", "snapshot", input -> named(input, state::snapshot));
    admin.on("POST", "restore", input -> named(input, state::restore));
    admin.on(
        "POST",
        "reset",
        input -> {
          input.end();
          state.reset();
          return done();
        });
  }

  private static InboundItem item(AdminInput input) throws RequestRefusal {
    var type = input.text("type");
    var item = InboundItem.of(type == null ? ItemType.CONVERSATION : ItemType.of(type));
    var id = input.text("id");
    item = id == null ? item : item.withId(ConversationId.of(id));
    var network = input.text("network");
    item = network == null ? item : item.on(Network.of(network));
    var text = input.text("text");
    item = text == null ? item : item.saying(text);
    var profile = input.text("profile");
    item = profile == null ? item : item.receivedBy(profile);
    var assignee = input.text("assignee");
    item = assignee == null ? item : item.assignedTo(UserId.of(assignee));
    var status = input.text("status");
    item = status == null ? item : item.withStatus(Status.of(status));
    var at = input.instant("at");
    item = at == null ? item : item.at(at);
    item = item.tagged(input.texts("tags").stream().map(TagName::of).toArray(TagName[]::new));
    input.end();
    return item;
  }

  private static ObjectNode activity(InMemoryInboxGateway twin, AdminInput input)
      throws RequestRefusal {
    var item = ConversationId.of(input.requiredText("item"));
    var text = input.requiredText("text");
    var type = input.text("type");
    input.end();
    var entry =
        type == null ? twin.customerSays(item, text) : twin.happens(item, EntryType.of(type), text);
    return id(entry.value());
  }

  private static ObjectNode entry(InMemoryInboxGateway twin, AdminInput input)
      throws RequestRefusal {
    var item = ConversationId.of(input.requiredText("item"));
    var id = TimelineEntryId.of(input.requiredText("id"));
    var type = EntryType.of(input.requiredText("type"));
    var text = input.requiredText("text");
    var author = input.text("author");
    var at = input.instant("at");
    input.end();
    twin.addEntry(
        item,
        TimelineEntry.withId(id)
            .type(type)
            .content(text)
            .createdBy(author == null ? null : UserId.of(author))
            .created(at)
            .build());
    return id(id.value());
  }

  private static ObjectNode editEntry(InMemoryInboxGateway twin, AdminInput input)
      throws RequestRefusal {
    var item = ConversationId.of(input.requiredText("item"));
    var id = TimelineEntryId.of(input.requiredText("id"));
    var text = input.requiredText("text");
    input.end();
    twin.editEntry(item, id, text);
    return done();
  }

  private static ObjectNode deleteEntry(InMemoryInboxGateway twin, AdminInput input)
      throws RequestRefusal {
    var item = ConversationId.of(input.requiredText("item"));
    var id = TimelineEntryId.of(input.requiredText("id"));
    input.end();
    twin.deleteEntry(item, id);
    return done();
  }

  private static ObjectNode deleteItem(InMemoryInboxGateway twin, AdminInput input)
      throws RequestRefusal {
    var item = ConversationId.of(input.requiredText("item"));
    input.end();
    twin.deleteConversation(item);
    return done();
  }

  private static ObjectNode user(InMemoryInboxGateway twin, AdminInput input)
      throws RequestRefusal {
    var id = UserId.of(input.requiredText("id"));
    var name = input.requiredText("name");
    var email = input.requiredText("email");
    input.end();
    twin.addUser(id, name, email);
    return id(id.value());
  }

  private static ObjectNode credential(InMemoryInboxGateway twin, AdminInput input)
      throws RequestRefusal {
    var id = CredentialId.of(input.requiredText("id"));
    var network = Network.of(input.requiredText("network"));
    var status = input.text("status");
    var name = input.text("name");
    input.end();
    twin.addProfile(
        ConnectedProfile.withId(id)
            .network(network)
            .status(status == null ? ProfileStatus.VALID : ProfileStatus.of(status))
            .name(name == null ? "" : name)
            .build());
    return id(id.value());
  }

  private static ObjectNode integration(InMemoryInboxGateway twin, AdminInput input)
      throws RequestRefusal {
    var id = IntegrationId.of(input.requiredText("id"));
    input.end();
    twin.addIntegration(id);
    return id(id.value());
  }

  private static ObjectNode tag(InMemoryInboxGateway twin, AdminInput input) throws RequestRefusal {
    var name = TagName.of(input.requiredText("name"));
    input.end();
    return id(twin.addTag(name).id().value());
  }

  private static ObjectNode sent(InMemoryInboxGateway twin, AdminInput input)
      throws RequestRefusal {
    var item = ConversationId.of(input.requiredText("item"));
    input.end();
    var answer = SandboxJson.object();
    var replies = answer.putArray("replies");
    for (var reply : twin.replies(item)) {
      var node = replies.addObject().put("message", reply.message());
      reply.credential().ifPresent(id -> node.put("credential", id.value()));
      reply.parentComment().ifPresent(id -> node.put("parentComment", id.value()));
      node.set("media", SandboxJson.mapper().valueToTree(reply.media()));
    }
    var notes = answer.putArray("notes");
    for (var note : twin.notes(item)) {
      notes.addObject().put("id", note.id().value()).put("content", note.content());
    }
    var cases = answer.putArray("cases");
    for (var sent : twin.cases(item)) {
      var node = cases.addObject().put("integration", sent.integration().value());
      sent.owner().ifPresent(id -> node.put("owner", id.value()));
      sent.contact().ifPresent(id -> node.put("contact", id.value()));
      sent.description().ifPresent(text -> node.put("description", text));
    }
    return answer;
  }

  private static ObjectNode named(AdminInput input, Consumer<String> action) throws RequestRefusal {
    var name = input.requiredText("name");
    input.end();
    action.accept(name);
    return done();
  }

  private static ObjectNode id(String id) {
    return SandboxJson.object().put("id", id);
  }

  private static ObjectNode done() {
    return SandboxJson.object();
  }
}
