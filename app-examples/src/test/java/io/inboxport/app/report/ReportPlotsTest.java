package io.inboxport.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The drawn bars themselves: their lengths are the counts. */
class ReportPlotsTest {
  private static final Offset<Double> A_PIXEL = within(1.0);

  @Test
  void columns_are_as_high_as_their_counts_and_the_highest_fills_the_plot() {
    var bars =
        DrawnBar.of(ReportPlots.columns(counts("Some", 2, "More", 6, "None", 0)).orElseThrow(), 11);

    assertThat(bars.get(1).height()).isCloseTo(3 * bars.get(0).height(), A_PIXEL);
    assertThat(bars.get(1).height()).isGreaterThan(180);
    assertThat(bars.get(1).x()).isGreaterThan(bars.get(0).x());
  }

  @Test
  void rows_are_as_long_as_their_counts_with_the_first_on_top() {
    var bars = DrawnBar.of(ReportPlots.rows(counts("More", 6, "Some", 2)).orElseThrow(), 11);

    assertThat(bars).hasSize(2);
    assertThat(bars.get(0).width()).isCloseTo(3 * bars.get(1).width(), A_PIXEL);
    assertThat(bars.get(0).y()).isLessThan(bars.get(1).y());
  }

  @Test
  void the_axis_has_whole_numbers_only() {
    var counts = counts("Some", 1, "More", 3);
    int names = 2;
    int marks = 4; // From 0 to 3.

    assertThat(DrawnBar.labels(ReportPlots.columns(counts).orElseThrow())).isEqualTo(names + marks);
    assertThat(DrawnBar.labels(ReportPlots.rows(counts).orElseThrow())).isEqualTo(names + marks);
  }

  @Test
  void layers_stand_on_each_other_and_share_the_height() {
    var layers = new LinkedHashMap<String, Map<String, Long>>();
    layers.put("Post", Map.of("TikTok", 1L, "YouTube", 4L));
    layers.put("Mention", Map.of("TikTok", 3L));
    var plot = ReportPlots.columns(layers, List.of("TikTok", "YouTube")).orElseThrow();

    var posts = DrawnBar.of(plot, 11);
    var mention = DrawnBar.of(plot, 12).get(0);
    assertThat(posts.get(1).height()).isCloseTo(4 * posts.get(0).height(), A_PIXEL);
    assertThat(mention.height()).isCloseTo(3 * posts.get(0).height(), A_PIXEL);
    assertThat(mention.y() + mention.height()).isCloseTo(posts.get(0).y(), A_PIXEL);
    assertThat(mention.y()).isCloseTo(posts.get(1).y(), A_PIXEL);
  }

  @Test
  void layers_whose_names_differ_only_behind_the_room_for_them_are_one() {
    var layers = new LinkedHashMap<String, Map<String, Long>>();
    layers.put("PrivateConversationNote", Map.of("TikTok", 1L, "YouTube", 1L));
    layers.put("PrivateConversationThread", Map.of("TikTok", 2L));
    var bars =
        DrawnBar.of(ReportPlots.columns(layers, List.of("TikTok", "YouTube")).orElseThrow(), 11);

    assertThat(bars.get(0).height()).isCloseTo(3 * bars.get(1).height(), A_PIXEL);
  }

  @Test
  void rows_whose_names_differ_only_behind_the_room_for_them_are_one() {
    var bars =
        DrawnBar.of(
            ReportPlots.rows(
                    counts("a-very-long-tag-1", 2, "a-very-long-tag-2", 1, "sixteen-in-full!", 1))
                .orElseThrow(),
            11);

    assertThat(bars).hasSize(2);
    assertThat(bars.get(0).width()).isCloseTo(3 * bars.get(1).width(), A_PIXEL);
  }

  @Test
  void names_with_just_the_room_they_need_stay_apart() {
    var plot = ReportPlots.rows(counts("fifteen-and-one1", 1, "fifteen-and-one2", 1));

    assertThat(DrawnBar.of(plot.orElseThrow(), 11)).hasSize(2);
  }

  @Test
  void only_the_first_eight_rows_have_room() {
    var counts = new LinkedHashMap<String, Long>();
    for (long i = 12; i > 0; i--) {
      counts.put("tag " + i, i);
    }

    assertThat(DrawnBar.of(ReportPlots.rows(counts).orElseThrow(), 11)).hasSize(8);
  }

  @Test
  void without_counts_there_is_nothing_to_draw() {
    assertThat(ReportPlots.rows(Map.of())).isEmpty();
    assertThat(ReportPlots.columns(Map.of("Post", Map.of()), List.of("TikTok"))).isEmpty();
  }

  @Test
  void a_legend_names_the_layers_and_a_single_one_needs_none() {
    var one = ReportPlots.columns(Map.of("Post", Map.of("TikTok", 1L)), List.of("TikTok"));
    var two =
        ReportPlots.columns(
            Map.of("Post", Map.of("TikTok", 1L), "Reply", Map.of("TikTok", 1L)), List.of("TikTok"));

    assertThat(bottomOfTheBars(two.orElseThrow())).isLessThan(bottomOfTheBars(one.orElseThrow()));
  }

  private static double bottomOfTheBars(String plot) {
    return DrawnBar.of(plot, 11).stream()
        .mapToDouble(bar -> bar.y() + bar.height())
        .max()
        .orElseThrow();
  }

  private static Map<String, Long> counts(Object... namesAndCounts) {
    var counts = new LinkedHashMap<String, Long>();
    for (int i = 0; i < namesAndCounts.length; i += 2) {
      counts.put((String) namesAndCounts[i], ((Integer) namesAndCounts[i + 1]).longValue());
    }
    return counts;
  }
}
