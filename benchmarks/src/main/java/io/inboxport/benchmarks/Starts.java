package io.inboxport.benchmarks;

import io.inboxport.Inbox;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.http.Credentials;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.testkit.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Objects;

/** Programs that end with their first answer, to be timed from outside. */
final class Starts {
  private Starts() {}

  /** Touches a {@link HashMap}. */
  static final class Nothing {
    public static void main(String[] args) {
      var map = new HashMap<String, String>();
      map.put("eit000000000001", "Hello?");
      System.out.println(map.get("eit000000000001"));
    }
  }

  /** Asks the twin. */
  static final class Twin {
    public static void main(String[] args) {
      var twin = InMemoryInboxGateway.create();
      twin.receive(InboundItem.directMessage().saying("Hello?"));
      System.out.println(Inbox.over(twin).list(ConversationQuery.open()).total().orElseThrow());
    }
  }

  /** Starts a sandbox, and another, and tells how many milliseconds each took. */
  static final class SandboxTwice {
    public static void main(String[] args) {
      long start = System.nanoTime();
      var first = Sandbox.start();
      long between = System.nanoTime();
      var second = Sandbox.start();
      long end = System.nanoTime();
      System.out.println((between - start) / 1e6 + " " + (end - between) / 1e6);
      first.close();
      second.close();
    }
  }

  /** Asks a server through Retrofit and Jackson. */
  static final class Bare {
    public static void main(String[] args) throws IOException {
      var one = BareApi.at(args[0]).get("eit000000000001").execute().body();
      System.out.println(Objects.requireNonNull(one).conversation().id());
      // What OkHttp leaves running would keep the process alive.
      System.exit(0);
    }
  }

  /** Asks a server through the adapter. */
  static final class Adapter {
    public static void main(String[] args) {
      var gateway =
          HttpInboxGateway.builder()
              .credentials(Credentials.of("001000000000001", "a key"))
              .baseUrl(URI.create(args[0]))
              .build();
      System.out.println(Inbox.over(gateway).get(ConversationId.of("eit000000000001")).id());
      System.exit(0);
    }
  }
}
