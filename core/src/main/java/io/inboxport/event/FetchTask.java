package io.inboxport.event;

import io.inboxport.conversation.ConversationId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Task to fetch a conversation, taken by one worker for a time.
 *
 * @param id the conversation
 * @param number the number of the task: it rises with each task of this conversation
 * @param marks how often the conversation was marked up to then
 * @param cause the strongest cause since it was told last
 * @param state the fingerprint of the conversation that was told last; null if none was, or if it
 *     was told to be gone
 */
public record FetchTask(
    ConversationId id, long number, long marks, FetchCause cause, @Nullable String state) {
  /** Creates a task. */
  public FetchTask {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(cause, "cause");
  }
}
