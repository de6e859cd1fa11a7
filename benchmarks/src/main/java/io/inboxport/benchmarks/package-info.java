/**
 * Comparisons measured side by side. A figure without something to compare it with does not belong
 * here: it says more about the machine than about the library.
 */
@NullMarked
package io.inboxport.benchmarks;

import org.jspecify.annotations.NullMarked;
