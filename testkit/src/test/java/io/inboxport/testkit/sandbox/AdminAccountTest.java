package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The admin path tells all of what was sent, and takes settings that name one thing alone. */
class AdminAccountTest extends OpenSandbox {
  @Test
  void a_case_and_a_threaded_reply_are_told_with_all_that_was_sent() throws IOException {
    admin("items", "{'id':'eit1','type':'Post','network':'Facebook','text':'Hello'}");
    admin("credentials", "{'id':'003-1-9','network':'Facebook'}");
    admin("integrations", "{'id':'sfint1'}");
    send(
        "reply",
        "message=On+it&credential_id=003-1-9&parent_comment_id=c1&media[0][u]=x&media[1][u]=y");
    send(
        "create-case",
        "integration_id=sfint1&case_owner=005&contact_id=006&case_description=Broken");

    var sent = admin("sent", "{'item':'eit1'}");

    assertThat(sent.at("/replies/0/parentComment").asText()).isEqualTo("c1");
    assertThat(sent.at("/replies/0/media").toString()).isEqualTo("[{\"u\":\"x\"},{\"u\":\"y\"}]");
    assertThat(sent.at("/cases").toString())
        .isEqualTo(
            "[{\"integration\":\"sfint1\",\"owner\":\"005\",\"contact\":\"006\","
                + "\"description\":\"Broken\"}]");
  }

  @Test
  void either_count_of_the_list_is_set_alone() throws IOException {
    var before = admin("behavior", "{}");

    assertThat(admin("behavior", "{'listStandard':5}").path("listMaximum"))
        .isEqualTo(before.path("listMaximum"));
    var after = admin("behavior", "{'listMaximum':50}");
    assertThat(after.path("listStandard").asInt()).isEqualTo(5);
    assertThat(after.path("listMaximum").asInt()).isEqualTo(50);
  }

  @Test
  void a_fault_lasts_as_long_as_it_is_told() throws IOException {
    admin("faults", "{'operation':'me','fault':'stall','time':'PT0S'}");

    assertThat(Wire.get(sandbox, "/v2/me").status()).isEqualTo(200);
    assertThat(sandbox.faults().fired().get(0).fault().time()).isZero();
  }

  private static JsonNode admin(String path, String json) throws IOException {
    var answer = Wire.call(sandbox, "POST", "/-/" + path, json.replace('\'', '"'));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private static void send(String what, String form) throws IOException {
    var answer = Wire.call(sandbox, "POST", "/v2/conversation/eit1/" + what, form);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
