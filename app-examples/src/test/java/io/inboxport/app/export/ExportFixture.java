package io.inboxport.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.testkit.fixtures.DemoInbox;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An export of a twin into a file, whose calls are noted and which can be killed. */
abstract class ExportFixture {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final InMemoryInboxGateway twin = DemoInbox.create();

  /** The inbox to export: the twin, or a front of it. */
  InboxGateway source = twin;

  final List<String> calls = new ArrayList<>();
  final List<Instant> waits = new ArrayList<>();
  final List<String> missing = new ArrayList<>();
  final List<String> progress = new ArrayList<>();
  boolean watching;
  int callsLeft = Integer.MAX_VALUE;
  Path file = Path.of("set before each test");

  @BeforeEach
  void choose(@TempDir Path folder) {
    file = folder.resolve("inbox.jsonl");
  }

  InboxExport.Summary export(int count) throws IOException {
    return newExport(count).run(file, "demo");
  }

  InboxExport newExport(int count) {
    var clock = Clock.fixed(DemoInbox.NOW, ZoneOffset.UTC);
    return new InboxExport(new PatientGateway(watched(), clock, waits::add), new Watcher(), count);
  }

  private InboxGateway watched() {
    return (InboxGateway)
        Proxy.newProxyInstance(
            InboxGateway.class.getClassLoader(),
            new Class<?>[] {InboxGateway.class},
            (proxy, method, arguments) -> {
              if (callsLeft-- == 0) {
                throw new Killed();
              }
              calls.add(method.getName() + Arrays.toString(arguments));
              try {
                return method.invoke(source, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  List<JsonNode> lines() throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(file)) {
      lines.add(MAPPER.readTree(line));
    }
    return lines;
  }

  List<String> slices() throws IOException {
    return lines().stream()
        .filter(line -> line.path("kind").asText().equals("slice"))
        .map(line -> line.path("filters").toString())
        .toList();
  }

  List<String> entries() throws IOException {
    return lines().stream()
        .flatMap(line -> line.path("entries").findValuesAsText("id").stream())
        .toList();
  }

  List<String> ids() throws IOException {
    return lines().stream()
        .flatMap(line -> line.path("conversations").findValuesAsText("id").stream())
        .distinct()
        .collect(Collectors.toList());
  }

  /** Reads the file whenever a line was written: it is whole each time. */
  private final class Watcher implements ExportProgress {
    @Override
    public void at(long done, long known, long callCount) {
      progress.add(done + " of " + known + " after " + callCount + " calls");
      if (!watching) {
        return;
      }
      try {
        assertThat(done).isLessThanOrEqualTo(known);
        assertThat(lines()).isNotEmpty();
        assertThat(Files.readString(file)).endsWith("\n");
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void missing(String what) {
      missing.add(what);
    }
  }

  /** The process ends here. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }
}
