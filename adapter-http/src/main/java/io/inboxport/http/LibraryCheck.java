package io.inboxport.http;

import com.fasterxml.jackson.core.json.PackageVersion;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Rehearsal of an answer's way back, once in a process, without a network.
 *
 * <p>A library that is too old fails only when the part it lacks is reached: behind a write that
 * the server has executed. The rehearsal reaches these parts before anything is sent.
 */
final class LibraryCheck {
  private static final String NEEDED = "jackson-core 2.15 and OkHttp 4.12";
  private static final HttpUrl NOWHERE = HttpUrl.get("http://127.0.0.1/");
  private static final Credentials OF_NO_ACCOUNT = Credentials.of("none", "none");

  private static boolean passed;

  private LibraryCheck() {}

  /**
   * Checks the libraries on the class path, with this client.
   *
   * @throws IllegalStateException when one is too old, with the versions that are needed; or when
   *     an answer does not end as it has to
   */
  static synchronized void run(OkHttpClient client) {
    if (passed) {
      return;
    }
    try {
      for (var rehearsal : Rehearsal.values()) {
        check(client, rehearsal, chain -> answer(chain, rehearsal));
      }
      passed = true;
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "The gateway cannot be built: a library on the class path is too old. There are"
              + (" jackson-core " + jackson() + " and OkHttp " + okHttp())
              + (". Use " + NEEDED + " or newer."),
          e);
    }
  }

  /**
   * Checks that an answer ends as it has to.
   *
   * @param answering answers in place of the server
   * @throws IllegalStateException when it ends as anything else
   */
  static void check(OkHttpClient client, Rehearsal rehearsal, Interceptor answering) {
    var end = rehearse(client, answering);
    if (!rehearsal.isRight(end)) {
      throw new IllegalStateException(
          "The gateway cannot be built: on the way back through the libraries, an answer of "
              + rehearsal.status
              + (" did not end as it has to, but as " + (end == null ? "success" : end.kind()))
              + (". There are jackson-core " + jackson() + " and OkHttp " + okHttp())
              + (". Use " + NEEDED + " or newer, and nothing that replaces their classes."),
          end);
    }
  }

  /** Returns what the call ends in; null for success. */
  private static @Nullable InboxException rehearse(OkHttpClient client, Interceptor answering) {
    var who = new IdentifyingInterceptor(NOWHERE, OF_NO_ACCOUNT, "none", true);
    var clock = Clock.systemUTC();
    var derived = ClientFactory.derive(client, 1_000, OF_NO_ACCOUNT, who, new ServerClock(clock));
    derived.interceptors().removeAll(client.interceptors());
    derived.networkInterceptors().clear();
    derived.eventListener(EventListener.NONE);
    derived.addInterceptor(answering);
    var api = ClientFactory.api(derived.build(), NOWHERE);
    var form = WriteForm.builder().id("status", "open").build();
    var write = new InboxWrite.SetStatus(ConversationId.of("none"), Status.OPEN);
    var exchange =
        ApiExchange.write(
            write, form, sending -> api.setStatus("none", form, sending), AnswerPayload::none);
    try {
      new CallAttempt<>(exchange, clock).run(Duration.ofMinutes(1));
      return null;
    } catch (InboxException failure) {
      if (failure.getCause() instanceof LinkageError missing) {
        throw missing;
      }
      return failure;
    }
  }

  /** Answers that a server gives, each with the only end that a call has by it. */
  enum Rehearsal {
    DONE(200, "{\"Result\":true}"),
    REFUSED(400, "{\"Result\":false,\"Errors\":[\"&lt;No&gt;\"]}"),
    BROKEN(503, "<html>");

    private final int status;
    private final String body;

    Rehearsal(int status, String body) {
      this.status = status;
      this.body = body;
    }

    private boolean isRight(@Nullable InboxException end) {
      return switch (this) {
        case DONE -> end == null;
        case REFUSED -> end instanceof Rejected && end.serverMessage().equals("<No>");
        case BROKEN -> end instanceof OutcomeUnknown && end.getCause() == null;
      };
    }
  }

  /** Answers as the server does, whatever was asked. */
  static Response answer(Interceptor.Chain chain, Rehearsal rehearsal) {
    var sending = Objects.requireNonNull(chain.call().request().tag(SendState.class));
    sending.claimDeparture();
    sending.answered(rehearsal.status);
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(rehearsal.status)
        .message("")
        .header("Date", "Thu, 01 Jan 1970 00:00:00 GMT")
        .header("Retry-After", "1")
        .body(ResponseBody.create(rehearsal.body, null))
        .build();
  }

  private static String jackson() {
    try {
      return PackageVersion.VERSION.toString();
    } catch (LinkageError e) {
      return "of an unknown version";
    }
  }

  private static String okHttp() {
    try {
      // Not as a constant: the compiler would write down the version that it knows.
      return String.valueOf(Class.forName("okhttp3.OkHttp").getField("VERSION").get(null));
    } catch (ReflectiveOperationException | LinkageError e) {
      return "before 4.7";
    }
  }
}
