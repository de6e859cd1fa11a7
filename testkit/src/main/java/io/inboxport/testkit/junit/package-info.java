/**
 * The extension for JUnit Jupiter, 5.13 or later and 6: it gives each test a fresh inbox, and says
 * what came to it when the test fails. It needs neither AssertJ nor the HTTP adapter.
 */
@NullMarked
package io.inboxport.testkit.junit;

import org.jspecify.annotations.NullMarked;
