package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every curl of the vendor's page on Conversations, against the keys and types of its samples. */
class DocumentedCurlTest {
  private static final String ITEM =
      """
      "Id": "eit000000000001", "Created": "2025-03-10 14:22:00", "Modified": "2025-03-12 09:15:30",
      "Status": "open", "Network": "Facebook", "ItemType": "Post",
      "AssigneeId": "00A000000000001", "ProfileName": "Acme Inc"
      """;

  private static final String NOTE =
      """
      {"Id": "eat000000000003", "Type": "note", "Created": "2025-03-12 10:30:00",
       "Content": "Escalated", "CreatedBy": "00A000000000001"}
      """;

  private static final String TAG = "{\"Id\": \"etg000000000001\", \"Name\": \"Support\"}";

  @ParameterizedTest(name = "{0}")
  @MethodSource("documented")
  void answers_with_the_documented_keys_and_types(String curl, String sample) throws Exception {
    try (var sandbox = Sandbox.start()) {
      var answer = Curl.run(curl, sandbox);

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("content-type", "application/json; charset=utf-8");
      assertThat(misfits("", answer.json(), new ObjectMapper().readTree(sample))).isEmpty();
    }
  }

  static Stream<Arguments> documented() {
    var host = "curl -i https://api.oktopost.com/v2/conversation";
    var item = host + "/eit000000000001";
    return Stream.of(
        Arguments.of(
            host + "?status=open&type=Post,Mention",
            "{\"Result\": true, \"Conversations\": {\"Total\": 42, \"Items\": [{" + ITEM + "}]}}"),
        Arguments.of(
            item, "{\"Result\": true, \"Conversation\": {" + ITEM + ", \"Tags\": [" + TAG + "]}}"),
        Arguments.of(item + " -X POST \\\n-d status=\"closed\"", "{\"Result\": true}"),
        Arguments.of(
            item + "/timeline",
            "{\"Result\": true, \"Timeline\": ["
                + NOTE
                + ", {\"Id\": \"eat000000000002\", \"Type\": \"share\","
                + " \"Created\": \"2025-03-11 16:45:00\", \"Content\": \"Thanks\"}]}"),
        Arguments.of(
            item
                + "/assign -X POST \\\n-d assignee_id=\"00A000000000002\" \\\n"
                + "-d note=\"Please handle this VIP customer\"",
            "{\"Result\": true, \"Assignment\":"
                + " {\"ItemId\": \"eit000000000001\", \"AssigneeId\": \"00A000000000002\"}}"),
        Arguments.of(
            item + "/note -X POST \\\n-d note=\"Escalated to engineering team\"",
            "{\"Result\": true, \"Note\": " + NOTE + "}"),
        Arguments.of(
            item + "/tag -X POST \\\n-d tags[]=\"Support\" \\\n-d tags[]=\"VIP\"",
            "{\"Result\": true, \"Tags\": [" + TAG + ", " + TAG + "]}"),
        Arguments.of(
            item
                + "/reply -X POST \\\n"
                + "-d message=\"Thanks for reaching out! We'll look into this right away.\"",
            "{\"Result\": true}"),
        Arguments.of(
            host
                + "/eit000000000002/reply -X POST \\\n-d message=\"Thanks for the feedback!\" \\\n"
                + "-d parent_comment_id=\"eit000000000003\"",
            "{\"Result\": true}"),
        Arguments.of(
            item
                + "/create-case -X POST \\\n-d integration_id=\"sfint00000000001\" \\\n"
                + "-d case_owner=\"005000000000001\" \\\n-d contact_id=\"003000000000001\" \\\n"
                + "-d case_description=\"Customer reported an issue with login\"",
            "{\"Result\": true}"),
        Arguments.of(
            "curl -i https://api.oktopost.com/v2/me",
            "{\"Result\": true, \"User\": {\"Id\": \"\", \"Name\": \"\", \"Email\": \"\","
                + " \"LastLogin\": \"\"}, \"Account\": {\"Id\": \"\", \"Name\": \"\"}}"));
  }

  /**
   * Returns where an answer has other keys or types than the sample; an element may be like any
   * there.
   */
  private static List<String> misfits(String where, JsonNode answer, JsonNode sample) {
    if (answer.getNodeType() != sample.getNodeType()) {
      // What is not assigned has no sample.
      boolean unassigned = where.endsWith("/AssigneeId") && answer.isNull();
      return unassigned
          ? List.of()
          : List.of(where + ": " + answer.getNodeType() + " instead of " + sample.getNodeType());
    }
    var misfits = new ArrayList<String>();
    if (answer.isArray()) {
      assertThat(answer).as(where).isNotEmpty();
      for (var element : answer) {
        var best =
            StreamSupport.stream(sample.spliterator(), false)
                .map(like -> misfits(where + "[]", element, like))
                .min((one, other) -> one.size() - other.size());
        misfits.addAll(best.orElseThrow());
      }
    }
    if (answer.isObject()) {
      var keys = new ArrayList<String>();
      answer.fieldNames().forEachRemaining(keys::add);
      var expected = new ArrayList<String>();
      sample.fieldNames().forEachRemaining(expected::add);
      if (!keys.equals(expected)) {
        return List.of(where + ": " + keys + " instead of " + expected);
      }
      keys.forEach(
          key -> misfits.addAll(misfits(where + "/" + key, answer.get(key), sample.get(key))));
    }
    return misfits;
  }
}
