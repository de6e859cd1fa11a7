package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.EmptyTags;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.salesforce.SalesforceContactId;
import io.inboxport.salesforce.SalesforceUserId;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntryId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API: its parameters read, the twin called, the answer written.
 *
 * <p>What the twin checks is left to it, so that both backends refuse in the same words.
 */
record ApiCall(
    Operation operation, @Nullable ConversationId target, DecodedForm query, DecodedForm form) {

  ObjectNode on(InMemoryInboxGateway twin, ApiJson json) throws RequestRefusal {
    return switch (operation) {
      case ME -> json.identity(twin.me());
      case LIST -> json.page(twin.list(filters()));
      case GET -> json.withTags(twin.get(id()));
      case TIMELINE ->
          json.timeline(twin.timeline(id(), given(query, "last_loaded_id", TimelineEntryId::of)));
      case SET_STATUS -> {
        twin.setStatus(id(), Status.of(form.required("status")));
        yield ApiJson.done();
      }
      case ASSIGN ->
          json.assignment(
              twin.assign(id(), UserId.of(form.required("assignee_id")), form.text("note")));
      case ADD_NOTE -> json.note(twin.addNote(id(), form.required("note")));
      case REPLACE_TAGS -> {
        var cleared = emptyTags();
        yield json.tagged(
            cleared == null ? twin.replaceTags(id(), tagNames()) : twin.clearTags(id(), cleared));
      }
      case REPLY -> {
        twin.reply(id(), draft());
        yield ApiJson.done();
      }
      case CREATE_CASE -> {
        twin.createCase(id(), salesforceCase());
        yield ApiJson.done();
      }
      default ->
          new AccountCall(operation, target == null ? "" : target.value(), query, form)
              .on(twin.account(), new AccountJson(json));
    };
  }

  private ConversationId id() {
    return Objects.requireNonNull(target, "the route of this operation names a conversation");
  }

  private ConversationQuery filters() throws RequestRefusal {
    var filters =
        ConversationQuery.all()
            .ofType(values("type", ItemType::of).toArray(ItemType[]::new))
            .withStatus(values("status", Status::of).toArray(Status[]::new))
            .on(values("network", Network::of).toArray(Network[]::new))
            .assignedTo(values("assignee_id", UserId::of).toArray(UserId[]::new))
            .tagged(values("tag", TagName::of).toArray(TagName[]::new));
    var text = query.text("q");
    var found = text == null ? filters : filters.matching(text);
    var count = query.text("_count");
    return count == null ? found : found.atMost(pageSize(count));
  }

  private <T> List<T> values(String name, Function<String, T> value) throws RequestRefusal {
    var text = query.text(name);
    return text == null
        ? List.of()
        : Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(v -> !v.isEmpty())
            .map(value)
            .toList();
  }

  private static int pageSize(String text) throws RequestRefusal {
    try {
      int size = Integer.parseInt(text);
      if (size > 0) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new RequestRefusal(400, "Page size " + text + " is not valid.");
  }

  /** The way in which the form says "no tags", or null if it names some. */
  private @Nullable EmptyTags emptyTags() throws RequestRefusal {
    if (form.isEmptyText("tags")) {
      return EmptyTags.SCALAR;
    }
    return List.of("").equals(form.array("tags")) ? EmptyTags.ELEMENT : null;
  }

  private List<TagName> tagNames() throws RequestRefusal {
    var names = form.array("tags");
    if (names == null) {
      throw form.missing("tags");
    }
    return names.stream().map(TagName::of).toList();
  }

  private ReplyDraft draft() throws RequestRefusal {
    var draft = ReplyDraft.of(form.required("message"));
    var credential = given(form, "credential_id", CredentialId::of);
    draft = credential == null ? draft : draft.from(credential);
    var parent = given(form, "parent_comment_id", CommentId::of);
    draft = parent == null ? draft : draft.under(parent);
    for (var media : form.objects("media")) {
      draft = draft.attaching(media);
    }
    return draft;
  }

  private SalesforceCase salesforceCase() throws RequestRefusal {
    var made = SalesforceCase.through(IntegrationId.of(form.required("integration_id")));
    var owner = given(form, "case_owner", SalesforceUserId::of);
    made = owner == null ? made : made.ownedBy(owner);
    var contact = given(form, "contact_id", SalesforceContactId::of);
    made = contact == null ? made : made.about(contact);
    var description = given(form, "case_description", Function.identity());
    return description == null ? made : made.describedAs(description);
  }

  /** An optional parameter; an empty one is as good as none. */
  private static <T> @Nullable T given(DecodedForm from, String name, Function<String, T> value)
      throws RequestRefusal {
    var text = from.text(name);
    return text == null || text.isEmpty() ? null : value.apply(text);
  }
}
