package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.account.Identity;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ItemType;
import io.inboxport.tag.Tag;
import io.inboxport.testkit.sandbox.Dialect.EmptyPageForm;
import io.inboxport.testkit.sandbox.Dialect.ReferenceForm;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelinePage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what the twin answers, with the keys and types of the vendor's page. */
final class ApiJson {
  /** The vendor's way to say that there is no such time. */
  private static final String ZERO_DATE = "0000-00-00 00:00:00";

  private final Dialect dialect;

  ApiJson(Dialect dialect) {
    this.dialect = dialect;
  }

  static ObjectNode done() {
    return SandboxJson.object().put("Result", true);
  }

  ObjectNode page(ConversationPage page) {
    var body = done();
    var total = page.total();
    if (dialect.emptyPages() == EmptyPageForm.LIST && total.orElse(1) == 0) {
      body.putArray("Conversations");
      return body;
    }
    var items =
        body.putObject("Conversations")
            .put("Total", total.isPresent() ? (Long) total.getAsLong() : null)
            .putArray("Items");
    page.items().forEach(item -> items.add(conversation(item)));
    // An item that the twin could not read is one that no client can read.
    page.unreadable().forEach(broken -> items.insert(0, WrongTypes.of(anItem())));
    return body;
  }

  ObjectNode withTags(Conversation conversation) {
    var body = done();
    var item = conversation(conversation);
    item.set("Tags", tags(conversation.tags().orElse(List.of())));
    body.set("Conversation", item);
    return body;
  }

  ObjectNode timeline(TimelinePage page) {
    var body = done();
    var entries = body.putArray("Timeline");
    page.entries().forEach(entry -> entries.add(entry(entry)));
    page.unreadable().forEach(broken -> entries.insert(0, WrongTypes.of(anItem())));
    return body;
  }

  ObjectNode note(TimelineEntry entry) {
    var body = done();
    body.set("Note", entry(entry));
    return body;
  }

  ObjectNode assignment(Assignment assignment) {
    var body = done();
    body.putObject("Assignment")
        .put("ItemId", assignment.conversation().value())
        .set("AssigneeId", reference(assignment.assignee().value()));
    return body;
  }

  ObjectNode tagged(List<Tag> tags) {
    var body = done();
    body.set("Tags", tags(tags));
    return body;
  }

  ObjectNode identity(Identity identity) {
    var body = done();
    var user = body.putObject("User").put("Id", identity.user().value());
    user.put("Name", identity.userName()).put("Email", identity.email());
    user.set("LastLogin", time(identity.lastLogin().orElse(null)));
    body.putObject("Account")
        .put("Id", identity.account().value())
        .put("Name", identity.accountName());
    return body;
  }

  private ObjectNode conversation(Conversation conversation) {
    var item = SandboxJson.object().put("Id", conversation.id().value());
    item.set("Created", time(conversation.created().orElse(null)));
    item.set("Modified", time(conversation.modified().orElse(null)));
    item.put("Status", conversation.status().text());
    item.put("Network", conversation.network().text());
    item.put("ItemType", spelled(conversation.itemType()));
    var assignee = conversation.assignee();
    if (assignee.isPresent()) {
      item.set("AssigneeId", reference(assignee.get().value()));
    } else {
      switch (dialect.noAssignee()) {
        case NULL -> item.putNull("AssigneeId");
        case EMPTY -> item.put("AssigneeId", "");
        case ABSENT -> {}
        case ZERO -> item.put("AssigneeId", "0");
      }
    }
    return item.set("ProfileName", reference(conversation.profileName()));
  }

  private String spelled(ItemType type) {
    return switch (dialect.itemTypes()) {
      case AS_RECEIVED -> type.text();
      case LOWER_CASE -> type.text().toLowerCase(Locale.ROOT);
      case UPPER_CASE -> type.text().toUpperCase(Locale.ROOT);
    };
  }

  JsonNode time(@Nullable Instant time) {
    var json = JsonNodeFactory.instance;
    if (time == null) {
      return json.textNode(ZERO_DATE);
    }
    return switch (dialect.timestamps()) {
      case TEXT -> json.textNode(WireTime.vendor(time));
      case EPOCH_NUMBER -> json.numberNode(time.getEpochSecond());
      case EPOCH_TEXT -> json.textNode(Long.toString(time.getEpochSecond()));
      case DATE_OBJECT ->
          SandboxJson.object()
              .put("date", WireTime.vendor(time) + ".000000")
              .put("timezone_type", 3)
              .put("timezone", "UTC");
    };
  }

  /** A user or a profile; what its id or its name is stands for both. */
  private JsonNode reference(String value) {
    return dialect.references() == ReferenceForm.OBJECT
        ? SandboxJson.object().put("Id", value).put("Name", value)
        : JsonNodeFactory.instance.textNode(value);
  }

  private ObjectNode entry(TimelineEntry entry) {
    var node = SandboxJson.object().put("Id", entry.id().value()).put("Type", entry.type().text());
    node.set("Created", time(entry.created().orElse(null)));
    node.put("Content", entry.content());
    // Only what a user of the account made tells who made it.
    entry.createdBy().ifPresent(user -> node.set("CreatedBy", reference(user.value())));
    return node;
  }

  private static ArrayNode tags(List<Tag> tags) {
    var array = SandboxJson.array();
    tags.forEach(tag -> array.addObject().put("Id", tag.id().value()).put("Name", tag.name()));
    return array;
  }

  private static ObjectNode anItem() {
    return SandboxJson.object().put("Id", "").put("Created", "").put("Status", "");
  }
}
