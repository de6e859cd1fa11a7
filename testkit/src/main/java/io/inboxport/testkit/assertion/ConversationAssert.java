package io.inboxport.testkit.assertion;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.tag.Tag;
import io.inboxport.timeline.TimelineEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on one conversation of an inbox in memory, as it stands when each is made. */
public final class ConversationAssert extends AbstractAssert<ConversationAssert, ConversationId> {
  private final BackendAssert backend;
  private final InMemoryInboxGateway twin;

  ConversationAssert(BackendAssert backend, InMemoryInboxGateway twin, ConversationId id) {
    super(id, ConversationAssert.class);
    this.backend = backend;
    this.twin = twin;
  }

  /** Checks that it is open. */
  public ConversationAssert isOpen() {
    return hasStatus(Status.OPEN);
  }

  /** Checks that it is closed. */
  public ConversationAssert isClosed() {
    return hasStatus(Status.CLOSED);
  }

  /** Checks its status. */
  public ConversationAssert hasStatus(Status status) {
    var was = now().status();
    return check(was.equals(status), "be " + status, "is " + was);
  }

  /** Checks that it is assigned to this user. */
  public ConversationAssert isAssignedTo(UserId user) {
    return check(now().assignee().equals(Optional.of(user)), "be assigned to " + user, assigned());
  }

  /** Checks that it is assigned to no user. */
  public ConversationAssert isUnassigned() {
    return check(now().assignee().isEmpty(), "be assigned to nobody", assigned());
  }

  /** Checks that it has these tags and no others, in any order. */
  public ConversationAssert isTagged(String... names) {
    var was = tags();
    return check(
        was.equals(Arrays.stream(names).collect(Collectors.toSet())),
        "have the tags " + Arrays.toString(names),
        "has " + was);
  }

  /** Checks that it has no tags. */
  public ConversationAssert isUntagged() {
    return check(tags().isEmpty(), "have no tags", "has " + tags());
  }

  /** Checks that it has a note of this text. */
  public ConversationAssert hasNote(String text) {
    return check(notes().contains(text), "have the note \"" + text + "\"", "has not");
  }

  /** Checks that it has no notes. */
  public ConversationAssert hasNoNotes() {
    return check(notes().isEmpty(), "have no notes", "has some");
  }

  /** Checks that a Salesforce case was created for it, or updated. */
  public ConversationAssert hasCase() {
    return check(!twin.cases(actual).isEmpty(), "have a Salesforce case", "has none");
  }

  /** Checks that no Salesforce case was created for it. */
  public ConversationAssert hasNoCase() {
    return check(twin.cases(actual).isEmpty(), "have no Salesforce case", "has one");
  }

  /** Checks the texts of its timeline, oldest first. */
  public ConversationAssert hasTimeline(String... texts) {
    var was = twin.entries(actual).stream().map(TimelineEntry::content).toList();
    return check(
        was.equals(List.of(texts)),
        "have a timeline of these " + texts.length + " texts: " + Arrays.toString(texts),
        "has another");
  }

  /** Goes back to the assertions on the inbox. */
  public BackendAssert and() {
    return backend;
  }

  private Conversation now() {
    isNotNull();
    try {
      return twin.conversation(actual);
    } catch (IllegalArgumentException e) {
      throw backend.failed(actual, "There should be a conversation " + actual + ".");
    }
  }

  private String assigned() {
    return "is assigned to " + now().assignee().map(UserId::value).orElse("nobody");
  }

  private Set<String> tags() {
    return now().tags().orElse(List.of()).stream()
        .map(Tag::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> notes() {
    return twin.notes(now().id()).stream().map(TimelineEntry::content).toList();
  }

  private ConversationAssert check(boolean holds, String expected, String was) {
    if (!holds) {
      throw backend.failed(actual, actual + " should " + expected + ", and it " + was + ".");
    }
    return this;
  }
}
