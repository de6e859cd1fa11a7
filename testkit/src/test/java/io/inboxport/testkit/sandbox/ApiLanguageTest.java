package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.testkit.sandbox.Dialect.ErrorShape;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how requests are understood, and answers written. */
class ApiLanguageTest extends OpenSandbox {
  @Test
  void a_list_is_filtered_by_what_the_query_says() throws IOException {
    var page =
        Wire.get(
                sandbox,
                "/v2/conversation?status=open,&network=Facebook,%20LinkedIn&type=Conversation&_count=1")
            .json()
            .at("/Conversations");

    assertThat(page.at("/Total").asInt()).isGreaterThan(1);
    assertThat(page.at("/Items")).hasSize(1);
    assertThat(page.at("/Items/0/ItemType").asText()).isEqualTo("Conversation");
    assertThat(
            Wire.get(sandbox, "/v2/conversation?q=no+such+text")
                .json()
                .at("/Conversations/Total")
                .asInt())
        .isZero();
  }

  @Test
  void equal_dialects_have_equal_hashes_and_others_differ() {
    var dialect =
        Dialect.documented().toBuilder().timestamps(Dialect.TimestampForm.EPOCH_TEXT).build();

    assertThat(dialect).isEqualTo(dialect.toBuilder().build()).isNotEqualTo(Dialect.documented());
    assertThat(dialect.hashCode())
        .isEqualTo(dialect.toBuilder().build().hashCode())
        .isNotEqualTo(Dialect.documented().hashCode());
  }

  @Test
  void a_timeline_goes_on_after_the_last_loaded_entry() throws IOException {
    var first = Wire.get(sandbox, ITEM + "/timeline").json().at("/Timeline");
    var newest = first.at("/0/Id").asText();

    var rest =
        Wire.get(sandbox, ITEM + "/timeline?last_loaded_id=" + newest).json().at("/Timeline");

    assertThat(rest).hasSize(first.size() - 1);
    assertThat(rest.get(0)).isEqualTo(first.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "note=Gr%C3%BC%C3%9Fe+%26+mehr+%F0%9F%91%8B",
        "note=Gr\u00fc\u00dfe %26 mehr \ud83d\udc4b",
        "note=first&note=Gr%c3%bc%c3%9fe%20%26+mehr \ud83d\udc4b&",
      })
  void a_form_is_read_raw_and_percent_encoded(String form) throws IOException {
    var answer = Wire.call(sandbox, "POST", ITEM + "/note", form);

    assertThat(answer.json().at("/Note/Content").asText())
        .isEqualTo("Gr\u00fc\u00dfe & mehr \ud83d\udc4b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tags[]=VIP&tags[]=Billing",
        "tags[0]=VIP&tags[1]=Billing",
        "tags%5B%5D=VIP&tags%5B%5D=Billing",
        "tags[7]=VIP&tags[]=Billing",
      })
  void tags_come_in_every_spelling_of_an_array(String form) throws IOException {
    var tags = Wire.call(sandbox, "POST", ITEM + "/tag", form).json().at("/Tags");

    assertThat(tags.findValuesAsText("Name")).containsExactly("VIP", "Billing");
  }

  @Test
  void one_empty_tag_is_none() throws IOException {
    assertThat(Wire.call(sandbox, "POST", ITEM + "/tag", "tags[]=").json().at("/Tags")).isEmpty();
    assertThat(Wire.get(sandbox, ITEM).json().at("/Conversation/Tags")).isEmpty();
  }

  @Test
  void media_objects_arrive_with_their_keys() throws IOException {
    Wire.call(
        sandbox,
        "POST",
        ITEM + "/reply",
        "message=See&media[0][url]=https://a.example/1&media[0][type]=image&media[1][url]=b");

    var id = ConversationId.of("eit000000000001");
    var replies = sandbox.twin().replies(id);
    assertThat(replies.get(replies.size() - 1).media())
        .containsExactly(Map.of("url", "https://a.example/1", "type", "image"), Map.of("url", "b"));
  }

  @ParameterizedTest
  @EnumSource
  void errors_come_in_the_shape_that_is_spoken(ErrorShape shape) throws IOException {
    sandbox.speak(Dialect.documented().toBuilder().errors(shape).build());

    var body = Wire.get(sandbox, "/v2/conversation/missing").json();

    assertThat(body.at("/Result").asBoolean(true)).isFalse();
    switch (shape) {
      case API_MESSAGE -> assertThat(body.at("/Errors/api/message").asText()).isNotEmpty();
      case API_ERROR -> assertThat(body.at("/Errors/API/Error").asText()).isNotEmpty();
      case PARAM -> assertThat(body.at("/Errors/Param/get").asText()).isNotEmpty();
      case EMPTY_LIST -> assertThat(body.at("/Errors").isArray()).isTrue();
      case ABSENT -> assertThat(body.has("Errors")).isFalse();
    }
  }

  @Test
  void items_are_written_in_the_dialect_that_is_spoken() throws IOException {
    sandbox.speak(
        Dialect.documented().toBuilder()
            .itemTypes(Dialect.ItemTypeSpelling.LOWER_CASE)
            .timestamps(Dialect.TimestampForm.EPOCH_NUMBER)
            .noAssignee(Dialect.NoAssignee.ABSENT)
            .build());

    var items = Wire.get(sandbox, "/v2/conversation?_count=100").json().at("/Conversations/Items");

    assertThat(items.findValuesAsText("ItemType"))
        .contains("conversation", "post", "mention", "reply");
    assertThat(items.findValues("Created")).allMatch(JsonNode::isNumber);
    assertThat(items.findValues("AssigneeId")).hasSizeLessThan(items.size());

    sandbox.speak(
        Dialect.documented().toBuilder().timestamps(Dialect.TimestampForm.EPOCH_TEXT).build());
    assertThat(Wire.get(sandbox, ITEM).json().at("/Conversation/Created").asText()).matches("\\d+");
  }

  @Test
  void what_came_in_is_told_with_what_became_of_it() throws IOException {
    Wire.call(sandbox, "POST", ITEM + "/tag?x=1", "tags[]=VIP&tags[]=");
    Wire.call(sandbox, "POST", ITEM + "/tag", "tags[]=VIP");

    var requests = sandbox.received().requests();

    assertThat(requests).hasSize(2);
    assertThat(requests.get(0).path()).isEqualTo(ITEM + "/tag");
    assertThat(requests.get(0).query()).containsExactly(Map.entry("x", List.of("1")));
    assertThat(requests.get(0).form()).containsExactly(Map.entry("tags[]", List.of("VIP", "")));
    assertThat(requests).extracting(ReceivedRequest::executed).containsExactly(false, true);
    assertThat(requests).extracting(ReceivedRequest::status).containsExactly(400, 200);
    assertThat(sandbox.received().count(Operation.REPLACE_TAGS)).isEqualTo(2);
    assertThat(sandbox.received().executed(Operation.REPLACE_TAGS)).isEqualTo(1);
    assertThat(requests.toString()).doesNotContain("VIP");
  }

  @Test
  void a_builder_holds_the_dialect_it_came_from_and_changes_none_of_it() {
    var own = Dialect.documented().toBuilder().noAssignee(Dialect.NoAssignee.EMPTY).build();

    assertThat(own.toBuilder().build()).isEqualTo(own).hasSameHashCodeAs(own);
    assertThat(own.toBuilder().errors(Dialect.ErrorShape.PARAM).build()).isNotEqualTo(own);
    assertThat(own)
        .hasToString(
            "Dialect[errors=API_MESSAGE, itemTypes=AS_RECEIVED, timestamps=TEXT,"
                + " noAssignee=EMPTY, json=PLAIN, emptyPages=OBJECT, numbers=NUMBER, lists=LIST, references=TEXT,"
                + " warnings=NONE]");
    assertThat(Dialect.documented()).isNotEqualTo(own);
  }
}
