package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.fixtures.DemoInbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/sandbox.md tells the truth. */
class SandboxPageTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\$ (curl .*)\n(.*)$");

  private final String page = page();

  private static String page() {
    try {
      return Files.readString(Path.of(System.getProperty("house.root"), "docs", "sandbox.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void every_command_is_answered_as_the_page_shows() throws IOException {
    var clock = SettableClock.at(DemoInbox.NOW);
    try (var sandbox = Sandbox.builder().clock(clock).start()) {
      var example = EXAMPLE.matcher(page);
      int examples = 0;
      for (; example.find(); examples++) {
        var answer = Curl.run(example.group(1), sandbox);
        assertThat(answer.body()).as(example.group(1)).isEqualTo(example.group(2));
      }
      assertThat(examples).isGreaterThan(20);
    }
  }

  @Test
  void the_seed_can_be_sown_as_it_stands() {
    var seed = Pattern.compile("(?s)```json\n(.*?)```").matcher(page);
    assertThat(seed.find()).isTrue();
    try (var sandbox = Sandbox.builder().seed(seed.group(1)).start()) {
      var id = ConversationId.of("eit900000000001");
      assertThat(sandbox.twin().timeline(id, null).entries().get(0).content())
          .isEqualTo("Anyone there?");
    }
  }

  @Test
  void every_path_fault_operation_and_setting_is_on_the_page() throws IOException {
    try (var sandbox = Sandbox.start()) {
      var paths =
          Wire.get(sandbox, "/-/")
              .json()
              .at("/error")
              .asText()
              .split(" are ", -1)[1]
              .split(", ", -1);
      assertThat(page).contains(paths);
      for (var path : new String[] {"dialect", "limits", "behavior"}) {
        Wire.get(sandbox, "/-/" + path)
            .json()
            .fieldNames()
            .forEachRemaining(key -> assertThat(page).contains(key));
      }
    }
    assertThat(page)
        .contains(
            Arrays.stream(WireFault.Kind.values())
                .map(AdminInput::name)
                .map(name -> "| `" + name + "` |")
                .toList())
        .contains(
            Arrays.stream(Operation.values())
                .map(AdminInput::name)
                .map(name -> "`" + name + "`")
                .toList());
  }
}
