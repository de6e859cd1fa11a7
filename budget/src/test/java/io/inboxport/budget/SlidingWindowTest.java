package io.inboxport.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A window of two requests in ten nanoseconds. */
class SlidingWindowTest {
  private final SlidingWindow window = new SlidingWindow(2, 10);

  @Test
  void a_new_one_is_empty_and_has_room() {
    assertThat(window.isEmpty()).isTrue();
    assertThat(window.hasRoom()).isTrue();
    assertThat(window.earliest(5, 0)).isEqualTo(5);
  }

  @Test
  void a_request_under_way_takes_room_as_one_that_was_answered_does() {
    window.take();
    assertThat(window.isEmpty()).isFalse();
    window.take();
    assertThat(window.hasRoom()).isFalse();

    window.answered(3, 3);

    assertThat(window.isEmpty()).as("one answered, one under way").isFalse();
    assertThat(window.hasRoom()).isFalse();
  }

  @Test
  void an_answer_is_forgotten_after_the_length_and_no_sooner() {
    answer(3);

    window.dropExpired(12);
    assertThat(window.isEmpty()).isFalse();
    window.dropExpired(13);
    assertThat(window.isEmpty()).isTrue();
  }

  @Test
  void whoever_comes_now_waits_for_the_oldest_answers_and_for_those_before_it() {
    answer(3);
    answer(7);

    assertThat(window.earliest(8, 0)).isEqualTo(13);
    assertThat(window.earliest(8, 1)).isEqualTo(17);
    assertThat(window.earliest(8, 2)).isEqualTo(23);
    assertThat(window.earliest(8, 3)).isEqualTo(27);
    assertThat(window.earliest(8, 5)).isEqualTo(37);
  }

  @Test
  void a_request_under_way_is_taken_to_be_answered_now() {
    answer(3);
    window.take();

    assertThat(window.earliest(8, 0)).isEqualTo(13);
    assertThat(window.earliest(8, 1)).isEqualTo(18);
  }

  @Test
  void a_place_given_back_is_free_at_once() {
    window.take();
    window.take();
    window.giveBack();

    assertThat(window.hasRoom()).isTrue();
  }

  @Test
  void a_request_given_up_frees_its_place_a_length_after_its_grace() {
    window.take();
    window.take();
    window.answered(3, 9);
    window.answered(4, 4);

    assertThat(window.hasRoom()).isFalse();
    assertThat(window.earliest(5, 0)).isEqualTo(14);
    assertThat(window.earliest(5, 1)).isEqualTo(19);
    window.dropExpired(18);
    assertThat(window.earliest(18, 0)).isEqualTo(18);
    assertThat(window.earliest(18, 1)).isEqualTo(19);
    window.dropExpired(19);
    assertThat(window.isEmpty()).isTrue();
  }

  @Test
  void requests_that_leave_now_come_before_one_whose_grace_lies_ahead() {
    window.take();
    window.answered(3, 9);
    window.take();

    assertThat(window.earliest(5, 0)).isEqualTo(15);
    assertThat(window.earliest(5, 1)).isEqualTo(19);
    assertThat(window.earliest(5, 2)).isEqualTo(25);
  }

  private void answer(long now) {
    window.take();
    window.answered(now, now);
  }

  @Test
  void an_answer_takes_its_place_before_all_whose_grace_ends_later() {
    var wide = new SlidingWindow(4, 10);
    answer(wide, 3, 20);
    answer(wide, 4, 30);
    answer(wide, 5, 6);

    wide.dropExpired(16);

    wide.take();
    assertThat(wide.hasRoom()).isTrue();
    wide.take();
    assertThat(wide.hasRoom()).as("two whose grace lies ahead, two under way").isFalse();
  }

  @Test
  void those_who_leave_now_come_before_all_whose_grace_lies_ahead() {
    var wide = new SlidingWindow(4, 10);
    answer(wide, 3, 20);
    answer(wide, 3, 30);
    answer(wide, 3, 40);

    assertThat(wide.earliest(5, 0)).isEqualTo(5);
    assertThat(wide.earliest(5, 1)).isEqualTo(15);
    assertThat(wide.earliest(5, 2)).isEqualTo(30);
    assertThat(wide.earliest(5, 3)).isEqualTo(40);
    assertThat(wide.earliest(5, 4)).isEqualTo(50);
    assertThat(wide.earliest(5, 5)).isEqualTo(25);
  }

  private static void answer(SlidingWindow window, long now, long at) {
    window.take();
    window.answered(now, at);
  }
}
