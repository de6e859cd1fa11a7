package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.inboxport.call.AccountWrite;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.tag.TagId;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lst|Unknown command \"lst\": did you mean list?",
        "frobnicate|Unknown command \"frobnicate\".",
        "list --netwrk X|Unknown option \"--netwrk\": did you mean --network?",
        "list --network LinkedInn|Unknown network \"LinkedInn\": did you mean LinkedIn? Known:",
        "list --network MySpace|Unknown network \"MySpace\". Known: Facebook, Twitter,",
        "list --type Pst|Unknown item type \"Pst\": did you mean Post?",
        "list --status opne|Unknown status \"opne\": did you mean open?",
        "list --count 0|The count is 0: ask for at least 1.",
        "list --tag a,b|The tag name \"a,b\" cannot be a filter",
        "list --network ,|Unknown network \",\"",
        "list --network LinkedIn,|Unknown network \"LinkedIn,\": did you mean LinkedIn?",
        "list --type post,,mention|Unknown item type \"\"",
        "list --status ,open|Unknown status \"\"",
        "list --assignee ,|commas",
        "capabilities --network ,|Unknown network \",\"",
        "list -q a\uFFFDb|Set a UTF-8 locale",
        "tag eit000000000001 a\uFFFDb|Set a UTF-8 locale",
        "reply eit000000000001 Hi --media url=\uFFFD|Set a UTF-8 locale",
        "reply eit000000000001 Hi --media k=v,k=w|A media object has \"k\" twice",
        "list extra|Unexpected argument \"extra\": quote a text with spaces.",
        "list --count many|\"many\" is no whole number, or over 2147483647: use digits.",
        "timeline eit000000000001 --limit 3000000000|\"3000000000\" is no whole number, or over"
            + " 2147483647: use digits.",
        "list --timeout 3x|\"3x\" is no time span: write 500ms, 3s or 2m.",
        "list --backend htp|Unknown backend \"htp\": did you mean http?",
        "list --region uk|Unknown region \"uk\"",
        "list --base-url http://localhost:1 --backend memory|contradict each other",
        "list --base-url nowhere|\"nowhere\" is no http or https URL: give one such as https://api.",
        "list --base-url ftp://x|\"ftp://x\" is no http or https URL",
        "list --base-url a^b|\"a^b\" is no http or https URL",
        "list --base-url=|\"\" is no http or https URL",
        "list --backend http|set OKTOPOST_ACCOUNT_ID and OKTOPOST_API_KEY",
        "show|Missing required parameter: 'ID'",
        "show ..|The conversation id \"..\" is a step in a path",
        "timeline eit000000000001 --limit 0|ask for at least 1 entry",
        "case eit000000000001|Missing required option: '--integration=ID'",
        "reply eit000000000001 Hi --media x|\"x\" is no media object",
        "export --out no/such/inbox.jsonl|no/such for inbox.jsonl: make it first.",
        "report --out no/such/report.html|no/such for report.html: make it first.",
        "completion fish|Unknown shell \"fish\". Known: bash, zsh."
      })
  void a_slip_on_the_line_is_explained(String line, String message) {
    var result = Cli.piped().run(line.split(" "));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("inbox: ").contains(message).doesNotContain("\tat ");
  }

  @Test
  void as_json_a_stack_trace_is_part_of_the_one_object() {
    var result = Cli.piped().run("show", "eit999999999999", "--json", "--verbose");

    assertThat(result.error().get("stackTrace").asText()).contains("NotFound", "\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reply eit000000000001 Hi --parent eit000000000003|3|ReplyRefused",
        "show eit999999999999|4|NotFound",
        "case eit000000000001 --integration none|6|Rejected",
        "lst|2|InvalidInput",
        "note eit000000000001 -|2|InvalidInput"
      })
  void as_json_an_error_is_one_object_with_its_kind(String line, int status, String kind) {
    var result = Cli.onDemoData().run((line + " --json").split(" "));

    assertThat(result.status()).isEqualTo(status);
    assertThat(result.out()).isEmpty();
    assertThat(result.error().fieldNames())
        .toIterable()
        .containsExactly("error", "message", "backend");
    assertThat(result.error().get("error").asText()).isEqualTo(kind);
    assertThat(result.error().get("message").asText()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reply nope text|Nothing was sent. Reply to nope: not found. The id is wrong,",
        "note nope text|Nothing was changed. Add note to nope: not found.",
        "assign nope 00A000000000002 --note text|Nothing was changed. Assign nope: not found.",
        "assign nope 00A000000000002|Assign nope: not found.",
        "close nope|Set status of nope: not found.",
        "tag nope VIP|Replace tags of nope: not found.",
        "case nope --integration x|Create case for nope: not found.",
        "timeline nope|Read timeline of nope: not found."
      })
  void a_wrong_id_is_told_of_the_command_that_was_given(String line, String message) {
    var result = Cli.onDemoData().run(line.split(" "));

    assertThat(result.status()).isEqualTo(4);
    assertThat(result.err()).startsWith("inbox: " + message);
  }

  static Stream<Arguments> each_kind_of_the_library() {
    var id = ConversationId.of("eit1");
    var write = new InboxWrite.SetStatus(id, Status.OPEN);
    var change = new AccountWrite.DeleteTag(TagId.of("00A1"));
    return Stream.of(
        Arguments.of(
            new InboxException.ChangeUnknown(change, Instant.EPOCH, Instant.EPOCH, "lost.", null),
            9),
        Arguments.of(new InboxException.NotFound(Operation.GET, id), 4),
        Arguments.of(new InboxException.AuthenticationFailed(Operation.GET, id), 5),
        Arguments.of(new InboxException.PermissionDenied(Operation.GET, id), 5),
        Arguments.of(new InboxException.Rejected(Operation.GET, id, 400, "no"), 6),
        Arguments.of(new InboxException.RateLimited(Operation.GET, id, Instant.EPOCH), 7),
        Arguments.of(new InboxException.Unavailable(Operation.GET, id, "down.", null, null), 8),
        Arguments.of(new InboxException.OutcomeUnknown(write, Instant.EPOCH, "lost.", null), 9),
        Arguments.of(new InboxException.UnreadableResponse(Operation.GET, id, "html.", null), 10));
  }

  @ParameterizedTest
  @MethodSource
  void each_kind_of_the_library(InboxException kind, int status) {
    assertThat(FailureReporter.statusOf(kind)).isEqualTo(status);
  }

  @Test
  void no_permitted_kind_is_left_without_a_status() {
    var tested =
        each_kind_of_the_library().map(a -> a.get()[0].getClass().getSimpleName()).toList();

    for (var kind : InboxException.class.getPermittedSubclasses()) {
      if (!tested.contains(kind.getSimpleName()) && !kind.getSimpleName().equals("ReplyRefused")) {
        fail(kind + " has no exit status of its own");
      }
    }
  }

  @Test
  void a_stack_trace_comes_only_with_verbose() {
    assertThat(Cli.piped().run("show", "eit999999999999").err()).doesNotContain("\tat ");
    assertThat(Cli.piped().run("show", "eit999999999999", "--verbose").err())
        .startsWith("inbox: Get eit999999999999: not found.")
        .contains("\tat io.inboxport.");
  }

  @Test
  void half_an_account_is_pointed_out() {
    var result = Cli.piped().with("OKTOPOST_API_KEY", "secret-key").run("check");

    assertThat(result.status()).isZero();
    assertThat(result.err())
        .contains("OKTOPOST_ACCOUNT_ID is not set: this is demo data")
        .doesNotContain("secret-key");
  }

  @Test
  void a_wrong_region_in_the_environment_is_pointed_out() {
    var result =
        Cli.piped()
            .with("OKTOPOST_ACCOUNT_ID", "001")
            .with("OKTOPOST_API_KEY", "secret-key")
            .with("OKTOPOST_REGION", "uk")
            .run("check");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("OKTOPOST_REGION is \"uk\": set it to us or eu")
        .doesNotContain("secret-key");
  }
}
