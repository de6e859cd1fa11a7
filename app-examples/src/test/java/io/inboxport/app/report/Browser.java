package io.inboxport.app.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium with one page, driven over its debugging protocol. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");

  private final Path profile;
  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<String> messages;
  private int calls;

  private Browser(Path profile, Process process, WebSocket socket, BlockingQueue<String> messages) {
    this.profile = profile;
    this.process = process;
    this.socket = socket;
    this.messages = messages;
  }

  static Browser start(Path profile) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                executable(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var http = HttpClient.newHttpClient();
    var list = URI.create("http://" + address(process) + "/json/list");
    var pages = http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
    var url = "";
    for (var page : MAPPER.readTree(pages)) {
      url =
          page.path("type").asText().equals("page")
              ? page.path("webSocketDebuggerUrl").asText()
              : url;
    }
    var messages = new LinkedBlockingQueue<String>();
    var socket =
        http.newWebSocketBuilder().buildAsync(URI.create(url), new Inbound(messages)).join();
    return new Browser(profile, process, socket, messages);
  }

  private static String executable() throws IOException {
    var names = List.of("chromium", "chromium-browser", "google-chrome");
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IOException("There is no Chromium on the PATH: run .ci/browser."))
        .toString();
  }

  private static String address(Process process) throws IOException {
    @SuppressWarnings("resource") // It lives as long as the process.
    var errors = process.errorReader(UTF_8);
    for (var line = errors.readLine(); line != null; line = errors.readLine()) {
      var listening = LISTENING.matcher(line);
      if (listening.find()) {
        return listening.group(1);
      }
    }
    throw new IOException("The browser ended before it began.");
  }

  /** Calls a method of the protocol and returns its result; events meanwhile go to the listener. */
  JsonNode call(String method, Map<String, Object> parameters, Events events)
      throws IOException, InterruptedException {
    int id = ++calls;
    var message = Map.of("id", id, "method", method, "params", parameters);
    socket.sendText(MAPPER.writeValueAsString(message), true).join();
    while (true) {
      var answer = next();
      if (answer.path("id").asInt() == id) {
        return answer.path("result");
      }
      events.hear(answer.path("method").asText(), answer.path("params"));
    }
  }

  /** Returns when this event has come. */
  void await(String event, Events events) throws IOException, InterruptedException {
    while (true) {
      var message = next();
      events.hear(message.path("method").asText(), message.path("params"));
      if (message.path("method").asText().equals(event)) {
        return;
      }
    }
  }

  private JsonNode next() throws IOException, InterruptedException {
    @Nullable String message = messages.poll(60, TimeUnit.SECONDS);
    if (message == null) {
      throw new IOException("The browser says nothing.");
    }
    return MAPPER.readTree(message);
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    // Its helpers outlive it for a moment, and go on writing into the profile.
    var helpers = process.descendants().toList();
    process.destroy();
    process.onExit().join();
    for (var helper : helpers) {
      helper.destroyForcibly();
      helper.onExit().completeOnTimeout(helper, 5, TimeUnit.SECONDS).join();
    }
    // It leaves a link that leads out of the profile, which JUnit warns of when it cleans up.
    Files.deleteIfExists(profile.resolve("SingletonSocket"));
  }

  /** Hears what happens in the page. */
  @FunctionalInterface
  interface Events {
    void hear(String event, JsonNode parameters);
  }

  /** Puts the pieces of messages together. */
  private static final class Inbound implements WebSocket.Listener {
    private final BlockingQueue<String> messages;
    private final StringBuilder pieces = new StringBuilder();

    private Inbound(BlockingQueue<String> messages) {
      this.messages = messages;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      pieces.append(text);
      if (last) {
        messages.add(pieces.toString());
        pieces.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
