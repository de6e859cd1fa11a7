package io.inboxport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.ConversationId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tests that a closed gateway leaves nothing behind. */
class ClosingTest {
  /** Prints how many connections are open before and after, and which threads are not daemons. */
  static final class Embedder {
    private Embedder() {}

    public static void main(String[] args) {
      var pool = SharedClient.acquire().connectionPool();
      var settings =
          HttpInboxGateway.builder()
              .credentials(Credentials.of("0011", "key"))
              .baseUrl(URI.create(args[0]));
      try (var first = settings.build();
          var second = settings.build()) {
        first.get(ConversationId.of("eit1"));
        second.get(ConversationId.of("eit1"));
      }
      System.out.println("open: " + pool.connectionCount());
      SharedClient.release();
      System.out.println("closed: " + pool.connectionCount());
      Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> !thread.isDaemon() && !thread.equals(Thread.currentThread()))
          .map(Thread::getName)
          .filter(name -> !name.equals("DestroyJavaVM"))
          .forEach(name -> System.out.println("thread: " + name));
      System.out.println("end");
    }
  }

  @Test
  void the_last_gateway_takes_the_connections_along_and_the_process_ends() throws Exception {
    try (var server = new ScriptedServer()) {
      server.answers(Specimen.GET.answer()).answers(Specimen.GET.answer());
      var process = embedder(server.itself().url("/v2").toString());
      try (var output = process.inputReader(UTF_8)) {
        var lines = output.lines().toList();
        var endedAt = System.nanoTime();

        assertThat(lines).containsExactly("open: 1", "closed: 0", "end");
        // Idle threads of OkHttp would hold the process for 60 seconds.
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - endedAt)).isLessThan(Duration.ofSeconds(5));
        assertThat(process.exitValue()).isZero();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static Process embedder(String url) throws IOException {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classPath,
            Embedder.class.getName(),
            url)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
