package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.FiredFault;
import io.inboxport.testkit.http.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Failure of the twin, as what it stands for on the wire.
 *
 * @param met the fault of the twin that the call met, or null if it met none
 */
record TwinFailure(InboxException thrown, @Nullable FiredFault met) {
  private static final Set<Fault> ACCIDENTS =
      Set.of(Fault.unheard(), Fault.lost(), Fault.garbled());
  private static final Set<Fault> OF_ANOTHER =
      Set.of(Fault.anotherConversation(), Fault.anotherUser());

  /** Returns whether the call took effect before it failed. */
  boolean executed() {
    return met != null && met.executed();
  }

  private boolean lostOnTheWay() {
    return thrown.kind() == InboxException.Kind.OUTCOME_UNKNOWN
        || (met != null && ACCIDENTS.contains(met.fault()));
  }

  private boolean isAnswerOfAnother() {
    return met != null && OF_ANOTHER.contains(met.fault());
  }

  HttpAnswer answer(Dialect dialect, Instant now) {
    if (isAnswerOfAnother()) {
      return new AnswerWriter(dialect).executed(answerOfAnother(new ApiJson(dialect)));
    }
    if (lostOnTheWay()) {
      return accident(dialect);
    }
    if (thrown instanceof InboxException.NotFound) {
      return ApiErrors.answer(404, "Not found.", dialect);
    }
    if (thrown instanceof InboxException.AuthenticationFailed) {
      return ApiErrors.answer(401, "Authentication failed.", dialect);
    }
    if (thrown instanceof InboxException.PermissionDenied) {
      return ApiErrors.answer(403, "Permission denied.", dialect);
    }
    if (thrown instanceof InboxException.Rejected rejected) {
      return ApiErrors.answer(rejected.status(), rejected.serverMessage(), dialect);
    }
    if (thrown instanceof InboxException.RateLimited limited) {
      return ApiErrors.answer(429, "Too many calls.", dialect)
          .with("Retry-After", ApiErrors.retryAfter(Duration.between(now, limited.retryAt())));
    }
    // A write that "never left" is one that the server says it did not take: 421, by its
    // definition in HTTP, may be repeated. A 503 would leave open whether it was executed.
    int status = thrown.operation().isWrite() ? 421 : 503;
    return ApiErrors.answer(status, "Unavailable.", dialect);
  }

  private HttpAnswer accident(Dialect dialect) {
    boolean garbled = met != null && Fault.garbled().equals(met.fault());
    var fault = WireFault.of(garbled ? WireFault.Kind.TRUNCATED_JSON : WireFault.Kind.EMPTY_REPLY);
    var unheard = new AnswerWriter(dialect).executed(ApiJson.done());
    return new WireAccident(fault, dialect).instead(unheard);
  }

  private ObjectNode answerOfAnother(ApiJson json) {
    var asked = thrown.conversation().orElseThrow();
    var other = ConversationId.of(another(asked.value()));
    if (thrown instanceof OutcomeUnknown unknown
        && unknown.write() instanceof InboxWrite.Assign assign) {
      var user = assign.assignee();
      return json.assignment(
          Fault.anotherUser().equals(Objects.requireNonNull(met).fault())
              ? new Assignment(asked, UserId.of(another(user.value())))
              : new Assignment(other, user));
    }
    return json.withTags(
        Conversation.withId(other)
            .status(Status.OPEN)
            .network(Network.FACEBOOK)
            .itemType(ItemType.CONVERSATION)
            .tags(List.of())
            .build());
  }

  /** Returns an id that differs in its last character. */
  private static String another(String id) {
    return id.substring(0, id.length() - 1) + (id.endsWith("1") ? "2" : "1");
  }
}
