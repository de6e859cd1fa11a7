package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingCommandsTest {
  private static final String MESSAGE = "eit000000000001";
  private static final String POST = "eit000000000002";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open ID",
        "close ID",
        "assign ID 00A000000000002",
        "note ID Text",
        "tag ID VIP",
        "reply ID Text",
        "case ID --integration sfint00000000001"
      })
  void a_write_on_demo_data_has_to_be_asked_for(String line) {
    var args = line.replace("ID", MESSAGE).split(" ", -1);

    var refused = Cli.piped().run(args);

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .contains("Nothing was sent", "OKTOPOST_ACCOUNT_ID", "--backend memory");
    assertThat(Cli.onDemoData().run(args).status()).isZero();
  }

  @Test
  void a_text_that_begins_with_an_at_sign_is_a_text_and_no_file(@TempDir Path folder)
      throws IOException {
    var file = Files.writeString(folder.resolve("vip"), "secret of this machine");
    for (var text : List.of("@" + file, "@@kim thanks", "@vip")) {
      var note = Cli.json(json("note", MESSAGE, text));

      assertThat(note.get("content").asText()).isEqualTo(text);
    }
    assertThat(text("tag", MESSAGE, "@vip", "@@kim"))
        .isEqualTo(MESSAGE + " has the tags: @vip, @@kim\n");
    assertThat(text("reply", MESSAGE, "@" + file)).isEqualTo("Sent to " + MESSAGE + ".\n");
    assertThat(Cli.onDemoData().run("assign", MESSAGE, "@" + file).err())
        .contains("Assignee is not valid.");
  }

  @Test
  void opening_and_closing_tell_the_status() {
    assertThat(json("close", MESSAGE))
        .isEqualTo("{\"backend\":\"memory\",\"id\":\"%s\",\"status\":\"closed\"}", MESSAGE);
    assertThat(json("open", MESSAGE))
        .isEqualTo("{\"backend\":\"memory\",\"id\":\"%s\",\"status\":\"open\"}", MESSAGE);
    assertThat(text("close", MESSAGE)).isEqualTo(MESSAGE + " is closed.\n");
    assertThat(text("open", MESSAGE)).isEqualTo(MESSAGE + " is open.\n");
  }

  @Test
  void assigning_tells_the_assignee() {
    assertThat(json("assign", MESSAGE, "00A000000000002", "--note", "Please look"))
        .isEqualTo(
            "{\"backend\":\"memory\",\"id\":\"%s\",\"assigneeId\":\"00A000000000002\"}", MESSAGE);
    assertThat(text("assign", MESSAGE, "00A000000000002"))
        .isEqualTo(MESSAGE + " is assigned to 00A000000000002.\n");
  }

  @Test
  void a_note_becomes_an_entry() {
    var note = Cli.json(json("note", MESSAGE, "Escalated"));

    assertThat(note.get("type").asText()).isEqualTo("note");
    assertThat(note.get("content").asText()).isEqualTo("Escalated");
    assertThat(text("note", MESSAGE, "Escalated")).startsWith("Noted as eat");
  }

  @Test
  void a_text_may_come_from_standard_input() {
    var result =
        Cli.onDemoData().typing("Grüße, 你好\nund mehr\n").run("note", MESSAGE, "-", "--json");

    assertThat(result.json().get("content").asText()).isEqualTo("Grüße, 你好\nund mehr");
  }

  @Test
  void a_text_that_the_locale_has_garbled_is_refused() {
    var result = Cli.onDemoData().run("reply", MESSAGE, "Gr\uFFFD\uFFFDe");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("UTF-8 locale");
  }

  @Test
  void tags_are_replaced_as_a_whole_or_cleared() {
    var tagged = Cli.json(json("tag", MESSAGE, "VIP", "Billing"));

    assertThat(tagged.get("id").asText()).isEqualTo(MESSAGE);
    assertThat(tagged.get("tags").findValuesAsText("name")).containsExactly("VIP", "Billing");
    assertThat(json("tag", MESSAGE, "--clear"))
        .isEqualTo("{\"backend\":\"memory\",\"id\":\"%s\",\"tags\":[]}", MESSAGE);
    assertThat(text("tag", MESSAGE, "VIP")).isEqualTo(MESSAGE + " has the tags: VIP\n");
  }

  @Test
  void a_tag_name_that_cannot_be_says_why() {
    assertThat(Cli.onDemoData().run("tag", MESSAGE, "VIP", "").err()).contains("tag name is blank");
    assertThat(Cli.onDemoData().run("tag", MESSAGE, "x".repeat(65)).err())
        .contains("The tag name has 65 characters, the limit is 64");
  }

  @Test
  void neither_names_nor_clear_is_a_mistake_and_so_is_both() {
    assertThat(Cli.onDemoData().run("tag", MESSAGE).status()).isEqualTo(2);
    assertThat(Cli.onDemoData().run("tag", MESSAGE, "VIP", "--clear").status()).isEqualTo(2);
  }

  @Test
  void a_reply_is_sent() {
    assertThat(json("reply", MESSAGE, "On it!"))
        .isEqualTo(
            "{\"backend\":\"memory\",\"id\":\"%s\",\"sent\":true,\"verdict\":\"allowed\",\"reasons\":[],\"dropped\":[],\"advice\":[]}",
            MESSAGE);
    assertThat(text("reply", MESSAGE, "On it!")).isEqualTo("Sent to " + MESSAGE + ".\n");
    assertThat(text("reply", POST, "Hi", "--parent", "eit000000000003", "--media", "a=1,b=2,3"))
        .isEqualTo("Sent to " + POST + ".\n");
  }

  @Test
  void a_reply_longer_than_its_network_takes_is_sent_with_advice() {
    assertThat(text("reply", POST, "x".repeat(8001)))
        .startsWith("Sent to " + POST + ".\nAdvice: The reply has 8001 characters");
  }

  @Test
  void a_reply_without_what_the_network_ignores_says_what_it_lost() {
    assertThat(text("reply", MESSAGE, "Hi", "--parent", "eit000000000003", "--drop-unsupported"))
        .isEqualTo("Sent to " + MESSAGE + ".\nWithout: parent-comment.\n");
  }

  @Test
  void a_dry_run_judges_and_sends_nothing() {
    var refused =
        Cli.onDemoData()
            .run("reply", MESSAGE, "", "--parent", "eit000000000003", "--dry-run", "--json");

    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.json().get("sent").asBoolean()).isFalse();
    assertThat(refused.json().get("verdict").asText()).isEqualTo("refused");
    assertThat(refused.json().get("reasons")).hasSize(2);
    assertThat(refused.error().get("error").asText()).isEqualTo("ReplyRefused");
    assertThat(text("reply", MESSAGE, "Hi", "--dry-run"))
        .isEqualTo("Would be sent to " + MESSAGE + ".\n");
  }

  @Test
  void a_refusal_names_the_option_that_leaves_out_what_is_ignored() {
    var refused = Cli.onDemoData().run("reply", MESSAGE, "Hi", "--parent", "eit000000000003");

    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.err()).endsWith("\nWith --drop-unsupported the reply goes without it.\n");
    assertThat(Cli.onDemoData().run("reply", MESSAGE, " ").err())
        .doesNotContain("--drop-unsupported");
  }

  @Test
  void a_case_is_created() {
    assertThat(
            json(
                "case",
                MESSAGE,
                "--integration",
                "sfint00000000001",
                "--owner",
                "005000000000001",
                "--contact",
                "003000000000001",
                "--description",
                "Login"))
        .isEqualTo(
            "{\"backend\":\"memory\",\"id\":\"%s\",\"integrationId\":\"sfint00000000001\"}",
            MESSAGE);
    assertThat(text("case", MESSAGE, "--integration", "sfint00000000001"))
        .isEqualTo("The Salesforce case of " + MESSAGE + " is created or updated.\n");
  }

  private static String text(String... args) {
    var result = Cli.onDemoData().run(args);
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  private static String json(String... args) {
    var withJson = Arrays.copyOf(args, args.length + 1);
    withJson[args.length] = "--json";
    return text(withJson).strip();
  }
}
