package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingCommandsTest {
  private static final String[] CONVERSATION = {
    "id",
    "created",
    "modified",
    "status",
    "network",
    "itemType",
    "assigneeId",
    "profileName",
    "tags"
  };

  @ParameterizedTest
  @CsvSource({
    "list, memory",
    "show eit000000000001, memory",
    "timeline eit000000000001, memory",
    "check, memory",
    "demo, memory",
    "capabilities, none",
    "completion bash, none"
  })
  void every_answer_in_json_begins_with_its_backend(String line, String backend) {
    var answer = Cli.piped().run((line + " --json").split(" ")).json();

    assertThat(answer.fieldNames().next()).isEqualTo("backend");
    assertThat(answer.get("backend").asText()).isEqualTo(backend);
  }

  @Test
  void a_list_as_json_tells_total_truncation_and_items() {
    var page = Cli.piped().run("list", "--count", "2", "--json").json();

    assertThat(page.fieldNames())
        .toIterable()
        .containsExactly("backend", "total", "truncated", "conversations");
    assertThat(page.get("truncated").asBoolean()).isTrue();
    assertThat(page.get("conversations")).hasSize(2);
    assertThat(page.get("conversations").get(0).fieldNames())
        .toIterable()
        .containsExactly(CONVERSATION);
    assertThat(page.get("conversations").get(0).get("tags").isNull()).as("not loaded").isTrue();
  }

  @Test
  void a_truncated_list_says_so_beside_the_answer() {
    var result = Cli.piped().run("list", "--count", "2");

    assertThat(result.status()).isZero();
    assertThat(result.out().lines()).hasSize(3);
    assertThat(result.err()).startsWith("inbox: 2 of ").contains("narrow the filters");
  }

  @ParameterizedTest
  @CsvSource({
    "--network,linkedin,network,LinkedIn",
    "--network,x,network,Twitter",
    "--type,mention,itemType,Mention",
    "--status,closed,status,closed",
    "--assignee,00A000000000001,assigneeId,00A000000000001"
  })
  void a_filter_filters(String option, String value, String field, String expected) {
    var items = Cli.piped().run("list", option, value, "--json").json().get("conversations");

    assertThat(items).isNotEmpty();
    assertThat(items.findValuesAsText(field)).containsOnly(expected);
  }

  @Test
  void several_values_of_a_filter_widen_it() {
    int twitter = total("list", "--network", "Twitter", "--json");
    int tiktok = total("list", "--network", "TikTok", "--json");

    assertThat(total("list", "--network", "Twitter,TikTok", "--json")).isEqualTo(twitter + tiktok);
  }

  @Test
  void tags_and_free_text_filter_too() {
    assertThat(total("list", "--tag", "Support", "--json"))
        .isPositive()
        .isLessThan(total("list", "--json"));
    assertThat(total("list", "--tag", "Support", "--tag", "VIP", "--json"))
        .isGreaterThanOrEqualTo(total("list", "--tag", "Support", "--json"));
    assertThat(total("list", "-q", "no such text anywhere", "--json")).isZero();
  }

  @Test
  void a_conversation_is_shown_with_its_tags_and_what_it_can_be_replied_to_with() {
    var item = Cli.piped().run("show", "eit000000000001", "--json").json();

    assertThat(item.fieldNames())
        .toIterable()
        .startsWith("backend", "id")
        .containsSequence(CONVERSATION)
        .endsWith("tags", "reply");
    assertThat(item.get("reply"))
        .hasToString("{\"channel\":\"direct-message\",\"threading\":false,\"media\":true}");
    assertThat(item.get("id").asText()).isEqualTo("eit000000000001");
    assertThat(item.get("itemType").asText()).isEqualTo("Conversation");
    assertThat(item.get("created").asText()).isEqualTo("2025-03-10T14:22:00Z");
    assertThat(item.get("tags").get(0).get("name").asText()).isEqualTo("Support");
    assertThat(item.get("tags").get(0).get("id").asText()).isEqualTo("etg000000000001");
  }

  @Test
  void a_conversation_shown_to_a_person_tells_how_to_answer_it() {
    assertThat(Cli.piped().run("show", "eit000000000001").out())
        .contains("Status\topen\n", "Tags\tSupport\n", "Reply\tas a direct message, media\n");
  }

  @Test
  void a_timeline_comes_newest_first_and_no_longer_than_asked() {
    var entries =
        Cli.piped()
            .run("timeline", "eit000000000001", "--limit", "2", "--json")
            .json()
            .get("entries");

    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).fieldNames())
        .toIterable()
        .containsExactly("id", "type", "created", "content", "createdBy");
    assertThat(entries.get(0).get("type").asText()).isEqualTo("note");
    assertThat(Cli.piped().run("timeline", "eit000000000001").out())
        .startsWith("ID\tCREATED\tTYPE\tBY\tCONTENT\n");
  }

  @Test
  void in_a_terminal_a_timeline_reads_like_a_talk() {
    var lines = Cli.terminal(70).with("NO_COLOR", "1").run("timeline", "eit000000000001").out();

    assertThat(lines).startsWith("2025-03-12T09:15:30Z  note by 00A000000000001  eat");
    assertThat(lines).contains("\n  My invoice of February shows two tents, I bought one.\n");
    assertThat(lines.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(71));
  }

  @Test
  void the_check_tells_who_i_am() {
    var me = Cli.piped().run("check", "--json").json();

    assertThat(me.fieldNames())
        .toIterable()
        .containsExactly(
            "backend", "userId", "userName", "email", "accountId", "accountName", "lastLogin");
    assertThat(me.get("userId").asText()).isEqualTo("00A000000000001");
    assertThat(me.get("lastLogin").isNull()).as("unknown").isTrue();
    assertThat(Cli.piped().run("check").out()).contains("User\t00A000000000001");
  }

  @Test
  void the_capabilities_are_the_24_cells_of_the_reply_table() {
    var cells = Cli.piped().run("capabilities", "--json").json().get("capabilities");

    assertThat(cells).hasSize(24);
    assertThat(cells.findValuesAsText("channel"))
        .containsOnly("direct-message", "public-comment", "none");
    assertThat(cells.toString())
        .contains(
            "{\"network\":\"TikTok\",\"itemType\":\"Reply\",\"channel\":\"public-comment\","
                + "\"threading\":true,\"media\":true}");
  }

  @Test
  void the_capabilities_of_one_cell_are_one_row() {
    assertThat(Cli.piped().run("capabilities", "--network", "X", "--type", "conversation").out())
        .isEqualTo(
            """
            NETWORK	TYPE	REPLY AS	THREADING	MEDIA
            Twitter	Conversation	direct-message	no	yes
            """);
  }

  @Test
  void an_export_tells_what_the_file_holds_and_a_second_one_finds_it_done(@TempDir Path folder) {
    var file = folder.resolve("inbox.jsonl").toString();

    assertThat(Cli.piped().run("export", "--out", file).out())
        .startsWith(file + " holds " + total("list", "--json") + " conversations and ");
    assertThat(Cli.piped().run("export", "--out", file, "--json").json().get("calls").asInt())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"export", "report"})
  void long_work_shows_its_progress_on_a_terminal_only(String command, @TempDir Path folder) {
    var file = folder.resolve("file").toString();

    assertThat(Cli.terminal(100).run(command, "--out", file).err())
        .contains("100%", "calls of 20,000 a day");
    assertThat(Cli.piped().run(command, "--out", file + "2").err()).isEmpty();
  }

  @Test
  void a_report_is_a_page_about_the_time_of_the_demo_data(@TempDir Path folder) throws IOException {
    var file = folder.resolve("report.html");

    var result = Cli.piped().run("report", "--out", file.toString(), "--limit", "3", "--json");
    assertThat(result.json().get("open").asInt()).isPositive();
    assertThat(result.json().get("timelines").asInt()).isEqualTo(3);
    assertThat(Files.readString(file))
        .contains("As of 2025-03-14 09:00, UTC.", ", demo data</title>");
    assertThat(Cli.piped().run("report", "--out", file.toString()).out())
        .startsWith(file + " is written: ");
    assertThat(Cli.piped().run("report", "--out", file.toString(), "--limit", "-1").status())
        .isEqualTo(2);
  }

  @Test
  void a_file_that_cannot_be_written_is_told(@TempDir Path folder) {
    for (var command : List.of("export", "report")) {
      assertThat(Cli.piped().run(command, "--out", folder.toString()).err())
          .startsWith("inbox: The file " + folder + " cannot be used: ");
    }
  }

  @Test
  void a_file_that_is_no_export_is_told_and_left_alone(@TempDir Path folder) throws Exception {
    var diary = Files.writeString(folder.resolve("diary.txt"), "Dear diary");
    var result = Cli.piped().run("export", "--out", diary.toString());

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).startsWith("inbox: " + diary + " is not an export");
    assertThat(diary).hasContent("Dear diary");
  }

  private static int total(String... args) {
    return Cli.piped().run(args).json().get("total").asInt();
  }

  @ParameterizedTest
  @CsvSource({
    "tags, id, name",
    "users, id, role",
    "credentials, id, network",
    "responses, id, visibility"
  })
  void what_stands_beside_conversations_is_listed(String kind, String id, String field) {
    var json = Cli.piped().run("directory", kind, "--json").json();
    var text = Cli.piped().run("directory", kind);

    assertThat(json.fieldNames()).toIterable().contains(kind, "complete");
    assertThat(json.get(kind))
        .allSatisfy(item -> assertThat(item.fieldNames()).toIterable().contains(id, field));
    assertThat(text.status()).isZero();
    assertThat(text.out()).startsWith("ID\t").hasLineCount(1 + json.get(kind).size());
  }
}
