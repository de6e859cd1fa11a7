package io.inboxport.conversation;

import static io.inboxport.properties.Generators.strings;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.properties.PropertyCheck;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenVocabularyTest {
  private record Vocabulary(Function<String, OpenTerm<?>> of, List<? extends OpenTerm<?>> values) {}

  private static final List<Vocabulary> VOCABULARIES =
      List.of(
          new Vocabulary(Network::of, Network.values()),
          new Vocabulary(ItemType::of, ItemType.values()),
          new Vocabulary(Status::of, Status.values()),
          new Vocabulary(EntryType::of, EntryType.values()),
          new Vocabulary(EventName::of, EventName.values()));

  @Test
  void the_known_words_are_the_vendors() {
    assertThat(Network.values())
        .extracting(Network::name)
        .containsExactly("Facebook", "Twitter", "LinkedIn", "Instagram", "YouTube", "TikTok");
    assertThat(ItemType.values())
        .extracting(ItemType::name)
        .containsExactly("Conversation", "Post", "Mention", "Reply");
    assertThat(Status.values()).extracting(Status::name).containsExactly("open", "closed");
    assertThat(EntryType.values()).extracting(EntryType::name).containsExactly("note", "share");
  }

  @Test
  void every_known_value_has_its_constant_in_order() {
    assertThat(Network.values().stream().map(v -> v.known().orElseThrow()))
        .containsExactly(Network.Known.values());
    assertThat(ItemType.values().stream().map(v -> v.known().orElseThrow()))
        .containsExactly(ItemType.Known.values());
    assertThat(Status.values().stream().map(v -> v.known().orElseThrow()))
        .containsExactly(Status.Known.values());
    assertThat(EntryType.values().stream().map(v -> v.known().orElseThrow()))
        .containsExactly(EntryType.Known.values());
    assertThat(EventName.values().stream().map(v -> v.known().orElseThrow()))
        .containsExactly(EventName.Known.values());
  }

  @Test
  void the_vendors_own_spelling_gives_the_constant_itself() {
    assertThat(Network.of("LinkedIn")).isSameAs(Network.LINKEDIN);
    assertThat(ItemType.of("Mention")).isSameAs(ItemType.MENTION);
    assertThat(Status.of("closed")).isSameAs(Status.CLOSED);
  }

  @Test
  void case_does_not_matter_even_where_the_dotted_i_is_another_letter() {
    assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
    for (var vocabulary : VOCABULARIES) {
      for (var known : vocabulary.values) {
        for (var text : bothCases(known.name())) {
          var word = vocabulary.of.apply(text);

          assertThat(word).isEqualTo(known).hasSameHashCodeAs(known).hasToString(known.name());
          assertThat(word.known()).isEqualTo(known.known());
          assertThat(word.text()).isEqualTo(text);
        }
      }
    }
  }

  @Test
  void an_unknown_word_is_the_same_in_any_case_even_where_the_dotted_i_is_another_letter() {
    for (var vocabulary : VOCABULARIES) {
      var word = vocabulary.of.apply("GIPHY I");

      assertThat(vocabulary.of.apply("giphy i")).isEqualTo(word).hasSameHashCodeAs(word);
      assertThat(word.known()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"X, Twitter", "x, Twitter", "Youtube, YouTube", "FACEBOOK, Facebook"})
  void other_spellings_that_were_seen_keep_their_text(String text, String name) {
    var network = Network.of(text);

    assertThat(network).isEqualTo(Network.of(name)).hasSameHashCodeAs(Network.of(name));
    assertThat(network.text()).isEqualTo(text);
    assertThat(network.name()).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"Bluesky", "pending", "'Post '", "''", "' '", "XX", "Twitter/X"})
  void an_unknown_word_is_kept_and_unknown(String text) {
    for (var vocabulary : VOCABULARIES) {
      var word = vocabulary.of.apply(text);

      assertThat(word.known()).isEmpty();
      assertThat(word.text()).isEqualTo(text);
      assertThat(word.name()).isEqualTo(text);
      assertThat(word).hasToString(text.isEmpty() ? "(none)" : text);
    }
  }

  @Test
  void words_of_different_vocabularies_are_never_equal() {
    assertThat((Object) Network.of("Reply")).isNotEqualTo(ItemType.REPLY);
    assertThat((Object) Status.of("new")).isNotEqualTo(ItemType.of("new")).isNotEqualTo(null);
    assertThat(Network.FACEBOOK).isNotEqualTo(Network.TIKTOK);
  }

  @Test
  void any_text_is_kept_and_none_throws() {
    PropertyCheck.standard()
        .forAll(
            strings(),
            text -> {
              for (var vocabulary : VOCABULARIES) {
                assertThat(vocabulary.of.apply(text).text()).isEqualTo(text);
                assertThat(vocabulary.of.apply(text)).isEqualTo(vocabulary.of.apply(text));
              }
            });
  }

  @Test
  void words_that_are_equal_have_equal_hashes() {
    PropertyCheck.standard()
        .forAll(
            strings(),
            text -> {
              for (var vocabulary : VOCABULARIES) {
                for (var other : bothCases(text)) {
                  if (vocabulary.of.apply(text).equals(vocabulary.of.apply(other))) {
                    assertThat(vocabulary.of.apply(text))
                        .hasSameHashCodeAs(vocabulary.of.apply(other));
                  }
                }
              }
            });
  }

  @Test
  void letters_outside_the_basic_plane_fold_too() {
    var upper = Network.of("\uD801\uDC00"); // Deseret capital long I
    var lower = Network.of("\uD801\uDC28");

    assertThat(upper).isEqualTo(lower).hasSameHashCodeAs(lower);
  }

  private static List<String> bothCases(String text) {
    return List.of(text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
  }
}
