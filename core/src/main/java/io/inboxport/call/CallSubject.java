package io.inboxport.call;

import io.inboxport.conversation.ConversationId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Subject of a call: the operation, and the id of what it is about. Errors name it. Immutable and
 * thread-safe.
 */
public final class CallSubject {
  private final Operation operation;
  private final @Nullable ConversationId conversation;
  private final @Nullable String id;

  private CallSubject(
      Operation operation, @Nullable ConversationId conversation, @Nullable String id) {
    this.operation = Objects.requireNonNull(operation, "operation");
    this.conversation = conversation;
    this.id = id;
  }

  /** Returns the subject of a call that is about a list, or about the caller. */
  public static CallSubject of(Operation operation) {
    return new CallSubject(operation, null, null);
  }

  /**
   * Returns the subject of a call about a conversation.
   *
   * @param conversation the conversation, or null if the call is about none
   */
  public static CallSubject of(Operation operation, @Nullable ConversationId conversation) {
    return new CallSubject(
        operation, conversation, conversation == null ? null : conversation.value());
  }

  /**
   * Returns the subject of a call about a tag, a canned response, a user or a credential.
   *
   * @param id the id as it stands
   */
  public static CallSubject ofAccount(Operation operation, String id) {
    return new CallSubject(operation, null, Objects.requireNonNull(id, "id"));
  }

  /** Returns the operation. */
  public Operation operation() {
    return operation;
  }

  /** Returns the conversation; empty if the call is about something else. */
  public Optional<ConversationId> conversation() {
    return Optional.ofNullable(conversation);
  }

  /** Returns the id of what the call is about, as text; empty for a list and the start-up check. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallSubject that
        && operation == that.operation
        && Objects.equals(conversation, that.conversation)
        && Objects.equals(id, that.id);
  }

  @Override
  public int hashCode() {
    return Objects.hash(operation, conversation, id);
  }

  /** Returns the call in words: {@code Get tag etg000000000001}. */
  @Override
  public String toString() {
    return id == null ? operation.label() : operation.label() + " " + id;
  }
}
