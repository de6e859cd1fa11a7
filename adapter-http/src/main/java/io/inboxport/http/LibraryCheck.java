package io.inboxport.http;

import com.fasterxml.jackson.core.json.PackageVersion;
import io.inboxport.call.InboxException;
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
   * @throws IllegalStateException when one is too old, with the versions that are needed
   */
  static synchronized void run(OkHttpClient client) {
    if (passed) {
      return;
    }
    try {
      rehearse(client, 200, "{\"Result\":true}");
      rehearse(client, 400, "{\"Result\":false,\"Errors\":[\"&lt;No&gt;\"]}");
      rehearse(client, 503, "<html>");
      passed = true;
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "The gateway cannot be built: a library on the class path is too old. There are"
              + (" jackson-core " + jackson() + " and OkHttp " + okHttp())
              + (". Use " + NEEDED + " or newer."),
          e);
    }
  }

  private static void rehearse(OkHttpClient client, int status, String body) {
    var who = new IdentifyingInterceptor(NOWHERE, OF_NO_ACCOUNT, "none", true);
    var clock = Clock.systemUTC();
    var derived = ClientFactory.derive(client, 1_000, OF_NO_ACCOUNT, who, new ServerClock(clock));
    derived.interceptors().removeAll(client.interceptors());
    derived.networkInterceptors().clear();
    derived.eventListener(EventListener.NONE);
    derived.addInterceptor(chain -> answer(chain, status, body));
    var api = ClientFactory.api(derived.build(), NOWHERE);
    var form = WriteForm.builder().id("status", "open").build();
    var write = new InboxWrite.SetStatus(ConversationId.of("none"), Status.OPEN);
    var exchange =
        ApiExchange.write(
            write, form, sending -> api.setStatus("none", form, sending), AnswerPayload::none);
    try {
      new CallAttempt<>(exchange, clock).run(Duration.ofMinutes(1));
    } catch (InboxException failure) {
      if (failure.getCause() instanceof LinkageError missing) {
        throw missing;
      }
    }
  }

  private static Response answer(Interceptor.Chain chain, int status, String body) {
    var sending = Objects.requireNonNull(chain.call().request().tag(SendState.class));
    sending.claimDeparture();
    sending.answered(status);
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .header("Date", "Thu, 01 Jan 1970 00:00:00 GMT")
        .header("Retry-After", "1")
        .body(ResponseBody.create(body, null))
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
