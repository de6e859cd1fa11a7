/** Comparisons measured side by side. */
@NullMarked
package io.inboxport.benchmarks;

import org.jspecify.annotations.NullMarked;
