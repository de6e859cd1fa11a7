package com.example.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.inmemory.InMemoryInboxGateway;
import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeskTest {
  @Test
  void runs_on_the_module_path() {
    assertTrue(Desk.class.getModule().isNamed());
    assertEquals(
        List.of("io.inboxport", "io.inboxport.http", "io.inboxport.inmemory"),
        Stream.of(Inbox.class, HttpInboxGateway.class, InMemoryInboxGateway.class)
            .map(type -> type.getModule().getName())
            .toList());
  }

  @Test
  void works_in_memory() {
    assertEquals(1, Desk.inMemory().open().size());
  }

  @Test
  void reaches_out_over_http() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var desk = Desk.at(URI.create("http://127.0.0.1:" + port));

    assertThrows(InboxException.Unavailable.class, desk::open);
  }

  @Test
  void starts_by_itself_in_memory() throws Exception {
    assertEquals("1 open", output());
  }

  @Test
  void starts_by_itself_over_http_with_all_modules_of_its_path() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertEquals("unavailable", output("http://127.0.0.1:" + port));
  }

  /** Starts a JVM with nothing but the module path, as README says, and returns its output. */
  private static String output(String... args) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--module-path", modulePath(), "--add-modules", "ALL-MODULE-PATH"));
    command.addAll(List.of("--module", "com.example.desk/com.example.desk.DeskProgram"));
    command.addAll(List.of(args));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var lines = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
    return lines.get(lines.size() - 1);
  }

  /** The jars that Maven brings, without those of the test. */
  private static String modulePath() {
    return Stream.of(System.getProperty("jdk.module.path"), System.getProperty("java.class.path"))
        .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
        .filter(entry -> !entry.isEmpty())
        .filter(entry -> !entry.contains("test-classes") && !entry.contains("surefire"))
        .filter(entry -> !entry.contains("junit") && !entry.contains("opentest4j"))
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
