package io.inboxport.app;

import io.inboxport.app.GlobalOptions.Backend;
import io.inboxport.app.output.JsonOutput;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the demo data as the vendor's server would, until it is stopped. */
@Command(
    name = "sandbox",
    header = "Serve the demo data over HTTP.",
    customSynopsis =
        "inbox sandbox [--port P] [--host H --allow-remote] [--name N]...%n"
            + "                     [--tls [--certificate FILE]] [--account A --key K]%n"
            + "                     [--empty] [--seed FILE] [--clock TIME] [--log]",
    description = {
      "Serves the demo data as the vendor's server would, for a client in any language. Prints the"
          + " base URL and runs until it is stopped.",
      "It is driven through the path /-/ beside the API: see docs/sandbox.md. On a TERM signal it"
          + " finishes the answers at hand first."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox sandbox",
      "  inbox sandbox --port 8080 --account 001000000000001 --key secret",
      "  inbox sandbox --tls --certificate sandbox.pem",
      "  inbox sandbox --host 0.0.0.0 --allow-remote --port 8080 --log",
      "  inbox sandbox --empty --seed inbox.json --clock 2025-03-14T09:00:00Z"
    })
final class SandboxCommand extends SessionCommand {
  @Option(names = "--port", paramLabel = "P", description = "The port; any free one by default.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "The address to listen on; 127.0.0.1 by default, 0.0.0.0 for all.")
  private @Nullable String host;

  @Option(
      names = "--allow-remote",
      description =
          "Let --host be an address that other machines reach. Who reaches it can read, change and"
              + " break all that the sandbox holds, without a key.")
  private boolean allowRemote;

  @Option(
      names = "--name",
      paramLabel = "N",
      description = "Let clients call it by this name too, such as a container's; repeatable.")
  private List<String> names = List.of();

  @Option(names = "--empty", description = "Serve an empty inbox instead of the demo data.")
  private boolean empty;

  @Option(
      names = "--seed",
      paramLabel = "FILE",
      description = "Add what this JSON file says; its keys are paths under /-/, such as items.")
  private @Nullable Path seed;

  @Option(
      names = "--clock",
      paramLabel = "TIME",
      description = "Let the time stand still here, such as at 2025-03-14T09:00:00Z.")
  private @Nullable String clock;

  @Option(
      names = "--log",
      description = "Write a line for each request to standard error, without keys and texts.")
  private boolean log;

  @Option(names = "--tls", description = "Serve HTTPS, with a certificate made for the occasion.")
  private boolean tls;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Write that certificate here, as PEM: what curl's --cacert takes.")
  private @Nullable Path certificate;

  @Option(names = "--account", paramLabel = "A", description = "Let in only this account.")
  private @Nullable String account;

  @Option(names = "--key", paramLabel = "K", description = "Let in only this key.")
  private @Nullable String key;

  SandboxCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() throws IOException {
    try (var sandbox = start()) {
      if (certificate != null) {
        var pem = sandbox.certificatePem();
        Files.writeString(
            certificate,
            pem.orElseThrow(() -> new IllegalArgumentException("--certificate needs --tls.")));
      }
      session.answer(
          () ->
              JsonOutput.object(
                  "backend", Backend.MEMORY.toString(),
                  "url", sandbox.url().toString(),
                  "adminUrl", sandbox.adminUrl().toString()),
          () -> lines(sandbox));
      // A sandbox whose URL was not told could not be found.
      if (!session.console().out().checkError()) {
        finishWhenStopped(sandbox);
        sandbox.awaitClose();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return DONE;
  }

  /** A supervisor that sends TERM waits ten seconds as a rule before it kills. */
  private static void finishWhenStopped(Sandbox sandbox) {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> sandbox.finish(Duration.ofSeconds(5)), "sandbox-end"));
  }

  private Sandbox start() throws IOException {
    var sandbox = settings();
    if (seed != null) {
      sandbox = sandbox.seed(Files.readString(seed));
    }
    if (log) {
      sandbox = sandbox.log(session.console().err()::println);
    }
    return sandbox.start();
  }

  private Sandbox.Builder settings() {
    var sandbox = Sandbox.builder().port(port);
    if (host != null) {
      sandbox = sandbox.host(host);
    }
    if (allowRemote) {
      sandbox = sandbox.allowRemote();
    }
    for (var name : names) {
      sandbox = sandbox.name(name);
    }
    if (empty) {
      sandbox = sandbox.empty();
    }
    if (clock != null) {
      sandbox = sandbox.clock(SettableClock.at(time(clock)));
    }
    if (tls) {
      sandbox = sandbox.tls();
    }
    if (account != null && key != null) {
      sandbox = sandbox.credentials(account, key);
    } else if (account != null || key != null) {
      throw new IllegalArgumentException("--account and --key go together: give both, or neither.");
    }
    return sandbox;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--clock is no point in time: write it as 2025-03-14T09:00:00Z.", e);
    }
  }

  private List<String> lines(Sandbox sandbox) {
    var lines = new ArrayList<String>();
    lines.add(sandbox.url().toString());
    if (session.console().terminal()) {
      lines.add("");
      lines.add("Try it:   inbox --base-url " + sandbox.url() + " list");
      lines.add("Drive it: " + sandbox.adminUrl());
      lines.add("Stop it:  Ctrl-C");
    }
    return lines;
  }
}
