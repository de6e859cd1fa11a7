package io.inboxport.testkit.contract;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.inmemory.OpenQuestion;
import io.inboxport.inmemory.ServerBehavior;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about fidelity says what is so. */
class FidelityPageTest {
  private static final Path PAGE = Path.of(System.getProperty("house.root"), "docs", "fidelity.md");
  private static final String START = "<!-- generated -->\n";
  private static final String END = "<!-- end -->";
  private static final String RENEW =
      "mvn -q test -pl testkit -am -Dtest=FidelityPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Drenew";

  @Test
  void lists_every_scenario() throws IOException {
    var page = Files.readString(PAGE);
    int from = page.indexOf(START) + START.length();
    int to = page.indexOf(END, from);
    if (Boolean.getBoolean("renew")) {
      Files.writeString(PAGE, page.substring(0, from) + scenarios() + page.substring(to));
      return;
    }
    assertThat(page.substring(from, to))
        .as("the scenarios in docs/fidelity.md; renew them with: " + RENEW)
        .isEqualTo(scenarios());
  }

  @Test
  void answers_every_open_question_as_the_twin_does() throws IOException {
    for (var question : OpenQuestion.values()) {
      var answer = ServerBehavior.documented().accepts(question) ? "yes" : "no";
      assertThat(Files.readString(PAGE))
          .as("docs/fidelity.md about " + question)
          .containsPattern("\\| `" + question + "` \\| [^|]+ \\| " + answer + " \\|\n");
    }
  }

  @Test
  void names_every_other_switch_with_its_default() throws IOException {
    var behavior = ServerBehavior.documented();
    var switches =
        Arrays.stream(ServerBehavior.Builder.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(method -> method.getName())
            .filter(name -> !Set.of("accepting", "rejecting", "build").contains(name))
            .toList();
    assertThat(switches).isNotEmpty();
    for (var name : switches) {
      assertThat(behavior.toString()).contains(name + "=");
      var standard = behavior.toString().split(name + "=", 2)[1].split("[,\\]]", 2)[0];
      assertThat(Files.readString(PAGE))
          .as("docs/fidelity.md about " + name)
          .containsPattern("\\| `" + name + "` \\| [^|]+ \\| `" + standard + "` \\|\n");
    }
  }

  private static String scenarios() {
    var bySubject =
        ScenarioCatalog.all().stream()
            .collect(groupingBy(Scenario::topic, LinkedHashMap::new, Collectors.toList()));
    var text = new StringBuilder("There are **" + ScenarioCatalog.all().size() + "**.\n");
    bySubject.forEach(
        (subject, scenarios) -> {
          text.append("\n### " + subject + " (" + scenarios.size() + ")\n\n");
          text.append("| id | what is so |\n|---|---|\n");
          scenarios.forEach(s -> text.append("| `" + s.id() + "` | " + s.sentence() + ". |\n"));
        });
    return text.toString();
  }
}
