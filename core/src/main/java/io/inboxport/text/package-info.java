/**
 * Checks and limits for every text and id that is sent. Values and adapters use them. The purpose
 * of a text does not belong here.
 */
@NullMarked
package io.inboxport.text;

import org.jspecify.annotations.NullMarked;
