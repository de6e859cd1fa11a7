package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.app.output.PrintableText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
  private static final String ESC = "\u001b";

  @Test
  void in_a_terminal_columns_are_aligned_and_in_a_pipe_separated() {
    var table = new TextTable("ID", "NAME").row("eit1", "Åsa").row("eit22", "你好");

    assertThat(table.lines(console(false, 80)))
        .containsExactly("ID\tNAME", "eit1\tÅsa", "eit22\t你好");
    assertThat(table.lines(console(true, 80)).stream().map(TerminalTest::plain))
        .containsExactly("ID     NAME", "eit1   Åsa", "eit22  你好");
  }

  @Test
  void wide_letters_take_two_columns() {
    var lines = new TextTable().row("你好", "a").row("abcd", "b").lines(console(true, 80));

    assertThat(lines.stream().map(TerminalTest::plain)).containsExactly("你好  a", "abcd  b");
  }

  @Test
  void the_last_column_gives_way_to_the_width_of_the_terminal() {
    var lines = new TextTable().row("eit1", "word ".repeat(30)).lines(console(true, 40));

    assertThat(plain(lines.get(0))).hasSize(40).endsWith("…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "capabilities", "show eit000000000001"})
  void a_table_fits_a_narrow_terminal_and_keeps_its_ids(String line) {
    var shown = Cli.terminal(40).run(line.split(" ")).out();

    assertThat(shown.lines().map(TerminalTest::plain))
        .allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(40));
    if (line.equals("list")) {
      assertThat(plain(shown)).contains("eit000000000001");
    }
  }

  @Test
  void a_narrow_terminal_is_served_too() {
    assertThat(Cli.terminal(40).run("list").status()).isZero();
    assertThat(Cli.terminal(40).run("list", "--help").out()).contains("--network");
  }

  @Test
  void an_answer_that_cannot_be_written_is_no_success() {
    var err = new ByteArrayOutputStream();

    assertThat(Main.run(failing(err, false), "list", "--json")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("could not be written");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"list --count 50", "list --json", "timeline eit000000000001", "demo", "--help"})
  void a_pipe_whose_reader_has_left_ends_quietly(String line) {
    var err = new ByteArrayOutputStream();

    assertThat(Main.run(failing(err, true), line.split(" "))).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void a_reader_that_has_left_does_not_hide_a_failure() {
    var err = new ByteArrayOutputStream();

    assertThat(Main.run(failing(err, true), "show", "eit999999999999")).isEqualTo(4);
    assertThat(err.toString(UTF_8)).contains("not found");
  }

  /** A console whose standard output takes nothing. */
  private static CommandConsole failing(OutputStream err, boolean pipe) {
    var full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken");
          }
        };
    return new CommandConsole(
        InputStream.nullInputStream(),
        new PrintStream(full, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        Map.of(),
        false,
        pipe,
        false,
        80,
        Clock.systemUTC());
  }

  @Test
  void colours_come_only_to_a_terminal_that_wants_them() {
    assertThat(Cli.terminal(80).run("list").out()).contains(ESC);
    assertThat(Cli.piped().run("list").out()).doesNotContain(ESC);
    assertThat(Cli.terminal(80).with("NO_COLOR", "1").run("list").out()).doesNotContain(ESC);
    assertThat(Cli.terminal(80).with("TERM", "dumb").run("list").out()).doesNotContain(ESC);
    assertThat(Cli.terminal(80).run("list", "--help").out()).contains(ESC);
    assertThat(Cli.terminal(80).with("NO_COLOR", "1").run("nope").err()).doesNotContain(ESC);
  }

  @Test
  void a_hint_reaches_people_and_not_scripts() {
    assertThat(Cli.terminal(80).run("check").err()).contains("Demo data in memory");
    assertThat(Cli.piped().run("check").err()).isEmpty();
    assertThat(Cli.terminal(80).run("check", "--json").err()).isEmpty();
  }

  @Test
  void json_is_one_line_in_a_pipe_and_indented_in_a_terminal() {
    assertThat(Cli.piped().run("check", "--json").out().lines()).hasSize(1);
    assertThat(Cli.terminal(80).run("check", "--json").out().lines()).hasSizeGreaterThan(3);
  }

  @Test
  void a_strangers_text_cannot_steer_the_terminal() {
    assertThat(PrintableText.line("\u001b]0;owned\u0007 \r\nnext\u009b31m \u202eevil\ttab"))
        .isEqualTo("␛]0;owned␇   next\uFFFD31m \uFFFDevil tab");
    assertThat(PrintableText.line("Zoë 你好 👋🏽 ümlaut")).isEqualTo("Zoë 你好 👋🏽 ümlaut");
  }

  @Test
  void json_keeps_every_character_but_none_of_them_raw() {
    var text = "\u001b[2J \u009b \u202e \u2028 \n ok 👋";
    var written = JsonOutput.write(JsonOutput.object("text", text), false);

    assertThat(written.codePoints()).noneMatch(c -> c < 32 || (c > 126 && c < 160) || c == 0x202e);
    assertThat(Cli.json(written).get("text").asText()).isEqualTo(text);
  }

  @Test
  void a_customers_text_is_neutralised_where_a_command_shows_it() {
    var result = Cli.onDemoData().run("note", "eit000000000001", "\u001b[31mred", "--json");

    assertThat(result.out()).doesNotContain(ESC);
    assertThat(result.json().get("content").asText()).isEqualTo("\u001b[31mred");
  }

  private static CommandConsole console(boolean terminal, int columns) {
    return new CommandConsole(
        InputStream.nullInputStream(),
        System.out,
        System.err,
        Map.of(),
        terminal,
        false,
        terminal,
        columns,
        Clock.systemUTC());
  }

  private static String plain(String line) {
    return line.replaceAll("\u001b\\[[0-9]*m", "");
  }
}
