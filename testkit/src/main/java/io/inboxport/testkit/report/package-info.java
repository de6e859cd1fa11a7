/**
 * Reports of an inbox in memory, for people who read why a test failed. They know neither JUnit nor
 * AssertJ, so that any test framework can use them.
 */
@NullMarked
package io.inboxport.testkit.report;

import org.jspecify.annotations.NullMarked;
