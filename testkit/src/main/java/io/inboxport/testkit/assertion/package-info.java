/**
 * Assertions on the twin and on verdicts, in the manner of AssertJ, which a test brings itself.
 * Their messages show what came to the inbox, with the timeline.
 */
@NullMarked
package io.inboxport.testkit.assertion;

import org.jspecify.annotations.NullMarked;
