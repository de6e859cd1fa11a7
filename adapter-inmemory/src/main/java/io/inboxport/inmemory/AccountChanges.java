package io.inboxport.inmemory;

import io.inboxport.call.AccountWrite;
import io.inboxport.call.InboxException;
import io.inboxport.conversation.Conversation;
import io.inboxport.directory.CannedResponse;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.text.TextLimit;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Changes of the state by writes to what stands beside conversations. */
final class AccountChanges {
  private AccountChanges() {}

  /**
   * Returns the state after the write.
   *
   * @throws InboxException when the server declines
   */
  static InboxState of(AccountWrite write, InboxState before, ServerBehavior behavior, Instant at) {
    var call =
        new ServerCall(write.subject(), before, behavior, at.truncatedTo(ChronoUnit.SECONDS));
    if (write instanceof AccountWrite.RenameTag rename) {
      return renameTag(call, rename);
    } else if (write instanceof AccountWrite.DeleteTag delete) {
      return deleteTag(call, delete);
    }
    return createResponse(call, (AccountWrite.CreateResponse) write);
  }

  private static InboxState renameTag(ServerCall call, AccountWrite.RenameTag write) {
    var before = AccountQueries.tag(call, write.tag());
    var name = write.name().value();
    call.checkLength("tag", name, TextLimit.TAG_NAME);
    var namesake = call.state().directory().tag(name, call.behavior().tagNames());
    if (namesake != null && !namesake.id().equals(before.id())) {
      throw call.rejected(409, "Tag already exists.");
    }
    var after = new Tag(before.id(), name);
    var directory = call.state().directory();
    return onEach(
        call.state().with(directory.with(directory.tags().renamed(before, after))),
        before.id(),
        tags -> tags.stream().map(tag -> tag.id().equals(after.id()) ? after : tag).toList());
  }

  private static InboxState deleteTag(ServerCall call, AccountWrite.DeleteTag write) {
    var tag = AccountQueries.tag(call, write.tag());
    var directory = call.state().directory();
    return onEach(
            call.state(),
            tag.id(),
            tags -> tags.stream().filter(other -> !other.id().equals(tag.id())).toList())
        .with(directory.with(directory.tags().without(tag)));
  }

  /** Returns the state in which each conversation that has the tag has other tags. */
  private static InboxState onEach(InboxState before, TagId id, UnaryOperator<List<Tag>> change) {
    var state = before;
    for (var item : before.tagged(id)) {
      Conversation conversation = item.conversation();
      var tags = change.apply(conversation.tags().orElse(List.of()));
      state = state.with(item.with(conversation.toBuilder().tags(tags).build()));
    }
    return state;
  }

  private static InboxState createResponse(ServerCall call, AccountWrite.CreateResponse write) {
    var draft = write.draft();
    call.checkLength("name", draft.name(), TextLimit.RESPONSE_NAME);
    call.checkLength("content", draft.content(), TextLimit.RESPONSE_CONTENT);
    var directory = call.state().directory();
    if (directory.responses().values().anyMatch(other -> other.name().equals(draft.name()))) {
      throw call.rejected(409, "Name already exists.");
    }
    long number = directory.responses().everCame() + 1L;
    while (directory.responses().contains(IssuedIds.responseId(number))) {
      number++;
    }
    var response =
        CannedResponse.withId(IssuedIds.responseId(number))
            .name(draft.name())
            .content(draft.content())
            .visibility(draft.visibility())
            .created(call.now())
            .createdBy(AccountIdentity.CALLER)
            .build();
    return call.state().with(directory.with(response));
  }

  /** Returns the response of this name, which was just created. */
  static CannedResponse created(InboxState state, AccountWrite.CreateResponse write) {
    return Objects.requireNonNull(
        state
            .directory()
            .responses()
            .values()
            .filter(response -> response.name().equals(write.draft().name()))
            .findFirst()
            .orElse(null));
  }
}
