/**
 * Checks of properties on random cases. A generator makes its values out of recorded draws, and a
 * failing case is shrunk by making it anew out of fewer and lower draws.
 */
@NullMarked
package io.inboxport.properties;

import org.jspecify.annotations.NullMarked;
