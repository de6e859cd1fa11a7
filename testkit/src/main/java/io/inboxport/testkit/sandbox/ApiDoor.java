package io.inboxport.testkit.sandbox;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API's door: who may come in, what is called, and what goes out instead of an answer. */
final class ApiDoor {
  private final InMemoryInboxGateway twin;
  private final Clock clock;
  private final BasicAuth auth;
  private final CallCounter calls;
  private final WireFaultPlan faults;
  private final ReceivedRequests received;
  private volatile Dialect dialect = Dialect.documented();

  ApiDoor(InMemoryInboxGateway twin, Clock clock, BasicAuth auth) {
    this.twin = twin;
    this.clock = clock;
    this.auth = auth;
    this.calls = new CallCounter(clock);
    this.faults = new WireFaultPlan(clock);
    this.received = new ReceivedRequests();
  }

  Dialect dialect() {
    return dialect;
  }

  void speak(Dialect newDialect) {
    dialect = newDialect;
  }

  CallCounter calls() {
    return calls;
  }

  WireFaultPlan faults() {
    return faults;
  }

  ReceivedRequests received() {
    return received;
  }

  /** Answer to a request, and the note of it. */
  record Answered(HttpAnswer answer, ReceivedRequest received) {}

  Answered answer(HttpRequest request) {
    return new Exchange(request).run();
  }

  /** One request on its way. */
  private final class Exchange {
    private final HttpRequest request;
    private final Instant at = clock.instant();
    private final Dialect spoken = dialect;
    private @Nullable Operation operation;
    private Map<String, List<String>> query = Map.of();
    private Map<String, List<String>> form = Map.of();
    private boolean executed;

    private Exchange(HttpRequest request) {
      this.request = request;
    }

    private Answered run() {
      HttpAnswer answer;
      try {
        answer = admitted();
      } catch (RequestRefusal e) {
        answer = error(e.status(), e.words());
      }
      var note =
          new ReceivedRequest(
              at,
              request.method(),
              request.path(),
              operation,
              query,
              form,
              executed,
              answer.delivery().sendsAnAnswer() ? answer.status() : 0);
      received.add(note);
      return new Answered(answer, note);
    }

    private HttpAnswer admitted() throws RequestRefusal {
      var user = auth.user(request.header("Authorization"));
      if (user == null) {
        return error(401, "Authentication failed.")
            .with("WWW-Authenticate", "Basic realm=\"Oktopost\"");
      }
      var wait = calls.refuse(user);
      if (wait.isPresent()) {
        var answer = error(429, "Too many calls.");
        return calls.limits().tellsRetryAfter()
            ? answer.with("Retry-After", ApiErrors.retryAfter(wait.get()))
            : answer;
      }
      var route = ApiRoute.of(request.path());
      if (route == null) {
        return ApiErrors.answer(
            404, "", spoken.toBuilder().errors(Dialect.ErrorShape.EMPTY_LIST).build());
      }
      operation = route.operation(request.method());
      if (operation == null) {
        return error(405, "Method not allowed.").with("Allow", route.allowed());
      }
      return called(operation, route.id());
    }

    private HttpAnswer called(Operation operation, @Nullable ConversationId id)
        throws RequestRefusal {
      var decodedQuery = DecodedForm.decode(request.query());
      query = decodedQuery.fields();
      var decodedForm = DecodedForm.of(request);
      form = decodedForm.fields();
      var call = new ApiCall(operation, id, decodedQuery, decodedForm);
      var fault = faults.meet(operation);
      if (fault == null) {
        return executed(call);
      }
      var answer = fault.executes() ? executed(call) : error(503, "Not executed.");
      return new WireAccident(fault, spoken).instead(answer);
    }

    private HttpAnswer executed(ApiCall call) throws RequestRefusal {
      try {
        var answer = call.on(twin, new ApiJson(spoken));
        executed = true;
        return new AnswerWriter(spoken).executed(answer);
      } catch (IllegalArgumentException e) {
        // A value that no call can carry; its message says what is wrong without quoting texts.
        throw new RequestRefusal(400, String.valueOf(e.getMessage()));
      } catch (InboxException e) {
        var failure = new TwinFailure(e, twin.faults().behind(e).orElse(null));
        executed = failure.executed();
        return failure.answer(spoken, clock.instant());
      }
    }

    private HttpAnswer error(int status, String words) {
      return ApiErrors.answer(status, words, spoken);
    }
  }
}
