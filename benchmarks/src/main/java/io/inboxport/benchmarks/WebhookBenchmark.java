package io.inboxport.benchmarks;

import io.inboxport.webhook.WebhookReceiver;
import io.inboxport.webhook.WebhookResult;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Receiving a webhook of 2 KB, beside the JDK's own Mac over the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class WebhookBenchmark {
  private static final String SECRET = "a secret of the benchmark";
  private static final int SIZE = 2048;
  private static final int BODIES = 64;

  private final byte[][] bodies = new byte[BODIES][];
  private final List<Map<String, String>> headers = new ArrayList<>();
  private final WebhookReceiver receiver = WebhookReceiver.of(SECRET);
  private final Mac mac = newMac();
  private int next;

  private static Mac newMac() {
    try {
      var made = Mac.getInstance("HmacSHA1");
      made.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return made;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the bodies. */
  public WebhookBenchmark() {
    for (int i = 0; i < BODIES; i++) {
      bodies[i] = body(i).getBytes(StandardCharsets.UTF_8);
      var signature = HexFormat.of().formatHex(mac.doFinal(bodies[i]));
      headers.add(Map.of("X-Oktopost-Signature", signature));
    }
  }

  private static String body(int number) {
    var start =
        """
        {"event":"newDirectMessageOnInboxItem","timestamp":%d,"webhookId":"whk000000000001",\
        "data":{"Id":"eat%012d","ConversationId":"eit%012d","Created":"2025-03-10 14:22:00",\
        "Modified":"2025-03-10 14:25:00","Status":"open","Network":"Facebook",\
        "ItemType":"Conversation","AssigneeId":"00A000000000002","ProfileName":"Acme \\u00c9tudes",\
        "Tags":[{"Id":"etg000000000001","Name":"VIP"},{"Id":"etg000000000002","Name":"Billing"}],\
        "Author":{"Id":"42","Name":"Ana"},"Url":"https:\\/\\/example.com\\/m\\/%d","Content":"\
        """
            .formatted(1_741_616_520 + number, number, number, number);
    var text = "Where is my parcel? It was to come on Monday, and I was at home all day.\\n";
    var content = text.repeat(SIZE / text.length());
    int left = SIZE - start.length() - "\"}}".length();
    return start + content.substring(0, left).replaceAll("\\\\$", ".") + "\"}}";
  }

  /** Checks that a body has its size, and is accepted. */
  @Setup
  public void check() {
    if (bodies[0].length != SIZE || receive().httpStatus() != 200) {
      throw new IllegalStateException("The bodies are not as they are to be.");
    }
  }

  private int turn() {
    next = (next + 1) % BODIES;
    return next;
  }

  /** Verifies a body and reads its event. */
  @Benchmark
  public WebhookResult receive() {
    int turn = turn();
    return receiver.receive(bodies[turn], headers.get(turn)::get);
  }

  /** Signs it, and does nothing else. */
  @Benchmark
  public byte[] sign() {
    return mac.doFinal(bodies[turn()]);
  }
}
