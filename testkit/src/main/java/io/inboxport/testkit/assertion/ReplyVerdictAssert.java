package io.inboxport.testkit.assertion;

import io.inboxport.reply.ReplyContent;
import io.inboxport.reply.ReplyReason;
import io.inboxport.reply.ReplyVerdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the verdict about a reply. */
public final class ReplyVerdictAssert extends AbstractAssert<ReplyVerdictAssert, ReplyVerdict> {
  ReplyVerdictAssert(ReplyVerdict verdict) {
    super(verdict, ReplyVerdictAssert.class);
  }

  /** Checks that the reply is known to be allowed. */
  public ReplyVerdictAssert isAllowed() {
    isNotNull();
    return check(actual.isAllowed(), "be allowed");
  }

  /** Checks that the reply is refused. */
  public ReplyVerdictAssert isRefused() {
    isNotNull();
    return check(actual.isRefused(), "be refused");
  }

  /** Checks that the decision is left to the server. */
  public ReplyVerdictAssert isUndetermined() {
    isNotNull();
    return check(actual instanceof ReplyVerdict.Undetermined, "be left to the server");
  }

  /** Checks that the reply is refused, and that this is among the reasons. */
  public ReplyVerdictAssert isRefusedFor(ReplyReason reason) {
    isRefused();
    return check(actual.reasons().contains(reason), "be refused for: " + reason.describe());
  }

  /** Checks that the reply is refused, and that a reason of this kind is among the reasons. */
  public ReplyVerdictAssert isRefusedFor(Class<? extends ReplyReason> kind) {
    isRefused();
    return check(
        actual.reasons().stream().anyMatch(kind::isInstance),
        "be refused for " + kind.getSimpleName());
  }

  /** Checks that the reply is refused for one reason, and that it is of this kind. */
  public ReplyVerdictAssert isRefusedOnlyFor(Class<? extends ReplyReason> kind) {
    isRefusedFor(kind);
    return check(actual.reasons().size() == 1, "be refused only for " + kind.getSimpleName());
  }

  /** Checks that exactly this content is left out, as the draft asked. */
  public ReplyVerdictAssert drops(ReplyContent... content) {
    isNotNull();
    return check(actual.dropped().equals(Set.of(content)), "drop " + List.of(content));
  }

  /** Checks that the network is known to take less than the length of the reply. */
  public ReplyVerdictAssert advisesToShorten() {
    isNotNull();
    return check(!actual.advice().isEmpty(), "be longer than its network takes");
  }

  /** Checks that there is no advice. */
  public ReplyVerdictAssert hasNoAdvice() {
    isNotNull();
    return check(actual.advice().isEmpty(), "be no longer than its network takes");
  }

  private ReplyVerdictAssert check(boolean holds, String expected) {
    if (!holds) {
      throw failure("The reply should %s, and is %s.", expected, described());
    }
    return this;
  }

  private String described() {
    if (actual.isAllowed()) {
      return actual.dropped().isEmpty() ? "allowed" : "allowed without " + actual.dropped();
    }
    var reasons =
        actual.reasons().stream()
            .map(reason -> reason.getClass().getSimpleName() + ": " + reason.describe())
            .collect(Collectors.joining("\n  "));
    return (actual.isRefused() ? "refused:\n  " : "left to the server:\n  ") + reasons;
  }
}
