package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.inmemory.SettableClock;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that an admin action does not know is refused before the action does anything. */
class AdminRefusalTest {
  private static final List<Action> ACTIONS =
      List.of(
          new Action("GET", "clock", "{}"),
          new Action("POST", "clock", "{'advance':'PT1M'}"),
          new Action("GET", "dialect", "{}"),
          new Action("POST", "dialect", "{'timestamps':'epoch-number'}"),
          new Action("GET", "limits", "{}"),
          new Action("POST", "limits", "{'perDay':5}"),
          new Action("GET", "behavior", "{}"),
          new Action("POST", "behavior", "{'timelinePage':3}"),
          new Action("GET", "faults", "{}"),
          new Action("POST", "faults", "{'operation':'list','fault':'html'}"),
          new Action("DELETE", "faults", "{}"),
          new Action("GET", "twin-faults", "{}"),
          new Action("POST", "twin-faults", "{'operation':'get','fault':'another-conversation'}"),
          new Action("DELETE", "twin-faults", "{}"),
          new Action("GET", "received", "{}"),
          new Action("DELETE", "received", "{}"),
          new Action("GET", "health", "{}"),
          new Action("GET", "webhooks", "{}"),
          new Action("POST", "webhooks", "{'id':'whk1','url':'http://127.0.0.1:9/','secret':'s'}"),
          new Action("DELETE", "webhooks", "{}"),
          new Action("POST", "webhook-mishaps", "{'mishap':'lost'}"),
          new Action("POST", "webhook-delivery", "{}"),
          new Action("POST", "items", "{'text':'Hello'}"),
          new Action("POST", "activity", "{'item':'eit1','text':'Hello'}"),
          new Action("POST", "entries", "{'item':'eit1','id':'eat9','type':'like','text':''}"),
          new Action("POST", "edit-entry", "{'item':'eit1','id':'eat1','text':'Changed'}"),
          new Action("POST", "delete-entry", "{'item':'eit1','id':'eat1'}"),
          new Action("POST", "delete-item", "{'item':'eit1'}"),
          new Action("POST", "users", "{'id':'00A3','name':'Kim','email':'kim@acme.example'}"),
          new Action("POST", "credentials", "{'id':'003-1-9','network':'Facebook'}"),
          new Action("POST", "integrations", "{'id':'sfint1'}"),
          new Action("POST", "tags", "{'name':'VIP'}"),
          new Action("POST", "sent", "{'item':'eit1'}"),
          new Action("POST", "snapshot", "{'name':'two'}"),
          new Action("POST", "restore", "{'name':'one'}"),
          new Action("POST", "reset", "{}"));

  private Sandbox sandbox;

  @BeforeEach
  void open() throws IOException {
    var clock = SettableClock.at(Instant.parse("2025-03-10T14:22:00Z"));
    sandbox = Sandbox.builder().empty().clock(clock).start();
    done("POST", "items", "{'id':'eit1'}");
    done("POST", "entries", "{'item':'eit1','id':'eat1','type':'message','text':'Hello'}");
    done("POST", "snapshot", "{'name':'one'}");
    done("POST", "faults", "{'operation':'get','fault':'html'}");
    done("POST", "twin-faults", "{'operation':'assign','fault':'another-user'}");
    done("POST", "items", "{'id':'eit2'}");
    Wire.get(sandbox, "/v2/me");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  static List<Action> actions() {
    return ACTIONS;
  }

  @ParameterizedTest
  @MethodSource("actions")
  void an_unknown_key_is_refused_and_nothing_is_done(Action action) throws IOException {
    var before = world();

    var answer = call(action.method(), action.path(), action.with("colour"));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("error").asText())
        .startsWith("Unknown key \"colour\": accepted ");
    assertThat(world()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("actions")
  void without_it_the_same_is_done_and_answered_with_an_object(Action action) throws IOException {
    assertThat(done(action.method(), action.path(), action.input()).isObject()).isTrue();
  }

  @Test
  void these_are_all_the_actions_there_are() throws IOException {
    var listed = call("GET", "nowhere", "").json().path("error").asText();
    var paths = ACTIONS.stream().map(Action::path).distinct().map(path -> "/-/" + path).toList();

    assertThat(List.of(listed.replaceFirst("^.*accepted are ", "").split(", ")))
        .containsExactlyInAnyOrderElementsOf(paths);
    for (var path : paths) {
      var methods =
          ACTIONS.stream()
              .filter(action -> path.equals("/-/" + action.path()))
              .map(Action::method)
              .flatMap(
                  method -> method.equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(method))
              .sorted()
              .collect(Collectors.joining(", "));
      assertThat(call("PUT", path.substring(3), "").json().path("error").asText())
          .isEqualTo(path + " takes " + methods);
    }
  }

  /** Returns what the admin path tells, and what the twin holds. */
  private String world() throws IOException {
    var told = new ArrayList<String>();
    var paths = List.of("clock", "dialect", "limits", "behavior", "faults", "twin-faults");
    for (var path : paths) {
      told.add(done("GET", path, "").toString());
    }
    told.add(done("GET", "received", "").path("total").asText());
    told.add(call("POST", "restore", "{'name':'no such'}").body());
    var twin = sandbox.twin();
    for (var item : twin.list(ConversationQuery.all()).items()) {
      told.add(item + " " + twin.timeline(item.id(), null).entries());
    }
    return told.toString();
  }

  private JsonNode done(String method, String path, String json) throws IOException {
    var answer = call(method, path, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private Wire.Answer call(String method, String path, String json) throws IOException {
    return Wire.call(sandbox, method, "/-/" + path, json.replace('\'', '"'));
  }

  /** Action of the admin path, with an input that it takes; apostrophes stand for quotes. */
  record Action(String method, String path, String input) {
    String with(String key) throws IOException {
      var json = (ObjectNode) SandboxJson.mapper().readTree(input.replace('\'', '"'));
      return json.put(key, "red").toString();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
