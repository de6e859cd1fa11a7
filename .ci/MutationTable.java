import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Writes the results in docs/mutation-testing.md from the reports of a mutation run.
 *
 * <p>Run it in the root of the project, after the command that the page names:
 *
 * <pre>java .ci/MutationTable.java</pre>
 */
final class MutationTable {
  private static final Path PAGE = Path.of("docs", "mutation-testing.md");
  private static final String START = "<!-- results: written by .ci/MutationTable.java -->\n";
  private static final String END = "<!-- end of the results -->\n";

  private static final List<Run> RUNS =
      List.of(
          new Run("`core`: `reply`, `tag`, `text`", "core", "rules", "/rules"),
          new Run("`core`: everything else", "core", "elsewhere", "/elsewhere"),
          new Run("`budget`", "budget", "budget", ""),
          new Run("`adapter-http`: the framing of answers", "adapter-http", "framing", "/framing"),
          new Run(
              "`adapter-http`: the parts of a call", "adapter-http", "parts-of-a-call", "/parts"),
          new Run(
              "`adapter-http`: the course of a call", "adapter-http", "course-of-a-call", "/course"),
          new Run("`testkit`: the sandbox", "testkit", "sandbox", ""),
          new Run("`app-examples`: export and report", "app-examples", "export-and-report", ""));

  private MutationTable() {}

  /** One mutation run: its part of the code, and where its settings and its report are. */
  private record Run(String part, String module, String execution, String folder) {
    Path report() {
      return Path.of(module, "target", "pit" + folder, "mutations.xml");
    }

    /** Returns the share of the changes that must be found, as the build has it. */
    String threshold() throws IOException {
      var setting =
          Pattern.compile(
                  "(?s)<id>" + execution + "</id>.*?<mutationThreshold>(\\d+)</mutationThreshold>")
              .matcher(Files.readString(Path.of(module, "pom.xml")));
      if (!setting.find()) {
        throw new IllegalStateException(module + " has no threshold for " + execution + ".");
      }
      return setting.group(1);
    }
  }

  /** One change that the run made. */
  private record Change(String type, int line, String method, String mutator, String status) {
    boolean isFound() {
      return !status.equals("SURVIVED") && !status.equals("NO_COVERAGE");
    }
  }

  public static void main(String[] args) throws Exception {
    var table = new StringBuilder();
    var survivors = new StringBuilder();
    for (var run : RUNS) {
      var result = "not run";
      if (Files.exists(run.report())) {
        var changes = read(run.report());
        long found = changes.stream().filter(Change::isFound).count();
        result = found + " of " + changes.size();
        changes.stream()
            .filter(change -> !change.isFound())
            .map(MutationTable::row)
            .forEach(survivors::append);
      }
      table.append("| %s | %s %% | %s |%n".formatted(run.part(), run.threshold(), result));
    }
    write(
        "| part | threshold | changes found |\n| --- | ---: | ---: |\n"
            + table
            + (survivors.isEmpty()
                ? ""
                : "\nThese changes survived:\n\n| class | line | method | change | |\n"
                    + "| --- | ---: | --- | --- | --- |\n"
                    + survivors));
  }

  private static List<Change> read(Path report) throws Exception {
    var nodes =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(report.toFile())
            .getElementsByTagName("mutation");
    var changes = new ArrayList<Change>();
    for (int i = 0; i < nodes.getLength(); i++) {
      var mutation = (Element) nodes.item(i);
      changes.add(
          new Change(
              text(mutation, "mutatedClass"),
              Integer.parseInt(text(mutation, "lineNumber")),
              text(mutation, "mutatedMethod"),
              text(mutation, "mutator"),
              mutation.getAttribute("status")));
    }
    return changes;
  }

  private static String text(Element mutation, String name) {
    return mutation.getElementsByTagName(name).item(0).getTextContent();
  }

  private static String row(Change change) {
    return "| `%s` | %d | `%s` | %s | %s |%n"
        .formatted(
            change.type().replaceFirst("^.*\\.", "").replace('$', '.'),
            change.line(),
            change.method(),
            words(change.mutator()),
            change.status().equals("NO_COVERAGE") ? "no test comes here" : "");
  }

  /**
   * The name of a mutator in words: {@code ConditionalsBoundaryMutator} is conditionals boundary.
   */
  private static String words(String mutator) {
    var name = mutator.replaceFirst("^.*\\.", "").replaceFirst("Mutator.*$", "");
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static void write(String results) throws IOException {
    var page = Files.readString(PAGE);
    int start = page.indexOf(START);
    int end = page.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalStateException(PAGE + " has no place for the results.");
    }
    var lines = results.lines().collect(Collectors.joining("\n", "\n", "\n\n"));
    Files.writeString(PAGE, page.substring(0, start) + START + lines + page.substring(end));
    System.out.print(results);
  }
}
