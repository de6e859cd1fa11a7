package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class HelpTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  private static final CommandLine LINE =
      Main.commandLine(new CommandSession(CommandConsole.ofProcess(), Main::commandLine));

  static Stream<String> commands() {
    return LINE.getSubcommands().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_command_explains_itself(String command) {
    var help = Cli.piped().run(command, "--help");

    assertThat(help.status()).isZero();
    assertThat(help.out())
        .startsWith("Usage: inbox " + command)
        .contains("inbox --help", "Exit status:", "9 outcome unknown", "Examples:\n")
        .doesNotContain("--base-url=");
    assertThat(help.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_example_in_the_help_is_a_line_that_works(String command) {
    var subcommand = Objects.requireNonNull(LINE.getSubcommands().get(command));
    var footer = subcommand.getCommandSpec().usageMessage().footer();

    assertThat(footer).isNotEmpty();
    for (var example : footer) {
      var line =
          example.replaceAll("%%", "%").replaceAll("^.*?\\binbox ", "").split(" [|<>] |\\)", 2)[0];
      var words = WORD.matcher(line).results().map(m -> m.group().replace("\"", "")).toList();
      assertThatCode(() -> LINE.parseArgs(words.toArray(String[]::new)))
          .as(example)
          .doesNotThrowAnyException();
      assertThat(words.get(0)).isEqualTo(command);
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void an_argument_names_a_file_only_if_its_help_says_so(String command) {
    var line = Objects.requireNonNull(LINE.getSubcommands().get(command));

    assertThat(LINE.isExpandAtFiles()).as("@name is a file").isFalse();
    for (var argument : line.getCommandSpec().args()) {
      assertThat(argument.paramLabel().equals("FILE"))
          .as(argument.paramLabel())
          .isEqualTo(List.of(Path.class, File.class).contains(argument.type()));
    }
  }

  @Test
  void alone_the_command_shows_what_there_is() {
    var help = Cli.piped().run();

    assertThat(help.status()).isZero();
    assertThat(help.out())
        .contains(commands().toList())
        .contains("Options of every command:", "--base-url=", "Exit status:", "outcome unknown");
    assertThat(Cli.piped().run("--help").out()).isEqualTo(help.out());
  }

  @Test
  void help_can_be_asked_for_as_a_command() {
    assertThat(Cli.piped().run("help").out()).isEqualTo(Cli.piped().run("--help").out());
    assertThat(Cli.piped().run("help", "reply").out())
        .isEqualTo(Cli.piped().run("reply", "--help").out());
  }

  @Test
  void the_shared_options_work_before_and_after_the_command() {
    assertThat(Cli.piped().run("--json", "check").json())
        .isEqualTo(Cli.piped().run("check", "--json").json());
  }

  @Test
  void it_tells_its_version() {
    assertThat(Cli.piped().run("--version").out()).startsWith("inbox ");
  }

  @ParameterizedTest
  @CsvSource({
    "ex, export",
    "list --net, --network",
    "list --network Li, LinkedIn",
    "--backend mem, memory",
    "reply --drop, --drop-unsupported",
    "completion z, zsh"
  })
  void the_completion_script_completes_a_line_in_bash(String typed, String completed)
      throws Exception {
    for (var shell : List.of("bash", "zsh")) {
      var script = Cli.piped().run("completion", shell).out();
      // A shell that is completing nothing has bash say so, on standard error.
      var bash = new ProcessBuilder("bash").redirectError(Redirect.DISCARD).start();
      try (var stdin = bash.outputWriter()) {
        stdin.write(script);
        stdin.write(
            """

            COMP_WORDS=(inbox %s)
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _complete_inbox
            echo ${COMPREPLY[@]}
            """
                .formatted(typed));
      }
      assertThat(new String(bash.getInputStream().readAllBytes(), UTF_8).strip())
          .isEqualTo(completed);
      assertThat(bash.waitFor()).isZero();
    }
  }

  @Test
  void a_line_that_names_a_command_makes_no_other() {
    try (var session = new CommandSession(CommandConsole.ofProcess(), Main::commandLine)) {
      assertThat(Main.commandLine(session, "show", "list").getSubcommands())
          .containsOnlyKeys("show");
      assertThat(Main.commandLine(session, "--backend", "memory", "show").getSubcommands())
          .containsOnlyKeys("show");
      assertThat(Main.commandLine(session, "--backend", "demo", "show").getSubcommands())
          .containsOnlyKeys("demo", "show");
      assertThat(Main.commandLine(session, "--help", "show").getSubcommands())
          .containsOnlyKeys(CommandRegistry.NAMES);
      assertThat(Main.commandLine(session, "shw").getSubcommands())
          .containsOnlyKeys(CommandRegistry.NAMES);
    }
  }

  @Test
  void every_command_goes_by_the_name_it_gives_itself() {
    try (var session = new CommandSession(CommandConsole.ofProcess(), Main::commandLine)) {
      for (var name : CommandRegistry.NAMES) {
        var command = CommandRegistry.named(name, session);
        assertThat(command.getClass().getAnnotation(Command.class).name()).isEqualTo(name);
      }
      assertThatIllegalArgumentException().isThrownBy(() -> CommandRegistry.named("x", session));
    }
  }
}
