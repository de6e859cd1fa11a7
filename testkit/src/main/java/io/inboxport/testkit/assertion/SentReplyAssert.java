package io.inboxport.testkit.assertion;

import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the replies of one text that were sent to one conversation. */
public final class SentReplyAssert extends AbstractAssert<SentReplyAssert, List<ReplyDraft>> {
  private final BackendAssert backend;
  private final ConversationId id;

  SentReplyAssert(BackendAssert backend, ConversationId id, List<ReplyDraft> sent) {
    super(sent, SentReplyAssert.class);
    this.backend = backend;
    this.id = id;
  }

  /** Checks that it was sent once. */
  public SentReplyAssert once() {
    return times(1);
  }

  /** Checks that it was sent as often as this. */
  public SentReplyAssert times(int times) {
    if (actual.size() != times) {
      throw failed("It should have been sent " + times(times, "") + ", and was" + wasSent());
    }
    return this;
  }

  /** Checks that each was to go out from this credential. */
  public SentReplyAssert from(CredentialId credential) {
    return each("from " + credential, d -> d.credential().map(credential::equals).orElse(false));
  }

  /** Checks that each was to stand under this public comment. */
  public SentReplyAssert under(CommentId comment) {
    return each("under " + comment, d -> d.parentComment().map(comment::equals).orElse(false));
  }

  /** Checks that each was to carry these media and no others, in this order. */
  public SentReplyAssert carrying(List<Map<String, String>> media) {
    return each("with " + media.size() + " given media", draft -> draft.media().equals(media));
  }

  /** Goes back to the assertions on the inbox. */
  public BackendAssert and() {
    return backend;
  }

  private SentReplyAssert each(String how, Predicate<ReplyDraft> condition) {
    if (!actual.stream().allMatch(condition)) {
      throw failed("It should have been sent " + how + ", and was not.");
    }
    return this;
  }

  private String wasSent() {
    return times(actual.size(), " ") + ".";
  }

  private static String times(int times, String before) {
    return before + (times == 1 ? "once" : times + " times");
  }

  private AssertionError failed(String what) {
    return backend.failed(id, "A reply to " + id + ": " + actual.get(0).message() + "\n" + what);
  }
}
